// When approvals have earned that nobody is asked, and what lies under that.
import { describe, expect, it } from 'vitest';
import type { Effect } from '#engine/actions/effect.ts';
import {
  type Bound,
  earnedBound,
  isCovered,
  mostPerDay,
  type Precedent,
} from '#engine/approvals/autonomy.ts';

const RULE = { sample: 20, unchanged_percent: 95 };
const DAY = 86_400_000;

function times(count: number, worth: Bound, unchanged = true): readonly Precedent[] {
  const at = new Date('2031-03-03T10:00:00Z');
  return Array.from({ length: count }, () => ({ worth, unchanged, at }));
}

const percent = (value: number) => ({ percent: value });
const amount = (minor: number, currency = 'USD') => ({ amount: { minor, currency } });

function code(worth: NonNullable<Bound>): Effect {
  return {
    kind: 'create-discount',
    code: 'VIP-1',
    terms: { ...worth, expiresAt: new Date('2031-04-01'), uses: 1 },
  };
}

describe('earnedBound', () => {
  it.each([
    ['nineteen of nineteen', times(19, percent(20)), null],
    ['twenty of twenty', times(20, percent(20)), percent(20)],
    [
      'nineteen of twenty',
      [...times(19, percent(20)), ...times(1, percent(20), false)],
      percent(20),
    ],
    ['eighteen of twenty', [...times(18, percent(20)), ...times(2, percent(20), false)], null],
    [
      'the largest that bears it',
      [...times(20, percent(10)), ...times(20, percent(30))],
      percent(30),
    ],
    [
      'a smaller one where the larger were changed',
      [...times(20, percent(10)), ...times(5, percent(30), false)],
      percent(10),
    ],
    ['amounts', times(20, amount(1_000, 'JPY')), amount(1_000, 'JPY')],
    ['no percentages beside amounts', [...times(10, percent(5)), ...times(10, amount(500))], null],
    ['what makes no code', times(20, null), null],
    ['nothing at all', [], null],
  ])('of %s', (_what, precedents, bound) => {
    const earned = earnedBound(precedents, RULE);

    expect(earned?.bound ?? null).toEqual(bound);
  });

  it('tells a bound of nothing from no bound', () => {
    expect(earnedBound(times(20, null), RULE)).toMatchObject({ bound: null });
    expect(earnedBound(times(19, null), RULE)).toBeNull();
  });
});

describe('isCovered', () => {
  it.each([
    ['the bound itself', percent(20), [code(percent(20))], true],
    ['one more', percent(20), [code(percent(21))], false],
    ['one of two that is more', percent(20), [code(percent(5)), code(percent(21))], false],
    ['an amount under a percentage', percent(20), [code(amount(1))], false],
    ['an amount of another currency', amount(500), [code(amount(500, 'JPY'))], false],
    ['the amount itself', amount(500), [code(amount(500))], true],
    ['no code', percent(20), [], true],
    ['a code where nothing was earned', null, [code(percent(1))], false],
  ])('%s', (_what, bound, effects, is) => {
    expect(isCovered({ bound, version: 1 }, { effects, version: 1 }, {})).toBe(is);
  });

  it('never covers another definition, nor what two persons must approve', () => {
    const plan = { effects: [code(percent(20))], version: 1 };

    expect(isCovered({ bound: percent(20), version: 2 }, plan, {})).toBe(false);
    expect(isCovered({ bound: percent(20), version: 1 }, plan, { second_approver_above: 19 })).toBe(
      false,
    );
    expect(isCovered({ bound: percent(20), version: 1 }, plan, { second_approver_above: 20 })).toBe(
      true,
    );
  });
});

describe('mostPerDay', () => {
  it.each([
    ['of a few', 5, 0, 15],
    ['never fewer than ten', 20, 40, 10],
    ['three times an average day', 60, 6, 30],
  ])('is %s', (_what, count, days, most) => {
    const spread = times(count, percent(20)).map((each, index) => ({
      ...each,
      at: new Date(each.at.getTime() + (days * DAY * index) / Math.max(1, count - 1)),
    }));

    expect(mostPerDay(spread)).toBe(most);
  });
});
