// Whom the clock means: zones by a walk over their index, birthdays by month and day, conditions page by page.
import type { DueDay } from '#engine/automations/due.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import type { CalendarRecords } from '#engine/ports/calendar-records.ts';
import type { Page } from '#engine/ports/page.ts';
import type { Setting } from '#engine/segments/condition.ts';
import type { Condition } from '#engine/segments/grammar.ts';
import { type Population, readThresholds } from './segment-ranks.ts';
import { bindTo, writeCondition } from './segment-sql.ts';
import type { Query } from './session.ts';

/** One probe of the index for each zone, however many customers live in it. */
const ZONES = `WITH RECURSIVE walk AS (
    SELECT min(timezone) AS zone FROM customers
    UNION ALL
    SELECT (SELECT min(timezone) FROM customers WHERE timezone > walk.zone) FROM walk WHERE walk.zone IS NOT NULL)
  SELECT zone FROM walk WHERE zone IS NOT NULL`;

/** `right` is what the index is on; only a date ends like one. */
const BORN = `right(birthday, 5) = day.month_day AND birthday ~ '^(\\d{4}-)?\\d\\d-\\d\\d$'`;
const DATED = `(CASE WHEN attributes->>$6 ~ '^\\d{4}-\\d\\d-\\d\\d' THEN substr(attributes->>$6, 6, 5)
    WHEN attributes->>$6 ~ '^\\d\\d-\\d\\d$' THEN attributes->>$6 END) = day.month_day`;

const whoseDaySql = (isDay: string) => `SELECT id, day.year FROM customers
  JOIN unnest($1::text[], $2::text[], $3::text[]) AS day(zone, month_day, year)
    ON ${isDay} AND coalesce(timezone, '') = day.zone
  WHERE erased_at IS NULL AND id > $4 ORDER BY id LIMIT $5::int8`;
const WHOSE_BIRTHDAY = whoseDaySql(BORN);
const WHOSE_ATTRIBUTE = whoseDaySql(DATED);

/** What ticks of the clock ask of all customers. */
export function calendarRecords(query: Query, population: Population): CalendarRecords {
  return {
    zones: async () => (await query<{ zone: string }>(ZONES, [])).map(({ zone }) => zone),
    whoseDay: async (attribute, days, page) => {
      const rows = await whoseDay(query, attribute, days, page);
      return rows.map(({ id, year }) => ({ customerId: asId('customer', id), year }));
    },
    whoMeets: (condition, setting, page) => whoMeets(query, population, condition, setting, page),
  };
}

function whoseDay(
  query: Query,
  attribute: string,
  days: readonly DueDay[],
  { limit, after = '' }: Page,
): Promise<readonly { id: string; year: string }[]> {
  const columns = (['zone', 'monthDay', 'year'] as const).map((key) => days.map((day) => day[key]));
  const values = [...columns, after, limit];
  return attribute === 'birthday'
    ? query(WHOSE_BIRTHDAY, values)
    : query(WHOSE_ATTRIBUTE, [...values, attribute]);
}

async function whoMeets(
  query: Query,
  population: Population,
  condition: Condition | null,
  setting: Setting,
  { limit, after = '' }: Page,
): Promise<readonly CustomerId[]> {
  const values: unknown[] = [];
  const bind = bindTo(values);
  const where =
    condition === null
      ? 'TRUE'
      : writeCondition(condition, {
          bind,
          setting,
          thresholds: await readThresholds(query, condition, setting, population),
        });
  const rows = await query<{ id: string }>(
    `SELECT id FROM customers WHERE erased_at IS NULL AND ${where} AND id > ${bind(after, 'text')}
      ORDER BY id LIMIT ${bind(String(limit), 'int8')}`,
    values,
  );
  return rows.map(({ id }) => asId('customer', id));
}
