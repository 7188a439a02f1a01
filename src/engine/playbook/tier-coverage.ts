// How the whole base stands on the loyalty list: on each level, below it, in its holes, held by hand.
import { type Ladder, type Standing, stretchesOf } from '../customers/tier.ts';
import type { Money } from '../money.ts';
import { type Measured, measuresOf, tierNames } from './tiers.ts';

/** One level; bounds are null where it is set by hand only, `upto` also where it has no end. */
export type LevelCoverage = {
  readonly name: string;
  readonly from: Money | null;
  readonly upto: Money | null;
  readonly discountPercent: number | null;
  readonly customers: number;
  /** Of these, whom a hand holds there. */
  readonly pinned: number;
};

/** Amounts above the lowest level that belong to none, and who is there; `upto` is null above the highest one. */
export type Hole = {
  readonly from: Money;
  readonly upto: Money | null;
  readonly customers: number;
};

export type TierCoverage = {
  readonly by: Ladder['by'];
  readonly followsMoney: boolean;
  readonly levels: readonly LevelCoverage[];
  /** On no level: below the lowest one, or where there are no bounds nobody has set one. */
  readonly below: number;
  readonly holes: readonly Hole[];
  /** On no level, with spend in another currency than the shop's. */
  readonly elsewhere: number;
  readonly pinned: number;
  /** Held on a level that is not on the list any more. */
  readonly unlisted: number;
  /** On another level than the bounds of now say: they are regrouped at the next start. */
  readonly waiting: number;
};

/** Adds up how everybody stands; null where there are no tiers. */
export function coverTiers(team: Measured, standings: readonly Standing[]): TierCoverage | null {
  const { tiers, currency } = team;
  if (tiers.levels.length === 0) return null;
  const { ladder } = measuresOf(team);
  const stretches = ladder === null ? [] : stretchesOf(ladder);
  const money = (minor: number) => ({ minor, currency });
  const free = standings.filter(({ pinned }) => !pinned);
  const on = (stretch: number | null) => sum(free.filter((one) => one.stretch === stretch));
  const names = tierNames(team);
  return {
    by: tiers.by,
    followsMoney: ladder !== null,
    levels: tiers.levels.map(({ name, discount_percent }) => {
      const band = ladder?.bands.find((one) => one.name === name);
      const there = standings.filter(({ tier }) => tier === name);
      return {
        name,
        from: band === undefined ? null : money(band.from),
        upto: band?.upto == null ? null : money(band.upto),
        discountPercent: discount_percent ?? null,
        customers: sum(there),
        pinned: sum(there.filter(({ pinned }) => pinned)),
      };
    }),
    below: ladder === null ? sum(standings.filter(({ tier }) => tier === null)) : on(0),
    holes: stretches.flatMap(({ name, from, upto }, at) =>
      name !== null || from === null
        ? []
        : [{ from: money(from), upto: upto === null ? null : money(upto), customers: on(at) }],
    ),
    elsewhere: ladder === null ? 0 : on(null),
    pinned: sum(standings.filter(({ pinned }) => pinned)),
    unlisted: sum(standings.filter(({ tier }) => tier !== null && !names.includes(tier))),
    waiting:
      ladder === null
        ? 0
        : sum(free.filter(({ tier, stretch }) => tier !== levelOn(stretches, stretch))),
  };
}

function levelOn(stretches: ReturnType<typeof stretchesOf>, at: number | null): string | null {
  return at === null ? null : (stretches[at]?.name ?? null);
}

function sum(standings: readonly Standing[]): number {
  return standings.reduce((total, { customers }) => total + customers, 0);
}
