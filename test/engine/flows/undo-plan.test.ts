// Taking back what an automation did.
import { afterEach, describe, expect, it } from 'vitest';
import type { Decider } from '#engine/approvals/approval.ts';
import { undoPlan } from '#engine/flows/undo-plan.ts';
import { untagCustomer } from '#engine/flows/work-customer.ts';
import type { PlanId, RunId } from '#engine/ids.ts';
import {
  ADMIN,
  AGENT,
  actionOf,
  asCard,
  ask,
  cardIn,
  press,
  submit,
} from '../../support/asking.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const MARIA: Decider = { person: 'Maria', name: 'Maria', surface: 'slack' };

describe.each(DATABASES)('undoPlan on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  /** A promoted customer: the tag and the notice stand, the mail waits for a decision. */
  async function promoted(): Promise<{ readonly runId: RunId; readonly planId: PlanId }> {
    world = await createWorld({ database });
    await world.deliver(anOrder({ total: 620_000 }));
    const [run] = await world.deps.storage.runs.list({ automation: 'vip-promotion' }, { limit: 1 });
    if (run === undefined) throw new Error('the automation did not fire');
    const plans = await world.deps.storage.plans.ofRun(run.id);
    const direct = plans.find(({ effects }) => effects.some(({ kind }) => kind === 'add-tag'));
    if (direct === undefined) throw new Error('no plan holds the tag');
    return { runId: run.id, planId: direct.id };
  }

  async function maria() {
    const [profile] = await world.deps.storage.customers.top({ limit: 1 });
    return profile ?? fail();
  }

  it('takes the tag back, here and in the shop, and says what stays', async () => {
    const { planId } = await promoted();

    const undone = await undoPlan(world.deps, { planId, by: MARIA });
    await world.runJobs();

    expect(undone).toMatchObject({
      kind: 'undoing',
      undo: {
        effects: [{ kind: 'remove-tag', tag: 'VIP' }],
        stays: [{ effect: { kind: 'post-notice' }, reason: 'notice-posted' }],
      },
    });
    expect((await maria()).tags).toEqual([]);
    expect(world.shop.tags.get('c-1')).toEqual([]);
    expect(JSON.stringify(cardIn(world, 'vips'))).toContain('Undone by Maria');
  });

  it('undoes once, also when two ask at the same time', async () => {
    const { planId } = await promoted();

    const both = await Promise.all([
      undoPlan(world.deps, { planId, by: MARIA }),
      undoPlan(world.deps, { planId, by: MARIA }),
    ]);

    expect(both.map((each) => (each.kind === 'refused' ? each.reason : each.kind)).sort()).toEqual([
      'undoing',
      'undone-already',
    ]);
  });

  it('leaves alone what somebody has changed since', async () => {
    const { planId } = await promoted();
    const { id: customerId } = await maria();
    await untagCustomer(world.deps, { customerId, tag: 'VIP', by: MARIA });

    const undone = await undoPlan(world.deps, { planId, by: MARIA });

    expect(undone).toMatchObject({ kind: 'refused', reason: 'nothing-to-undo' });
    expect(undone.undo?.stays).toContainEqual({
      effect: { kind: 'add-tag', tag: 'VIP' },
      reason: 'changed-since',
    });
  });

  it('refuses a plan that waits for a decision: it is rejected instead', async () => {
    await promoted();
    const [approval] = await world.deps.storage.approvals.list({}, { limit: 1 });
    const planId = approval?.planId ?? fail();

    expect(await undoPlan(world.deps, { planId, by: MARIA })).toMatchObject({
      kind: 'refused',
      reason: 'under-way',
    });
  });

  it('is a button on the notice that shows first what it would do, for admins', async () => {
    await promoted();
    const action = actionOf(cardIn(world, 'vips'), 'Undo');

    const asked = await press(world, action, ADMIN);
    const done = asCard(await submit(world, action, {}, ADMIN));

    expect(JSON.stringify(asked)).toContain('Remove a tag in the shop: VIP');
    expect(done.text).toContain('Taken back:');
    expect(asCard(await press(world, action, AGENT)).refused?.code).toBe('forbidden');
  });

  it('is on the timeline too, with a choice of what was done for the customer', async () => {
    const { planId } = await promoted();
    const timeline = await ask(world, 'customer timeline maria@example.com');
    const action = actionOf(timeline.card, 'Undo');

    const form = await press(world, action, ADMIN);
    await submit(world, action, { plan: planId }, ADMIN);
    await world.runJobs();

    expect(form).toMatchObject({ form: { fields: [{ options: [{ value: planId }] }] } });
    expect((await maria()).tags).toEqual([]);
    expect(asCard(await press(world, action, ADMIN)).text).toContain('Nothing of the last weeks');
  });

  it('is a command that takes a run, and refuses what is no id of anything', async () => {
    const { runId } = await promoted();

    expect((await ask(world, `undo ${runId}`)).json).toMatchObject({
      undone: [{ name: 'remove-tag' }],
    });
    expect((await ask(world, 'undo nothing')).refused?.code).toBe('not-found');
  });
});

function fail(): never {
  throw new Error('there is none');
}
