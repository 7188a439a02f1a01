// The shipped automation of tiers, let loose: it tells of every move, and asks for the code of the new tier.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anOrder, aRefund } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

describe('spend-tiers', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({
      playbook: (shipped) => ({
        ...shipped,
        automations: shipped.automations
          .filter(({ name }) => name === 'spend-tiers')
          .map((automation) => ({ ...automation, mode: 'live' })),
      }),
    });
  });
  afterEach(() => world.close());

  const waiting = () => world.deps.storage.approvals.list({ status: 'pending' }, { limit: 9 });
  const noticed = () => world.posted.filter(({ channel }) => channel === 'vips');

  it('asks for a code of half the price for who becomes Gold, and tells the team', async () => {
    await world.deliver(anOrder({ total: 200_000 }));

    const [approval] = await waiting();
    const plan = approval && (await world.deps.storage.plans.get(approval.planId));
    expect(plan?.effects).toMatchObject([
      { kind: 'create-discount', terms: { percent: 50, uses: 1 } },
      { kind: 'send-email', mail: { template: 'tier-welcome' } },
    ]);
    expect(JSON.stringify(noticed()[0]?.card)).toMatch(/Tier before.*Silver.*Tier now.*Gold/);
  });

  it('tells of a demotion, and offers nothing for it', async () => {
    await world.deliver(anOrder({ ref: 'a', total: 200_000 }));
    await world.deliver(aRefund({ orderRef: 'a', amount: 1 }));

    expect(noticed()).toHaveLength(2);
    expect(JSON.stringify(noticed()[1]?.card)).toMatch(/Tier before.*Gold.*Tier now.*Silver/);
    expect(await waiting()).toHaveLength(1);
  });
});
