// Amounts of money in Liquid: they read as people write them, and compare as whole units.
import { decimalsOf, formatMoney, type Money, majorUnits, moneyToJson } from '#engine/money.ts';
import { isRecord, type Values } from './clean-values.ts';

/** Every amount in the values made one that Liquid can show and compare: `{% if event.total > 500 %}`. */
export function withAmounts(values: Values, locale: string): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, withAmount(value, locale)]),
  );
}

function withAmount(value: unknown, locale: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withAmount(item, locale));
  if (!isRecord(value) || value instanceof Date) return value;
  return isMoney(value) ? toAmount(value, locale) : withAmounts(value, locale);
}

function isMoney(value: object): value is Money {
  return (
    'minor' in value &&
    typeof value.minor === 'number' &&
    'currency' in value &&
    typeof value.currency === 'string' &&
    decimalsOf(value.currency) !== null
  );
}

/** LiquidJS prints an object by its `toString` and compares it by these functions ("Drops", Comparable). */
function toAmount(money: Money, locale: string) {
  const units = majorUnits(money);
  return {
    toString: () => formatMoney(money, locale),
    toJSON: () => moneyToJson(money),
    equals: (other: unknown) => units === Number(other),
    gt: (other: unknown) => units > Number(other),
    geq: (other: unknown) => units >= Number(other),
    lt: (other: unknown) => units < Number(other),
    leq: (other: unknown) => units <= Number(other),
  };
}
