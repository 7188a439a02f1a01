// What can be wrong with the loyalty list as a whole: names, bounds that do not climb, discounts beyond the limit.
import { RELEASE_WORD } from '../customers/typed-facts.ts';
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
              message: `is more than limits.discount_percent_max allows (${discountPercentMax})`,
            },
          ]
        : []),
    ].map(({ path, message }) => ({ path: ['tiers', 'levels', at, ...path], message })),
  );
}

function nameFaults(levels: readonly TierLevel[], at: number): readonly PathFault[] {
  const name = levels[at]?.name.toLowerCase() ?? '';
  if (name === RELEASE_WORD)
    return [
      {
        path: ['name'],
        message: `${RELEASE_WORD} means that the money decides: take another name`,
      },
    ];
  const twin = levels.slice(0, at).some((level) => level.name.toLowerCase() === name);
  return twin ? [{ path: ['name'], message: 'another level has this name already' }] : [];
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
    return [{ path: ['from'], message: 'is missing: either every level has one, or none' }];
  const unreadable = [
    ...amountFaults('from', level.from, currency),
    ...amountFaults('upto', level.upto, currency),
  ];
  if (unreadable.length > 0) return unreadable;
  const [from, upto] = [minorOf(level.from, currency), minorOf(level.upto, currency)];
  const [lower, next] = [minorOf(before?.from, currency), minorOf(after?.from, currency)];
  if (from !== null && lower !== null && from <= lower)
    return [
      {
        path: ['from'],
        message: `must be more than the ${before?.from} of ${before?.name}: levels stand lowest first`,
      },
    ];
  if (from === null || upto === null) return [];
  if (upto <= from)
    return [{ path: ['upto'], message: `must be more than its from (${level.from})` }];
  return next !== null && upto > next
    ? [
        {
          path: ['upto'],
          message: `reaches into ${after?.name}, which begins at ${after?.from}; leave it out to end there`,
        },
      ]
    : [];
}

function amountFaults(
  key: string,
  text: string | undefined,
  currency: string,
): readonly PathFault[] {
  if (text === undefined) return [];
  const read = parseMoney(text, currency);
  if (read.ok || read.fault === 'unknown-currency') return [];
  const message =
    read.fault === 'too-many-decimals'
      ? `has more than the ${decimalsOf(currency) ?? 0} decimals of ${currency}`
      : `must be an amount in whole units of ${currency} such as 2000, without signs and separators`;
  return [{ path: [key], message }];
}
