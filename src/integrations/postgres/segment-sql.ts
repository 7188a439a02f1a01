// The SQL reading of a condition: the same tree as `holds`, answered for everybody at once.

import { UserError } from '#engine/errors.ts';
import { decimalsOf } from '#engine/money.ts';
import { anniversaryDays, isNegated } from '#engine/segments/anniversary.ts';
import type { Check } from '#engine/segments/check.ts';
import type { Clause } from '#engine/segments/clause.ts';
import { type Setting, whyUnanswerable } from '#engine/segments/condition.ts';
import type { Condition } from '#engine/segments/grammar.ts';
import { numberOf, toMinor } from '#engine/segments/leaf.ts';
import type { Unanswerable } from '#engine/segments/unanswerable.ts';
import { type RankedValue, type Source, sourceOf } from './segment-columns.ts';
import { numberQuestion, type Question, toWhole } from './segment-questions.ts';
import { countSql, functionSql, latestSql, latestValue, onlyOfOne } from './segment-rows.ts';
import {
  attributeSql,
  attributeText,
  type Bind,
  DAY,
  daySql,
  foldedListSql,
  instantSql,
  namedInstant,
  notSql,
  singleSql,
  textSql,
  type Writing,
  wholeSql,
} from './segment-values.ts';

/** A WHERE expression over `customers`, and what its parameters stand for. NULL is no. */
export type ConditionSql = { readonly sql: string; readonly values: readonly unknown[] };

/**
 * What a customer's value must exceed for a whole percentage of the others to have less; null: any value does. Looked
 * up before, so that the statement has a constant that its indexes can be asked for.
 */
export type RankThresholds = (of: RankedValue, percent: number) => bigint | Date | null;

/**
 * Writes a condition as SQL with parameters only: no text of a query reaches the statement. Throws UserError
 * (`invalid`) for what cannot be asked of everybody at once, `event.` fields among them.
 */
export function conditionToSql(
  condition: Condition,
  setting: Setting,
  thresholds: RankThresholds = noThresholds,
): ConditionSql {
  const values: unknown[] = [];
  const sql = writeCondition(condition, { bind: bindTo(values), setting, thresholds });
  return { sql, values };
}

/** Parameters that are added to a statement's own; the same text of the same type stands there once. */
export function bindTo(values: unknown[]): Bind {
  const known = new Map<string, string>();
  return (value, type) => {
    const key = typeof value === 'string' ? `${type} ${value}` : null;
    const before = key === null ? undefined : known.get(key);
    if (before !== undefined) return before;
    const placed = `$${values.push(value)}::${type}`;
    if (key !== null) known.set(key, placed);
    return placed;
  };
}

/** Where a condition is written into a larger statement. */
export type ConditionWriting = Writing & { readonly thresholds: RankThresholds };

/** Like `conditionToSql`, into a statement that has parameters of its own. */
export function writeCondition(condition: Condition, writing: ConditionWriting): string {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.children.map((child) => writeCondition(child, writing));
      return `(${parts.join(condition.kind === 'and' ? ' AND ' : ' OR ')})`;
    }
    case 'not':
      return notSql(writeCondition(condition.child, writing));
    default:
      return writeClause(condition, writing);
  }
}

/** The whole percentages at which a condition cuts each ranking. */
export function percentsAsked(condition: Condition): ReadonlyMap<RankedValue, readonly number[]> {
  const asked = new Map<RankedValue, number[]>();
  const note: RankThresholds = (of, percent) => {
    asked.set(of, [...(asked.get(of) ?? []), percent]);
    return null;
  };
  // Neither zone nor currency moves a percentage.
  const setting = { now: new Date(0), zone: 'UTC', currency: 'USD' };
  conditionToSql(condition, setting, note);
  return asked;
}

function noThresholds(): never {
  throw new UserError({
    code: 'invalid',
    field: 'query',
    reason: 'no-thresholds',
  });
}

function writeClause(clause: Clause, writing: ConditionWriting): string {
  const why = whyUnanswerable(clause);
  if (why !== null) throw refused(why);
  if (clause.kind === 'function') return functionSql(clause, writing);
  if (clause.kind === 'anniversary') return anniversarySql(clause.field, clause.check, writing);
  const key = attributeKey(clause.field);
  if (key !== null) return attributeSql(clause.check, key, writing);
  const source = sourceOf(clause.field);
  if (source === null) throw onlyOfOne(clause.field);
  return sourceSql(source, clause.check, writing);
}

