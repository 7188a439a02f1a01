// Where the process that holds the data folder can be reached, for the terminal.
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The running server: `token` is known only to who may read the folder. */
export const Holder = z.object({ pid: z.int(), url: z.url(), token: z.string().min(20) });
export type Holder = z.infer<typeof Holder>;

/** Says who holds the folder; the file can be read by its owner only. */
export function announceHolder(directory: string, holder: Holder): void {
  const path = pathOf(directory);
  writeFileSync(path, JSON.stringify(holder), { mode: 0o600 });
  chmodSync(path, 0o600);
}

/** Who said last that it holds the folder, or null. */
export function readHolder(directory: string): Holder | null {
  try {
    return Holder.parse(JSON.parse(readFileSync(pathOf(directory), 'utf8')));
  } catch {
    return null;
  }
}

/** Takes the word back at the end. */
export function withdrawHolder(directory: string): void {
  rmSync(pathOf(directory), { force: true });
}

function pathOf(directory: string): string {
  return join(directory, 'server.json');
}
