// Engine data as the contract's JSON: money as decimal text, instants as ISO text, everything else as it is.
import { moneyToJson } from '#engine/money.ts';

/** The same data with every amount in major units. */
export function plainJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainJson);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (isMoney(value)) return moneyToJson(value);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainJson(item)]));
}

function isMoney(value: object): value is { readonly minor: number; readonly currency: string } {
  return (
    Object.keys(value).length === 2 &&
    'minor' in value &&
    typeof value.minor === 'number' &&
    'currency' in value &&
    typeof value.currency === 'string'
  );
}
