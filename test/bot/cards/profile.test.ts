// The profile of a customer as a card: what waits, what was, what they may like; within what Slack takes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createActionCodec } from '#bot/action-id.ts';
import { cardToBlocks } from '#bot/surfaces/slack/blocks.ts';
import { refreshRecommendations } from '#engine/flows/refresh-recommendations.ts';
import { addNote } from '#engine/flows/work-customer.ts';
import { ask } from '../../support/asking.ts';
import { MARIA } from '../../support/bot-things.ts';
import { anOrder, aRefund, aReturn, daysAgo, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const PRICE = { minor: 1_000, currency: 'USD' };

function bought(ref: string, who: string, ...titles: readonly string[]) {
  const order = anOrder({ ref, customer: someone({ ref: who, email: `${who}@example.com` }) });
  if (!('order' in order.fact)) throw new Error('not an order');
  const items = titles.map((title) => ({
    ...{ productId: title, title, quantity: 1, price: PRICE, category: 'Jazz' },
  }));
  return { ...order, fact: { ...order.fact, order: { ...order.fact.order, items } } };
}

describe('the profile', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
    const maria = someone();
    await world.deliver(
      anOrder({ ref: '1', total: 620_000, customer: maria, at: daysAgo(60) }),
      anOrder({ ref: '2', total: 4_000, currency: 'JPY', customer: maria, at: daysAgo(40) }),
      anOrder({ ref: '3', total: 3_000, customer: maria, at: daysAgo(20) }),
      aRefund({ orderRef: '3', amount: 1_000, at: daysAgo(10) }),
      bought('4', 'maria', 'Blue Train', 'Kind of Blue'),
      bought('5', 'tom', 'Blue Train', 'Kind of Blue', 'Giant Steps'),
      bought('6', 'ann', 'Blue Train', 'Giant Steps'),
    );
    await world.deliver(aReturn({ orderRef: '3' }));
    const { id } =
      (await world.deps.storage.customers.named('maria@example.com', 1))[0]?.profile ?? {};
    if (id === undefined) throw new Error('Maria is not there');
    await addNote(world.deps, { customerId: id, text: 'likes vinyl', by: MARIA });
    await refreshRecommendations(world.deps);
  });
  afterAll(() => world.close());

  it('says what waits, what was, and what they may like', async () => {
    const { text, json } = await ask(world, 'customer show maria@example.com');

    for (const shown of [
      'subscribed, since ',
      'said by the shop',
      'After refunds',
      'Refund request',
      'VIP promotion',
      'waiting',
      'likes vinyl',
      'Giant Steps',
      'Buys mostly',
    ])
      expect(text).toContain(shown);
    expect(text).toMatch(/Latest refunds\n.*\$10\.00/);
    expect(json).toMatchObject({
      recommended: [{ productId: 'Giant Steps', because: 'Blue Train', buyers: 2 }],
    });
  });

  it('is not too long for Slack', async () => {
    const { card } = await ask(world, 'customer show maria@example.com');

    const { blocks } = cardToBlocks(card, createActionCodec(new Uint8Array(32)));

    expect(blocks.length).toBeLessThan(30);
  });
});
