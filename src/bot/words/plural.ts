// Counting words: which form of a noun a number takes, by the language's own plural rules.

const RULES = new Intl.PluralRules('en');

/** "1 order", "2 orders": the number, grouped, with the form of the noun that it takes. */
export function counted(count: number, one: string, other: string): string {
  return `${new Intl.NumberFormat('en').format(count)} ${RULES.select(count) === 'one' ? one : other}`;
}
