// Buttons about two customers who may be one: open, merge, not the same, undo.
import { asId } from '#engine/ids.ts';
import type { Answer, Context } from '../command.ts';
import type { Words } from '../words/en.ts';
import { merge, refuse, showSuggestion, suggestionNamed, undoMerge } from '../work/suggestion.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';

/** The buttons about pairs of customers. */
export function suggestionActions(words: Words): readonly ActionHandler[] {
  const deciding = (
    name: string,
    decide: (words: Words, context: Context, id: ReturnType<typeof idOf>) => Promise<Answer>,
  ): ActionHandler => ({
    name,
    role: 'approver',
    press: (context, { id }) => decide(words, context, idOf(id)),
  });
  return [
    {
      name: 'suggestion.open',
      role: 'viewer',
      press: async (context, { id }): Promise<ActionReply> =>
        showSuggestion(words, context, (await suggestionNamed(context, id)) ?? idOf(id)),
    },
    deciding('suggestion.merge', merge),
    deciding('suggestion.refuse', refuse),
    deciding('suggestion.undo', undoMerge),
  ];
}

function idOf(id: string) {
  return asId('suggestion', id);
}
