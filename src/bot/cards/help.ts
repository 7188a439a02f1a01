// Help as cards, made from the commands' own declarations, so that it cannot be wrong.
import { type Block, type Card, facts, note, text } from '../card.ts';
import type { AnyCommand } from '../command.ts';
import { usageOf } from '../line/command-arguments.ts';
import type { Words } from '../words/en.ts';

/** All commands, by their first word. */
export function helpCard(words: Words, commands: readonly AnyCommand[]): Card {
  const nouns = [...new Set(commands.map((command) => nounOf(command)))];
  return {
    title: words.help.title,
    tone: 'neutral',
    blocks: [
      text(words.help.intro),
      ...nouns.map((noun) => nounBlock(commands.filter((command) => nounOf(command) === noun))),
      note(words.help.more),
    ],
  };
}

/** One command in full: usage, arguments, role, examples. */
export function commandHelpCard(words: Words, command: AnyCommand): Card {
  const { help } = words;
  const explained = command.parameters.map(
    ({ name, place, summary }) => [place === 'flag' ? `--${name}` : name, summary] as const,
  );
  return {
    title: command.name,
    tone: 'neutral',
    blocks: [
      text(command.summary),
      facts(
        [help.usage, { kind: 'code', text: usageOf(command) }],
        [help.role, words.role[command.role]],
      ),
      ...(explained.length === 0 ? [] : [facts(...explained)]),
      text({ kind: 'strong', text: help.examples }),
      {
        kind: 'list',
        items: command.examples.map((line) => ({ text: [{ kind: 'code', text: line }] })),
      },
    ],
  };
}

function nounOf(command: AnyCommand): string {
  return command.name.split(' ')[0] ?? command.name;
}

function nounBlock(commands: readonly AnyCommand[]): Block {
  return {
    kind: 'list',
    items: commands.map((command) => ({
      text: [{ kind: 'code', text: usageOf(command) }, ` – ${command.summary}`],
    })),
  };
}
