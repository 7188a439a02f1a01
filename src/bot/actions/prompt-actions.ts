// The buttons of what could be asked: a press asks it, as if it had been typed.
import { asId } from '#engine/ids.ts';
import { answerSaid } from '../assistant/answer.ts';
import { talkIn } from '../assistant/conversation.ts';
import { PROMPT } from '../cards/prompts.ts';
import { createCommands } from '../commands/registry.ts';
import { usageError } from '../line/misunderstanding.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';

/** Behind a colon the button names the customer whom its sentence is about. */
export function promptActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: PROMPT,
      role: 'viewer',
      press: async (context, { id }) => {
        const [name = '', about] = id.split(':', 2);
        const text = Object.entries(words.prompts.says).find(([key]) => key === name)?.[1];
        if (text === undefined) throw usageError(words.problems.oldButton);
        const said = { text, talk: await talkIn(context) };
        const registry = { words, commands: createCommands(words) };
        return answerSaid(
          registry,
          context,
          about === undefined ? said : { ...said, about: asId('customer', about) },
        );
      },
    },
  ];
}
