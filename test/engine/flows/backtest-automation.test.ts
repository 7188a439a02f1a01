// A back-test: what it finds is what would have happened, with customers as they were, and nothing is done.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Automation } from '#engine/automations/automation.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import type { NewEvent } from '#engine/events/shop-event.ts';
import { backtestAutomation } from '#engine/flows/backtest-automation.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { ask } from '../../support/asking.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, aRefund, daysAgo, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
afterEach(() => world.close());

function anAutomation(given: Readonly<Record<string, unknown>>): Automation {
  const read = readAutomation({
    name: 'under-test',
    mode: 'live',
    on: 'order.paid',
    do: [{ tag: 'x' }],
    ...given,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.automation;
}

function only(...automations: readonly Automation[]) {
  return (shipped: Playbook): Playbook => ({ ...shipped, automations });
}

function order(ref: string, days: number, total: number, who = '1'): NewEvent {
  const customer = someone({ ref: who, email: `c${who}@example.com` });
  return anOrder({ ref, total, at: daysAgo(days), customer, historic: true });
}

function test(automation: Automation, since: Date | null = null) {
  return backtestAutomation(world.deps, { automation, since });
}

describe.each(DATABASES)('backtestAutomation on the %s database', (database) => {
  it('asks each event of the customer as they were then, and looks ahead at nothing', async () => {
    world = await createWorld({ database });
    await world.deliver(
      order('b', 10, 300_000),
      order('a', 70, 300_000),
      order('c', 5, 300_000, '2'),
    );

    const found = await test(
      anAutomation({
        when: 'amount_spent > 5000',
        do: [
          {
            email: {
              template: 'vip-thanks',
              approval: 'required',
              discount: { percent: 50, expires: '30d' },
            },
          },
        ],
      }),
    );

    expect(found).toMatchObject({ events: 3, firings: 1, customers: 1, approvals: 1 });
    expect(found.sample.map(({ at }) => at)).toEqual([daysAgo(10)]);
    expect(found.sample[0]?.trace).toMatchObject({ result: true, actual: '6000.00' });
    expect(found.exposure).toEqual({ minor: 150_000, currency: 'USD' });
  });
});

describe('backtestAutomation', () => {
  it('sees the orders before a day, but fires only since then', async () => {
    world = await createWorld();
    await world.deliver(order('a', 70, 300_000), order('b', 10, 300_000), order('c', 3, 100));

    const found = await test(
      anAutomation({ when: 'amount_spent > 5000', reentry: 'always' }),
      daysAgo(5),
    );

    expect(found).toMatchObject({ events: 1, firings: 1 });
  });

  it('follows what it changes itself', async () => {
    world = await createWorld();
    await world.deliver(order('a', 9, 100), order('b', 8, 100), order('c', 7, 100));

    const found = await test(
      anAutomation({ when: "customer_tags NOT CONTAINS 'x'", reentry: 'always' }),
    );

    expect(found.firings).toBe(1);
  });

  it('lets somebody enter a segment once for every time', async () => {
    const segment = { on: { 'segment.entered': 'big-spenders' }, reentry: 'always' };
    world = await createWorld();
    await world.deliver(
      order('a', 9, 120_000),
      aRefund({ orderRef: 'a', amount: 50_000, at: daysAgo(8) }),
      order('b', 7, 90_000),
    );

    expect((await test(anAutomation(segment))).firings).toBe(2);
  });

  it('names the live automations that meet the same people', async () => {
    const other = anAutomation({ name: 'other', when: 'amount_spent > 10' });
    world = await createWorld({ playbook: only(other) });
    await world.deliver(
      order('a', 9, 100_000),
      order('b', 8, 100_000, '2'),
      order('c', 8, 100, '3'),
    );

    const found = await test(anAutomation({ when: 'amount_spent > 500' }));

    expect(found.overlap).toEqual([{ name: 'other', customers: 2 }]);
  });

  it('ranks a customer among those who were known by then', async () => {
    world = await createWorld();
    const people = Array.from({ length: 9 }, (_, index) =>
      order(`o${index}`, 20 - index, 1_000 * (index + 1), `${index}`),
    );
    await world.deliver(...people, order('late', 1, 100, '3'));

    const found = await test(anAutomation({ when: 'amount_spent_percentile >= 75' }));

    expect(found).toMatchObject({ firings: 9, customers: 9 });
  });

  it('fires as often as the same events did live', async () => {
    const said = [
      { when: 'amount_spent > 60', reentry: 'never' },
      { when: 'number_of_orders >= 2', reentry: 'after 2h' },
      { when: 'amount_spent_net < 100', reentry: 'always' },
      { when: "customer_tags NOT CONTAINS 'rule-3'", reentry: 'always' },
      { when: "customer_tags CONTAINS 'rule-1'", reentry: 'never' },
    ];
    const rules = said.map((each, nth) => {
      const name = `rule-${nth}`;
      return anAutomation({
        ...{ ...each, name, on: ['order.paid', 'refund.created'], do: [{ tag: name }] },
      });
    });
    const step = fc.record({
      who: fc.constantFrom('1', '2'),
      total: fc.integer({ min: 1, max: 9_000 }),
      refund: fc.boolean(),
      minutes: fc.constantFrom(0, 1, 119, 120, 300),
    });
    // One shop for all of it: each sequence has customers of its own, and all that came before is replayed with it.
    world = await createWorld({ playbook: only(...rules) });
    let sequence = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        sequence += 1;
        for (const [index, { who, total, refund, minutes }] of steps.entries()) {
          const ref = `o${sequence}-${index}`;
          const name = `c${sequence}-${who}`;
          const customer = someone({ ref: name, email: `${name}@example.com` });
          const at = world.deps.now();
          await world.deliver(anOrder({ ref, total, customer, at }));
          if (refund)
            await world.deliver(
              aRefund({ ref: `r${ref}`, orderRef: ref, amount: total, customer, at }),
            );
          world.pass(minutes * 60_000);
        }
        const live = await world.database.query<{ automation: string; runs: number }>(
          'SELECT automation, count(*)::int AS runs FROM runs GROUP BY automation',
          [],
        );
        for (const rule of rules) {
          const { firings } = await test(rule);
          expect([rule.name, firings]).toEqual([
            rule.name,
            live.find(({ automation }) => automation === rule.name)?.runs ?? 0,
          ]);
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});

describe('automation backtest', () => {
  it('answers with a card and the keys of the contract', async () => {
    world = await createWorld();
    await world.deliver(order('a', 40, 300_000), order('b', 10, 300_000));

    const { text, json } = await ask(world, 'automation backtest vip-promotion --since 60d');

    expect(text).toContain('Back-test: VIP promotion');
    expect(json).toMatchObject({
      events: 2,
      firings: 1,
      customers: 1,
      approvals: 1,
      byMonth: [{ month: '2031-02', firings: 1 }],
      sample: [{ customer: { email: 'c1@example.com' }, trace: { result: true } }],
      milliseconds: expect.any(Number),
    });
  });

  it('says so when there is nothing to replay', async () => {
    world = await createWorld();

    expect((await ask(world, 'automation backtest vip-promotion')).text).toContain(
      'nothing to replay',
    );
  });
});
