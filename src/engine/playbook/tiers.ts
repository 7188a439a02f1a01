// The loyalty list of team.yml: levels with half-open bounds that follow the money, or bare names that are set by hand.
import { z } from 'zod';
import {
  type Ladder,
  type Measures,
  type Stretch,
  stretchesOf,
  TIER_BASES,
  type TierBand,
} from '../customers/tier.ts';
import { as, withFlaw } from '../flaw.ts';
import { parseMoney } from '../money.ts';

const OF_HUNDRED = { reason: 'between', from: 1, to: 100 } as const;

/** An amount in major units; kept as text, since a float would not be exact. */
const Amount = z.preprocess(
  (said) => (typeof said === 'number' ? String(said) : said),
  z.string(as('amount')),
);

const Level = z.strictObject({
  name: z.string().trim().min(1).max(60),
  /** Where the level begins; unset in every level: they are set by hand only. */
  from: Amount.optional(),
  /** Where it ends; unset: where the next one begins. */
  upto: Amount.optional(),
  /** What `percent: tier` of an automation's discount stands for. */
  discount_percent: z
    .int(as('whole-number'))
    .refine((percent) => percent >= 1 && percent <= 100, withFlaw(OF_HUNDRED))
    .optional(),
});

const LevelList = z.strictObject({
  by: z.enum(TIER_BASES).default('amount_spent'),
  levels: z.array(Level).default([]),
});

/** `tiers: [Silver, Gold]`, or `tiers: { by: amount_spent_net, levels: [{ name: Silver, from: 0 }, …] }`. */
export const Tiers = z.preprocess(readShortForm, LevelList).default({
  by: 'amount_spent',
  levels: [],
});
export type Tiers = z.infer<typeof LevelList>;
export type TierLevel = Tiers['levels'][number];

/** The parts of a team that say how spend is measured. */
export type Measured = { readonly currency: string; readonly tiers: Tiers };

/** The names of the levels, lowest first. */
export function tierNames({ tiers }: Pick<Measured, 'tiers'>): readonly string[] {
  return tiers.levels.map(({ name }) => name);
}

/** What `percent: tier` of a discount stands for on each level that gives something. */
export function tierPercents({ tiers }: Pick<Measured, 'tiers'>): ReadonlyMap<string, number> {
  return new Map(
    tiers.levels.flatMap(({ name, discount_percent: percent }) =>
      percent === undefined ? [] : [[name, percent]],
    ),
  );
}

/** What spend is measured by; the ladder is null where no level has bounds. */
export function measuresOf({ currency, tiers }: Measured): Measures {
  const bands = tiers.levels.flatMap((level, at): readonly TierBand[] => {
    const from = minorOf(level.from, currency);
    const end = minorOf(level.upto ?? tiers.levels[at + 1]?.from, currency);
    return from === null ? [] : [{ name: level.name, from, upto: end }];
  });
  const ladder: Ladder = { by: tiers.by, currency, bands };
  return { currency, ladder: bands.length === 0 ? null : ladder };
}

/** Amounts above the lowest level that belong to none: between two levels, or above the highest. */
export function holesOf(ladder: Ladder): readonly Stretch[] {
  return stretchesOf(ladder).filter(({ name, from }) => name === null && from !== null);
}

function readShortForm(said: unknown): unknown {
  if (!Array.isArray(said)) return said;
  return { levels: said.map((level: unknown) => (isRecord(level) ? level : { name: level })) };
}

/** An amount of the list in minor units; null where it is not given or cannot be read. */
export function minorOf(text: string | undefined, currency: string): number | null {
  if (text === undefined) return null;
  const read = parseMoney(text, currency);
  return read.ok ? read.money.minor : null;
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
