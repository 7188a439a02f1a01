// The two buttons below what a model answered: what a teammate thinks of it goes into the audit log.
import { shown } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';

/** What the log has for an answer that was made of no command. */
const NO_SOURCES = 'model';

/** Neither the question nor the answer is kept, only which commands the answer was made of. */
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
          subject: id === '' ? NO_SOURCES : id,
          details: { surface: teammate.surface },
        });
        const { title, noted } = words.assistant;
        return shown(sentenceCard(title, noted, 'neutral'), { verdict });
      },
    }),
  );
}
