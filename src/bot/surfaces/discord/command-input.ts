// A slash command's fields as what the router reads, and what to offer while one of them is typed in.
import type { AnyCommand } from '../../command.ts';
import { splitLine, startOfWord } from '../../line/line.ts';
import type { Input, Router, Suggestion } from '../../router.ts';
import type { Teammate } from '../../teammate.ts';
import type { Words } from '../../words/en.ts';
import { visible } from '../clamp.ts';
import { ANY_COMMAND, ANY_LINE } from './commands.ts';
import { CHOICE_TEXT, CHOICES } from './limits.ts';
import type { DiscordCommand, DiscordTyping } from './payloads.ts';
import { decodeTyped, type Names } from './typed.ts';

/** What was typed, as the router's input: a line, or a command with its arguments by name. */
export function toInput({ name, options }: DiscordCommand, names: Names): Input {
  if (name === ANY_COMMAND)
    return { kind: 'line', line: decodeTyped(options[ANY_LINE] ?? '', names) };
  const args = Object.entries(options).map(([key, value]) => [
    key,
    toArgument(decodeTyped(value, names)),
  ]);
  return { kind: 'command', name, args: Object.fromEntries(args) };
}

/** As on a line, one quoted word is what is between the quotes; all else is what was typed. */
function toArgument(typed: string): string {
  const words = splitLine(typed);
  return words.length === 1 ? words.join('') : typed.trim();
}

/** One offer as Discord shows it. */
export type Choice = { readonly name: string; readonly value: string };

/** What could stand in the field; a value that Discord would have to cut is not offered. */
export async function offerChoices(
  router: Router,
  commands: readonly AnyCommand[],
  asker: { readonly teammate: Teammate; readonly words: Words },
  typing: DiscordTyping,
): Promise<readonly Choice[]> {
  const { teammate, words } = asker;
  const { name: command, option: parameter, typed, place } = typing;
  const at = { channel: place.channel };
  const offers =
    command === ANY_COMMAND
      ? (await router.complete(teammate, typed, at)).map((offer) => onLine(typed, offer))
      : (await router.completeArgument(teammate, { command, parameter, typed }, at)).map((offer) =>
          isText(commands, command, parameter) ? asTyped(offer) : asNamed(words, offer),
        );
  const short = offers.filter(({ value }) => value !== '' && value.length <= CHOICE_TEXT);
  return short.slice(0, CHOICES);
}

/** The line so far with the offered word at its end; Discord shows it in the field, so that more can be typed. */
function onLine(typed: string, { insert }: Suggestion): Choice {
  // A closed quote may end the line: what follows is a word of its own.
  const kept = typed.slice(0, startOfWord(typed)).replace(/\S$/, '$& ');
  return asTyped({ insert: `${kept}${insert}`, label: '', hint: '' });
}

/** A query is gone on with after it was chosen, so what is shown is the query itself. */
function isText(commands: readonly AnyCommand[], command: string, parameter: string): boolean {
  const found = commands.find(({ name }) => name === command);
  return (
    found?.parameters.some(({ name, completes }) => name === parameter && completes === 'query') ===
    true
  );
}

function asTyped({ insert }: Suggestion): Choice {
  return { name: insert, value: insert };
}

function asNamed(words: Words, { insert, label, hint }: Suggestion): Choice {
  const name = hint === '' || hint === label ? label : `${label}${words.separator}${hint}`;
  return { name: visible(name, CHOICE_TEXT) || insert, value: insert };
}
