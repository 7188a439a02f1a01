// Processes under measurement: started, heard, weighed and ended by their id.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

export type Child = {
  readonly process: ChildProcess;
  /** The first line of standard output that begins with `mark`, without it. Rejects when the process ends before. */
  readonly said: (mark: string) => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** Starts a TypeScript file on this very Node. */
export function startChild(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Child {
  const child = spawn(process.execPath, [file, ...args], {
    env: { PATH: '/usr/bin:/bin', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const listener of listeners) listener();
  });
  return {
    process: child,
    said: (mark) => waitForLine(child, lines, listeners, mark),
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** What a process and everything it started hold in memory, in MiB: proportional shares, so shared pages count once. */
export function memoryOf(pid: number): number {
  const tree = [pid, ...descendantsOf(pid)];
  return tree.reduce((sum, id) => sum + proportionalKib(id), 0) / 1024;
}

function waitForLine(
  child: ChildProcess,
  lines: readonly string[],
  listeners: Set<() => void>,
  mark: string,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const line = lines.find((text) => text.startsWith(mark));
      if (line === undefined) return;
      listeners.delete(look);
      resolve(line.slice(mark.length).trim());
    };
    listeners.add(look);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it said "${mark}"`)));
    look();
  });
}

function descendantsOf(pid: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => parentOf(id) === pid);
  return children.flatMap((id) => [id, ...descendantsOf(id)]);
}

function parentOf(pid: number): number | null {
  const text = readProc(pid, 'status');
  return Number(/^PPid:\s+(\d+)/m.exec(text)?.[1] ?? 0) || null;
}

function proportionalKib(pid: number): number {
  return Number(/^Pss:\s+(\d+)/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0);
}

/** Empty for a process that has ended meanwhile. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
