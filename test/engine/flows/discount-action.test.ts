// A code on its own: made within the budget, shown by a later mail, taken back while nobody has used it.
import { afterEach, describe, expect, it } from 'vitest';
import type { Decider } from '#engine/approvals/approval.ts';
import { undoPlan } from '#engine/flows/undo-plan.ts';
import { ask } from '../../support/asking.ts';
import { anAutomation, withAutomations } from '../../support/automations.ts';
import { anOrder } from '../../support/events.ts';
import { createWorld, type World, type WorldOptions } from '../../support/world.ts';

const MARIA: Decider = { person: 'Maria', name: 'Maria', surface: 'slack' };
const FREE = { percent: 10, expires: '14d', approval: 'none' };

let world: World;
afterEach(() => world.close());

async function paidOrder(actions: readonly unknown[], options: WorldOptions = {}) {
  world = await createWorld({
    playbook: withAutomations(anAutomation({ do: actions })),
    ...options,
  });
  await world.deliver(anOrder({ total: 10_000 }));
}

async function onlyPlan() {
  const [run] = await world.deps.storage.runs.list({}, { limit: 1 });
  const [plan] = run === undefined ? [] : await world.deps.storage.plans.ofRun(run.id);
  if (plan === undefined) throw new Error('nothing was planned');
  return plan;
}

describe('discount', () => {
  it('makes a code in the shop and notes it on the timeline', async () => {
    await paidOrder([{ discount: { ...FREE, prefix: 'NEXT' } }]);

    expect([...world.shop.codes]).toEqual([
      [expect.stringMatching(/^NEXT-/), expect.objectContaining({ percent: 10, uses: 1 })],
    ]);
    const { text } = await ask(world, 'customer timeline maria@example.com');
    expect(text).toContain('Discount code ending in');
  });

  it('takes an amount off, in the shop’s currency', async () => {
    await paidOrder([{ discount: { amount: 10.5, expires: '14d', approval: 'none' } }]);

    expect([...world.shop.codes.values()]).toMatchObject([
      { amount: { minor: 1_050, currency: 'USD' } },
    ]);
  });

  it('waits for an approver unless the playbook says otherwise', async () => {
    await paidOrder([{ discount: { percent: 10, expires: '14d' } }]);

    expect(world.shop.codes.size).toBe(0);
    expect((await ask(world, 'approval list')).json).toMatchObject([
      { status: 'pending', summary: 'series · 10 %' },
    ]);
  });

  it('stays within the budget of the day, also where nobody decides', async () => {
    await paidOrder([{ discount: FREE }], { limits: { daily_discount_budget: 15 } });
    await world.deliver(anOrder({ total: 10_000 }));

    expect(world.shop.codes.size).toBe(1);
    const { text } = await ask(world, 'customer timeline maria@example.com');
    expect(text).toContain('the discount budget of the day is used up');
  });
});

describe('the undo of a code', () => {
  it('ends it in the shop while nobody has used it', async () => {
    await paidOrder([{ discount: FREE }]);
    const { id: planId } = await onlyPlan();

    await undoPlan(world.deps, { planId, by: MARIA });
    await world.runJobs();

    expect(world.shop.codes.size).toBe(0);
    const { text } = await ask(world, 'customer timeline maria@example.com');
    expect(text).toContain('switched off in the shop by Maria');
  });

  it('leaves it once an order was made with it', async () => {
    await paidOrder([{ discount: FREE }]);
    const { id: planId } = await onlyPlan();
    const codes = [...world.shop.codes.keys()].map((code) => code.toLowerCase());
    await world.deliver(anOrder({ type: 'order.placed', codes }));

    const undone = await undoPlan(world.deps, { planId, by: MARIA });

    expect(undone).toMatchObject({
      kind: 'refused',
      undo: { stays: [{ reason: 'code-used' }] },
    });
    expect(world.shop.codes.size).toBe(1);
  });
});
