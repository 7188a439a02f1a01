// Why a line was not understood, in words: an unknown command, a missing argument, a value that does not fit.
import type { z } from 'zod';
import { UserError } from '#engine/errors.ts';
import { oneLine } from '../cards/shorten.ts';
import type { AnyCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { badValueOf } from './bad-value.ts';
import { type ArgumentFault, usageOf } from './command-arguments.ts';
import type { NotUnderstood } from './line.ts';

/** A line whose first words are no command of ours. */
export function unknownLine(
  words: Words,
  found: NotUnderstood,
  typed: readonly string[],
): UserError {
  const { problems } = words;
  switch (found.kind) {
    case 'empty':
      return usageError(problems.emptyLine);
    case 'noun':
      return usageError(problems.verbsOf(found.noun, found.verbs));
    case 'unknown': {
      const unknown = problems.unknownCommand(oneLine(typed.slice(0, 2).join(' '), 60));
      const { nearest } = found;
      const hint = nearest === null ? problems.emptyLine : problems.didYouMean(nearest);
      return usageError(`${unknown} ${hint}`);
    }
  }
}

/** Words that do not fit a command's parameters. */
export function badArguments(words: Words, command: AnyCommand, fault: ArgumentFault): UserError {
  return usageError(faultText(words, command, fault), usageOf(command));
}

/** Arguments that a command's own schema does not take. */
export function badValues(words: Words, command: AnyCommand, error: z.ZodError): UserError {
  const [issue] = error.issues;
  const name = issue?.path.map(String).join('.') ?? '';
  return usageError(
    words.problems.badArgument(name, words.problems.badValue(badValueOf(issue))),
    usageOf(command),
  );
}

/** A wrong use, with how it is written right where that is known. */
export function usageError(message: string, usage?: string): UserError {
  return new UserError({ code: 'usage', message, ...(usage === undefined ? {} : { usage }) });
}

function faultText({ problems }: Words, command: AnyCommand, fault: ArgumentFault): string {
  const values = command.parameters.find((entry) => entry.name === fault.name)?.values ?? [];
  switch (fault.reason) {
    case 'missing':
      return problems.missing(fault.name);
    case 'surplus':
      return problems.surplus(oneLine(fault.name, 60));
    case 'unknown-flag':
      return problems.unknownFlag(oneLine(fault.name, 60));
    case 'flag-without-value':
      return problems.flagWithoutValue(fault.name);
    case 'not-among':
      return problems.notAmong(fault.name, values);
  }
}
