// undo: takes back what a plan, an approval or a run did.
import { z } from 'zod';
import { type AnyCommand, defineCommand } from '../command.ts';
import { undoNamed } from '../undo-work.ts';
import type { Words } from '../words/en.ts';
import { place } from './parameters.ts';

/** The one command that takes things back. */
export function undoCommands(words: Words): readonly AnyCommand[] {
  return [
    defineCommand({
      name: 'undo',
      summary: words.commandSummaries.undo,
      role: 'admin',
      parameters: [place('id', words.parameterSummaries.undoId)],
      Args: z.object({ id: z.string() }),
      examples: ['undo run_7ZK3QW8XN2AB', 'undo apr_7ZK3QW8XN2AB'],
      run: (context, { id }) => undoNamed(words, context, id.trim()),
    }),
  ];
}
