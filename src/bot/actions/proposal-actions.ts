// The buttons of what the assistant proposes.
import {
  cancelProposal,
  confirmProposal,
  editProposal,
  showProposal,
} from '../assistant/settle-proposal.ts';
import { createCommands } from '../commands/registry.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';
import { textOf } from './form-values.ts';

/** Confirm, as it is or with another text, and cancel; whether somebody may is asked of the command that was proposed as well. */
export function proposalActions(words: Words): readonly ActionHandler[] {
  const registry = () => ({ words, commands: createCommands(words) });
  return [
    {
      name: 'proposal.confirm',
      role: 'agent',
      press: (context, { id }) => confirmProposal(registry(), context, id),
    },
    {
      name: 'proposal.edit',
      role: 'agent',
      press: (context, { id }) => editProposal(registry(), context, id),
      submit: (context, { id }, values) => {
        const changed = { text: textOf(values, 'text').trim() };
        return confirmProposal(registry(), context, id, changed);
      },
    },
    {
      name: 'proposal.show',
      role: 'agent',
      press: (context, { id, version = 0 }) =>
        showProposal(registry(), context, { id, page: version }),
    },
    {
      name: 'proposal.cancel',
      role: 'agent',
      press: (context, { id }) => cancelProposal(registry(), context, id),
    },
  ];
}
