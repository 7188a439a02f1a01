// Buttons about customers: their profile, their timeline; shown only to who presses.
import { asId } from '#engine/ids.ts';
import { showProfile, showTimeline } from '../commands/customer-reads.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';

/** How many entries the button shows; the command shows as many as asked. */
const ENTRIES = 20;

/** The buttons about customers. */
export function customerActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'customer.show',
      role: 'viewer',
      press: (context, { id }) => showProfile(words, context, asId('customer', id)),
    },
    {
      name: 'customer.timeline',
      role: 'viewer',
      press: (context, { id }) =>
        showTimeline(words, context, asId('customer', id), { limit: ENTRIES }),
    },
  ];
}
