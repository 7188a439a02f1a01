// segment coverage, from the line to the card and the JSON.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { Team } from '#engine/playbook/team.ts';
import { ask, MARIA, VIEWER } from '../../support/asking.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const TIERS = {
  by: 'amount_spent_net',
  levels: [
    { name: 'Silver', from: 0, upto: 1000 },
    { name: 'Gold', from: 2000 },
  ],
};

function bare(shipped: Playbook, tiers: unknown): Playbook {
  const team = Team.parse({ ...shipped.team, tiers });
  return { ...shipped, team, automations: [], segments: [] };
}

describe('segment coverage', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ playbook: (shipped) => bare(shipped, TIERS) });
    await world.deliver(
      anOrder({ total: 150_000 }),
      anOrder({ total: 250_000, customer: someone({ ref: 'c-2', email: 'noor@example.com' }) }),
    );
    await ask(world, 'segment save small amount_spent < 2500', MARIA);
    await ask(world, 'segment save big amount_spent > 2500', MARIA);
    await ask(world, 'segment save "two words" amount_spent BETWEEN 1000 AND 2499.99', MARIA);
  });
  afterAll(() => world.close());

  it('names the hole between two tiers, and the one amount that no rule takes', async () => {
    const { text } = await ask(world, 'segment coverage', VIEWER);

    expect(text).toContain('refunds taken off (amount_spent_net)');
    expect(text).toContain(
      '$1,000.00 up to $2,000.00, not including, belongs to no tier: 1 customer.',
    );
    expect(text).toContain(
      'amount_spent exactly $2,500.00: no rule, between big, small, and two words.',
    );
    expect(text).toContain('Of 2 buyers, no rule covers 1, and two or more cover 1.');
  });

  it('gives programs all of it, money as decimal text', async () => {
    const { json } = await ask(world, 'segment coverage small big', VIEWER);

    expect(json).toMatchObject({
      tiers: {
        ...{ by: 'amount_spent_net', below: 0, pinned: 0 },
        levels: [
          { name: 'Silver', customers: 0 },
          { name: 'Gold', from: usd('2000.00'), upto: null, customers: 1 },
        ],
        holes: [{ from: usd('1000.00'), upto: usd('2000.00'), customers: 1 }],
      },
      rules: [
        { name: 'small', kind: 'segment', customers: 1 },
        { name: 'big', customers: 0 },
      ],
      buyers: { total: 2, none: 1, one: 1, several: 0 },
      uncoveredBuyers: 'number_of_orders >= 1 AND NOT (amount_spent < 2500 OR amount_spent > 2500)',
      bounds: [{ kind: 'gap', field: 'amount_spent', first: usd('2500.00'), last: usd('2500.00') }],
    });
  });

  it('takes a name with a space alone, in quotes, and refuses one that nobody has', async () => {
    const alone = await ask(world, 'segment coverage "two words"', VIEWER);
    const beside = await ask(world, 'segment coverage small "two words"', VIEWER);
    const wrong = await ask(world, 'segment coverage smal', VIEWER);

    expect(alone.json).toMatchObject({ rules: [{ name: 'two words' }] });
    expect(beside.json).toMatchObject({
      overlaps: [{ rules: [{ name: 'small' }, { name: 'two words' }], customers: 1 }],
    });
    expect(wrong.refused?.code).toBe('not-found');
  });
});

describe('segment coverage of nothing', () => {
  let world: World;
  afterEach(() => world.close());

  it('says where tiers and rules are made', async () => {
    world = await createWorld({ playbook: (shipped) => bare(shipped, []) });

    const { text, json } = await ask(world, 'segment coverage', VIEWER);

    expect(text).toContain('There are no tiers. Name some in team.yml');
    expect(text).toContain('There are no rules to compare');
    expect(json).toMatchObject({ tiers: null, rules: [], customers: { total: 0, none: 0 } });
  });

  it('shows tiers that are set by hand without bounds', async () => {
    world = await createWorld({ playbook: (shipped) => bare(shipped, ['Silver', 'Gold']) });
    await world.deliver(anOrder());
    await ask(world, 'customer set maria@example.com tier Gold');
    await world.deliver(anOrder({ customer: someone({ ref: 'c-2', email: 'noor@example.com' }) }));

    const { text, json } = await ask(world, 'segment coverage', VIEWER);

    expect(text).toContain('Tiers are set by hand');
    expect(text).toContain('1 customer is on no tier.');
    expect(json).toMatchObject({
      tiers: { followsMoney: false, below: 1, levels: [{ customers: 0 }, { customers: 1 }] },
    });
  });
});

function usd(amount: string) {
  return { amount, currency: 'USD' };
}
