// A whole segment changed through the edges alone: asked in the terminal, followed on a card in Slack, done in the shop, undone.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { CHANNELS, type Journey, PEOPLE, startJourney } from '../support/journey.ts';
import { LENA, OMAR, STORE_CUSTOMERS, STORE_ORDERS } from '../support/shop-people.ts';
import { orderBody } from '../support/shopify-bodies.ts';
import { buttonsOf, cardIn, cardsIn, pressAndHear } from '../support/slack-hands.ts';

const WHOM = 'amount_spent > 100';

describe.each(DATABASES)('a bulk change on the %s database', (database) => {
  let journey: Journey;
  let id: string;
  beforeAll(async () => {
    journey = await startJourney({ database, slack: 'socket' });
    journey.shopify.customers.push(...STORE_CUSTOMERS);
    journey.shopify.orders.push(...STORE_ORDERS);
    for (const buyer of [LENA, OMAR]) {
      const order = { id: `90071992547409931${buyer.id.slice(-2)}`, total: '20.00', buyer };
      await journey.shopifySends('orders/paid', orderBody({ ...order, at: new Date() }));
    }
    await journey.settled();
  });
  afterAll(() => journey.stop());

  const tags = () => [LENA, OMAR].map((buyer) => journey.shopify.tags.get(gid(buyer.id)) ?? []);

  it('is shown first, and touches nobody', async () => {
    const { exit, json } = await journey.command('segment', 'tag', WHOM, 'Autumn sale');

    id = String(Object(json).id);
    expect([exit, json]).toMatchObject([
      0,
      { status: 'previewed', wouldChange: 2, shopCalls: 2, confirm: `batch confirm ${id}` },
    ]);
    await journey.settled();
    expect(tags().flat()).not.toContain('Autumn sale');
    expect(cardsIn(journey, CHANNELS.reports)).toEqual([]);
  });

  it('is carried out once confirmed, here and in the shop, and its card says so', async () => {
    await journey.command('batch', 'confirm', id);

    const card = await eventually(() => {
      const seen = cardIn(journey, CHANNELS.reports);
      expect(seen.text).toContain('2 done');
      return seen;
    });
    expect(card.text).toContain('Done. 2 of 2 customers were changed.');
    expect(tags()).toEqual([expect.arrayContaining(['Autumn sale']), ['Autumn sale']]);
    const shown = await journey.command('customer', 'show', OMAR.email);
    expect(shown.json).toMatchObject({ tags: ['Autumn sale'] });
    const again = await journey.command('batch', 'confirm', id);
    expect([again.exit, again.json]).toMatchObject([1, { error: { code: 'settled' } }]);
  });

  it('is not undone by who may not, and as a whole by who may, but for whom somebody spoke since', async () => {
    const denied = await pressAndHear(
      journey,
      PEOPLE.maria,
      cardIn(journey, CHANNELS.reports),
      'Undo',
    );
    await journey.command('customer', 'untag', LENA.email, 'Autumn sale');
    const undone = await journey.command('undo', id, '--yes');

    expect(denied.text).toContain('Not for your role');
    expect(undone.json).toMatchObject({ undoOf: id, wouldChange: 1, movedOn: 1 });
    await eventually(() => expect(tags().flat()).not.toContain('Autumn sale'));
    const first = await eventually(() => {
      const [oldest] = cardsIn(journey, CHANNELS.reports);
      expect(oldest?.text).toContain(`Undone by ${String(Object(undone.json).id)}`);
      return oldest;
    });
    expect(first === undefined ? [] : buttonsOf(first)).toEqual(['Show the undo']);
  });
});

function gid(id: string): string {
  return `gid://shopify/Customer/${id}`;
}
