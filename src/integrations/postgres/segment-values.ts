// Questions about one value → SQL: three-valued inside, NULL counting as no, and every literal a parameter.
import { textOf } from '#engine/segments/answer.ts';
import { type Check, literalFamily, literalsOf } from '#engine/segments/check.ts';
import type { Setting } from '#engine/segments/condition.ts';
import { numberOf } from '#engine/segments/leaf.ts';
import { dayOf, moveDay, startOfDay } from '#engine/time.ts';
import {
  booleanQuestion,
  instantQuestion,
  isStorable,
  numberQuestion,
  type Question,
  textQuestion,
  toWhole,
} from './segment-questions.ts';

/** Takes a value as a parameter of this type and gives what stands for it in the statement. */
export type Bind = (value: unknown, type: string) => string;

/** What writing a condition needs: its parameters, and when and where it is asked. */
export type Writing = { readonly bind: Bind; readonly setting: Setting };

/** Lower case as JavaScript has it, in every database: a session's own locale may know ASCII only. */
export function foldedSql(text: string): string {
  return `lower(${text} COLLATE "und-x-icu")`;
}

/** True where NULL and false are not: what NOT means when a missing value is no. */
export function notSql(sql: string): string {
  return `((${sql}) IS NOT TRUE)`;
}

/** False, naming the value all the same: a parameter that stands nowhere in a statement has no type. */
function neverSql(value: string): string {
  return `(${value} IS NULL AND false)`;
}

/** A question about a value, written; `guard` must hold for there to be a value at all. */
export function questionSql<Bound>(
  { any, negated }: Question<Bound>,
  value: string,
  boundSql: (bound: Bound) => string,
  guard?: string,
): string {
  const groups = any.map((tests) =>
    tests.length === 0
      ? `${value} IS NOT NULL`
      : tests.map(([operator, bound]) => `${value} ${operator} ${boundSql(bound)}`).join(' AND '),
  );
  const some = groups.length === 0 ? neverSql(value) : `(${groups.join(' OR ')})`;
  const sql = guard === undefined ? some : `(${guard} AND ${some})`;
  return negated ? notSql(sql) : sql;
}

/** A whole number of 64 bits. */
export function wholeSql(
  question: Question<number>,
  value: string,
  { bind }: Writing,
  guard?: string,
): string {
  return questionSql(toWhole(question), value, (bound) => bind(String(bound), 'int8'), guard);
}

/** An instant. */
export function instantSql(check: Check, value: string, { bind, setting }: Writing): string {
  const question = instantQuestion(check, setting.zone, setting.now);
  return questionSql(question, value, (ms) => bind(instantText(ms), 'timestamptz'));
}

/** A text that holds a day of the calendar ("YYYY-MM-DD") or is NULL: days compare as texts do. */
export function daySql(check: Check, value: string, { bind, setting }: Writing): string {
  const question = instantQuestion(check, setting.zone, setting.now);
  return questionSql(question, `(${value} COLLATE "C")`, (ms) =>
    bind(firstDayFrom(ms, setting.zone), 'text'),
  );
}

/** A text, or a value of a fixed list. */
export function textSql(check: Check, value: string, { bind }: Writing): string {
  if (check.kind !== 'contains')
    return questionSql(textQuestion(check), value, (text) => bind(text, 'text'));
  const part = textOf(check.value).toLowerCase();
  const found = isStorable(part)
    ? `(strpos(${foldedSql(value)} COLLATE "C", ${bind(part, 'text')}) > 0)`
    : neverSql(value);
  return check.negated ? notSql(found) : found;
}

/** A place or the like: a list that holds one text, or nothing where it is NULL. */
export function singleSql(check: Check, value: string, { bind }: Writing): string {
  if (check.kind === 'null') return check.negated ? `${value} IS NOT NULL` : `${value} IS NULL`;
  if (check.kind !== 'contains') return 'false';
  const wanted = textOf(check.value);
  const found = isStorable(wanted) ? `${value} = ${bind(wanted, 'text')}` : 'false';
  return check.negated ? notSql(found) : `(${found})`;
}

