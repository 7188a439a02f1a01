// Orders from a CSV file: items, totals, days, and every fault with its line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewEvent } from '#engine/events/shop-event.ts';
import { ordersIn } from './read.ts';

const HEADER =
  'order_id,customer_id,email,name,ordered_at,currency,total,quantity,product,sku,category,country';
const ROW =
  '17,c1,ada@example.com,Ada Lovelace,2025-11-25T18:30:00+01:00,USD,50.00,2,Blue Train,BT-1,Jazz,US';

function orderOf(event: NewEvent | undefined) {
  if (event?.fact.type !== 'order.paid') throw new Error('no order.paid');
  return { ...event.fact.order, customer: event.fact.customer };
}

describe('readOrders', () => {
  it('turns a row into a paid order of the past', async () => {
    const { events, rejected } = await ordersIn(`${HEADER}\n${ROW}\n`);

    expect(rejected).toEqual([]);
    expect(events[0]).toMatchObject({
      shop: 'events',
      historic: true,
      dedupeKeys: ['import:order:17'],
    });
    expect(orderOf(events[0])).toMatchObject({
      ref: '17',
      paid: true,
      total: { minor: 5_000, currency: 'USD' },
      placedAt: new Date('2025-11-25T17:30:00Z'),
      customer: {
        ref: 'c1',
        email: 'ada@example.com',
        firstName: 'Ada',
        lastName: 'Lovelace',
        country: 'US',
      },
      items: [
        {
          title: 'Blue Train',
          sku: 'BT-1',
          category: 'Jazz',
          quantity: 2,
          price: { minor: 2_500 },
        },
      ],
    });
  });

  it('makes rows of one order its items and counts the total once', async () => {
    const more = '17,c1,,,,,50.00,1,Giant Steps,GS-1,Jazz,';
    const blank = '17,,,,,,,1,Crescent,CR-1,Jazz,';
    const { events, rejected } = await ordersIn([HEADER, ROW, more, blank].join('\n'));

    expect(rejected).toEqual([]);
    expect(events).toHaveLength(1);
    expect(orderOf(events[0]).total.minor).toBe(5_000);
    expect(orderOf(events[0]).items.map((item) => item.title)).toEqual([
      'Blue Train',
      'Giant Steps',
      'Crescent',
    ]);
  });

  it('rejects a row of the order that disagrees on total or customer, and keeps the order', async () => {
    const total = '17,c1,,,,,60.00,1,Giant Steps,,,';
    const customer = '17,c2,,,,,,1,Giant Steps,,,';
    const { events, rejected } = await ordersIn([HEADER, ROW, total, customer].join('\n'));

    expect(rejected.map((row) => row.line)).toEqual([3, 4]);
    expect(rejected[0]?.message).toContain('50.00 USD on line 2, 60.00 USD here');
    expect(orderOf(events[0]).items).toHaveLength(1);
  });

  it('rejects a row of an order that another order has come after', async () => {
    const other = ROW.replace('17', '18');
    const { events, rejected } = await ordersIn([HEADER, ROW, other, ROW].join('\n'));

    expect(events).toHaveLength(2);
    expect(rejected.map((row) => row.line)).toEqual([4]);
  });
});

describe('totals and days', () => {
  it('takes the currency of the shop where the file names none, with its own decimals', async () => {
    const file = 'order_id,customer_id,ordered_at,total\n1,c1,2025-11-25,100\n2,c1,2025-11-25,0\n';

    const { events } = await ordersIn(file, { currency: 'JPY' });

    expect(events.map((event) => orderOf(event).total)).toEqual([
      { minor: 100, currency: 'JPY' },
      { minor: 0, currency: 'JPY' },
    ]);
  });

  it.each([
    ['2025-11-25', '2025-11-25T05:00:00.000Z'],
    ['2025-11-25T18:30', '2025-11-25T23:30:00.000Z'],
    ['2025-07-01 18:30:15', '2025-07-01T22:30:15.000Z'],
    ['2025-11-25T18:30:00Z', '2025-11-25T18:30:00.000Z'],
    ['2025-11-25T18:30:00.250+0530', '2025-11-25T13:00:00.250Z'],
  ])("reads %s in the shop's zone as %s", async (written, instant) => {
    const file = `order_id,customer_id,ordered_at,total\n1,c1,${written},1\n`;

    const { events } = await ordersIn(file, { zone: 'America/New_York' });

    expect(orderOf(events[0]).placedAt.toISOString()).toBe(instant);
  });
});

describe('a rejected line', () => {
  it.each([
    ['a bad date', { ordered_at: '31/12/2025' }, 'ordered_at'],
    ['a day that the calendar lacks', { ordered_at: '2025-02-30' }, 'ordered_at'],
    ['an hour that the clock lacks', { ordered_at: '2025-02-03T25:00Z' }, 'ordered_at'],
    ['no date', { ordered_at: '' }, 'ordered_at is missing'],
    ['no number', { total: 'a lot' }, 'total'],
    ['a number with separators', { total: '"1,000.00"' }, 'total'],
    ['an exponent', { total: '1e3' }, 'total'],
    ['a negative total', { total: '-5.00' }, 'negative'],
    ['no total', { total: '' }, 'total is missing'],
    ['yen with decimals', { currency: 'JPY', total: '100.50' }, 'more decimals than JPY (0)'],
    ['an unknown currency', { currency: 'XXQ' }, 'currency "XXQ"'],
    ['no order id', { order_id: '' }, 'order_id'],
    ['neither customer nor e-mail', { customer_id: '', email: '' }, 'customer_id and email'],
    ['an e-mail that is none, and no id', { customer_id: '', email: 'ada at example' }, 'email'],
    ['a day of year one', { ordered_at: '0001-01-01' }, 'ordered_at'],
    ['a part of an item', { quantity: '1.5' }, 'quantity'],
    ['no item', { quantity: '0' }, 'quantity'],
    ['an id as long as a page', { order_id: 'x'.repeat(5_000) }, 'order_id'],
  ])('has %s', async (_name, change, word) => {
    const { events, rejected } = await ordersIn([HEADER, ROW, '', rowWith(change)].join('\r\n'));

    expect(events).toHaveLength(1);
    expect(rejected).toEqual([{ line: 4, message: expect.stringContaining(word) }]);
  });

  it('names all its faults at once and shows control characters as escapes', async () => {
    const row = rowWith({ total: 'x\u001b[31m', ordered_at: 'never' });
    const { rejected } = await ordersIn(`${HEADER}\n${row}\n`);

    expect(rejected[0]?.message).toMatch(/ordered_at "never".*; total "x\\u001b\[31m"/);
  });
});

describe('an order of any content', () => {
  it('keeps the name of its product letter by letter, whatever is in it', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }).map((t) => t.trim());
    await fc.assert(
      fc.asyncProperty(
        text.filter((t) => t !== '' && !t.includes('\0')),
        async (title) => {
          const row = rowWith({ product: `"${title.replaceAll('"', '""')}"` });
          const { events } = await ordersIn(`${HEADER}\n${row}\n`, { pieceBytes: 7 });

          expect(orderOf(events[0]).items[0]?.title).toBe(title);
        },
      ),
    );
  });
});

function rowWith(change: Readonly<Record<string, string>>): string {
  const cells = ROW.replace('17', '99').split(',');
  return HEADER.split(',')
    .map((name, index) => change[name] ?? cells[index])
    .join();
}
