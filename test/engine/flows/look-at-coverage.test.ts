// The plan held against everybody, on every database: tiers with their holes, rules with their gaps and overlaps.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Automation } from '#engine/automations/automation.ts';
import type { Rule } from '#engine/automations/coverage.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import { UserError } from '#engine/errors.ts';
import { type Coverage, lookAtCoverage } from '#engine/flows/look-at-coverage.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import { regroupTiers } from '#engine/flows/regroup-tiers.ts';
import { membersOf, saveSegment } from '#engine/flows/segments.ts';
import { setTier } from '#engine/flows/work-customer.ts';
import { Team } from '#engine/playbook/team.ts';
import { DATABASES } from '../../support/database.ts';
import { anEvent, anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const MARIA = { person: 'Maria', name: 'Maria', surface: 'slack' } as const;

const TIERS = [
  { name: 'Silver', from: 10, upto: 20 },
  { name: 'Gold', from: 50 },
];

const automation = (
  name: string,
  on: string,
  when: string | undefined,
  mode: string,
): Automation => {
  const read = readAutomation({ name, on, mode, do: [{ tag: 'x' }], ...(when && { when }) });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.automation;
};
const AUTOMATIONS = [
  automation('big', 'order.paid', 'amount_spent > 50', 'live'),
  automation('resting', 'order.paid', 'amount_spent > 1', 'shadow'),
  automation('of-an-order', 'order.placed', 'event.total > 50', 'live'),
  automation('everybody', 'return.requested', undefined, 'live'),
];

describe.each(DATABASES)('coverage on the %s database', (database) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({
      database,
      playbook: (shipped) => ({
        ...shipped,
        ...{ automations: AUTOMATIONS, segments: [] },
        team: Team.parse({ ...shipped.team, tiers: TIERS }),
      }),
    });
    // Nothing, 5.00, 15.00, 20.00, 30.00, 50.00, 80.00
    for (const total of [500, 1_500, 2_000, 3_000, 5_000, 8_000])
      await world.deliver(anOrder({ total, customer: who(total) }));
    await world.deliver(anEvent({ type: 'customer.created', customer: who(0) }));
  });
  afterEach(() => world.close());

  const who = (total: number) => someone({ ref: `c${total}`, email: `c${total}@example.com` });
  const save = async (name: string, query: string) => {
    await saveSegment(world.deps, { name, query, by: MARIA });
  };

  it('counts the levels, who is below them, who is in a hole, and whom a hand holds', async () => {
    const { id: customerId } = await findCustomer(world.deps, 'c500@example.com');
    await setTier(world.deps, { customerId, tier: 'Gold', by: MARIA });

    const { tiers } = await lookAtCoverage(world.deps);

    expect(tiers).toMatchObject({
      ...{ by: 'amount_spent', followsMoney: true, below: 1, pinned: 1, waiting: 0, elsewhere: 0 },
      levels: [
        { name: 'Silver', from: usd(1_000), upto: usd(2_000), customers: 1, pinned: 0 },
        { name: 'Gold', from: usd(5_000), upto: null, customers: 3, pinned: 1 },
      ],
      holes: [{ from: usd(2_000), upto: usd(5_000), customers: 2 }],
    });
  });

  it('says who waits to be regrouped after the bounds have changed', async () => {
    const { playbook } = world.deps;
    const tiers = [
      { name: 'Silver', from: 10 },
      { name: 'Gold', from: 30 },
    ];
    const deps = {
      ...world.deps,
      playbook: { ...playbook, team: Team.parse({ ...playbook.team, tiers }) },
    };

    expect((await lookAtCoverage(deps)).tiers).toMatchObject({ waiting: 2, holes: [] });
    await regroupTiers(deps);
    expect((await lookAtCoverage(deps)).tiers).toMatchObject({
      waiting: 0,
      levels: [{ customers: 2 }, { customers: 3 }],
    });
  });

  it('counts who is in no rule and who is in several, buyers apart', async () => {
    await save('small', 'amount_spent < 20');
    await save('middle', 'amount_spent BETWEEN 30 AND 80 AND number_of_orders >= 1');

    const seen = await lookAtCoverage(world.deps);

    expect(seen.rules.map(({ rule, customers }) => [rule.name, customers])).toEqual([
      ['middle', 3],
      ['small', 3],
      ['big', 1],
    ]);
    expect(seen.counts.everybody).toEqual({ total: 7, none: 1, one: 5, several: 1 });
    expect(seen.counts.buyers).toEqual({ total: 6, none: 1, one: 4, several: 1 });
    expect(seen.counts.overlaps.map(named)).toEqual([{ rules: ['middle', 'big'], customers: 1 }]);
    expect(await emails(seen.uncoveredBuyers)).toEqual(['c2000@example.com']);
  });

  it('names the exact bounds at which rules leave a gap or meet', async () => {
    await save('less', 'amount_spent < 20');
    await save('more', 'amount_spent BETWEEN 20.01 AND 50.01');

    const { seams } = await lookAtCoverage(world.deps);

    expect(seams.map(named)).toMatchObject([
      {
        kind: 'gap',
        field: 'amount_spent',
        first: money(2_000),
        last: money(2_000),
        rules: ['less', 'more'],
      },
      { kind: 'overlap', first: money(5_001), last: money(5_001), rules: ['more', 'big'] },
    ]);
  });

  it('leaves out, and says why, what cannot be asked of everybody', async () => {
    expect((await lookAtCoverage(world.deps)).uncounted).toEqual([
      {
        kind: 'automation',
        name: 'of-an-order',
        why: expect.objectContaining({ reason: 'only-of-one', clause: 'event.total' }),
      },
      { kind: 'automation', name: 'everybody', why: null },
    ]);
  });

  it('compares only those that are named, also one that is not live', async () => {
    const { rules, counts } = await lookAtCoverage(world.deps, ['BIG', 'resting']);

    expect(rules.map(({ rule }) => rule.name)).toEqual(['big', 'resting']);
    expect(counts.overlaps.map(named)).toEqual([{ rules: ['big', 'resting'], customers: 1 }]);
    await expect(lookAtCoverage(world.deps, ['nobody'])).rejects.toThrow(UserError);
  });

  const emails = async (query: Coverage['uncoveredBuyers']) => {
    const { members } = await membersOf(world.deps, query ?? '', { limit: 9 });
    return members.map(({ email }) => email);
  };
});

function named<Part extends { readonly rules: readonly Rule[] }>(part: Part) {
  return { ...part, rules: part.rules.map(({ name }) => name) };
}

function usd(minor: number) {
  return { minor, currency: 'USD' };
}

function money(minor: number) {
  return { kind: 'money', money: usd(minor) };
}
