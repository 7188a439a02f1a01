// Functions and counts → SQL: the owners of rows that fit, taken together where an aggregate is asked.
import { UserError } from '#engine/errors.ts';
import { decimalsOf } from '#engine/money.ts';
import type { Check } from '#engine/segments/check.ts';
import type { Clause, Param } from '#engine/segments/clause.ts';
import { AGGREGATES } from '#engine/segments/functions.ts';
import { numberOf, toMinor } from '#engine/segments/leaf.ts';
import type { Rows, Source } from './segment-columns.ts';
import { instantQuestion, isTrueOf, numberQuestion, type Question } from './segment-questions.ts';
import { instantSql, questionSql, textSql, type Writing, wholeSql } from './segment-values.ts';

/** What happened to customers, one row each time, and how its parts are read; absent: it has no such part. */
type Happenings = Rows & {
  readonly at: string;
  readonly id?: string;
  readonly category?: string;
  readonly quantity?: string;
  readonly amount?: string;
  /** Of the amount. */
  readonly currency?: string;
  /** What is counted, where that is not every row. */
  readonly counted?: string;
};

const PAID = 'orders.paid AND NOT orders.cancelled AND NOT orders.test';

const HAPPENINGS: Readonly<Record<string, Happenings>> = {
  orders_placed: {
    from: 'orders',
    owner: 'orders.customer_id',
    where: PAID,
    at: 'orders.placed_at',
    amount: 'orders.total_minor',
    currency: 'orders.currency',
  },
  refunds_made: {
    from: 'refunds',
    owner: 'refunds.customer_id',
    where: 'true',
    at: 'refunds.refunded_at',
    amount: 'refunds.amount_minor',
    currency: 'refunds.currency',
  },
  products_purchased: {
    from: `orders CROSS JOIN LATERAL jsonb_array_elements(orders.items) AS item`,
    owner: 'orders.customer_id',
    where: PAID,
    at: 'orders.placed_at',
    id: "(item ->> 'productId')",
    category: "(item ->> 'category')",
    quantity: "(item ->> 'quantity')::float8",
    counted: 'DISTINCT (orders.shop, orders.ref)',
  },
  'shopify_email.delivered': mails('sent'),
  'shopify_email.bounced': mails('failed'),
  'shopify_email.unsubscribed': {
    from: '(VALUES (1)) AS consent (word)',
    owner: 'customers.id',
    where: "customers.email_consent = 'unsubscribed'",
    at: 'customers.email_consent_at',
  },
  'storefront.product_viewed': {
    from: 'product_views',
    owner: 'product_views.customer_id',
    where: 'true',
    at: 'product_views.at',
    id: 'product_views.product_id',
  },
};

/** Why something fills no segment, for who wrote it. */
export function onlyOfOne(clause: string): UserError {
  return new UserError({ code: 'invalid', field: 'query', reason: 'only-of-one', clause });
}

/** A function clause. Throws UserError for a function that is not kept in the database. */
export function functionSql(
  clause: Extract<Clause, { kind: 'function' }>,
  writing: Writing,
): string {
  const rows = Object.hasOwn(HAPPENINGS, clause.name) ? HAPPENINGS[clause.name] : undefined;
  if (rows === undefined) {
    throw onlyOfOne(clause.name);
  }
  const isAggregate = ({ name }: Param) => AGGREGATES.includes(name);
  const fits = clause.params
    .filter((param) => !isAggregate(param))
    .map((param) => fitSql(rows, param, writing));
  const aggregates = clause.params
    .filter(isAggregate)
    .map((param) => aggregateOf(rows, param, writing));
  const found = existsSql(
    { ...rows, where: [rows.where, ...fits].join(' AND ') },
    aggregates.map(({ sql }) => sql),
    aggregates.every(({ heldByNone }) => heldByNone),
  );
  return clause.negated ? `(NOT ${found})` : found;
}

/** How many rows a customer has. */
export function countSql(rows: Rows, check: Check, writing: Writing): string {
  const question = numberQuestion(check, numberOf);
  const { bind, setting } = writing;
  const isToCome =
    rows.until === undefined
      ? ''
      : ` AND ${rows.until} > ${bind(setting.now.toISOString(), 'timestamptz')}`;
  const standing = { ...rows, where: `${rows.where}${isToCome}` };
  return existsSql(standing, [wholeSql(question, 'count(*)', writing)], isTrueOf(question, 0));
}

