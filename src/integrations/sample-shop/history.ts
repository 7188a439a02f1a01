// The sample shop's past: the 2,357 real customers and 6,919 real purchases of the CDNOW sample, ending today.
import { readFileSync } from 'node:fs';
import type { NewEvent } from '#engine/events/shop-event.ts';
import { decimalsOf, type Money } from '#engine/money.ts';
import { dayOf, startOfDay } from '#engine/time.ts';
import { sampleItems } from './catalogue.ts';
import { samplePerson } from './people.ts';
import { hashOf } from './seed.ts';

/** Every amount is multiplied by this, so that 24 of the 2,357 customers have spent more than 5,000. */
export const SAMPLE_FACTOR = 5.4;

/** The customers in the file are numbered from 1 to this. */
export const HISTORIC_CUSTOMERS = 2_357;

/** The length of "YYYY-MM-DD". */
const DAY_LENGTH = 10;
const OPENING_MS = 9 * 3_600_000;
const OPEN_FOR_MS = 14 * 3_600_000;
const FIRST_ORDER_NUMBER = 1_001;
const TIME = 21;

/** One line of the file. */
type Purchase = {
  readonly customer: number;
  readonly day: number;
  readonly quantity: number;
  readonly cents: number;
};

/**
 * The whole history as historic facts in order of time: each customer made at their first purchase, each purchase a
 * paid order. The same for the same instant, currency and zone, and the same ids always. Nothing lies after `today`.
 */
export function sampleHistory(today: Date, currency: string, zone = 'UTC'): readonly NewEvent[] {
  const purchases = readPurchases();
  const clock = createClock(purchases.at(-1)?.day ?? 0, today, zone);
  const timed = purchases.map((purchase, index) => {
    const number = FIRST_ORDER_NUMBER + index;
    return { purchase, number, at: clock(purchase.day, hashOf(number, TIME)) };
  });
  const seen = new Set<number>();
  const events: NewEvent[] = [];
  for (const { purchase, number, at } of timed.sort((a, b) => a.at.getTime() - b.at.getTime())) {
    if (!seen.has(purchase.customer)) events.push(customerCreated(purchase.customer, at));
    seen.add(purchase.customer);
    events.push(orderPaid(purchase, number, at, currency));
  }
  return events;
}

/** How the sample shop itself names its customer `number`. */
export function sampleCustomerRef(number: number): string {
  return `rr-customer-${String(number).padStart(4, '0')}`;
}

/** The file's lines by day; lines of one day keep their order. */
function readPurchases(): readonly Purchase[] {
  const text = readFileSync(new URL('./data/CDNOW_sample.txt', import.meta.url), 'latin1');
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map(readPurchase).sort((a, b) => a.day - b.day);
}

/** ` 00004 0001 19970101  2   29.33` */
function readPurchase(line: string): Purchase {
  const [, customer = '', day = '', quantity = '', amount = ''] = line.trim().split(/\s+/);
  return {
    customer: Number(customer),
    day: Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6))),
    quantity: Number(quantity),
    cents: Math.round(Number(amount) * 100),
  };
}

/**
 * Turns a day of the file into an instant of today's calendar: the last day is today, between midnight and now; on the
 * others people buy between nine and eleven at night, shop time.
 */
function createClock(lastDay: number, today: Date, zone: string) {
  const shift = Date.parse(dayOf(today, zone)) - lastDay;
  const starts = new Map<number, number>();
  return (day: number, seed: number): Date => {
    const start = starts.get(day) ?? startOf(new Date(day + shift), zone);
    starts.set(day, start);
    if (day !== lastDay) return new Date(start + OPENING_MS + (seed % OPEN_FOR_MS));
    return new Date(start + Math.floor((today.getTime() - start) * (seed / 2 ** 32)));
  };
}

function startOf(midnight: Date, zone: string): number {
  return startOfDay(midnight.toISOString().slice(0, DAY_LENGTH), zone).getTime();
}

function customerCreated(customer: number, at: Date): NewEvent {
  const facts = { ref: sampleCustomerRef(customer), ...samplePerson(customer), createdAt: at };
  return {
    shop: 'sample',
    dedupeKeys: [`sample:history:${facts.ref}`],
    fact: { type: 'customer.created', customer: facts },
    occurredAt: at,
    historic: true,
  };
}

function orderPaid(purchase: Purchase, number: number, at: Date, currency: string): NewEvent {
  const total = sampleAmount(purchase.cents, currency);
  const { customer, quantity } = purchase;
  return {
    shop: 'sample',
    dedupeKeys: [`sample:history:${number}`],
    fact: {
      type: 'order.paid',
      customer: { ref: sampleCustomerRef(customer) },
      order: {
        ref: `rr-order-${number}`,
        number: `#${number}`,
        total,
        placedAt: at,
        version: at,
        paid: true,
        items: sampleItems({ customer, order: number, quantity, total }),
        discountCodes: [],
      },
    },
    occurredAt: at,
    historic: true,
  };
}

/** The file's dollars, multiplied, as whole minor units of the shop's currency (its own number of decimals). */
function sampleAmount(cents: number, currency: string): Money {
  const decimals = decimalsOf(currency) ?? 2;
  return { minor: Math.round(cents * SAMPLE_FACTOR * 10 ** (decimals - 2)), currency };
}
