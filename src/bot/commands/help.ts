// help: all commands, those of one noun, or one command in full; made from the registry itself.
import { z } from 'zod';
import { shown } from '../answers.ts';
import { commandHelpCard, helpCard } from '../cards/help.ts';
import { type Answer, type AnyCommand, defineCommand } from '../command.ts';
import { usageOf } from '../line/command-arguments.ts';
import { findCommand, splitLine } from '../line/line.ts';
import { unknownLine } from '../line/misunderstanding.ts';
import type { Words } from '../words/en.ts';
import { rest } from './parameters.ts';

/** The help over a list of commands and itself. */
export function helpCommand(words: Words, others: readonly AnyCommand[]): AnyCommand {
  const own: AnyCommand = defineCommand({
    name: 'help',
    summary: words.commandSummaries.help,
    role: 'viewer',
    parameters: [rest('command', words.parameterSummaries.command, { required: false })],
    Args: z.object({ command: z.string().optional() }),
    examples: ['help', 'help customer', 'help customer show'],
    run: async (_context, args) => explain(words, [...others, own], args.command ?? ''),
  });
  return own;
}

function explain(words: Words, commands: readonly AnyCommand[], asked: string): Answer {
  const typed = splitLine(asked);
  const found = findCommand(commands, typed);
  switch (found.kind) {
    case 'empty':
      return listed(words, commands);
    case 'command':
      return shown(commandHelpCard(words, found.command), commandJson(found.command));
    case 'noun':
      return listed(
        words,
        commands.filter((command) => command.name.startsWith(`${found.noun} `)),
      );
    case 'unknown':
      throw unknownLine(words, found, typed);
  }
}

function listed(words: Words, commands: readonly AnyCommand[]): Answer {
  return shown(helpCard(words, commands), commands.map(commandJson));
}

function commandJson(command: AnyCommand) {
  const { name, summary, role, examples } = command;
  return { name, summary, usage: usageOf(command), role, examples };
}
