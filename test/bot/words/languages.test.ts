// The catalogue in every language: the same keys, other sentences, the same values in them.
import { describe, expect, it } from 'vitest';
import { de } from '#bot/words/de.ts';
import { en } from '#bot/words/en.ts';

/** What is the same word in both languages, or no word. */
const SAME = new Set([
  '',
  'APP',
  'Code',
  'Id',
  'Name',
  'Regulars',
  'Shop',
  'Shops',
  'Tags',
  'Thread',
  'optional',
  'Version',
  ' · ',
  'segments.yml',
  'segment members ',
  'amount_spent > 500 AND last_order_date >= -90d',
  'on: order.paid\nreentry: never',
  '- tag: VIP\n- notify: { channel: vips }',
  '#refunds',
  '#vips',
  'In',
  '/customer show',
  '/customer show maria',
  '/case list',
  '/approval list',
  '/help',
  ': ',
]);

/** Whose sentences are made of what they are given alone. */
const MADE_OF_VALUES = new Set([
  'approvals.version',
  'automations.noticeTitle',
  'batches.failed',
  'cases.item',
  'customers.categoryShare',
  'events.issue',
  'events.title',
  'events.type',
  'home.withAmount',
  'problems.badArgument',
  'runs.title',
  'segments.fieldLine',
  'segments.ours',
  'suggestions.showPair',
  'surface',
  'shop',
  'undo.option',
]);

type Leaf = readonly [path: string, english: unknown, german: unknown];

function leaves(english: object, german: object, path = ''): readonly Leaf[] {
  return Object.entries(english).flatMap(([key, value]): readonly Leaf[] => {
    const own = path === '' ? key : `${path}.${key}`;
    const other: unknown = Reflect.get(german, key);
    return isBranch(value) && isBranch(other) ? leaves(value, other, own) : [[own, value, other]];
  });
}

function isBranch(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function keysOf(words: object, path = ''): readonly string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    isBranch(value) ? keysOf(value, `${path}${key}.`) : [`${path}${key}`],
  );
}

/** Calls a sentence with numbers that can be told apart; null where it needs something else. */
function sayWith(sentence: unknown, values: readonly unknown[]): string | null {
  if (typeof sentence !== 'function') return null;
  try {
    const said: unknown = Reflect.apply(sentence, undefined, values);
    const text = typeof said === 'string' || Array.isArray(said) ? JSON.stringify(said) : null;
    // A key that is none has no words.
    return text?.includes('undefined') === true ? null : text;
  } catch {
    return null;
  }
}

const VALUES = [41, 42, 43, 44, 45];

function valuesIn(said: string): readonly string[] {
  return [...new Set(said.match(/4[1-5]/g) ?? [])].toSorted();
}

const ALL = leaves(en, de);
const SPOKEN = ALL.flatMap(([path, english, german]) => {
  const said = [VALUES, VALUES.map(String)]
    .map((values) => [sayWith(english, values), sayWith(german, values)] as const)
    .find(([one, other]) => one !== null && other !== null);
  return said === undefined ? [] : [{ path, english: said[0] ?? '', german: said[1] ?? '' }];
});

describe('the catalogue', () => {
  it('has the same keys in both languages', () => {
    expect(keysOf(de)).toEqual(expect.arrayContaining([...keysOf(en)]));
    expect(keysOf(de)).toHaveLength(keysOf(en).length);
  });

  it('says nothing in English to whom it speaks German', () => {
    const same = ALL.filter(
      ([, english, german]) =>
        typeof english === 'string' && english === german && !SAME.has(english),
    );
    const alike = SPOKEN.filter(
      ({ path, english, german }) => english === german && !MADE_OF_VALUES.has(path),
    );

    expect(same.map(([path]) => path)).toEqual([]);
    expect(
      alike.filter(({ english }) => /[a-z]{3}/i.test(english)).map(({ path }) => path),
    ).toEqual([]);
  });

  it('says the same values in both languages', () => {
    const other = SPOKEN.filter(
      ({ english, german }) => `${valuesIn(english)}` !== `${valuesIn(german)}`,
    );

    expect(SPOKEN.length).toBeGreaterThan(200);
    expect(other.map(({ path, english, german }) => [path, english, german])).toEqual([]);
  });

  it('counts, writes amounts and lists as each language does', () => {
    expect([en.orders(1), en.orders(1_234)]).toEqual(['1 order', '1,234 orders']);
    expect([de.orders(1), de.orders(1_234)]).toEqual(['1 Bestellung', '1.234 Bestellungen']);
    expect(de.money({ minor: 620_050, currency: 'EUR' })).toBe('6.200,50\u00a0€');
    expect(de.list(['a', 'b', 'c'])).toBe('a, b und c');
  });

  it('has a sentence for what a shop or a flow names, and shows what it does not know as it is', () => {
    expect(de.approvals.reason('no-consent')).toMatch(/zugestimmt/);
    expect(de.cases.reasonText('DAMAGED')).toBe('beschädigt');
    expect(de.events.type('order.paid')).toBe('Bestellung bezahlt');
    for (const words of [en, de]) expect(words.events.type('constructor')).toBe('constructor');
  });
});
