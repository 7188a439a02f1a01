// Commands about customers, from the line to the profile.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readValue } from '#bot/commands/customer-changes.ts';
import { ADMIN, AGENT, actionOf, asCard, ask, press } from '../../support/asking.ts';
import { anEvent, anOrder, aRefund, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;

beforeAll(async () => {
  world = await createWorld();
  await world.deliver(
    anOrder({ ref: '1054', total: 4_000, customer: someone() }),
    anOrder({ ref: '1055', total: 2_000, customer: someone() }),
    aRefund({ orderRef: '1055', amount: 500 }),
    anOrder({
      ref: '7',
      total: 12_345,
      currency: 'KWD',
      customer: someone({ ref: 'c-2', email: null, firstName: 'Noor', lastName: null }),
    }),
    anOrder({
      ref: '8',
      customer: someone({
        ref: 'c-3',
        email: 'm2@example.com',
        firstName: 'Maria',
        lastName: 'Silvers',
      }),
    }),
  );
});
afterAll(() => world.close());

describe('customer show', () => {
  it('gives the keys of the contract', async () => {
    const { json } = await ask(world, 'customer show maria@example.com');

    expect(json).toMatchObject({
      email: 'maria@example.com',
      name: 'Maria Silva',
      tier: 'Silver',
      tierPinned: false,
      tags: [],
      attributes: {},
      orders: 2,
      amountSpent: { amount: '60.00', currency: 'USD' },
      averageOrder: { amount: '30.00', currency: 'USD' },
      refunds: 1,
      openCases: 0,
      consent: { email: { state: 'subscribed' } },
      predicted: {},
      segments: ['best-customers'],
      recommended: [],
    });
  });

  it.each(['MARIA@example.com', '#1054', 'Maria Silva', 'c-1'])(
    'finds the customer by %j',
    async (who) => {
      expect((await ask(world, `customer show ${who}`)).json).toMatchObject({
        name: 'Maria Silva',
      });
    },
  );

  it('shows other currencies beside the shop’s, in their own decimals', async () => {
    const { text, json } = await ask(world, 'customer show Noor');

    expect(json).toMatchObject({ email: null, amountSpent: { amount: '0.00', currency: 'USD' } });
    expect(text).toMatch(/KWD\s12\.345/);
  });

  it('asks back where a name is two people’s, with a button for each and their addresses masked', async () => {
    const { refused, json, text, card } = await ask(world, 'customer show Maria');
    const opened = await press(world, actionOf(card, 'Maria Silvers'));

    expect(refused?.code).toBe('ambiguous');
    expect(json).toMatchObject({
      error: { candidates: [{ email: 'maria@example.com' }, { email: 'm2@example.com' }] },
    });
    expect(text).toContain('m…a@example.com');
    expect(text + refused?.message).not.toContain('maria@example.com');
    expect(asCard(opened).json).toMatchObject({ name: 'Maria Silvers' });
  });

  it('shows who is one slip away, and says that it is a guess', async () => {
    const { text, json } = await ask(world, 'customer show Nooor');

    expect(json).toMatchObject({ name: 'Noor' });
    expect(text).toContain('Nobody is called “Nooor”');
  });

  it('asks back where a number is that of orders in two shops', async () => {
    const other = someone({ ref: 'x-1', email: 'ada@example.com', firstName: 'Ada', lastName: '' });
    await world.deliver(
      anEvent(anOrder({ ref: '1055', customer: other }).fact, { shop: 'shopify', historic: true }),
    );

    const { refused, text } = await ask(world, 'customer show #1055');

    expect(refused?.code).toBe('ambiguous');
    expect(text).toContain('Maria Silva, order #1055 in the shop');
    expect(text).toContain('Ada, order #1055 in Shopify');
  });

  it('refuses nobody with a code and a hint', async () => {
    const { refused, json } = await ask(world, 'customer show nobody@example.com');

    expect(refused?.code).toBe('not-found');
    expect(json).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('customer tag', () => {
  it('changes nobody who is only nearly called so, and offers them', async () => {
    const { refused, text, labels } = await ask(
      world,
      'customer tag "Mara Silva" wholesale',
      AGENT,
    );

    expect(refused?.code).toBe('not-found');
    expect(text).toContain('Nobody is found by “Mara Silva”');
    expect(labels).toContain('Maria Silva');
  });

  it('tags once, says so, and says that nothing changed the second time', async () => {
    const first = await ask(world, 'customer tag Maria Silva wholesale', AGENT);
    const second = await ask(world, 'customer tag maria@example.com wholesale', AGENT);
    await world.runJobs();

    expect(first.text).toContain('Maria Silva now has the tag “wholesale”.');
    expect(second.text).toContain('already had the tag');
    expect(second.json).toMatchObject({ tags: ['wholesale'] });
    expect(world.shop.tags.get('c-1')).toEqual(['wholesale']);
  });

  it('keeps a hostile tag as text', async () => {
    await ask(world, 'customer tag Noor "<!channel> <b>x</b>"', AGENT);

    expect((await ask(world, 'customer show Noor')).json).toMatchObject({
      tags: ['<!channel> <b>x</b>'],
    });
  });
});

describe('customer set', () => {
  it('keeps the type of what was typed, and clears it again', async () => {
    await ask(world, 'customer set maria@example.com shoe_size 42');
    const set = await ask(world, 'customer show maria@example.com');
    const cleared = await ask(world, 'customer set maria@example.com shoe_size --clear');

    expect(set.json).toMatchObject({ attributes: { shoe_size: 42 } });
    expect(cleared.json).toMatchObject({ attributes: {} });
  });

  it('knows only the tiers of the team, holds them, and lets go of them', async () => {
    const set = await ask(world, 'customer set maria@example.com tier gold');
    const released = await ask(world, 'customer set maria@example.com tier auto');

    expect(set.json).toMatchObject({ tier: 'Gold', tierPinned: true });
    expect(set.text).toContain('Gold (set by hand)');
    expect(released.json).toMatchObject({ tier: 'Silver', tierPinned: false });
    expect((await ask(world, 'customer set maria@example.com tier Tin')).refused?.code).toBe(
      'invalid',
    );
  });
});

describe('readValue', () => {
  it.each([
    ['true', true],
    ['42', 42],
    ['-1.5', -1.5],
    ['007', '007'],
    ['820982911946154508', '820982911946154508'],
    ['1e3', '1e3'],
    ['M', 'M'],
  ])('reads %j as what it means and never loses a digit', (typed, value) => {
    expect(readValue(typed)).toBe(value);
  });
});

describe('customer timeline', () => {
  it('has a sentence for everything that happened, newest first', async () => {
    await ask(world, 'customer note maria@example.com likes vinyl', AGENT);

    const { json, text } = await ask(world, 'customer timeline maria@example.com --limit 100');

    expect(json).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'note', text: 'Note by Alex: likes vinyl' }),
        expect.objectContaining({
          kind: 'event',
          text: 'Order paid · #1054 · $40.00',
          money: { amount: '40.00', currency: 'USD' },
        }),
      ]),
    );
    expect(text).toContain('likes vinyl');
  });
});

describe('customer top', () => {
  it('ranks by what was spent, and says when there is another page', async () => {
    const { json, text } = await ask(world, 'customer top --limit 1');

    expect(json).toEqual([expect.objectContaining({ name: 'Maria Silva', orders: 2 })]);
    expect(text).toMatch(/customer top --limit 1 --after cus_/);
  });

  it('does not pass off a guess as a prediction', async () => {
    expect((await ask(world, 'customer top --by predicted')).refused?.code).toBe('invalid');
  });
});

describe('customer forget', () => {
  it('is for admins, asks first, and then leaves no trace', async () => {
    expect((await ask(world, 'customer forget Noor --yes', AGENT)).refused?.code).toBe('forbidden');
    expect((await ask(world, 'customer forget Noor')).text).toContain('--yes');

    const done = await ask(world, 'customer forget Noor --yes', ADMIN);

    expect(done.refused).toBeUndefined();
    expect((await ask(world, 'customer show Noor')).refused?.code).toBe('not-found');
  });
});
