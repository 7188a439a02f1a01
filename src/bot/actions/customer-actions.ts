// Buttons about customers: finding one, their profile, their timeline; shown only to who presses.
import { UserError } from '#engine/errors.ts';
import { followLink } from '#engine/flows/follow-link.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import { asId } from '#engine/ids.ts';
import { announced } from '../answers.ts';
import { linkCard } from '../cards/link.ts';
import type { Context } from '../command.ts';
import { openProfile, showTimeline } from '../commands/customer-reads.ts';
import type { Form } from '../form.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler, ActionReply } from './action-handler.ts';
import { textOf } from './form-values.ts';

/** How many entries the button shows; the command shows as many as asked. */
const ENTRIES = 20;

/** The buttons about customers. */
export function customerActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'customer.show',
      role: 'viewer',
      press: (context, { id }) => openProfile(words, context, asId('customer', id)),
    },
    {
      name: 'customer.timeline',
      role: 'viewer',
      press: (context, { id }) =>
        showTimeline(words, context, asId('customer', id), { limit: ENTRIES }),
    },
    {
      // No card carries it: it is what a link to the shop's admin means where one is shared.
      name: 'customer.link',
      role: 'viewer',
      press: ({ deps }, { id }) => showLink(words, deps, id),
    },
    {
      name: 'customer.find',
      role: 'viewer',
      press: async () => ({ kind: 'form', form: findForm(words) }),
      submit: (context, _action, values) => find(words, context, textOf(values, 'who').trim()),
    },
  ];
}

/** Shown to the whole channel that the link stands in; a link of elsewhere is nobody's. */
async function showLink(words: Words, deps: Context['deps'], url: string): Promise<ActionReply> {
  const linked = await followLink(deps, url);
  if (linked === null) return { kind: 'done' };
  return announced(words, (spoken) => linkCard(spoken, linked), null);
}

/** Asks whom to look for. */
function findForm(words: Words): Form {
  const { findTitle, findLabel, findHint, findSubmit } = words.home;
  return {
    title: findTitle,
    intro: [],
    fields: [
      {
        kind: 'text',
        name: 'who',
        label: findLabel,
        hint: findHint,
        required: true,
        multiline: false,
        maxLength: 200,
        completes: { command: 'customer show', parameter: 'who' },
      },
    ],
    submitLabel: findSubmit,
    action: { name: 'customer.find', id: '' },
  };
}

/** What is not found is said beside the field, so that it can be mended there. */
async function find(words: Words, context: Context, who: string): Promise<ActionReply> {
  try {
    const profile = await findCustomer(context.deps, who);
    return await openProfile(words, context, profile.id);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { kind: 'faults', faults: [{ field: 'who', message: words.problem(error.problem) }] };
  }
}
