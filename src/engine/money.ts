// Money: whole minor units of one currency; never a float, never summed across currencies.

/** An amount in minor units (cents, fils, yen) of an ISO 4217 currency. */
export type Money = { readonly minor: number; readonly currency: string };

/** Why a text is no amount of a currency. */
export type MoneyFault = 'not-a-number' | 'too-many-decimals' | 'unknown-currency';

/** How many decimals a currency has, from the runtime's own ISO 4217 table: JPY 0, USD 2, KWD 3; null for an unknown code. */
export function decimalsOf(currency: string): number | null {
  if (!KNOWN.has(currency)) return null;
  const known = DECIMALS.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2;
  DECIMALS.set(currency, decimals);
  return decimals;
}

/**
 * Reads a decimal text in major units ("6200.00"). A sign only where `signed` is set; more decimals than the currency
 * has are refused unless they are zeros.
 */
export function parseMoney(
  text: string,
  currency: string,
  options: { readonly signed?: boolean } = {},
):
  | { readonly ok: true; readonly money: Money }
  | { readonly ok: false; readonly fault: MoneyFault } {
  const decimals = decimalsOf(currency);
  if (decimals === null) return { ok: false, fault: 'unknown-currency' };
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(text);
  if (!match || (match[1] === '-' && !options.signed)) return { ok: false, fault: 'not-a-number' };
  const fraction = match[3] ?? '';
  if (
    fraction.slice(decimals).replace(/0/g, '') !== '' ||
    (decimals === 0 && fraction !== '' && /[^0]/.test(fraction))
  ) {
    return { ok: false, fault: 'too-many-decimals' };
  }
  const minor = Number(`${match[2]}${fraction.slice(0, decimals).padEnd(decimals, '0')}`);
  return { ok: true, money: { minor: match[1] === '-' && minor !== 0 ? -minor : minor, currency } };
}

/**
 * Reads an amount that a person typed: "25", "25.50" or "25,50". Three digits after a point or a comma are refused
 * where the currency has fewer decimals, and after a comma always: "1.000" and "1,000" are a thousand to many.
 */
export function parseTypedMoney(text: string, currency: string): ReturnType<typeof parseMoney> {
  const typed = text.trim();
  if (/[.,]\d{3}$/.test(typed) && (typed.includes(',') || (decimalsOf(currency) ?? 0) < 3))
    return { ok: false, fault: 'not-a-number' };
  return parseMoney(typed.replace(/^(\d+),(\d{1,2})$/, '$1.$2'), currency);
}

/** The amount as decimal text in major units: 620000 USD minor is "6200.00". */
export function moneyToText(money: Money): string {
  const decimals = decimalsOf(money.currency) ?? 2;
  const digits = String(Math.abs(money.minor)).padStart(decimals + 1, '0');
  const sign = money.minor < 0 ? '-' : '';
  return decimals === 0
    ? `${sign}${digits}`
    : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The amount as a number of major units, for comparing with a limit in a condition. */
export function majorUnits(money: Money): number {
  return money.minor / 10 ** (decimalsOf(money.currency) ?? 2);
}

/** An amount of whole units as a setting writes it (10.5), to the nearest minor unit. */
export function moneyOf(major: number, currency: string): Money {
  return { minor: Math.round(major * 10 ** (decimalsOf(currency) ?? 2)), currency };
}

/** Sums, one for each currency, in the order of their codes; none is an empty list. */
export function addUp(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + minor);
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({ minor, currency }));
}

/** The amount as people write it in a language: "$6,200.00". */
export function formatMoney(money: Money, language = 'en-US'): string {
  return new Intl.NumberFormat(language, { style: 'currency', currency: money.currency }).format(
    majorUnits(money),
  );
}

/** The contract's JSON form: decimal text and the currency. */
export function moneyToJson(money: Money): { readonly amount: string; readonly currency: string } {
  return { amount: moneyToText(money), currency: money.currency };
}

const KNOWN = new Set(Intl.supportedValuesOf('currency'));

/** What was asked before: an Intl format takes some 20 µs to make, and every amount of every order asks. */
const DECIMALS = new Map<string, number>();
