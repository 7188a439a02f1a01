// The buttons of what the assistant proposes.

import { ofButton } from '../assistant/proposal-stamp.ts';
import { cancelProposal, confirmProposal, editProposal } from '../assistant/propose.ts';
import { createCommands } from '../commands/registry.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';
import { textOf } from './form-values.ts';

/** Confirm, as it is or with another text, and cancel; whether somebody may is asked of the command that was proposed as well. */
export function proposalActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'proposal.confirm',
      role: 'agent',
      press: (context, button) =>
        ofButton(button.id, (id) =>
          confirmProposal({ words, commands: createCommands(words) }, context, id),
        ),
    },
    {
      name: 'proposal.edit',
      role: 'agent',
      press: (context, button) => ofButton(button.id, (id) => editProposal(words, context, id)),
      submit: (context, button, values) =>
        ofButton(button.id, (id) =>
          confirmProposal({ words, commands: createCommands(words) }, context, id, {
            text: textOf(values, 'text').trim(),
          }),
        ),
    },
    {
      name: 'proposal.cancel',
      role: 'agent',
      press: (context, button) => ofButton(button.id, (id) => cancelProposal(words, context, id)),
    },
  ];
}
