// A customer's profile as a card: the person, the purchases, and what waits for somebody.
import { averageOrder, type Profile } from '#engine/customers/profile.ts';
import type { Order } from '#engine/customers/purchases.ts';
import type { CustomerView } from '#engine/flows/look-up.ts';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  facts,
  type Inline,
  note,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import {
  refundsText,
  shortName,
  sinceText,
  spentText,
  tierText,
  timelineButton,
} from './customer-facts.ts';
import { oneLine } from './shorten.ts';

const ORDERS_SHOWN = 5;
const TAGS_SHOWN = 20;

/** The whole card; `done`, where given, says above it what was just changed. */
export function profileCard(words: Words, view: CustomerView, done: string | null = null): Card {
  const { profile } = view;
  return {
    title: shortName(profile),
    tone: done === null ? 'neutral' : 'good',
    blocks: [
      ...(done === null ? [] : [text(done)]),
      personFacts(words, profile),
      purchaseFacts(words, profile),
      labelFacts(words, view),
      ...orderBlocks(words, view.orders),
      note(profile.id),
      buttons(...workButtons(words, view), timelineButton(words, profile.id)),
    ],
  };
}

function personFacts(words: Words, profile: Profile): Block {
  const { customers } = words;
  const place = [profile.city, profile.region, profile.country].filter((part) => part !== null);
  return facts(
    [customers.email, profile.email === null ? words.none : oneLine(profile.email, 120)],
    [customers.phone, profile.phone === null ? null : oneLine(profile.phone, 40)],
    [customers.place, place.length === 0 ? null : oneLine(place.join(', '), 120)],
    [customers.birthday, profile.birthday === null ? null : oneLine(profile.birthday, 20)],
    [customers.consent, customers.consentState(profile.emailConsent.state)],
    [customers.since, sinceText(profile)],
  );
}

function purchaseFacts(words: Words, profile: Profile): Block {
  const { customers } = words;
  const { totals } = profile;
  const average = averageOrder(totals);
  return facts(
    [customers.spent, spentText(words, profile)],
    [customers.average, average === null ? null : words.money(average)],
    [customers.firstOrder, totals.firstOrderAt === null ? null : time(totals.firstOrderAt, 'day')],
    [
      customers.lastOrder,
      totals.lastOrderAt === null ? null : time(totals.lastOrderAt, 'relative'),
    ],
    [customers.refunds, refundsText(words, profile)],
  );
}

function labelFacts(words: Words, { profile, segments }: CustomerView): Block {
  const { customers } = words;
  return facts(
    [customers.tier, tierText(words, profile)],
    [customers.tags, listed(words, profile.tags)],
    [customers.attributes, listed(words, attributeLines(profile))],
    [customers.segments, listed(words, segments)],
  );
}

function attributeLines(profile: Profile): readonly string[] {
  return Object.entries(profile.attributes).map(
    ([name, value]) => `${oneLine(name, 40)} = ${oneLine(String(value), 60)}`,
  );
}

function listed(words: Words, items: readonly string[]): string | null {
  if (items.length === 0) return null;
  const shown = items.slice(0, TAGS_SHOWN).map((item) => oneLine(item, 110));
  const rest = items.length - shown.length;
  return [...shown, ...(rest === 0 ? [] : [words.more(rest)])].join(', ');
}

function orderBlocks(words: Words, orders: readonly Order[]): readonly Block[] {
  if (orders.length === 0) return [];
  const { customers } = words;
  const rows = orders
    .slice(0, ORDERS_SHOWN)
    .map((order): readonly Inline[] => [
      oneLine(order.number ?? order.ref, 40),
      time(order.placedAt, 'day'),
      words.money(order.total),
      customers.orderState[orderState(order)],
    ]);
  return [
    { kind: 'table', caption: customers.recentOrders, columns: customers.orderColumns, rows },
  ];
}

function orderState(order: Order): 'paid' | 'unpaid' | 'cancelled' | 'test' {
  if (order.test) return 'test';
  if (order.cancelled) return 'cancelled';
  return order.paid ? 'paid' : 'unpaid';
}

/** What waits for somebody, as buttons: at most two of each, so that the row stays short. */
function workButtons(words: Words, view: CustomerView): readonly Button[] {
  const approvals = view.pendingApprovals.slice(0, 2).map(
    (approval): Button => ({
      label: words.approvals.open,
      action: { name: 'approval.open', id: approval.id },
    }),
  );
  const cases = view.openCases.slice(0, 2).map(
    (item): Button => ({
      label: words.cases.open,
      action: { name: 'case.show', id: item.id },
    }),
  );
  return [...approvals, ...cases];
}
