// A return asked for on our own page: as if the shop had sent it, once a day, for orders of the customer's own.
import { afterEach, describe, expect, it } from 'vitest';
import { cardToText } from '#bot/card.ts';
import { requestReturn } from '#engine/flows/request-return.ts';
import { cardIn } from '../../support/asking.ts';
import { DAY } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

describe.each(DATABASES)('requestReturn, on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  const begin = async () => {
    world = await createWorld({ database });
    const tom = someone({ ref: 'c-tom', email: 'tom@example.com' });
    await world.deliver(
      anOrder({ ref: '1054', total: 4_900, customer: someone() }),
      anOrder({ ref: '2000', total: 9_900, customer: tom }),
    );
    const [found] = await world.deps.storage.customers.named('maria@example.com', 1);
    return found?.profile.unsubscribeToken ?? '';
  };
  const asks = async (token: string, orderNumber: string | null) => {
    const form = { orderNumber, reason: 'damaged', note: 'A crack <!channel>' };
    const outcome = await requestReturn(world.deps, token, form);
    await world.runJobs();
    return outcome;
  };
  const cases = () => world.deps.storage.cases.list({}, { limit: 9 });

  it('opens a case with the order, the reason and the customer’s words', async () => {
    const token = await begin();

    expect(await asks(token, ' 1054')).toBe('recorded');

    expect(await cases()).toMatchObject([
      { shop: 'events', orderRef: '1054', amount: { minor: 4_900 }, note: 'A crack <!channel>' },
    ]);
    const card = cardIn(world, 'refunds');
    expect(card && cardToText(card)).toMatch(/Reason: +damaged/);
  });

  it('takes one a day for an order', async () => {
    const token = await begin();

    await asks(token, '#1054');
    expect(await asks(token, '1054')).toBe('already');
    world.pass(DAY);
    expect(await asks(token, '1054')).toBe('recorded');

    expect(await cases()).toHaveLength(2);
  });

  it('knows no order of somebody else, and nobody by another token', async () => {
    const token = await begin();

    expect(await asks(token, '2000')).toBe('no-order');
    expect(await asks('AAAAAAAAAAAAAAAA', '1054')).toBe('unknown');

    expect(await cases()).toHaveLength(0);
  });

  it('comes to the team also from who knows no number', async () => {
    const token = await begin();

    expect(await asks(token, null)).toBe('recorded');

    expect(await cases()).toMatchObject([{ orderRef: null, note: 'A crack <!channel>' }]);
  });
});
