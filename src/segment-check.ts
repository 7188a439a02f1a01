// regulars segment check: one query a line in, one verdict a line out; needs no configuration and no database.
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { safeJson } from '#bot/safe-json.ts';
import { judgeQuery } from '#engine/segments/verdict.ts';

/** A query has at most 5,000 characters: what a line has beyond this is not kept, only known to be too much. */
const KEPT_CHARACTERS = 20_000;

/**
 * Checks every line as it comes, so that endless input is answered as it goes. Gives the exit code: 0 when all were
 * good (also of none), 1 otherwise.
 */
export async function checkSegments(
  input: AsyncIterable<Uint8Array>,
  output: Writable,
): Promise<0 | 1> {
  let exit: 0 | 1 = 0;
  let broken = false;
  output.once('error', () => {
    broken = true;
  });
  for await (const lines of readLines(input)) {
    const verdicts = lines.map((line) => judgeQuery(line));
    if (verdicts.some(({ ok }) => !ok)) exit = 1;
    const text = verdicts.map((verdict) => `${safeJson(verdict, 0)}\n`).join('');
    if (!output.write(text)) await once(output, 'drain').catch(() => {});
    // Who read the answers has gone, as `head` does.
    if (broken) return 1;
  }
  return exit;
}

/** The lines of each chunk together; a line ends with \n or \r\n, and the last one need not. */
async function* readLines(input: AsyncIterable<Uint8Array>): AsyncIterable<readonly string[]> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of input) {
    const [first = '', ...others] = decoder.decode(chunk, { stream: true }).split('\n');
    const lines = [rest + first, ...others];
    rest = (lines.pop() ?? '').slice(0, KEPT_CHARACTERS);
    if (lines.length > 0) yield lines.map(trimLine);
  }
  rest += decoder.decode();
  if (rest !== '') yield [trimLine(rest)];
}

function trimLine(line: string): string {
  return (line.endsWith('\r') ? line.slice(0, -1) : line).slice(0, KEPT_CHARACTERS);
}
