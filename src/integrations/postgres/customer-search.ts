// Finding customers by what people type: what names them exactly; else words, beginnings, parts, and slips of the keyboard.

import type { CustomerRecords, Named, Nearness } from '#engine/ports/customer-records.ts';
import { joinPlace } from '#engine/segments/customer-values.ts';
import { CUSTOMERS, toProfile } from './customer-row.ts';
import type { Customer } from './generated/client.ts';
import type { Query } from './session.ts';

/** Longer texts are no names: what is beyond is not looked at. */
const LONGEST_TEXT = 200;
const MOST_WORDS = 6;

/** Of very many who fit, so many are ranked. */
const RANKED = 200;

/** The searches over all customers; what was typed reaches the database as parameters only. */
export function searchRecords(
  query: Query,
): Pick<
  CustomerRecords,
  'named' | 'search' | 'nearest' | 'placesNamed' | 'tagsNamed' | 'namesAmong'
> {
  return {
    named: (who, limit) => findNamed(query, readText(who), limit),
    search: async (text, limit) => {
      const words = await wordsOf(query, text);
      if (words.length === 0) return [];
      const { sql, values } = searchFor(words, await wordsOf(query, withoutHost(text)), limit);
      const rows = await query<Customer & { nearness: Nearness }>(sql, values);
      return rows.map((row) => ({ profile: toProfile(row), nearness: row.nearness }));
    },
    nearest: async (text, limit) => {
      const words = await wordsOf(query, withoutHost(text));
      const rows = await query<Customer>(NEAREST, [words.join(' '), words, limit]);
      return rows.map(toProfile);
    },
    placesNamed: async (names) => {
      const rows = await query<Place>(PLACES, [names.map((name) => name.toLowerCase())]);
      return rows.flatMap(({ country, region, city }) => {
        const bare = city.replace(/\s+/g, '');
        const value = region === null ? joinPlace(country, bare) : joinPlace(country, region, bare);
        return value.map((one) => ({ city, value: one }));
      });
    },
    tagsNamed: async (names) => {
      const rows = await query<{ tag: string }>(TAGS, [names.map((name) => name.toLowerCase())]);
      return rows.map(({ tag }) => tag);
    },
    namesAmong: async (words) => {
      const rows = await query<{ word: string }>(NAMES, [words.map(readText)]);
      return rows.map(({ word }) => word);
    },
  };
}

