// What a customer was given lately, and the budget of the day: to the minor unit, to the instant, and under two clicks at once.
import { afterEach, describe, expect, it } from 'vitest';
import type { Decider } from '#engine/approvals/approval.ts';
import { budgetsNow, releaseBudget } from '#engine/flows/discount-budget.ts';
import { forgetCustomer } from '#engine/flows/forget-customer.ts';
import { settleApproval } from '#engine/flows/settle-approval.ts';
import { asId } from '#engine/ids.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { ask } from '../../support/asking.ts';
import { anAutomation, DAY, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, NOW, type World, type WorldOptions } from '../../support/world.ts';

const MARIA: Decider = { person: 'Maria', name: 'Maria', surface: 'slack' };
const PEOPLE = [
  { name: 'Ann', roles: ['admin' as const] },
  { name: 'Maria', roles: ['approver' as const] },
];

/** A code of $10 at each paid order over $100, and a question about 20 % at each one below. */
const GIFTS = withAutomations(
  anAutomation({
    ...{ name: 'gift', when: 'event.total > 100' },
    do: [{ discount: { amount: 10, expires: '30d', approval: 'none' } }],
  }),
  anAutomation({
    ...{ name: 'asked', when: 'event.total <= 100' },
    do: [{ discount: { percent: 20, expires: '30d' } }],
  }),
);

function teamed(team: Partial<Playbook['team']>, then = GIFTS) {
  return (shipped: Playbook): Playbook => {
    const made = then(shipped);
    return { ...made, team: { ...made.team, ...team } };
  };
}

