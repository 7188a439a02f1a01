// What a condition may ask of the event that woke an automation.
import type { Fact } from '../events/shop-event.ts';
import type { Money } from '../money.ts';
import type { Field } from './field.ts';

/** The `event.` fields that every kind of shop event shares; a custom event's own fields come besides. */
export const EVENT_FIELDS: readonly Field[] = [
  {
    name: 'event.type',
    ours: true,
    type: 'text',
    meaning: 'what happened: order.paid',
    read: ({ event }) => event?.fact.type ?? null,
  },
  {
    name: 'event.total',
    ours: true,
    type: 'money',
    meaning: 'total of the order or checkout, where it is in the shop’s currency',
    read: ({ event }) => (event === null ? null : readTotal(event.fact)),
  },
  {
    name: 'event.amount',
    ours: true,
    type: 'money',
    meaning: 'amount of the refund or of the return request, where it is in the shop’s currency',
    read: ({ event }) => (event === null ? null : readAmount(event.fact)),
  },
  {
    name: 'event.currency',
    ours: true,
    type: 'text',
    meaning: 'currency of the total or amount: USD',
    read: ({ event }) => (event === null ? null : readCurrency(event.fact)),
  },
  {
    name: 'event.reason',
    ours: true,
    type: 'text',
    searchable: true,
    meaning: 'reason of the refund, or of the return request or its first item that has one',
    read: ({ event }) => (event === null ? null : readReason(event.fact)),
  },
  {
    name: 'event.number',
    ours: true,
    type: 'text',
    meaning: 'number of the order as people say it: #1054',
    read: ({ event }) => (event !== null && 'order' in event.fact ? event.fact.order.number : null),
  },
  {
    name: 'event.item_count',
    ours: true,
    type: 'integer',
    meaning: 'pieces in the order, checkout or return request',
    read: ({ event }) => (event === null ? null : countItems(event.fact)),
  },
  {
    name: 'event.from',
    ours: true,
    type: 'text',
    meaning: 'level that the customer’s spend moved them from; missing where there was none',
    read: ({ event }) => (event === null ? null : readLevel(event.fact, 'from')),
  },
  {
    name: 'event.to',
    ours: true,
    type: 'text',
    meaning: 'level that the customer’s spend moved them to; missing where there is none',
    read: ({ event }) => (event === null ? null : readLevel(event.fact, 'to')),
  },
  {
    name: 'event.rating',
    ours: true,
    type: 'integer',
    meaning: 'stars of the review, 1 to 5',
    read: ({ event }) =>
      event !== null && 'review' in event.fact ? event.fact.review.rating : null,
  },
];

function readTotal(fact: Fact): Money | null {
  if ('order' in fact) return fact.order.total;
  return 'checkout' in fact ? fact.checkout.total : null;
}

function readAmount(fact: Fact): Money | null {
  if ('refund' in fact) return fact.refund.amount;
  return 'return' in fact ? (fact.return.amount ?? null) : null;
}

function readCurrency(fact: Fact): string | null {
  return (readTotal(fact) ?? readAmount(fact))?.currency ?? null;
}

function readReason(fact: Fact): string | null {
  if ('refund' in fact) return fact.refund.reason ?? null;
  if (!('return' in fact)) return null;
  const ofItems = fact.return.items.find((item) => item.reason !== undefined)?.reason;
  return fact.return.reason ?? ofItems ?? null;
}

/** A custom event may have a field of that name, too. */
function readLevel(fact: Fact, side: 'from' | 'to'): string | null {
  if ('tier' in fact) return fact.tier[side];
  const own = 'fields' in fact && Object.hasOwn(fact.fields, side) ? fact.fields[side] : null;
  return typeof own === 'string' ? own : null;
}

function countItems(fact: Fact): number | null {
  const holder = 'order' in fact ? fact.order : 'checkout' in fact ? fact.checkout : null;
  const items = 'return' in fact ? fact.return.items : holder?.items;
  return items?.reduce((count, item) => count + item.quantity, 0) ?? null;
}
