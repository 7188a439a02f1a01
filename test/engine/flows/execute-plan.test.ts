// Carrying out a plan: what two workers do who took it up at the same time.
import { afterEach, describe, expect, it } from 'vitest';
import type { Decider } from '#engine/approvals/approval.ts';
import { executePlan } from '#engine/flows/execute-plan.ts';
import { settleApproval } from '#engine/flows/settle-approval.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const MARIA: Decider = { person: 'Maria', name: 'Maria', surface: 'slack' };

describe.each(DATABASES)('executePlan on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  /** An approved promotion whose code is made; the worker fell over before it took the mail. */
  async function halfWay() {
    let falls = true;
    world = await createWorld({
      database,
      crashpoint: (name) => {
        if (falls && name === 'K16:send-email') throw new Error('fell over');
      },
    });
    await world.deliver(anOrder({ total: 620_000 }));
    const [approval] = await world.deps.storage.approvals.list({}, { limit: 1 });
    if (approval === undefined) throw new Error('no approval was made');
    const { id, planId } = approval;
    await settleApproval(world.deps, { id, decision: 'approved', by: MARIA, seenVersion: 1 });
    await expect(executePlan(world.deps, planId)).rejects.toThrow('fell over');
    falls = false;
    return planId;
  }

  it('hands a mail over once, though two workers saw it waiting', async () => {
    const planId = await halfWay();

    await Promise.all([executePlan(world.deps, planId), executePlan(world.deps, planId)]);

    const plan = await world.deps.storage.plans.get(planId);
    expect(plan?.steps.map(({ status }) => status)).toEqual(['done', 'done']);
    expect(world.mailer.sent).toHaveLength(1);
  });
});
