// Which level of the loyalty list a customer's spend puts them on, and what moves them.
import type { TierEventType } from '../events/shop-event.ts';
import { type Profile, spentNet, type Totals } from './profile.ts';

/** What levels are measured by: all that was spent, or what is left of it after refunds. */
export const TIER_BASES = ['amount_spent', 'amount_spent_net'] as const;
export type TierBasis = (typeof TIER_BASES)[number];

/** One level in minor units: from `from` up to, not including, `upto`; null is without end. */
export type TierBand = {
  readonly name: string;
  readonly from: number;
  readonly upto: number | null;
};

/** Levels that follow the money, lowest first, none reaching into the next; amounts are in `currency`. */
export type Ladder = {
  readonly by: TierBasis;
  readonly currency: string;
  readonly bands: readonly TierBand[];
};

/** What a customer's spend is measured by: the shop's currency, and its ladder; null where levels are set by hand only. */
export type Measures = { readonly currency: string; readonly ladder: Ladder | null };

/** A step from one level to another; null is no level. */
export type TierMove = {
  readonly type: TierEventType;
  readonly from: string | null;
  readonly to: string | null;
};

/** The level that these totals reach, by exact minor units; null below the lowest one and in a hole between two. */
export function tierFor(ladder: Ladder, totals: Totals): string | null {
  const amount = amountOf(ladder, totals);
  if (amount === null) return null;
  const band = ladder.bands.find(
    ({ from, upto }) => amount >= from && (upto === null || amount < upto),
  );
  return band?.name ?? null;
}

/** A piece of the line of all amounts, half-open as a band is; `name` is null where it belongs to no level. */
export type Stretch = {
  readonly name: string | null;
  /** null: without beginning; only of the first one, below the lowest level. */
  readonly from: number | null;
  readonly upto: number | null;
};

/** Customers who stand alike: on one level, held there by hand or not, with spend on one stretch of the ladder. */
export type Standing = {
  readonly tier: string | null;
  readonly pinned: boolean;
  /** The place in `stretchesOf` the ladder; null where there is no ladder, and for spend in another currency. */
  readonly stretch: number | null;
  readonly customers: number;
};

/** The whole line of amounts, cut at every bound, lowest first. */
export function stretchesOf({ bands }: Ladder): readonly Stretch[] {
  const below = { name: null, from: null, upto: bands[0]?.from ?? null };
  const rest = bands.flatMap((band, at): readonly Stretch[] => {
    const next = bands[at + 1]?.from ?? null;
    return band.upto === next ? [band] : [band, { name: null, from: band.upto, upto: next }];
  });
  return [below, ...rest];
}

/** The profile on the level of its spend; one that was set by hand stays, and so does every one without a ladder. */
export function followMoney(profile: Profile, { ladder }: Measures): Profile {
  if (ladder === null || profile.tierPinned) return profile;
  const tier = tierFor(ladder, profile.totals);
  return tier === profile.tier ? profile : { ...profile, tier };
}

/**
 * Where a customer's money has moved them between two totals, by the ladder of now: a new ladder alone moves nobody.
 * null where it has not, where a hand holds them, and where the totals are in another currency than the ladder's.
 */
export function tierMove(
  { ladder }: Measures,
  before: Totals,
  { totals, tierPinned }: Pick<Profile, 'totals' | 'tierPinned'>,
): TierMove | null {
  if (ladder === null || tierPinned) return null;
  const [amountBefore, amount] = [amountOf(ladder, before), amountOf(ladder, totals)];
  if (amountBefore === null || amount === null) return null;
  const [from, to] = [tierFor(ladder, before), tierFor(ladder, totals)];
  if (from === to) return null;
  return { type: amount > amountBefore ? 'tier.promoted' : 'tier.demoted', from, to };
}

/** Of two customers' totals those that reach further on the ladder: what both together are held against. */
export function furtherTotals({ ladder }: Measures, one: Totals, other: Totals): Totals {
  if (ladder === null) return one;
  return (amountOf(ladder, one) ?? 0) >= (amountOf(ladder, other) ?? 0) ? one : other;
}

/** The level that a hand holds a customer on; null where none does. */
export function heldTier({ tier, tierPinned }: Profile): string | null {
  return tierPinned ? tier : null;
}

/** The profile held on a level whatever is spent; null lets go: then spend decides, and without a ladder there is none. */
export function holdTier(profile: Profile, tier: string | null, measures: Measures): Profile {
  return followMoney({ ...profile, tier, tierPinned: tier !== null }, measures);
}

/** Minor units of what the ladder measures; null in another currency, which is not compared. */
function amountOf({ by, currency }: Ladder, totals: Totals): number | null {
  if (totals.spent.currency !== currency) return null;
  return by === 'amount_spent' ? totals.spent.minor : spentNet(totals).minor;
}
