// automation new and edit in a terminal: what a file or the input says takes the place of --file, wherever the line goes.
import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import { ConfigError } from '#engine/errors.ts';

/** A definition is written by hand: a larger file is another one. */
const MOST_BYTES = 512 * 1024;

/** The arguments with the file's text at their end. Throws ConfigError for a file that cannot be read. */
export async function withDefinition(
  argv: readonly string[],
  input: AsyncIterable<Uint8Array>,
): Promise<readonly string[]> {
  const flag = flagIn(argv);
  if (flag === null) return argv;
  const text = await readDefinition(flag.file, input);
  return [...argv.slice(0, flag.at), ...argv.slice(flag.at + flag.length), '--', text];
}

type Flag = { readonly file: string; readonly at: number; readonly length: number };

/** Only these two commands read files, and what follows `--` is no flag. */
function flagIn(argv: readonly string[]): Flag | null {
  const plain = argv.filter((word) => !word.startsWith('--'));
  const isOne = plain[0] === 'automation' && (plain[1] === 'new' || plain[1] === 'edit');
  const at = argv.findIndex((word) => word === '--file' || word.startsWith('--file='));
  const end = argv.indexOf('--');
  if (!isOne || at === -1 || (end !== -1 && end < at)) return null;
  const word = argv[at] ?? '';
  if (word.startsWith('--file=')) return { file: word.slice('--file='.length), at, length: 1 };
  const file = argv[at + 1];
  return file === undefined ? null : { file, at, length: 2 };
}

async function readDefinition(file: string, input: AsyncIterable<Uint8Array>): Promise<string> {
  try {
    const text = file === '-' ? await readAll(input) : await readFile(file, 'utf8');
    if (text.length > MOST_BYTES) throw refused(file, `is larger than ${MOST_BYTES / 1024} KiB`);
    return text;
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw refused(file, `cannot be read${code}`);
  }
}

function refused(file: string, message: string): ConfigError {
  return new ConfigError([{ where: file, message }]);
}
