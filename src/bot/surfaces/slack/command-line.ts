// A slash command as the line that the router reads.
import { quoteWord } from '../../line/line.ts';
import { decodeTyped, type Names } from './mrkdwn.ts';

/** The slash command that takes any line; the others are a noun each. */
export const ANY_COMMAND = '/regulars';

/** `/customer show maria` and `/regulars customer show maria` are the same line; a bare `/regulars` asks for help. */
export function toLine(command: string, text: string, names: Names): string {
  const nameOf: Names['nameOf'] = (userId) => {
    const name = names.nameOf(userId);
    return name === null ? null : quoteWord(name);
  };
  const typed = decodeTyped(text, { ...names, nameOf });
  if (command === ANY_COMMAND) return typed === '' ? 'help' : typed;
  return `${command.slice(1)} ${typed}`.trim();
}
