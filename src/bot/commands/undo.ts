// undo: takes back what a batch, a merge, a plan, an approval or a run did.
import { z } from 'zod';
import { asId, looksLikeId } from '#engine/ids.ts';
import { type AnyCommand, defineCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { undoBatch } from '../work/batch.ts';
import { showSuggestion, suggestionNamed, undoMerge } from '../work/suggestion.ts';
import { undoNamed } from '../work/undo.ts';
import { place, toggle } from './parameters.ts';

/** The one command that takes things back. */
export function undoCommands(words: Words): readonly AnyCommand[] {
  return [
    defineCommand({
      name: 'undo',
      summary: words.commandSummaries.undo,
      role: 'admin',
      parameters: [
        place('id', words.parameterSummaries.undoId, 'batch'),
        toggle('yes', words.parameterSummaries.yesToBatch),
      ],
      Args: z.object({ id: z.string().trim(), yes: z.literal('true').optional() }),
      examples: ['undo run_7ZK3QW8XN2AB', 'undo mrg_7ZK3QW8XN2AB', 'undo bat_7ZK3QW8XN2AB --yes'],
      run: async (context, { id, yes }) => {
        if (looksLikeId('batch', id))
          return undoBatch(words, context, asId('batch', id), yes !== undefined);
        const pair = await suggestionNamed(context, id);
        if (pair === null) return undoNamed(words, context, id);
        return yes === undefined
          ? showSuggestion(words, context, pair)
          : undoMerge(words, context, pair);
      },
    }),
  ];
}
