// What a channel sees of a link to the shop's admin: the purchase and the standing, without a name that could never be taken back.
import type { Linked } from '#engine/flows/follow-link.ts';
import { buttons, type Card, facts, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import {
  profileButton,
  refundsText,
  sinceText,
  spentText,
  tierText,
  timelineButton,
} from './customer-facts.ts';
import { orderItemsText, orderState } from './profile-purchases.ts';
import { oneLine } from './shorten.ts';

/** The card; its buttons show the person to who presses them. */
export function linkCard(words: Words, { profile, order }: Linked): Card {
  const { customers } = words;
  const title =
    order === null
      ? customers.linkedCustomer
      : customers.linkedOrder(oneLine(order.number ?? order.ref, 40));
  return {
    title,
    tone: 'neutral',
    blocks: [
      facts(
        [words.automations.total, order === null ? null : words.money(order.total)],
        [words.automations.items, order === null ? null : orderItemsText(words, order)],
        [customers.placed, order === null ? null : time(order.placedAt)],
        [customers.state, order === null ? null : customers.orderState[orderState(order)]],
        [customers.tier, tierText(words, profile)],
        [customers.spent, spentText(words, profile)],
        [customers.refunds, refundsText(words, profile)],
        [customers.since, sinceText(profile)],
      ),
      buttons(profileButton(words, profile.id), timelineButton(words, profile.id)),
    ],
  };
}
