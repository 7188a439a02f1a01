// Levels by spend: half-open bounds, exact to the minor unit, and what counts as a move.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTotals, type Totals } from '#engine/customers/profile.ts';
import {
  followMoney,
  holdTier,
  type Ladder,
  stretchesOf,
  type TierBand,
  tierFor,
  tierMove,
} from '#engine/customers/tier.ts';
import { aProfile } from '../../support/subjects.ts';

const BANDS: readonly TierBand[] = [
  { name: 'Silver', from: 0, upto: 200_000 },
  { name: 'Gold', from: 200_000, upto: 500_000 },
  { name: 'Platinum', from: 500_000, upto: null },
];
const NET: Ladder = { by: 'amount_spent_net', currency: 'USD', bands: BANDS };
const MEASURES = { currency: 'USD', ladder: NET };

function worth(spent: number, refundedOfSpent = 0, currency = 'USD'): Totals {
  const money = (minor: number) => ({ minor, currency });
  return {
    ...emptyTotals(currency),
    spent: money(spent),
    refunded: money(refundedOfSpent),
    refundedOfSpent: money(refundedOfSpent),
  };
}

describe('tierFor', () => {
  it.each([
    [-1, null],
    [0, 'Silver'],
    [199_999, 'Silver'],
    [200_000, 'Gold'],
    [499_999, 'Gold'],
    [500_000, 'Platinum'],
    [Number.MAX_SAFE_INTEGER, 'Platinum'],
  ])('%d cents are on the level %s', (minor, name) => {
    expect(tierFor({ ...NET, by: 'amount_spent' }, worth(minor))).toBe(name);
  });

  it('takes refunds off where the ladder is net, and leaves them in where it is not', () => {
    const totals = worth(500_000, 1);

    expect(tierFor(NET, totals)).toBe('Gold');
    expect(tierFor({ ...NET, by: 'amount_spent' }, totals)).toBe('Platinum');
  });

  it('counts yen as they are, and compares no other currency', () => {
    const yen: Ladder = {
      by: 'amount_spent',
      currency: 'JPY',
      bands: [{ name: 'Gold', from: 2_000, upto: null }],
    };

    expect(tierFor(yen, worth(1_999, 0, 'JPY'))).toBeNull();
    expect(tierFor(yen, worth(2_000, 0, 'JPY'))).toBe('Gold');
    expect(tierFor(yen, worth(900_000, 0, 'USD'))).toBeNull();
  });

  it('agrees with the line of stretches, which has every amount once', () => {
    fc.assert(
      fc.property(ladders(), fc.integer({ min: -5, max: 40 }), (ladder, minor) => {
        const holding = stretchesOf(ladder).filter(
          ({ from, upto }) => (from === null || minor >= from) && (upto === null || minor < upto),
        );

        expect(holding).toHaveLength(1);
        expect(tierFor(ladder, worth(minor))).toBe(holding[0]?.name);
      }),
    );
  });
});

describe('tierMove', () => {
  const richer = (spent: number, refunded = 0) => aProfile({ totals: worth(spent, refunded) });

  it('is up or down by the amount, also out of a hole and into one', () => {
    const [silver = BANDS[0], , platinum] = BANDS;
    if (silver === undefined || platinum === undefined) throw new Error('three bands');
    const ladder = { ...NET, bands: [silver, platinum] };
    const measures = { currency: 'USD', ladder };

    expect(tierMove(measures, worth(100), richer(300_000))).toEqual({
      ...{ type: 'tier.promoted', from: 'Silver', to: null },
    });
    expect(tierMove(measures, worth(300_000), richer(300_000, 200_000))).toEqual({
      ...{ type: 'tier.demoted', from: null, to: 'Silver' },
    });
  });

  it('is none within a level, without a ladder, in another currency, and while a hand holds', () => {
    const rich = richer(500_000);

    expect(tierMove(MEASURES, worth(500_001), rich)).toBeNull();
    expect(tierMove({ currency: 'USD', ladder: null }, worth(0), rich)).toBeNull();
    expect(tierMove(MEASURES, worth(0, 0, 'JPY'), rich)).toBeNull();
    expect(tierMove(MEASURES, worth(0), holdTier(rich, 'Gold', MEASURES))).toBeNull();
  });
});

describe('a level set by hand', () => {
  it('stays whatever is spent, until it is released', () => {
    const held = followMoney(
      holdTier(aProfile({ totals: worth(500_000) }), 'Silver', MEASURES),
      MEASURES,
    );

    expect(held).toMatchObject({ tier: 'Silver', tierPinned: true });
    expect(holdTier(held, null, MEASURES)).toMatchObject({ tier: 'Platinum', tierPinned: false });
  });

  it('is all there is without a ladder: spend neither gives nor takes one', () => {
    const byHand = { currency: 'USD', ladder: null };
    const held = holdTier(aProfile(), 'Gold', byHand);

    expect(followMoney(held, byHand).tier).toBe('Gold');
    expect(holdTier(held, null, byHand).tier).toBeNull();
  });
});

/** Ladders of up to four levels, some with holes between them. */
function ladders(): fc.Arbitrary<Ladder> {
  const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 35 }), { minLength: 2, maxLength: 8 });
  return fc.tuple(cuts, fc.boolean(), fc.boolean()).map(([edges, holes, open]) => {
    const sorted = edges.toSorted((a, b) => a - b);
    const step = holes ? 2 : 1;
    const bands = sorted.flatMap((from, at): readonly TierBand[] => {
      const upto = sorted[at + 1] ?? null;
      if (at % step !== 0 || (upto === null && !open)) return [];
      return [{ name: `L${at}`, from, upto }];
    });
    return { by: 'amount_spent', currency: 'USD', bands };
  });
}