describe.each(DATABASES)('the exposure of a customer on the %s database', (database) => {
  let world: World;
  const open = async (options: WorldOptions = {}) => {
    world = await createWorld({ database, playbook: GIFTS, ...options });
  };
  afterEach(() => world.close());

  const pending = () => world.deps.storage.approvals.list({ status: 'pending' }, { limit: 10 });
  const approve = (id: string, by = MARIA) =>
    settleApproval(world.deps, {
      id: asId('approval', id),
      ...{ decision: 'approved', by, seenVersion: null },
    });
  const shownFor = async (index = 0) => {
    const approval = (await pending())[index];
    return ask(world, `approval show ${approval?.id}`);
  };

  it('counts codes and the orders that used them, however the code was typed', async () => {
    await open();
    await world.deliver(anOrder({ total: 50_000 }), anOrder({ total: 20_000 }));
    const [code = '', unused = ''] = world.shop.codes.keys();
    await world.deliver(anOrder({ total: 4_000, codes: [code.toLowerCase()] }));
    await world.deliver(
      anOrder({ ref: 'gone', total: 3_000, codes: [unused] }),
      anOrder({ ref: 'gone', total: 3_000, codes: [unused], type: 'order.cancelled' }),
    );

    const { json, text } = await shownFor(1);

    expect(json).toMatchObject({
      exposure: {
        ...{ days: 90, granted: 2, redeemed: 1, budgets: [] },
        cost: [{ amount: '20.00', currency: 'USD' }],
        ordered: [{ amount: '40.00', currency: 'USD' }],
        planned: { amount: '100.00', currency: 'USD' },
      },
    });
    expect(text).toContain('2 codes, expected to cost $20.00 · 1 used, on orders of $40.00');
  });

  it('looks 90 days back, that very instant included, and at no one else’s codes', async () => {
    await open();
    await world.deliver(anOrder({ total: 20_000 }));
    await world.deliver(
      anOrder({ total: 20_000, customer: someone({ ref: 'c-2', email: 'tom@example.com' }) }),
    );
    await world.deliver(anOrder({ total: 4_000 }));

    world.pass(90 * DAY);
    expect((await shownFor()).json).toMatchObject({ exposure: { granted: 1 } });
    world.pass(1);
    expect((await shownFor()).json).toMatchObject({ exposure: { granted: 0, cost: [] } });
  });

  it('leaves out what was taken back', async () => {
    await open();
    await world.deliver(anOrder({ total: 20_000 }));
    const [run] = await world.deps.storage.runs.list({ automation: 'gift' }, { limit: 1 });
    await ask(world, `undo ${run?.id}`);
    await world.runJobs();
    await world.deliver(anOrder({ total: 4_000 }));

    expect(world.shop.codes.size).toBe(0);
    expect((await shownFor()).json).toMatchObject({ exposure: { granted: 0 } });
  });

  it('keeps the numbers and no code of who is forgotten', async () => {
    await open();
    await world.deliver(anOrder({ total: 20_000 }));
    const [run] = await world.deps.storage.runs.list({ automation: 'gift' }, { limit: 1 });
    if (run === undefined) throw new Error('no run was made');

    await forgetCustomer(world.deps, run.customerId);

    const [grant] = await world.deps.storage.grants.ofCustomer(run.customerId, NOW);
    expect(grant).toMatchObject({ code: null, cost: { minor: 1_000, currency: 'USD' } });
  });

  it.each([
    ['USD', 10_000, 20, 'settled'],
    ['USD', 10_000, 19.99, 'refused'],
    ['JPY', 100, 20, 'settled'],
    ['JPY', 100, 19, 'refused'],
    ['KWD', 100_000, 20, 'settled'],
    ['KWD', 100_000, 19.999, 'refused'],
  ])(
    'holds a budget in %s to the minor unit: 20 %% of %s against %s',
    async (currency, total, budget, kind) => {
      await open({
        playbook: teamed({ currency }),
        limits: { daily_discount_budget: budget },
      });
      await world.deliver(anOrder({ total, currency }));
      const [approval] = await pending();

      expect(await approve(approval?.id ?? '')).toMatchObject({ kind });
    },
  );

  it('lets one of two approvals through where the budget has room for one', async () => {
    await open({ limits: { daily_discount_budget: 39.99 } });
    await world.deliver(
      anOrder({ total: 10_000 }),
      anOrder({ total: 10_000, customer: someone({ ref: 'c-2', email: 'tom@example.com' }) }),
    );
    const both = await pending();

    const settled = await Promise.all(both.map(({ id }) => approve(id)));

    expect(settled.map(({ kind }) => kind).toSorted()).toEqual(['refused', 'settled']);
  });

  it('says what is left, when it renews on the shop’s clock, and who can raise it', async () => {
    await open({
      playbook: teamed({ people: PEOPLE, timezone: 'America/New_York' }),
      limits: { daily_discount_budget: 30 },
    });
    await world.deliver(
      anOrder({ total: 10_000 }),
      anOrder({ total: 10_000, customer: someone({ ref: 'c-2', email: 'tom@example.com' }) }),
    );
    const [first, second] = await pending();
    await approve(first?.id ?? '');

    const { text } = await ask(world, `approval show ${second?.id}`);
    const refused = await ask(world, `approval approve ${second?.id}`);

    expect(text).toContain('Left of today’s budget: $10.00 of $30.00');
    expect(text).toContain('The budget renews 2031-03-04 05:00 UTC.');
    expect(refused.refused?.code).toBe('over-budget');
    expect(refused.text).toContain('expected to cost $20.00');
    expect(refused.text).toContain('only $10.00 is left. It renews 2031-03-04 05:00 UTC');
    expect(refused.text).toContain('ask an admin (Ann) to raise daily_discount_budget');
    world.pass(Date.parse('2031-03-04T05:00:00Z') - NOW.getTime());
    expect(await approve(second?.id ?? '')).toMatchObject({ kind: 'settled' });
  });

  it('holds a month’s budget as well, to its end on the shop’s clock', async () => {
    const limits = { daily_discount_budget: 30, monthly_discount_budget: 45 };
    await open({ playbook: teamed({ people: PEOPLE, timezone: 'America/New_York' }), limits });
    const buys = (ref: string) =>
      anOrder({ total: 10_000, customer: someone({ ref, email: `${ref}@example.com` }) });
    await world.deliver(buys('c-1'), buys('c-2'), buys('c-3'));
    const [first, second, third] = await pending();
    await approve(first?.id ?? '');
    world.pass(24 * 3_600_000);
    await approve(second?.id ?? '');
    world.pass(24 * 3_600_000);

    const { text, json } = await ask(world, `approval show ${third?.id}`);
    const refused = await ask(world, `approval approve ${third?.id}`);

    // The day has room, the month has not.
    expect(text).toContain('Left of today’s budget: $30.00 of $30.00');
    expect(text).toContain('Left of this month’s budget: $5.00 of $45.00');
    expect(text).toContain('Too little is left this month for this one.');
    expect(json).toMatchObject({
      exposure: { budgets: [{ period: 'day' }, { period: 'month', left: { amount: '5.00' } }] },
    });
    expect(refused.refused?.code).toBe('over-budget');
    expect(refused.text).toContain('of this month’s discount budget of $45.00 only $5.00 is left');
    expect(refused.text).toContain('It renews 2031-04-01 04:00 UTC');
    expect(refused.text).toContain('ask an admin (Ann) to raise monthly_discount_budget');
    world.pass(Date.parse('2031-04-01T03:59:59Z') - world.deps.now().getTime());
    expect(await approve(third?.id ?? '')).toMatchObject({ kind: 'refused' });
  });

  it('gives a code that could not be made back to the month, whenever it was decided', async () => {
    await open({ limits: { monthly_discount_budget: 45 } });
    await world.deliver(anOrder({ total: 10_000 }));
    const [approval] = await pending();
    const plan = await world.deps.storage.plans.get(approval?.planId ?? never());
    await approve(approval?.id ?? '');
    const left = async () =>
      (await budgetsNow(world.deps, world.deps.storage)).map(({ left: { minor } }) => minor);
    expect(await left()).toEqual([2_500]);
    world.pass(3 * 24 * 3_600_000);

    await world.deps.storage.transaction((records) =>
      releaseBudget(world.deps, records, plan?.id ?? ''),
    );

    expect(await left()).toEqual([4_500]);
  });
});

function never(): never {
  throw new Error('there is no approval');
}
