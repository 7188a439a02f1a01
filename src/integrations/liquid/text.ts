// Liquid for plain text: a line for the team, the body of a request. Nothing is escaped: who shows it does that.
import { withAmounts } from './amounts.ts';
import { cleanText, cleanValues } from './clean-values.ts';
import { createEngine, type LiquidOptions, readNames } from './engine.ts';
import { describeLiquidError, type KnownValues, type LiquidFault, unknownValue } from './faults.ts';

/** A renderer of texts. Throws LiquidJS's errors. */
export function createTextLiquid(
  options: LiquidOptions,
): (source: string, values: object) => Promise<string> {
  const engine = createEngine(options);
  return async (source, values) => {
    const scope = withAmounts(cleanValues(values), options.locale);
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
