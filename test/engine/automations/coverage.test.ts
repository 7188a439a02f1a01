// Gaps and overlaps between rules: found in their bounds, and added up from who is in which.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countRules, findSeams, type Rule, type Seam } from '#engine/automations/coverage.ts';
import { holds, type Setting } from '#engine/segments/condition.ts';
import { parseQuery } from '#engine/segments/grammar.ts';
import { aProfile, NOW, usd } from '../../support/subjects.ts';

const SETTING: Setting = { now: NOW, zone: 'America/New_York', currency: 'USD' };

function rules(...queries: readonly string[]): readonly Rule[] {
  return queries.map((query, at) => {
    const parsed = parseQuery(query);
    if (!parsed.ok) throw new Error(parsed.errors[0].message);
    return { kind: 'segment', name: 'abcd'.charAt(at), condition: parsed.condition };
  });
}

/** A seam in one line: "gap 5000.00 to 5000.00 ab". */
function lineOf({ kind, first, last, rules: beside, certain }: Seam): string {
  const [from, to] = [first, last].map((value) => {
    if (value === null) return '…';
    if (value.kind === 'money') return (value.money.minor / 100).toFixed(2);
    return value.kind === 'count' ? String(value.count) : value.day;
  });
  return `${kind} ${from} to ${to} ${beside.map(({ name }) => name).join('')}${certain ? '' : '?'}`;
}

function seamsOf(...queries: readonly string[]): readonly string[] {
  return findSeams(rules(...queries), SETTING).map(lineOf);
}

describe('findSeams', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'the one amount that is neither more nor less',
      ['amount_spent > 5000', 'amount_spent < 5000'],
      ['gap 5000.00 to 5000.00 ab'],
    ],
    [
      'the one amount that two bands share',
      ['amount_spent BETWEEN 2000 AND 5000', 'amount_spent >= 5000'],
      ['overlap 5000.00 to 5000.00 ab'],
    ],
    [
      'nothing between half-open bands',
      [
        'amount_spent < 2000',
        'amount_spent >= 2000 AND amount_spent < 5000',
        'amount_spent >= 5000',
      ],
      [],
    ],
    [
      'cents between whole units',
      ['amount_spent <= 1999', 'amount_spent >= 2000'],
      ['gap 1999.01 to 1999.99 ab'],
    ],
    ['counts', ['number_of_orders = 0', 'number_of_orders >= 2'], ['gap 1 to 1 ab']],
    [
      'days of the shop',
      ['last_order_date < 2026-01-10', 'last_order_date > 2026-01-12'],
      ['gap 2026-01-10 to 2026-01-12 ab'],
    ],
    [
      'an overlap without end',
      ['amount_spent > 100', 'NOT amount_spent <= 50'],
      ['overlap 100.01 to … ab'],
    ],
    [
      'nothing beyond the outermost bounds, nor with one rule alone',
      ['amount_spent BETWEEN 1 AND 2', 'number_of_orders > 3'],
      [],
    ],
    [
      'single values first',
      ['amount_spent < 10', 'amount_spent BETWEEN 20 AND 30', 'amount_spent >= 30'],
      ['overlap 30.00 to 30.00 bc', 'gap 10.00 to 19.99 ab'],
    ],
  ])('finds %s', (_what, queries, found) => {
    expect(seamsOf(...queries)).toEqual(found);
  });

  it('says where other clauses may close a gap, and claims no overlap that they may undo', () => {
    expect(
      seamsOf('amount_spent > 5000 OR customer_added_date <= -2y', 'amount_spent < 5000'),
    ).toEqual(['gap 5000.00 to 5000.00 ab?']);
    expect(seamsOf("amount_spent >= 5000 AND tier = 'Gold'", 'amount_spent <= 5000')).toEqual([]);
    expect(seamsOf("amount_spent >= 5000 OR tier = 'Gold'", 'amount_spent <= 5000')).toEqual([
      'overlap 5000.00 to 5000.00 ab',
    ]);
  });

  it('finds exactly what asking at every amount finds', () => {
    const limit = fc.integer({ min: 0, max: 6 });
    const clause = fc.oneof(
      fc
        .tuple(fc.constantFrom('<', '<=', '>', '>=', '='), limit)
        .map(([sign, at]) => `amount_spent ${sign} ${at / 100}`),
      fc
        .tuple(limit, limit)
        .map(([from, to]) => `amount_spent BETWEEN ${from / 100} AND ${to / 100}`),
    );
    fc.assert(
      fc.property(clause, clause, (a, b) => {
        const pair = rules(a, b);
        const seams = findSeams(pair, SETTING);
        const takers = AMOUNTS.map((minor) => pair.filter((rule) => takes(rule, minor)).length);
        for (const [at, minor] of AMOUNTS.entries()) {
          const isInside = takers.slice(0, at).some(Boolean) && takers.slice(at).some(Boolean);
          const wanted =
            takers[at] === 2 ? ['overlap'] : takers[at] === 0 && isInside ? ['gap'] : [];

          expect(seams.filter((seam) => covers(seam, minor)).map(({ kind }) => kind)).toEqual(
            wanted,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('countRules', () => {
  it('adds up who is in none, in one and in several, and which two share most', () => {
    const counts = countRules(rules('amount_spent > 1', 'amount_spent > 2', 'amount_spent > 3'), [
      { rules: [], buyers: 5, others: 7 },
      { rules: [0], buyers: 2, others: 0 },
      { rules: [0, 1], buyers: 1, others: 1 },
      { rules: [0, 1, 2], buyers: 3, others: 0 },
      { rules: [1, 2], buyers: 0, others: 4 },
    ]);

    const overlaps = counts.overlaps.map(({ rules: two, customers }) => ({
      ...{ rules: two.map(({ name }) => name), customers },
    }));
    expect({ ...counts, overlaps }).toEqual({
      customers: [7, 9, 7],
      everybody: { total: 23, none: 12, one: 2, several: 9 },
      buyers: { total: 11, none: 5, one: 2, several: 4 },
      overlaps: [
        { rules: ['b', 'c'], customers: 7 },
        { rules: ['a', 'b'], customers: 5 },
        { rules: ['a', 'c'], customers: 3 },
      ],
    });
  });
});

const AMOUNTS = [-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

function takes({ condition }: Rule, minor: number): boolean {
  const profile = aProfile({ totals: { spent: usd(minor) } });
  return holds(condition, { profile, event: null }, SETTING);
}

function covers({ first, last }: Seam, minor: number): boolean {
  const from = first?.kind === 'money' ? first.money.minor : -Infinity;
  const to = last?.kind === 'money' ? last.money.minor : Infinity;
  return minor >= from && minor <= to;
}
