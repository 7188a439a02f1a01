// Tiers follow the money, on every database: up by orders, down by refunds and cancellations, each move told once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decider } from '#engine/approvals/approval.ts';
import type { Automation } from '#engine/automations/automation.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import type { NewEvent } from '#engine/events/shop-event.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import { projectHistory } from '#engine/flows/project-history.ts';
import { regroupTiers } from '#engine/flows/regroup-tiers.ts';
import { replayLog } from '#engine/flows/replay-log.ts';
import { setTier } from '#engine/flows/work-customer.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { Team } from '#engine/playbook/team.ts';
import { DATABASES } from '../../support/database.ts';
import { anEvent, anOrder, aRefund, daysAgo, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const MARIA: Decider = { person: 'Maria', name: 'Maria', surface: 'slack' };

const NET = {
  by: 'amount_spent_net',
  levels: [
    { name: 'Silver', from: 0 },
    { name: 'Gold', from: 2000 },
    { name: 'Platinum', from: 5000 },
  ],
};

/** Tags who moved up to Gold, and who moved down to Silver. */
const WATCH: readonly Automation[] = [
  watching('up', 'tier.promoted', "event.to = 'Gold'"),
  watching('down', 'tier.demoted', "event.from = 'Gold' AND event.to = 'Silver'"),
];

function watching(tag: string, on: string, when: string): Automation {
  const read = readAutomation({
    name: tag,
    on,
    when,
    reentry: 'always',
    mode: 'live',
    do: [{ tag }],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.automation;
}

/** The shipped playbook with these levels and only the automations that watch them. */
function withTiers(tiers: unknown, currency = 'USD') {
  return (shipped: Playbook): Playbook => ({
    ...shipped,
    automations: WATCH,
    team: Team.parse({ ...shipped.team, currency, tiers }),
  });
}

describe.each(DATABASES)('tiers on the %s database', (database) => {
  let world: World;
  const open = async (tiers: unknown, currency?: string) => {
    world = await createWorld({ database, playbook: withTiers(tiers, currency) });
  };
  beforeEach(() => open(NET));
  afterEach(() => world.close());

  const maria = async () => {
    return findCustomer(world.deps, 'maria@example.com');
  };
  /** Every move that was told, oldest first. */
  const moves = async () => {
    const { timeline } = world.deps.storage;
    const entries = await timeline.list((await maria()).id, { limit: 99 });
    return entries
      .filter(({ kind }) => kind === 'tier-changed')
      .map(({ data }) => `${data['type']} ${data['from']} ${data['to']}`)
      .reverse();
  };
  const deliver = async (...events: readonly NewEvent[]) => {
    for (const event of events) {
      await world.deliver(event);
      world.pass(1_000);
    }
  };

  it('go up at exactly the bound, and not one cent below it', async () => {
    await deliver(anOrder({ total: 199_999 }));
    expect(await maria()).toMatchObject({ tier: 'Silver', tags: [] });

    await deliver(anOrder({ total: 1 }));
    expect(await maria()).toMatchObject({ tier: 'Gold', tags: ['up'] });

    await deliver(anOrder({ total: 299_999 }), anOrder({ total: 1 }));
    expect((await maria()).tier).toBe('Platinum');
    expect(await moves()).toEqual(['tier.promoted Silver Gold', 'tier.promoted Gold Platinum']);
  });

  it('go down with a refund of one cent, and with a cancellation', async () => {
    await deliver(anOrder({ ref: 'a', total: 200_000 }), aRefund({ orderRef: 'a', amount: 1 }));
    expect(await maria()).toMatchObject({ tier: 'Silver', tags: ['down', 'up'] });

    await deliver(
      anOrder({ ref: 'b', total: 500_000 }),
      anOrder({ ref: 'b', total: 500_000, type: 'order.cancelled' }),
    );
    expect((await maria()).tier).toBe('Silver');
    expect((await moves()).slice(1)).toEqual([
      'tier.demoted Gold Silver',
      'tier.promoted Silver Platinum',
      'tier.demoted Platinum Silver',
    ]);
  });

  it('are told once, however often the shop repeats itself', async () => {
    const order = (key: string) => anOrder({ ref: 'a', total: 200_000, key });

    await deliver(order('k1'), order('k1'), order('k2'));

    const { id } = await maria();
    expect(await moves()).toEqual(['tier.promoted Silver Gold']);
    expect(await world.deps.storage.events.ofCustomer(id, 'tier.promoted', 9)).toHaveLength(1);
    expect(await world.deps.storage.runs.list({ customerId: id }, { limit: 9 })).toHaveLength(1);
  });

  it('come out the same in whatever order the orders and refunds come', async () => {
    const orders = [
      [0, 1, 2],
      [1, 0, 2],
      [2, 1, 0],
      [1, 2, 0],
      [0, 2, 1],
      [2, 0, 1],
    ];
    for (const [index, order] of orders.entries()) {
      const email = `c-${index}@example.com`;
      const customer = someone({ ref: `c-${index}`, email });
      const [a, b] = [`a-${index}`, `b-${index}`];
      const told = [
        anOrder({ ref: a, total: 400_000, customer, at: daysAgo(3) }),
        aRefund({ orderRef: a, amount: 50_000, customer, at: daysAgo(2) }),
        anOrder({ ref: b, total: 150_000, customer, at: daysAgo(1) }),
      ];
      await deliver(...order.flatMap((at) => told[at] ?? []));

      expect((await findCustomer(world.deps, email)).tier).toBe('Platinum');
    }
  });

  it('start where nothing is spent, without a move; a first order is one', async () => {
    await deliver(anEvent({ type: 'customer.created', customer: someone() }));
    expect(await maria()).toMatchObject({ tier: 'Silver' });
    expect(await moves()).toEqual([]);

    await deliver(anOrder({ total: 500_000 }));
    expect(await moves()).toEqual(['tier.promoted Silver Platinum']);
  });

  it('are set in silence by history', async () => {
    await projectHistory(world.deps, [anOrder({ total: 200_000, historic: true })]);
    await world.runJobs();

    expect(await maria()).toMatchObject({ tier: 'Gold', tierPinned: false, tags: [] });
    expect(await moves()).toEqual([]);
  });

  it('of somebody met for the first time are compared when their history is there', async () => {
    world.shop.history = () => [anOrder({ ref: 'old', total: 199_999, historic: true })];

    await deliver(anEvent({ type: 'customer.updated', customer: someone() }));
    expect(await moves()).toEqual([]);
    await deliver(anOrder({ ref: 'new', total: 1 }));

    expect(await maria()).toMatchObject({ tier: 'Gold', tags: ['up'] });
    expect(await moves()).toEqual(['tier.promoted Silver Gold']);
  });

  it('tell what the first order did, and not what the history before it had done', async () => {
    world.shop.history = () => [anOrder({ ref: 'old', total: 200_000, historic: true })];

    await deliver(anOrder({ ref: 'new', total: 300_000 }));

    expect(await maria()).toMatchObject({ tier: 'Platinum', tags: [] });
    expect(await moves()).toEqual(['tier.promoted Gold Platinum']);
  });

  it('that are set by hand stay, untold, until they are released', async () => {
    await deliver(anOrder({ total: 1_000 }));
    const { id: customerId } = await maria();

    await setTier(world.deps, { customerId, tier: 'gold', by: MARIA });
    await deliver(anOrder({ total: 900_000 }));
    expect(await maria()).toMatchObject({ tier: 'Gold', tierPinned: true });

    await setTier(world.deps, { customerId, tier: 'auto', by: MARIA });
    expect(await maria()).toMatchObject({ tier: 'Platinum', tierPinned: false });
    expect(await moves()).toEqual([]);
  });

  it('are regrouped when the bounds change, once and in silence', async () => {
    await deliver(anOrder({ total: 250_000 }));
    const lower = {
      ...NET,
      levels: [
        { name: 'Fan', from: 0, upto: 1000 },
        { name: 'Star', from: 2500 },
      ],
    };
    const deps = {
      ...world.deps,
      playbook: {
        ...world.deps.playbook,
        team: Team.parse({ ...world.deps.playbook.team, tiers: lower }),
      },
    };

    expect([await regroupTiers(deps), await regroupTiers(deps)]).toEqual([1, 0]);
    await world.runJobs();

    expect(await maria()).toMatchObject({ tier: 'Star', tags: ['up'] });
    expect(await moves()).toEqual(['tier.promoted Silver Gold']);
  });

  it('leave nothing for a rebuild to correct', async () => {
    await deliver(anOrder({ ref: 'a', total: 200_000 }), aRefund({ orderRef: 'a', amount: 1 }));

    expect(await replayLog(world.deps)).toMatchObject({ customers: 1, changed: 0 });
  });

  it('count yen in yen', async () => {
    await world.close();
    await open({ levels: [{ name: 'Gold', from: 2000 }] }, 'JPY');

    await deliver(anOrder({ total: 1_999, currency: 'JPY' }));
    expect((await maria()).tier).toBeNull();
    await deliver(
      anOrder({ total: 1, currency: 'JPY' }),
      anOrder({ total: 9_999, currency: 'USD' }),
    );
    expect((await maria()).tier).toBe('Gold');
  });
});
