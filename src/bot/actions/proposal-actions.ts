// The buttons of what the assistant proposes.
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
      press: (context, { id }) =>
        confirmProposal({ words, commands: createCommands(words) }, context, id),
    },
    {
      name: 'proposal.edit',
      role: 'agent',
      press: (context, { id }) => editProposal(words, context, id),
      submit: (context, { id }, values) =>
        confirmProposal({ words, commands: createCommands(words) }, context, id, {
          text: textOf(values, 'text').trim(),
        }),
    },
    {
      name: 'proposal.cancel',
      role: 'agent',
      press: (context, { id }) => cancelProposal(words, context, id),
    },
  ];
}
