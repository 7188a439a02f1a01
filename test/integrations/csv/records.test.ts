// The rows of CSV files as spreadsheets and shops write them.
import { describe, expect, it } from 'vitest';
import { customersIn, NOW, ordersIn } from './read.ts';

const ORDERS = [
  'order_id,customer_id,ordered_at,total',
  '1,c1,2025-11-25,1.00',
  '2,c2,2025-11-26,2.00',
];

describe('a file', () => {
  it.each([
    ['semicolons', ORDERS.join('\n').replaceAll(',', ';')],
    ['tabs', ORDERS.join('\n').replaceAll(',', '\t')],
    ['CRLF and a byte order mark', `\ufeff${ORDERS.join('\r\n')}\r\n`],
    ['quotes around everything', ORDERS.map((row) => row.replace(/[^,]+/g, '"$&"')).join('\n')],
    ['names in capitals with spaces', ORDERS.join('\n').replace('order_id', ' Order ID ')],
    ['columns nobody knows', ORDERS.map((row) => `x,${row}`).join('\n')],
    ['blank lines', ORDERS.join('\n\n\n')],
  ])('may have %s', async (_name, text) => {
    const { events, rejected } = await ordersIn(text, { pieceBytes: 11 });

    expect(rejected).toEqual([]);
    expect(events.map((event) => event.dedupeKeys[0])).toEqual([
      'import:order:1',
      'import:order:2',
    ]);
  });

  it.each([
    ['UTF-16', Buffer.from('\ufeffemail,name\nz@example.com,Zoë\n', 'utf16le')],
    ['the Western European code page', Buffer.from('email,name\nz@example.com,Zoë\n', 'latin1')],
    ['UTF-8', Buffer.from('email,name\nz@example.com,Zoë\n')],
  ])('may be written in %s', async (_name, bytes) => {
    const { events } = await customersIn(bytes, { pieceBytes: 3 });

    expect(events[0]?.fact).toMatchObject({ customer: { firstName: 'Zoë' } });
  });

  it.each(['', '\n\n', 'name,amount\nAda,5\n'])(
    'without the needed columns is refused: %j',
    async (text) => {
      await expect(ordersIn(text)).rejects.toMatchObject({
        problem: {
          code: 'invalid',
          wanted: expect.arrayContaining([expect.arrayContaining(['order_id'])]),
        },
      });
    },
  );
});

describe('the number of a line', () => {
  it('counts line breaks inside quotes, blank lines and the header', async () => {
    const text = 'email,name\r\na@example.com,"Ada\r\nLovelace"\r\n\r\nnobody,x\r\n';

    const { rejected } = await customersIn(text);

    expect(rejected.map((row) => row.line)).toEqual([5]);
  });

  it('is that of the quote that is never closed, and what came before is kept', async () => {
    const { events, rejected } = await customersIn(
      'email,name\na@example.com,Ada\nb@example.com,"Bo\nc@example.com,Cy\n',
    );

    expect(events).toHaveLength(1);
    expect(rejected).toEqual([{ line: 3, message: expect.stringContaining('quote') }]);
  });

  it('is that of a row with more cells than columns', async () => {
    const { rejected } = await customersIn('email,name\na@example.com,Lovelace, Ada\n');

    expect(rejected).toEqual([{ line: 2, message: expect.stringContaining('3 cells') }]);
  });
});

describe('readCustomers', () => {
  const header =
    'customer_id,email,first_name,last_name,country,tags,email_consent,created_at,birthday';

  it('turns a row into a customer of the past, saying only what the row says', async () => {
    const row =
      'c1,ada@example.com,Ada,Lovelace,Germany,"VIP, wholesale; VIP",yes,2020-01-02,12-10';
    const { events } = await customersIn(`${header}\n${row}\n`);

    expect(events[0]).toMatchObject({ historic: true, occurredAt: new Date('2020-01-02') });
    expect(events[0]?.fact).toEqual({
      type: 'customer.created',
      customer: {
        ...{ ref: 'c1', email: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
        ...{ country: 'DE', addTags: ['VIP', 'wholesale'], emailConsent: 'subscribed' },
        ...{ createdAt: new Date('2020-01-02'), birthday: '12-10' },
      },
    });
  });

  it('makes a customer without a day one of now, and needs no e-mail', async () => {
    const { events } = await customersIn(`${header}\nc1\n`);

    expect(events[0]?.occurredAt).toEqual(NOW);
    expect(events[0]?.fact).toEqual({ type: 'customer.created', customer: { ref: 'c1' } });
  });

  it('takes no address for a customer with an id from what is none', async () => {
    const { events } = await customersIn(`${header}\nc1,n/a\nc2,n/a\n`);

    expect(events.map((event) => event.fact)).toEqual([
      { type: 'customer.created', customer: { ref: 'c1' } },
      { type: 'customer.created', customer: { ref: 'c2' } },
    ]);
  });

  it('gives the same row the same key, and a row that says something new another', async () => {
    const rows = ['c1,,Ada,,,,,,', 'c1,,Ada,,,,,,', 'c1,,Ada,,,,no,,'];
    const { events } = await customersIn([header, ...rows].join('\n'));

    expect(new Set(events.flatMap((event) => event.dedupeKeys)).size).toBe(2);
  });

  it.each([
    ['an unknown consent', 'c1,,,,,,maybe,,'],
    ['an unknown country', 'c1,,,,Atlantis,,,,'],
    ['a birthday out of the calendar', 'c1,,,,,,,,02-30'],
    ['nobody', ',,Ada,,,,,,'],
  ])('rejects a row with %s', async (_name, row) => {
    const { events, rejected } = await customersIn(`${header}\n${row}\n`);

    expect(events).toEqual([]);
    expect(rejected).toHaveLength(1);
  });
});
