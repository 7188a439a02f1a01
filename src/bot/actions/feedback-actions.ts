// The two buttons below what the assistant answered: what a teammate thinks of it goes into the audit log.
import { shown } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';

/** Neither the question nor the answer is kept, only who answered, and from which commands. */
export function feedbackActions(words: Words): readonly ActionHandler[] {
  return (['helpful', 'unhelpful'] as const).map(
    (verdict): ActionHandler => ({
      name: `answer.${verdict}`,
      role: 'viewer',
      press: async ({ deps, teammate }, { id }) => {
        await deps.storage.audit.append({
          at: deps.now(),
          actor: teammate.person,
          action: `assistant.${verdict}`,
          subject: id,
          details: { surface: teammate.surface },
        });
        const { title, noted } = words.assistant;
        return shown(sentenceCard(title, noted, 'neutral'), { verdict });
      },
    }),
  );
}
