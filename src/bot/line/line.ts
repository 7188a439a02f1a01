// From a typed line to words and the command they begin with; quotes keep words together.
import { nearestName } from '#engine/nearest.ts';
import type { AnyCommand } from '../command.ts';

/** The command a line begins with. */
export type CommandFound =
  | { readonly kind: 'command'; readonly command: AnyCommand; readonly rest: readonly string[] }
  | NotUnderstood;

/** A line that begins with no command of ours. */
export type NotUnderstood =
  /** The first word is a noun of ours, the second none of its verbs. */
  | { readonly kind: 'noun'; readonly noun: string; readonly verbs: readonly string[] }
  | { readonly kind: 'unknown'; readonly nearest: string | null }
  | { readonly kind: 'empty' };

/** Opening quotes and what closes them; phones and Slack write curly ones. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['“', '”'],
  ['„', '“'],
  ['«', '»'],
]);

/**
 * Cuts a line into words. A quote at the start of a word, or after a flag's `=`, keeps spaces together; one that is
 * never closed goes to the end. Elsewhere quotes are ordinary characters, so O'Brien needs none.
 */
export function splitLine(line: string): readonly string[] {
  return scan(line).map((word) => word.text);
}

/** A word of a line, and how it stands there: with its quotes and the space after it. */
export type TypedWord = { readonly text: string; readonly raw: string };

/** Cuts a line into words and keeps how each was typed: put together again they are the line. */
export function cutLine(line: string): readonly TypedWord[] {
  const words = scan(line);
  return words.map(({ text, start }, at) => ({
    text,
    raw: line.slice(start, words[at + 1]?.start ?? line.length),
  }));
}

/** The word under the cursor at the end of a line, and the whole words before it. */
export function splitUnfinished(line: string): {
  readonly before: readonly string[];
  readonly current: string;
} {
  const words = scan(line);
  const last = words.at(-1);
  if (last === undefined || last.end < line.length || last.closed)
    return { before: words.map((word) => word.text), current: '' };
  return { before: words.slice(0, -1).map((word) => word.text), current: last.text };
}

/** Where the word under the cursor begins; a quote that is still open belongs to it. */
export function startOfWord(line: string): number {
  const before = JSON.stringify(splitUnfinished(line).before);
  for (const { index } of line.matchAll(/(?<![^\s])/g)) {
    const whole = splitUnfinished(line.slice(0, index));
    if (whole.current === '' && JSON.stringify(whole.before) === before) return index;
  }
  return line.length;
}

/** A value as it must be typed to be one word. */
export function quoteWord(value: string): string {
  if (value !== '' && !/\s/.test(value) && !QUOTES.has(value.slice(0, 1))) return value;
  return value.includes('"') ? `'${value}'` : `"${value}"`;
}

/** Finds the command that the words begin with; a leading "regulars" or "/" is not minded. */
export function findCommand(
  commands: readonly AnyCommand[],
  typed: readonly string[],
): CommandFound {
  const words = withoutOwnName(typed);
  const [noun = '', verb = ''] = words.slice(0, 2).map((word) => word.toLowerCase());
  if (noun === '') return { kind: 'empty' };
  const two = commands.find((command) => command.name === `${noun} ${verb}`);
  if (two !== undefined) return { kind: 'command', command: two, rest: words.slice(2) };
  const one = commands.find((command) => command.name === noun);
  if (one !== undefined) return { kind: 'command', command: one, rest: words.slice(1) };
  const names = commands.map((command) => command.name);
  const nearest = nearestName(`${noun} ${verb}`.trim(), names);
  const verbs = verbsOf(commands, noun);
  if (verbs.length > 0 && nearest === null) return { kind: 'noun', noun, verbs };
  return { kind: 'unknown', nearest };
}

/** The second words of the commands that begin with a noun. */
export function verbsOf(commands: readonly AnyCommand[], noun: string): readonly string[] {
  return commands
    .map((command) => command.name.split(' '))
    .flatMap(([first, second]) => (first === noun && second !== undefined ? [second] : []));
}

type Word = {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly closed: boolean;
};

function scan(line: string): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < line.length) {
    if (/\s/.test(line.charAt(at))) {
      at += 1;
      continue;
    }
    const word = scanWord(line, at);
    words.push(word);
    at = word.end;
  }
  return words;
}

function scanWord(line: string, start: number): Word {
  const flag = /^(?:--|—)[\w-]+=/.exec(line.slice(start, start + 60))?.[0] ?? '';
  const from = start + flag.length;
  const close = QUOTES.get(line.charAt(from));
  if (close !== undefined) {
    const end = closingQuote(line, from + 1, close);
    if (end !== -1)
      return { text: flag + line.slice(from + 1, end), start, end: end + 1, closed: true };
    if (line.charAt(from) !== "'")
      return { text: flag + line.slice(from + 1), start, end: line.length, closed: false };
  }
  const space = line.slice(start).search(/\s/);
  const end = space === -1 ? line.length : start + space;
  return { text: line.slice(start, end), start, end, closed: false };
}

/** The place of a quote that ends a word: what follows it is a space or nothing. */
function closingQuote(line: string, from: number, close: string): number {
  for (let at = line.indexOf(close, from); at !== -1; at = line.indexOf(close, at + 1)) {
    const next = line.charAt(at + 1);
    if (next === '' || /\s/.test(next)) return at;
  }
  return -1;
}

function withoutOwnName(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words;
  const bare = first.startsWith('/') ? first.slice(1) : first;
  return bare.toLowerCase() === 'regulars' ? rest : [bare, ...rest];
}
