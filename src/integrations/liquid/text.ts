// Liquid for plain text: a line for the team, the body of a request. Nothing is escaped: who shows it does that.
import { decimalsOf, formatMoney, type Money, majorUnits, moneyToJson } from '#engine/money.ts';
import { cleanText, cleanValues, isRecord } from './clean-values.ts';
import { createEngine, type LiquidOptions, readNames } from './engine.ts';
import { describeLiquidError, type KnownValues, type LiquidFault, unknownValue } from './faults.ts';

/** A renderer of texts. Throws LiquidJS's errors. */
export function createTextLiquid(
  options: LiquidOptions,
): (source: string, values: object) => Promise<string> {
  const engine = createEngine(options);
  return async (source, values) => {
    const given = withAmounts(cleanValues(values), options.locale);
    const scope = isRecord(given) ? given : {};
    return cleanText(String(await engine.parseAndRender(source, scope))).trim();
  };
}

/** What is wrong with a text's source: the first thing that does not parse, else every value that is not given. */
export function checkText(source: string, values: KnownValues): readonly LiquidFault[] {
  const engine = createEngine({ timezone: 'UTC', locale: 'en' });
  try {
    return readNames(engine, source).flatMap((name) => unknownValue(name, values) ?? []);
  } catch (error) {
    return [describeLiquidError(error)];
  }
}

/** Amounts of money read as people write them, and compare as whole units: `{% if event.total > 500 %}`. */
function withAmounts(value: unknown, locale: string): unknown {
  if (Array.isArray(value)) return value.map((item) => withAmounts(item, locale));
  if (!isRecord(value) || value instanceof Date) return value;
  if (isMoney(value)) return toAmount(value, locale);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, withAmounts(item, locale)]),
  );
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
