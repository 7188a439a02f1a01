// What can be wrong with the loyalty list as a whole: names, bounds that do not climb, discounts beyond the limit.
import { RELEASE_WORD } from '../customers/typed-facts.ts';
import type { Flaw } from '../flaw.ts';
import { decimalsOf, parseMoney } from '../money.ts';
import type { PathFault } from '../path-faults.ts';
import { type Measured, minorOf, type TierLevel } from './tiers.ts';

/** Everything that is wrong with the list as a whole; paths begin at the team. */
export function findTierFaults(
  { currency, tiers }: Measured,
  discountPercentMax: number,
): readonly PathFault[] {
  const { levels } = tiers;
  return levels.flatMap((level, at) =>
    [
      ...nameFaults(levels, at),
      ...boundFaults(levels, at, currency),
      ...(level.discount_percent !== undefined && level.discount_percent > discountPercentMax
        ? [
            {
              path: ['discount_percent'],
              flaw: {
                reason: 'over-limit' as const,
                limit: 'discount_percent_max',
                most: discountPercentMax,
              },
            },
          ]
        : []),
    ].map(({ path, flaw }) => ({ path: ['tiers', 'levels', at, ...path], flaw })),
  );
}

function nameFaults(levels: readonly TierLevel[], at: number): readonly PathFault[] {
  const name = levels[at]?.name.toLowerCase() ?? '';
  if (name === RELEASE_WORD) return [{ path: ['name'], flaw: { reason: 'release-word' } }];
  const twin = levels.slice(0, at).some((level) => level.name.toLowerCase() === name);
  return twin ? [{ path: ['name'], flaw: { reason: 'twin-level' } }] : [];
}

/** A level begins above the one before, and ends by where the next one begins. */
function boundFaults(
  levels: readonly TierLevel[],
  at: number,
  currency: string,
): readonly PathFault[] {
  const [level, before, after] = [levels[at], levels[at - 1], levels[at + 1]];
  if (level === undefined) return [];
  const hasBounds = levels.some(({ from, upto }) => from !== undefined || upto !== undefined);
  if (!hasBounds) return [];
  if (level.from === undefined)
    return [{ path: ['from'], flaw: { reason: 'levels-without-from' } }];
  const unreadable = [
    ...amountFaults('from', level.from, currency),
    ...amountFaults('upto', level.upto, currency),
  ];
  if (unreadable.length > 0) return unreadable;
  const [from, upto] = [minorOf(level.from, currency), minorOf(level.upto, currency)];
  const [lower, next] = [minorOf(before?.from, currency), minorOf(after?.from, currency)];
  if (from !== null && lower !== null && from <= lower) {
    const below = { from: before?.from ?? '', level: before?.name ?? '' };
    return [{ path: ['from'], flaw: { reason: 'not-above', ...below } }];
  }
  if (from === null || upto === null) return [];
  if (upto <= from) return [{ path: ['upto'], flaw: { reason: 'upto-below', from: level.from } }];
  if (next === null || upto <= next) return [];
  const above = { from: after?.from ?? '', level: after?.name ?? '' };
  return [{ path: ['upto'], flaw: { reason: 'reaches-into', ...above } }];
}

function amountFaults(
  key: string,
  text: string | undefined,
  currency: string,
): readonly PathFault[] {
  if (text === undefined) return [];
  const read = parseMoney(text, currency);
  if (read.ok || read.fault === 'unknown-currency') return [];
  const flaw: Flaw =
    read.fault === 'too-many-decimals'
      ? { reason: 'decimals', most: decimalsOf(currency) ?? 0, currency }
      : { reason: 'whole-units', currency };
  return [{ path: [key], flaw }];
}
