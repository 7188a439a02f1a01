// What a condition may ask of the event that woke an automation.
import type { AttributeValue, Fact, ShopEvent } from '../events/shop-event.ts';
import type { Money } from '../money.ts';
import { countBoughtAgain, countRecentOrders, itemsOf } from './event-orders.ts';
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
    name: 'event.products',
    ours: true,
    type: 'list',
    ignoresCase: false,
    meaning: 'the shop’s ids of the products in the order or checkout',
    read: ({ event }) => textsOf(event, ({ productId }) => productId),
  },
  {
    name: 'event.categories',
    ours: true,
    type: 'list',
    ignoresCase: true,
    meaning: 'categories of what is in the order or checkout, upper and lower case alike',
    read: ({ event }) => textsOf(event, ({ category }) => category ?? null),
  },
  {
    name: 'event.discount_codes',
    ours: true,
    type: 'list',
    ignoresCase: true,
    meaning: 'codes that the order was bought with',
    read: ({ event }) =>
      event !== null && 'order' in event.fact ? event.fact.order.discountCodes : [],
  },
  {
    name: 'event.recent_orders',
    ours: true,
    type: 'integer',
    needs: 'orders',
    meaning: 'orders in the 24 hours up to the event’s own, which counts too',
    read: countRecentOrders,
  },
  {
    name: 'event.bought_again',
    ours: true,
    type: 'integer',
    needs: 'orders',
    meaning: 'paid orders since the event’s own that hold one of its products',
    read: countBoughtAgain,
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
    name: 'event.score',
    ours: true,
    type: 'integer',
    meaning: 'answer to a survey: 1 to 5 of ours, or the field score of a custom event',
    read: ({ event }) => (event === null ? null : readScore(event.fact)),
  },
  {
    name: 'event.comment',
    ours: true,
    type: 'text',
    searchable: true,
    meaning: 'what was written with an answer to a survey',
    read: ({ event }) => (event === null ? null : readComment(event.fact)),
  },
  {
    name: 'event.subject',
    ours: true,
    type: 'text',
    searchable: true,
    meaning: 'subject of the customer’s message',
    read: ({ event }) => (event === null ? null : readSubject(event.fact)),
  },
  {
    name: 'event.text',
    ours: true,
    type: 'text',
    searchable: true,
    meaning: 'what the customer wrote: a message or a review',
    read: ({ event }) => (event === null ? null : readText(event.fact)),
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

/** Each once. */
function textsOf(
  event: ShopEvent | null,
  read: (item: ReturnType<typeof itemsOf>[number]) => string | null,
): readonly string[] {
  const items = event === null ? [] : itemsOf(event);
  return [...new Set(items.map(read).filter((text) => text !== null))];
}

function readLevel(fact: Fact, side: 'from' | 'to'): string | null {
  return 'tier' in fact ? fact.tier[side] : ownText(fact, side);
}

function readComment(fact: Fact): string | null {
  return 'survey' in fact ? fact.survey.comment : ownText(fact, 'comment');
}

function readSubject(fact: Fact): string | null {
  return 'message' in fact ? (fact.message.subject ?? null) : ownText(fact, 'subject');
}

function readText(fact: Fact): string | null {
  if ('message' in fact) return fact.message.text;
  return 'review' in fact ? (fact.review.text ?? null) : ownText(fact, 'text');
}

function ownText(fact: Fact, name: string): string | null {
  const own = ownField(fact, name);
  return typeof own === 'string' ? own : null;
}

/** A custom event may have a field of the same name as one of ours. */
function ownField(fact: Fact, name: string): AttributeValue | null {
  return 'fields' in fact && Object.hasOwn(fact.fields, name) ? (fact.fields[name] ?? null) : null;
}

function readScore(fact: Fact): number | null {
  if ('survey' in fact) return fact.survey.score;
  const own = ownField(fact, 'score');
  const score = typeof own === 'string' && own.trim() !== '' ? Number(own) : own;
  return typeof score === 'number' && Number.isInteger(score) ? score : null;
}

function countItems(fact: Fact): number | null {
  const holder = 'order' in fact ? fact.order : 'checkout' in fact ? fact.checkout : null;
  const items = 'return' in fact ? fact.return.items : holder?.items;
  return items?.reduce((count, item) => count + item.quantity, 0) ?? null;
}