function sourceSql(source: Source, check: Check, writing: ConditionWriting): string {
  switch (source.kind) {
    case 'money':
      return moneySql(source.minor, check, writing);
    case 'whole':
      return wholeSql(numberQuestion(check, numberOf), source.value, writing);
    case 'instant':
      return instantSql(check, source.value, writing);
    case 'birthday':
      return daySql(
        check,
        `(CASE WHEN ${source.value} ~ '${DAY}' THEN ${source.value} END)`,
        writing,
      );
    case 'text':
      return textSql(check, source.value, writing);
    case 'single':
      return singleSql(check, source.value, writing);
    case 'folded-list':
      return foldedListSql(check, source.value, writing);
    case 'count':
      return countSql(source.rows, check, writing);
    case 'latest':
      return latestSql(source, check, writing);
    case 'rank':
      return rankSql(source.of, numberQuestion(check, numberOf), writing);
  }
}

/** Amounts in another currency than the shop's are missing. */
function moneySql(minor: string, check: Check, writing: Writing): string {
  const { currency } = writing.setting;
  const decimals = decimalsOf(currency) ?? 2;
  const question = numberQuestion(check, (literal) => toMinor(literal, decimals));
  const isOwn = `customers.currency = ${writing.bind(currency, 'text')}`;
  return wholeSql(question, minor, writing, isOwn);
}

/** A rank is a whole percentage: at least `n` is to exceed one value of the ranking. */
function rankSql(of: RankedValue, question: Question<number>, writing: ConditionWriting): string {
  const { any, negated } = toWhole(question);
  const ranked = rankedSql(of, writing);
  const groups = any.map((tests) =>
    [ranked.present, ...tests.map(([operator, bound]) => rankTest(operator, bound))].join(' AND '),
  );
  function rankTest(operator: string, bound: bigint): string {
    if (operator === '=') return `${rankTest('>=', bound)} AND ${rankTest('<', bound + 1n)}`;
    const reached = reachedSql(of, bound, ranked, writing);
    return operator === '<' ? `(NOT ${reached})` : reached;
  }
  const sql =
    groups.length === 0
      ? `(${ranked.present} AND false)`
      : `(${groups.map((group) => `(${group})`).join(' OR ')})`;
  return negated ? notSql(sql) : sql;
}

type Ranked = { readonly present: string; readonly value: string; readonly type: string };

function rankedSql(of: RankedValue, { bind, setting }: Writing): Ranked {
  return of === 'spend'
    ? {
        present: `customers.currency = ${bind(setting.currency, 'text')}`,
        value: 'customers.spent_minor',
        type: 'int8',
      }
    : {
        present: 'customers.last_order_at IS NOT NULL',
        value: 'customers.last_order_at',
        type: 'timestamptz',
      };
}

/** Whether who has a value has reached this percentage. */
function reachedSql(
  of: RankedValue,
  percent: bigint,
  { value, type }: Ranked,
  { bind, thresholds }: ConditionWriting,
): string {
  if (percent <= 0n) return 'true';
  if (percent > 100n) return 'false';
  const threshold = thresholds(of, Number(percent));
  if (threshold === null) return 'true';
  const bound = threshold instanceof Date ? threshold.toISOString() : String(threshold);
  return `${value} > ${bind(bound, type)}`;
}

/** Month and day, in any year. */
function anniversarySql(field: string, check: Check, writing: Writing): string {
  const monthDay = `(${monthDayOf(field, writing)})`;
  if (check.kind === 'null')
    return check.negated ? `${monthDay} IS NOT NULL` : `${monthDay} IS NULL`;
  const { zone, now } = writing.setting;
  const days = [...anniversaryDays(check, zone, now)];
  const found = `${monthDay} = ANY(${writing.bind(days, 'text[]')})`;
  return isNegated(check) ? notSql(found) : `(${found})`;
}

function monthDayOf(field: string, writing: Writing): string {
  const key = attributeKey(field);
  if (key !== null) {
    const text = attributeText(key, writing);
    return `coalesce(${writtenMonthDay(text)}, ${monthDayAt(namedInstant(text), writing)})`;
  }
  const source = sourceOf(field);
  if (source?.kind === 'birthday') return writtenMonthDay(source.value);
  if (source?.kind === 'instant') return monthDayAt(source.value, writing);
  if (source?.kind === 'latest') return monthDayAt(latestValue(source), writing);
  throw onlyOfOne(`anniversary ('${field}')`);
}

/** "MM-DD" of a text that is one or is a whole day. 2000 was a leap year. */
function writtenMonthDay(text: string): string {
  return `(CASE WHEN ${text} ~ '${DAY}' THEN right(${text}, 5) WHEN '2000-' || ${text} ~ '${DAY}' THEN ${text} END)`;
}

function monthDayAt(instant: string, { bind, setting }: Writing): string {
  return `to_char(${instant} AT TIME ZONE ${bind(setting.zone, 'text')}, 'MM-DD')`;
}

function attributeKey(field: string): string | null {
  const prefix = 'attributes.';
  return field.startsWith(prefix) ? field.slice(prefix.length) : null;
}

function refused(asked: Unanswerable): UserError {
  return new UserError({ code: 'invalid', field: 'query', reason: 'query-unanswerable', asked });
}