/** A list of texts that were stored in lower case. */
export function foldedListSql(check: Check, list: string, { bind }: Writing): string {
  if (check.kind === 'null') {
    const filled = `(cardinality(${list}) > 0)`;
    return check.negated ? filled : notSql(filled);
  }
  if (check.kind !== 'contains') return 'false';
  const wanted = textOf(check.value).toLowerCase();
  const found = isStorable(wanted) ? `${list} @> ${bind([wanted], 'text[]')}` : 'false';
  return check.negated ? notSql(found) : `(${found})`;
}

/** A day of the calendar as a text; the second alternative is 29 February. */
export const DAY =
  '^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$'.concat(
    '|^([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29$',
  );

/** An attribute: the literal decides what is asked, and a value of another kind is none. */
export function attributeSql(check: Check, key: string, writing: Writing): string {
  const value = attributeValue(key, writing);
  const [first] = literalsOf(check);
  if (first === undefined) return presenceSql(check, value);
  switch (literalFamily(first)) {
    case 'number':
      return questionSql(
        numberQuestion(check, numberOf),
        `(CASE WHEN jsonb_typeof(${value}) = 'number' THEN (${value} #>> '{}')::float8 END)`,
        (number) => writing.bind(String(number), 'float8'),
      );
    case 'date':
      return attributeDateSql(check, attributeText(key, writing), writing);
    case 'string':
      return textSql(check, attributeText(key, writing), writing);
    case 'boolean':
      return questionSql(
        booleanQuestion(check),
        `(CASE WHEN jsonb_typeof(${value}) = 'boolean' THEN (${value} #>> '{}')::boolean END)`,
        (yes) => String(yes),
      );
  }
}

/** The attribute where it is a text, else NULL. */
export function attributeText(key: string, writing: Writing): string {
  const value = attributeValue(key, writing);
  return `(CASE WHEN jsonb_typeof(${value}) = 'string' THEN ${value} #>> '{}' END)`;
}

/** The instant that a text names, NULL where it is none; milliseconds are cut, not rounded, as JavaScript does. */
export function namedInstant(text: string): string {
  const cut = `regexp_replace(${text}, '([.][0-9]{3})[0-9]+', '\\1')`;
  return `(CASE WHEN ${text} ~ '${INSTANT}' AND left(${text}, 10) ~ '${DAY}' THEN (${cut})::timestamptz END)`;
}

/** ISO 8601 with an offset. There is no year 0 in PostgreSQL, and no offset of 16 hours. */
const INSTANT =
  '^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?(Z|[+-](0[0-9]|1[0-5]):[0-5][0-9])$';

function attributeValue(key: string, { bind }: Writing): string {
  return `(customers.attributes -> ${bind(key, 'text')})`;
}

function presenceSql(check: Check, value: string): string {
  const present = `(${value} IS NOT NULL AND ${value} <> 'null'::jsonb)`;
  return check.kind === 'null' && check.negated ? present : notSql(present);
}

/** A text may be a day or an instant; a text that is neither is missing. */
function attributeDateSql(check: Check, text: string, writing: Writing): string {
  const { any, negated } = instantQuestion(check, writing.setting.zone, writing.setting.now);
  const asked = { any, negated: false };
  const { bind, setting } = writing;
  const day = `(CASE WHEN ${text} ~ '${DAY}' THEN ${text} END COLLATE "C")`;
  const either = [
    questionSql(asked, day, (ms) => bind(firstDayFrom(ms, setting.zone), 'text')),
    questionSql(asked, namedInstant(text), (ms) => bind(instantText(ms), 'timestamptz')),
  ].join(' OR ');
  return negated ? notSql(either) : `(${either})`;
}

/** PostgreSQL writes years beyond four digits in its own way; nothing of ours happened there. */
function instantText(ms: number): string {
  const text = new Date(ms).toISOString();
  if (text.startsWith('+')) return 'infinity';
  return text.startsWith('-') || text.startsWith('0000') ? '-infinity' : text;
}

/** The first day that begins at this instant or later, as a text that sorts like the day. */
function firstDayFrom(ms: number, zone: string): string {
  const day = dayOf(new Date(ms), zone);
  if (day.startsWith('-')) return '';
  if (day.startsWith('+')) return '~';
  const first = startOfDay(day, zone).getTime() === ms ? day : moveDay(day, { days: 1 });
  return first.startsWith('+') ? '~' : first;
}