type Latest = Extract<Source, { kind: 'latest' }>;

/** The latest instant of a customer's rows; missing where there is none. */
export function latestSql({ rows, at }: Latest, check: Check, writing: Writing): string {
  const { zone, now } = writing.setting;
  const { negated } = instantQuestion(check, zone, now);
  const latest = existsSql(rows, [instantSql(check, `max(${at})`, writing)], true);
  // Only what is true of a missing value is true of who has no rows. Of any other the latest row is one that fits: asked
  // for first, it leaves few whose latest must be looked up.
  if (negated) return latest;
  const where = `${rows.where} AND ${instantSql(check, at, writing)}`;
  return `(${existsSql({ ...rows, where }, [], false)} AND ${latest})`;
}

/** The same as a value. */
export function latestValue({ rows: { from, owner, where }, at }: Latest): string {
  return `(SELECT max(${at}) FROM ${from} WHERE ${owner} = customers.id AND ${where})`;
}

/**
 * Whose rows together meet all of `having`; none: who has a row. Asked customer by customer on an index, which is
 * never worse than that, where a list of owners under OR or NOT could be searched from end to end for everybody. Where
 * nobody without rows can meet it, PostgreSQL is told so: that part it can turn into a join.
 */
function existsSql(
  { from, owner, where }: Rows,
  having: readonly string[],
  heldByNone: boolean,
): string {
  const some = `SELECT 1 FROM ${from} WHERE ${owner} = customers.id AND ${where}`;
  if (having.length === 0) return `EXISTS (${some})`;
  const all = `EXISTS (${some} HAVING ${having.join(' AND ')})`;
  return heldByNone ? all : `(EXISTS (${some}) AND ${all})`;
}

function fitSql(rows: Happenings, { name, check }: Param, writing: Writing): string {
  switch (name) {
    case 'date':
      return instantSql(check, rows.at, writing);
    case 'amount':
      return wholeSql(
        moneyQuestion(check, writing),
        rows.amount ?? 'NULL::bigint',
        writing,
        `${rows.currency ?? 'NULL::text'} = ${writing.bind(writing.setting.currency, 'text')}`,
      );
    case 'quantity':
      return floatSql(numberQuestion(check, numberOf), rows.quantity ?? '1::float8', writing);
    case 'category':
      return textSql(check, rows.category ?? 'NULL::text', writing);
    default:
      return textSql(check, rows.id ?? 'NULL::text', writing);
  }
}

type Aggregate = { readonly sql: string; readonly heldByNone: boolean };

function aggregateOf(rows: Happenings, { name, check }: Param, writing: Writing): Aggregate {
  if (name === 'sum_amount') {
    const question = moneyQuestion(check, writing);
    const currency = writing.bind(writing.setting.currency, 'text');
    const sum = `coalesce(sum(${rows.amount ?? '0'}) FILTER (WHERE ${rows.currency ?? 'NULL::text'} = ${currency}), 0)`;
    return { sql: wholeSql(question, sum, writing), heldByNone: isTrueOf(question, 0) };
  }
  const question = numberQuestion(check, numberOf);
  const sql =
    name === 'count'
      ? wholeSql(question, `count(${rows.counted ?? '*'})`, writing)
      : floatSql(question, `coalesce(sum(${rows.quantity ?? '1::float8'}), 0)`, writing);
  return { sql, heldByNone: isTrueOf(question, 0) };
}

function moneyQuestion(check: Check, { setting }: Writing): Question<number> {
  const decimals = decimalsOf(setting.currency) ?? 2;
  return numberQuestion(check, (literal) => toMinor(literal, decimals));
}

function floatSql(question: Question<number>, value: string, { bind }: Writing): string {
  return questionSql(question, value, (number) => bind(String(number), 'float8'));
}

function mails(status: 'sent' | 'failed'): Happenings {
  return {
    from: 'mails',
    owner: 'mails.customer_id',
    where: `mails.status = '${status}'`,
    at: 'mails.at',
    id: "(mails.mail ->> 'template')",
  };
}