/** A number sign means an order; else the text may be an id, an address, a phone however it is written, or an order. */
async function findNamed(query: Query, who: string, limit: number): Promise<readonly Named[]> {
  const bare = who.replace(/^#/, '');
  const names = bare === who ? [who, who.toLowerCase()] : [];
  const phone = /^[+(\d][\d\s()./-]*$/.test(who) ? who : null;
  const rows = await query<Customer & { shop: string | null; number: string | null }>(NAMED, [
    names,
    phone,
    [bare, `#${bare}`],
    limit,
  ]);
  return rows.map((row) => ({
    profile: toProfile(row),
    order: row.shop === null || row.number === null ? null : { shop: row.shop, number: row.number },
  }));
}

/** Numbers of a country and numbers with its code before them end alike. */
const NAMED = `WITH meant AS (
    SELECT id AS meant_id, NULL AS shop, NULL AS number FROM customers WHERE id = ANY($1::text[])
    UNION ALL SELECT survivor_id, NULL, NULL FROM merges WHERE absorbed_id = ANY($1::text[]) AND undone_at IS NULL
    UNION ALL SELECT customer_id, NULL, NULL FROM identities WHERE value = ANY($1::text[])
    UNION ALL SELECT id, NULL, NULL FROM customer_search JOIN customers ON id = customer_id
      WHERE marks @> ARRAY[phone_mark($2::text)]
        AND (phone_digits(phone) LIKE '%' || phone_digits($2::text) OR phone_digits($2::text) LIKE '%' || phone_digits(phone))
    UNION ALL SELECT customer_id, shop, number FROM orders WHERE number = ANY($3::text[])
    UNION ALL SELECT customer_id, shop, ref FROM orders WHERE number IS NULL AND ref = ANY($3::text[]))
  SELECT DISTINCT ON (id) ${CUSTOMERS.columns}, meant.shop, meant.number
    FROM meant JOIN customers ON id = meant_id WHERE erased_at IS NULL ORDER BY id, meant.shop NULLS LAST LIMIT $4::int`;

type Place = {
  readonly country: string | null;
  readonly region: string | null;
  readonly city: string;
};

/** Answered by an index of its own: a sentence is read while somebody waits. */
const PLACES = `SELECT DISTINCT country, region, city FROM customers
  WHERE lower(city) = ANY($1::text[]) AND erased_at IS NULL LIMIT 20`;

/** The index finds who has one; how it is written is read of a few of them. */
const TAGS = `SELECT DISTINCT ON (lower(tag)) tag
  FROM (SELECT tags FROM customers WHERE folded_tags && $1::text[] AND erased_at IS NULL LIMIT 200) AS few,
    unnest(few.tags) AS tag
  WHERE lower(tag) = ANY($1::text[]) ORDER BY lower(tag), tag LIMIT 20`;

/** The index finds who has the word at all; that it is of their name and not of their address is read of a few of them. */
const NAMES = `SELECT word FROM unnest($1::text[]) AS word CROSS JOIN LATERAL folded(word) AS plain
  WHERE plain <> '' AND EXISTS (SELECT 1
    FROM (SELECT customer_id FROM customer_search WHERE words LIKE '% ' || plain || ' %' LIMIT ${RANKED}) AS few
    JOIN customers ON id = customer_id
    WHERE ' ' || folded(concat_ws(' ', first_name, last_name)) || ' ' LIKE '% ' || plain || ' %')`;

/** PostgreSQL takes no text with a zero byte in it. */
function readText(text: string): string {
  return text.replaceAll('\0', ' ').trim().slice(0, LONGEST_TEXT);
}

/** Half of all customers have their address at the same few hosts: being like them in that is no likeness. */
function withoutHost(text: string): string {
  return text.replace(/@.*$/s, '');
}

/** The words of a text as they are stored, so that both were folded alike. */
async function wordsOf(query: Query, text: string): Promise<readonly string[]> {
  const [row] = await query<{ words: string }>('SELECT folded($1::text) AS words', [
    readText(text),
  ]);
  const words = (row?.words ?? '').split(' ').filter((word) => word !== '');
  return words.slice(0, MOST_WORDS);
}

/**
 * Each kind of nearness has an index of its own and is only looked at while those before it gave too few. `before` is
 * what of the words stands before the host. Words are letters and digits: they hold nothing that LIKE has a use for.
 */
function searchFor(words: readonly string[], before: readonly string[], limit: number) {
  const values = [words.join(' '), limit, ...words];
  const every = (write: (word: string) => string, count = words.length) =>
    words
      .slice(0, count)
      .map((_word, at) => write(`$${at + 3}::text`))
      .join(' AND ');
  const begins = (word: string) => `words LIKE '% ' || ${word} || '%'`;
  const slips = (word: string) => `(slips && slips_of(ARRAY[${word}]) OR ${begins(word)})`;
  const conditions: readonly (readonly [Nearness, string])[] = [
    ['name', "marks @> ARRAY['name:' || $1::text]"],
    ['words', every((word) => `words LIKE '% ' || ${word} || ' %'`)],
    ['beginnings', every(begins)],
    ['parts', every((word) => `words LIKE '%' || ${word} || '%'`)],
    ['similar', every(slips, before.length || words.length)],
  ];
  const branches = conditions.map(([nearness, condition], at) => {
    const nearer = conditions[at - 1]?.[1];
    return branchSql(
      nearness,
      nearer === undefined ? condition : `${condition} AND NOT (${nearer})`,
    );
  });
  return { sql: `SELECT * FROM (${branches.join(' UNION ALL ')}) AS found LIMIT $2::int`, values };
}

function branchSql(nearness: Nearness, condition: string): string {
  return `(SELECT ${CUSTOMERS.columns}, '${nearness}' AS nearness
    FROM (SELECT customer_id, words FROM customer_search WHERE ${condition} LIMIT ${RANKED}) AS fit
    JOIN customers ON id = customer_id
    ORDER BY ${nearness === 'similar' ? 'word_similarity($1::text, words) DESC, ' : ''}spent_minor DESC, id LIMIT $2::int)`;
}

/** Who has one of the words, or nearly; the likest first. */
const NEAREST = `SELECT ${CUSTOMERS.columns}
  FROM (SELECT customer_id, word_similarity($1::text, words) AS likeness FROM customer_search
    WHERE slips && slips_of($2::text[]) OR $1::text <% words LIMIT ${RANKED}) AS fit
  JOIN customers ON id = customer_id ORDER BY likeness DESC, spent_minor DESC, id LIMIT $3::int`;
