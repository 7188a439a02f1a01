// How a language counts and writes numbers, amounts and lists: all of it by Intl, so that catalogues hold sentences only.
import { type Worth, worthText } from '#engine/discounts/discount.ts';
import { formatMoney, type Money } from '#engine/money.ts';

/** The two forms of a noun that English and German have. */
export type Noun = readonly [one: string, other: string];

/** What every sentence of a language is built with. */
export type Speech = {
  /** As Intl names it: "en-US". */
  readonly language: string;
  /** "1 order", "2 orders": the number, grouped, with the form of the noun that it takes. */
  readonly counted: (count: number, one: string, other: string) => string;
  /** What there is some of, in the order of the nouns, as one list; null where there is nothing. */
  readonly countedAll: (
    counts: Readonly<Record<string, number>>,
    nouns: Readonly<Record<string, Noun>>,
  ) => string | null;
  readonly number: (value: number) => string;
  /** With at least so many decimals. */
  readonly decimal: (value: number, decimals: number) => string;
  /** A part of a whole as a percentage; of nothing it is 0 %. */
  readonly share: (part: number, whole: number) => string;
  readonly money: (money: Money) => string;
  /** What a code takes off. */
  readonly worth: (worth: Worth) => string;
  /** The weekday and the day of the month of a calendar day, as short as they are written. */
  readonly shortDay: (day: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly either: (items: readonly string[]) => string;
};

/** The speech of a language, its Intl formats made once. */
export function speechOf(language: string): Speech {
  const rules = new Intl.PluralRules(language);
  const plain = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const all = new Intl.ListFormat(language, { type: 'conjunction' });
  const any = new Intl.ListFormat(language, { type: 'disjunction' });
  const counted = (count: number, one: string, other: string) =>
    `${plain.format(count)} ${rules.select(count) === 'one' ? one : other}`;
  return {
    language,
    counted,
    countedAll: (counts, nouns) => {
      const named = Object.entries(nouns).flatMap(([key, [one, other]]) => {
        const count = counts[key] ?? 0;
        return count === 0 ? [] : [counted(count, one, other)];
      });
      return named.length === 0 ? null : all.format(named);
    },
    number: (value) => plain.format(value),
    decimal: (value, decimals) =>
      value.toLocaleString(language, {
        minimumFractionDigits: decimals,
        maximumFractionDigits: 20,
      }),
    share: (part, whole) => percent.format(whole === 0 ? 0 : part / whole),
    money: (money) => formatMoney(money, language),
    worth: (worth) => worthText(worth, language),
    shortDay: (day) => days.format(Date.parse(`${day}T00:00:00Z`)),
    list: (items) => all.format(items),
    either: (items) => any.format(items),
  };
}
