// Files of the playbook as text; what cannot be read is a fault and never an exception.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Flaw } from '#engine/flaw.ts';

/** A file's text, that there is none, or why it cannot be read. */
export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly flaw: Flaw };

/** A file of a playbook is written by hand: larger ones got there by mistake. */
const MAX_BYTES = 512 * 1024;

/** Reads `name` below a folder as UTF-8. */
export async function readText(dir: string, name: string): Promise<ReadText> {
  try {
    const bytes = await readFile(join(dir, name));
    if (bytes.length > MAX_BYTES)
      return {
        kind: 'unreadable',
        flaw: { reason: 'too-large', kibibytes: MAX_BYTES / 1024 },
      };
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    return whyUnread(error);
  }
}

/** The names in a folder that end so, in the order of the alphabet; none where there is no such folder. */
export async function listFiles(
  dir: string,
  folder: string,
  endings: readonly string[],
): Promise<readonly string[]> {
  const names = await readdir(join(dir, folder)).catch((): readonly string[] => []);
  return names
    .filter((name) => !name.startsWith('.') && endings.some((ending) => name.endsWith(ending)))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

function whyUnread(error: unknown): ReadText {
  if (error instanceof TypeError) return { kind: 'unreadable', flaw: { reason: 'utf-8' } };
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
  return code === 'ENOENT'
    ? { kind: 'missing' }
    : { kind: 'unreadable', flaw: { reason: 'unreadable', code } };
}
