// From words to a command's arguments by name: places, the rest of the line, flags; and how a command is typed.
import type { AnyCommand, Parameter } from '../command.ts';
import type { TypedWord } from './line.ts';

/** The arguments of a command by name, or what is wrong with them. */
export type ArgumentsRead =
  | { readonly kind: 'read'; readonly args: Readonly<Record<string, string>> }
  | { readonly kind: 'fault'; readonly fault: ArgumentFault };

/** Why words do not fit a command; `name` is the parameter's or flag's. */
export type ArgumentFault = {
  readonly reason: 'missing' | 'surplus' | 'unknown-flag' | 'flag-without-value' | 'not-among';
  readonly name: string;
};

/** How a command is typed: "customer tag <who> <tag> [--limit N]". */
export function usageOf(command: Pick<AnyCommand, 'name' | 'parameters'>): string {
  return [command.name, ...command.parameters.map(parameterUsage)].join(' ');
}

/** Reads words as the arguments of a command; `raw` is how each was typed, where that is known. */
export function readArguments(
  parameters: readonly Parameter[],
  words: readonly string[],
  raw: readonly string[] = [],
): ArgumentsRead {
  const typed = words.map((text, at) => ({ text, raw: raw[at] ?? `${text} ` }));
  const flags = readFlags(parameters, typed);
  if (flags.kind === 'fault') return flags;
  const placed = placeWords(parameters, flags.plain);
  if (placed.kind === 'fault') return placed;
  return checkArguments(parameters, { ...placed.args, ...flags.args });
}

/** Arguments that came by their names: whether one is missing, or not among those that there are. */
export function checkArguments(
  parameters: readonly Parameter[],
  args: Readonly<Record<string, string>>,
): ArgumentsRead {
  const fault = findFault(parameters, args);
  return fault === null ? { kind: 'read', args } : { kind: 'fault', fault };
}

type FlagsRead =
  | {
      readonly kind: 'flags';
      readonly args: Readonly<Record<string, string>>;
      readonly plain: readonly TypedWord[];
    }
  | { readonly kind: 'fault'; readonly fault: ArgumentFault };

/**
 * Takes the flags out. After `--` everything is plain, and so is what looks like a flag but is none where free text is
 * expected. Phones write an em dash for two hyphens.
 */
function readFlags(parameters: readonly Parameter[], words: readonly TypedWord[]): FlagsRead {
  const free = parameters.some((parameter) => parameter.place === 'rest');
  const args: Record<string, string> = {};
  const plain: TypedWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const typed = words[at] ?? { text: '', raw: '' };
    const word = typed.text;
    if (word === '--') return { kind: 'flags', args, plain: [...plain, ...words.slice(at + 1)] };
    const [, name = '', value] = /^(?:--|—)([a-zA-Z][\w-]*)(?:=([\s\S]*))?$/.exec(word) ?? [];
    const flag = parameters.find((entry) => entry.place === 'flag' && entry.name === name);
    if (flag === undefined) {
      if (name !== '' && !free) return fault('unknown-flag', name);
      plain.push(typed);
    } else if (value !== undefined || isSwitch(flag)) args[name] = value ?? 'true';
    else {
      at += 1;
      const next = words[at]?.text;
      if (next === undefined) return fault('flag-without-value', name);
      args[name] = next;
    }
  }
  return { kind: 'flags', args, plain };
}

/** A flag that stands alone: its only value is "true". */
function isSwitch(flag: Parameter): boolean {
  return flag.values?.length === 1 && flag.values[0] === 'true';
}

/**
 * Gives the plain words to the positional parameters. Names of customers have spaces: words beyond the last place go
 * to a leading customer, unless its first word is by itself a key (an e-mail, a number, an id).
 */
function placeWords(parameters: readonly Parameter[], words: readonly TypedWord[]): ArgumentsRead {
  const places = parameters.filter((parameter) => parameter.place === 'positional');
  const rest = parameters.find((parameter) => parameter.place === 'rest');
  const texts = words.map(({ text }) => text);
  const joined = rest === undefined ? joinCustomer(places, texts) : texts;
  const args: Record<string, string> = {};
  for (const [index, parameter] of places.entries()) {
    const word = joined[index];
    if (word !== undefined) args[parameter.name] = word;
  }
  const left = joined.slice(places.length);
  if (rest === undefined && left.length > 0) return fault('surplus', left[0] ?? '');
  if (rest !== undefined && left.length > 0)
    args[rest.name] =
      rest.verbatim === true ? verbatim(words.slice(places.length)) : left.join(' ');
  return { kind: 'read', args };
}

/** One word is what was meant by it; of several the quotes belong to what they say. */
function verbatim(words: readonly TypedWord[]): string {
  const [first, second] = words;
  if (first !== undefined && second === undefined) return first.text;
  return words
    .map(({ raw }) => raw)
    .join('')
    .trim();
}

function joinCustomer(places: readonly Parameter[], words: readonly string[]): readonly string[] {
  const surplus = words.length - places.length;
  if (surplus <= 0 || places[0]?.completes !== 'customer') return words;
  if (!isKey(words[0] ?? ''))
    return [words.slice(0, surplus + 1).join(' '), ...words.slice(surplus + 1)];
  const last = places.length - 1;
  return [...words.slice(0, last), words.slice(last).join(' ')];
}

function isKey(word: string): boolean {
  return /[@\d#_]/.test(word) || /\s/.test(word);
}

function findFault(
  parameters: readonly Parameter[],
  args: Readonly<Record<string, string>>,
): ArgumentFault | null {
  for (const { name, required, values } of parameters) {
    const value = args[name];
    if (value === undefined || value === '') {
      if (required) return { reason: 'missing', name };
    } else if (values !== undefined && !values.includes(value))
      return { reason: 'not-among', name };
  }
  return null;
}

function fault(
  reason: ArgumentFault['reason'],
  name: string,
): { readonly kind: 'fault'; readonly fault: ArgumentFault } {
  return { kind: 'fault', fault: { reason, name } };
}

function parameterUsage(parameter: Parameter): string {
  const { name, values } = parameter;
  const place = values?.join('|') ?? name;
  if (parameter.place !== 'flag') return parameter.required ? `<${place}>` : `[${place}]`;
  const flag = isSwitch(parameter)
    ? `--${name}`
    : `--${name} ${values?.join('|') ?? name.toUpperCase()}`;
  return parameter.required ? flag : `[${flag}]`;
}
