// What comes of a code, weeks after its decision: told once in its thread, and counted for its automation.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '#bot/card.ts';
import { forgetCustomer } from '#engine/flows/forget-customer.ts';
import { sweep } from '#engine/flows/sweep.ts';
import { ask } from '../../support/asking.ts';
import { anAutomation, DAY, HOUR, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

/** A code that is decided on, and one that is not, both good for ten days. */
const CODES = withAutomations(
  anAutomation({
    ...{ name: 'asked', when: 'event.total > 100' },
    do: [{ discount: { percent: 20, expires: '10d' } }],
  }),
  anAutomation({
    ...{ name: 'given', when: 'event.total < 10' },
    do: [{ discount: { amount: 5, expires: '10d', approval: 'none' } }],
  }),
);

describe.each(DATABASES)('the outcome of a code on the %s database', (database) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ database, playbook: CODES });
  });
  afterEach(() => world.close());

  const codeOf = async (total = 20_000, customer = someone()) => {
    const before = new Set(world.shop.codes.keys());
    await world.deliver(anOrder({ total, customer }));
    const [approval] = await world.deps.storage.approvals.list({ status: 'pending' }, { limit: 1 });
    if (approval !== undefined) await ask(world, `approval approve ${approval.id}`);
    await world.runJobs();
    return [...world.shop.codes.keys()].find((code) => !before.has(code)) ?? '';
  };
  const order = (code: string, said: Parameters<typeof anOrder>[0] = {}) =>
    anOrder({ total: 5_000, codes: [code], at: world.deps.now(), ...said });
  const tick = async () => {
    await sweep(world.deps);
    await world.runJobs();
    return world.posted
      .filter(({ thread, card }) => thread !== null && card.title.startsWith('The code'))
      .map(({ card }) => cardToText(card));
  };

  it('is told once the code is used: which order, how much, after how many days', async () => {
    const code = await codeOf();
    world.pass(3 * DAY);
    await world.deliver(order(code, { ref: '2001' }));

    const said = await tick();

    expect(said).toEqual([
      'The code was used\nOrder #2001 of $50.00 used it, 3 days after it was made.',
    ]);
    world.pass(20 * DAY);
    await world.deliver(order(code, { ref: '2002' }));
    expect(await tick()).toEqual(said);
  });

  it('is told once by two processes whose clocks strike together', async () => {
    const code = await codeOf();
    await world.deliver(order(code));

    await Promise.all([sweep(world.deps), sweep(world.deps)]);

    expect(await tick()).toHaveLength(1);
  });

  it('is “not used” an hour after the end, that instant included, and not where it was used', async () => {
    await codeOf();
    world.pass(10 * DAY + HOUR - 1);
    expect(await tick()).toEqual([]);

    world.pass(1);

    expect(await tick()).toEqual(['The code was not used\nIt has expired, and no order used it.']);
  });

  it('is put right when an order is told late', async () => {
    const code = await codeOf();
    world.pass(11 * DAY);
    await tick();
    await world.deliver(order(code, { at: new Date(world.deps.now().getTime() - 2 * DAY) }));

    expect(await tick()).toEqual([
      expect.stringContaining('was not used'),
      expect.stringContaining('9 days after it was made'),
    ]);
    expect(await tick()).toHaveLength(2);
  });

  it('takes no order for a use that is not paid, was cancelled or is a test', async () => {
    const code = await codeOf();
    await world.deliver(
      order(code, { type: 'order.placed' }),
      order(code, { ref: 'gone' }),
      order(code, { ref: 'gone', type: 'order.cancelled' }),
      order(code, { test: true }),
    );

    expect(await tick()).toEqual([]);
  });

  it('says nothing of who is forgotten', async () => {
    const code = await codeOf();
    await world.deliver(order(code));
    const [approval] = await world.deps.storage.approvals.list({}, { limit: 1 });
    if (approval === undefined) throw new Error('no approval was made');
    await forgetCustomer(world.deps, approval.customerId);

    expect(await tick()).toEqual([]);
  });

  it('counts for its automation, decided on or not, each order once and each currency apart', async () => {
    const used = await codeOf(500);
    const tom = someone({ ref: 'c-2', email: 'tom@example.com' });
    const unused = await codeOf(900, tom);
    await codeOf(20_000, tom);
    await world.deliver(
      order(used, { ref: '2001', total: 4_000, codes: [used, unused.toUpperCase()] }),
      order(used, { ref: '2002', total: 3_000, currency: 'JPY' }),
    );
    world.pass(11 * DAY);

    expect(await tick()).toHaveLength(1);
    const { json, text } = await ask(world, 'automation show given');

    expect(json).toMatchObject({
      codes: {
        ...{ granted: 2, redeemed: 2, expired: 0 },
        cost: [{ amount: '10.00', currency: 'USD' }],
        revenue: [
          { amount: '3000', currency: 'JPY' },
          { amount: '40.00', currency: 'USD' },
        ],
      },
    });
    expect(text).toContain('2 codes made, expected to cost $10.00 · 2 used (100 %)');
    expect((await ask(world, 'automation show asked')).json).toMatchObject({
      codes: { granted: 1, redeemed: 0, expired: 1 },
    });
  });
});
