// What shops send that is wrong, odd or hostile: refused, kept or shown harmlessly, and never lost.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DATABASES } from '../support/database.ts';
import { CHANNELS, type Journey, startJourney } from '../support/journey.ts';
import { orderBody, shopifyBody } from '../support/shopify-bodies.ts';
import { cardsIn } from '../support/slack-hands.ts';

const CORPUS = z
  .object({ strings: z.array(z.object({ value: z.string() })) })
  .parse(JSON.parse(readFileSync('test/fixtures/hostile-strings.json', 'utf8')));

/** Every string of the corpus, and what else a name may do to a chat. */
const HOSTILE_NAMES: readonly string[] = [
  ...CORPUS.strings.map(({ value }) => value),
  '<!channel> <@U_MARIA> <https://evil.example|click>',
  '<img src=x onerror=alert(1)>',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  '\u202Eevil\u2066\u200F עברית',
  '*bold* _it_ ~no~ `code` ```block',
  'x'.repeat(10_000),
  '🎉'.repeat(5_000),
];

const Events = z.array(z.looseObject({ type: z.string(), object: z.string().nullable() }));
const Quarantine = z.array(
  z.looseObject({
    shop: z.string(),
    topic: z.string(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })),
  }),
);

describe.each(DATABASES)('on the %s database', (database) => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ database, slack: 'socket' });
  });
  afterAll(() => journey.stop());

  it('turns away who cannot sign, and keeps nothing of it', async () => {
    const body = orderBody({ id: '11', total: '1.00', buyer: null, at: new Date() });
    const forged = { 'x-shopify-hmac-sha256': Buffer.alloc(32).toString('base64') };
    const answers = await Promise.all([
      journey.shopifySends('orders/paid', body, forged),
      journey.shopifySends('orders/paid', body, { 'x-shopify-shop-domain': 'evil.myshopify.com' }),
      journey.shopSends(anOrder('12'), { headers: { 'webhook-signature': 'v1,AAAA' } }),
      journey.shopSends(anOrder('12'), { headers: { 'webhook-timestamp': '1600000000' } }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(await eventsOf()).toEqual([]);
    expect(await quarantined()).toEqual([]);
  });

  it('turns away what is too large', async () => {
    const fields = (megabytes: number) => ({ note: 'x'.repeat(megabytes * 1024 * 1024) });
    const shopifyOrder = (id: string, megabytes: number) =>
      orderBody({ id, total: '1.00', buyer: null, at: new Date(), fields: fields(megabytes) });

    expect((await journey.shopSends({ ...anOrder('13'), ...fields(2) })).status).toBe(413);
    expect((await journey.shopifySends('orders/create', shopifyOrder('14', 9))).status).toBe(413);
    expect((await journey.shopifySends('orders/create', shopifyOrder('15', 7))).status).toBe(200);

    await journey.settled();
    expect(await eventsOf()).toMatchObject([{ object: '15' }, { object: '15' }]);
  });

  it('keeps what it cannot read, tells the team once, and lists it', async () => {
    const broken = '{"type": "order.paid", "data": {';
    const negative = { ...anOrder('16').data, total: '-5.00' };
    const answers = [
      await journey.shopSends(broken, { id: 'msg_broken' }),
      await journey.shopSends(broken, { id: 'msg_broken' }),
      await journey.shopSends({ ...anOrder('16'), data: negative }),
      await journey.shopifySends('orders/paid', '{"id": 17,'),
      await journey.shopifySends(
        'orders/paid',
        orderBody({ id: '17', total: '-5.00', buyer: null, at: new Date() }),
      ),
    ];

    await journey.settled();
    expect(answers.map(({ status }) => status)).toEqual([422, 200, 422, 200, 200]);
    expect(answers[2]?.json).toMatchObject({ issues: [{ path: 'data.total' }] });
    expect(answers[4]?.json).toEqual({ quarantined: true });
    const kept = await quarantined();
    expect(kept.map(({ shop, issues }) => `${shop} ${issues[0]?.path}`).sort()).toEqual([
      'events ',
      'events data.total',
      'shopify ',
      'shopify total_price',
    ]);
    const told = cardsIn(journey, CHANNELS.reports);
    expect(told).toHaveLength(4);
    expect(told.every(({ text }) => text.includes('could not be read'))).toBe(true);
    expect(told.flatMap(({ active }) => active)).toEqual([]);
  });

  it('says of what it does not use that it is ignored', async () => {
    const answers = [
      await journey.shopifySends('products/update', '{"id": 1}'),
      await journey.shopifySends('customers/purchasing_summary', '{}'),
      await journey.shopSends({ type: 'stock.counted', timestamp: now(), data: {} }),
    ];

    expect(answers.map(({ status, json }) => [status, json])).toEqual(
      Array.from({ length: 3 }, () => [200, { ignored: true }]),
    );
    expect(await eventsOf()).toHaveLength(2);
  });

  it('takes a repeat with 200 and does nothing twice, under whatever id it comes', async () => {
    const paid = anOrder('18', { type: 'order.paid', total: '700.00' });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => journey.shopSends(paid, { id: 'msg_18' })),
    );
    const body = shopifyBody('orders-updated.json');
    const first = await journey.shopifySends('orders/updated', body);
    const resent = await journey.shopifySends('orders/updated', body);

    await journey.settled();
    expect(answers.filter(({ json }) => 'duplicate' in Object(json))).toHaveLength(4);
    expect([first.json, resent.json]).toEqual([{ ok: true }, { ok: true, duplicate: true }]);
    expect((await eventsOf()).filter(({ object }) => object === '18')).toHaveLength(1);
    expect(await customer('buyer-18')).toMatchObject({ orders: 1, amountSpent: usd('700.00') });
  });

  it('knows a customer without an e-mail, and an order without a customer', async () => {
    const noMail = { id: 'silent-1', firstName: 'Silent', emailConsent: 'subscribed' };
    await journey.shopSends(anOrder('19', { type: 'order.paid', total: '9000.00' }, noMail));
    await journey.shopSends(anOrder('20', { type: 'order.paid', total: '9000.00' }, {}));
    await journey.shopifySends(
      'orders/paid',
      orderBody({ id: '21', total: '9000.00', buyer: null, at: new Date() }),
    );

    await journey.settled();
    expect(await customer('silent-1')).toMatchObject({ email: null, tags: ['VIP'], orders: 1 });
    expect((await journey.command('approval', 'list')).json).toEqual([]);
    expect(await reasonsOf('silent-1')).toEqual(['no-email']);
    const objects = (await eventsOf()).map(({ object }) => object);
    expect(objects).toEqual(expect.arrayContaining(['19', '20', '21']));
    expect(journey.mails).toEqual([]);
  });

  it.each([
    ['USD', '0.00', '0.00', 'amountSpent'],
    ['USD', '0', '0.00', 'amountSpent'],
    ['JPY', '125000', '125000', 'elsewhere'],
    ['KWD', '612.345', '612.345', 'elsewhere'],
  ])('keeps %s %s to the digit', async (currency, total, shown, where) => {
    const id = `money-${currency}-${total}`;
    const answer = await journey.shopSends(anOrder(id, { type: 'order.paid', currency, total }));

    await journey.settled();
    expect(answer.json).toEqual({ ok: true });
    const elsewhere = where === 'elsewhere' ? [{ amount: shown, currency }] : [];
    expect(await customer(`buyer-${id}`)).toMatchObject({
      orders: 1,
      amountSpent: usd('0.00'),
      spentElsewhere: elsewhere,
    });
  });

  it('shows hostile names harmlessly on valid cards, and keeps them to the character', async () => {
    const before = cardsIn(journey, CHANNELS.sales).length;
    const names = HOSTILE_NAMES.map((name, index) => ({ name, id: `hostile-${index}` }));
    for (const { name, id } of names) {
      const facts = { id, firstName: name, emailConsent: 'subscribed' };
      const answer = await journey.shopSends(anOrder(id, { total: '800.00' }, facts));
      expect(answer.status).toBe(200);
    }

    await journey.settled();
    const cards = cardsIn(journey, CHANNELS.sales).slice(before);
    expect(cards).toHaveLength(names.length);
    expect(cards.flatMap(({ active }) => active)).toEqual([]);
    // A card that Slack refused would have been sent a second time in a plainer form.
    const sent = journey.slack.calls('chat.postMessage').length;
    expect(sent).toBe(journey.slack.messages().length);
    for (const { name, id } of names)
      expect(await customer(id)).toMatchObject({ name: name.replaceAll('\0', '\uFFFD') });
  }, 180_000);

  async function eventsOf() {
    return Events.parse((await journey.command('event', 'list', '--limit', '100')).json);
  }

  async function quarantined() {
    return Quarantine.parse((await journey.command('event', 'quarantine')).json);
  }

  async function customer(who: string): Promise<unknown> {
    return (await journey.command('customer', 'show', who)).json;
  }

  async function reasonsOf(who: string): Promise<readonly unknown[]> {
    const { json } = await journey.command('customer', 'timeline', who);
    const rows = z.array(z.looseObject({ kind: z.string() })).parse(json);
    return rows.filter(({ kind }) => kind === 'email-not-sent').map((row) => row['reason']);
  }
});

/** An order in the generic shape, of a buyer of its own unless somebody is named. */
function anOrder(
  id: string,
  given: { readonly type?: string; readonly currency?: string; readonly total?: string } = {},
  customer: unknown = { id: `buyer-${id}` },
) {
  const { type = 'order.placed', currency = 'USD', total = '10.00' } = given;
  const items = [{ productId: 'p-1', title: 'Blue Train', quantity: 1, price: total }];
  return {
    type,
    timestamp: now(),
    data: { id, customer, currency, total, placedAt: now(), items },
  };
}

function usd(amount: string) {
  return { amount, currency: 'USD' };
}

function now(): string {
  return new Date().toISOString();
}
