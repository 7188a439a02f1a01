// Where a word to the team goes.
import { describe, expect, it } from 'vitest';
import { readData } from '#engine/path-faults.ts';
import { type RoutingFacts, route } from '#engine/playbook/routing.ts';
import { type Route, type RoutingRule, Team } from '#engine/playbook/team.ts';
import { saidOf } from '../../support/said.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });
const SALES = { channel: 'sales', mention: null } as const;

function facts(given: Partial<RoutingFacts> = {}): RoutingFacts {
  return { value: null, spent: usd(0), tier: null, tags: [], refunds: 0, shop: null, ...given };
}

describe('route', () => {
  it.each<[string, RoutingFacts, string]>([
    ['a value above the limit', facts({ value: usd(100_001) }), 'vips'],
    ['the limit itself', facts({ value: usd(100_000) }), 'sales'],
    ['a value in another currency', facts({ value: { minor: 900_000, currency: 'EUR' } }), 'sales'],
    ['nothing with an amount', facts(), 'sales'],
  ])('judges %s', (_of, given, channel) => {
    expect(route(SALES, [{ over: 1_000, to: 'vips' }], [], given).channel).toBe(channel);
  });

  it('takes the first way of which everything holds', () => {
    const ways: Route[] = [
      { tier: ['Gold', 'Platinum'], spent_over: 5_000, to: 'vips' },
      { shop: 'shopify', to: 'reports' },
    ];
    const gold = facts({ tier: 'Gold', shop: 'shopify' });

    expect(route(SALES, ways, [], { ...gold, spent: usd(500_001) }).channel).toBe('vips');
    expect(route(SALES, ways, [], { ...gold, spent: usd(500_000) }).channel).toBe('reports');
    expect(route(SALES, ways, [], facts({ tier: 'Silver' })).channel).toBe('sales');
  });

  it('lets the team’s rules have the last word, on the channel that the action chose', () => {
    const own: Route[] = [{ over: 10, to: 'reports' }];
    const rules: RoutingRule[] = [
      { from: 'sales', to: 'refunds' },
      { from: ['reports', 'vips'], to: 'approvals', mention: 'Maria' },
    ];

    expect(route(SALES, own, rules, facts({ value: usd(2_000) }))).toEqual({
      channel: 'approvals',
      mention: 'Maria',
    });
    expect(route(SALES, own, rules, facts()).channel).toBe('refunds');
  });

  it('knows who keeps sending things back, by a tag or by the number of refunds', () => {
    const ways: Route[] = [
      { tag: ['wardrober', 'serial returner'], to: 'refunds' },
      { refunds_over: 3, to: 'reports' },
    ];

    expect(route(SALES, ways, [], facts({ tags: ['Serial Returner'] })).channel).toBe('refunds');
    expect(route(SALES, ways, [], facts({ refunds: 4 })).channel).toBe('reports');
    expect(route(SALES, ways, [], facts({ refunds: 3, tags: ['vip'] })).channel).toBe('sales');
  });

  it('keeps who is named unless the way names somebody else', () => {
    const start = { channel: 'sales', mention: 'Tom' } as const;

    expect(route(start, [{ to: 'vips' }], [], facts()).mention).toBe('Tom');
  });
});

describe('routing in team.yml', () => {
  it('names tiers and people that the team does not have, with the nearest', () => {
    const read = readData(Team, {
      tiers: ['Silver', 'Gold'],
      people: [{ name: 'Maria', roles: ['agent'] }],
      routing: [
        { tier: 'Glod', to: 'vips' },
        { to: 'sales', mention: 'Mara' },
      ],
    });

    expect(read.ok ? [] : read.faults.map(saidOf)).toEqual([
      "routing.0.tier: 'Glod' is no tier of team.yml. Did you mean 'Gold'?",
      "routing.1.mention: 'Mara' is nobody in people of team.yml. Did you mean 'Maria'?",
    ]);
  });
});
