// The pieces about a customer that several cards share: the name, the money, the buttons.
import { displayName, type Profile } from '#engine/customers/profile.ts';
import type { CustomerId } from '#engine/ids.ts';
import type { Button, Text } from '../card.ts';
import { strong, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { oneLine } from './shorten.ts';

/** The customer's name, short enough for a title. */
export function shortName(profile: Profile): string {
  return oneLine(displayName(profile), 60);
}

/** Name and e-mail, for a fact; the e-mail is left out where it is the name. */
export function customerText(profile: Profile): Text {
  const name = shortName(profile);
  const email = profile.email;
  return email === null || email === name ? [strong(name)] : [strong(name), ` ${oneLine(email)}`];
}

/** What the customer has spent, with other currencies beside it. */
export function spentText(words: Words, profile: Profile): Text {
  const amounts = [profile.totals.spent, ...profile.totals.spentElsewhere];
  return [amounts.map(words.money).join(' + '), ` (${words.orders(profile.totals.orders)})`];
}

/** The level of the loyalty list, and whether a hand holds it there; null where there is none. */
export function tierText(words: Words, { tier, tierPinned }: Profile): Text | null {
  if (tier === null) return null;
  const name = oneLine(tier, 60);
  return [tierPinned ? words.customers.tierByHand(name) : name];
}

/** How many refunds there were, and their sum. */
export function refundsText(words: Words, profile: Profile): Text {
  const { refunds, refunded } = profile.totals;
  return [words.customers.refundsOf(refunds, words.money(refunded))];
}

/** Since when somebody is a customer, as a day. */
export function sinceText(profile: Profile): Text {
  return [time(profile.addedAt, 'day')];
}

/** The button that shows a customer's profile to who presses it. */
export function profileButton(words: Words, id: CustomerId): Button {
  return { label: words.customers.profileButton, action: { name: 'customer.show', id } };
}

/** The button that shows a customer's timeline to who presses it. */
export function timelineButton(words: Words, id: CustomerId): Button {
  return { label: words.customers.timelineButton, action: { name: 'customer.timeline', id } };
}
