// The two buttons below what the assistant answered: what a teammate thinks of it goes into the audit log.
import { shown } from '../answers.ts';
import { readFeedbackId } from '../cards/feedback.ts';
import { sentenceCard } from '../cards/list.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';

/** Neither the question nor the answer is kept, only who answered, and from which commands. The last word of a person counts. */
export function feedbackActions(words: Words): readonly ActionHandler[] {
  return (['helpful', 'unhelpful'] as const).map(
    (verdict): ActionHandler => ({
      name: `answer.${verdict}`,
      role: 'viewer',
      press: async ({ deps, teammate }, { id }) => {
        const { source, answer } = readFeedbackId(id);
        await deps.storage.audit.append({
          at: deps.now(),
          actor: teammate.person,
          action: `assistant.${verdict}`,
          subject: source,
          details: { surface: teammate.surface, answer },
        });
        const { title, noted } = words.assistant;
        return shown(sentenceCard(title, noted, 'neutral'), { verdict });
      },
    }),
  );
}
