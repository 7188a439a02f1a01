// Office hours as team.yml writes them: days, from, to, and whose clock.
import { z } from 'zod';
import { ClockTime } from '../clock-time.ts';
import { as } from '../flaw.ts';
import type { OfficeHours } from '../office-hours.ts';
import { isTimeZone, parseDuration } from '../time.ts';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const DayText = z.string(as('days')).refine((text) => readDays(text) !== null, as('days'));

/** `{ days: mon-fri, from: "09:00", to: "17:00", timezone: Europe/Berlin }`; over midnight where `to` is the earlier one. */
export const OfficeHoursFields = z
  .strictObject({
    days: z.union([DayText, z.array(DayText).min(1, as('days'))], as('days')).default('mon-fri'),
    from: ClockTime,
    to: ClockTime,
    /** Unset: the shop's. */
    timezone: z.string().refine(isTimeZone, as('time-zone')).optional(),
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    ...as('hours-alike'),
  });
export type OfficeHoursFields = z.infer<typeof OfficeHoursFields>;

/** A length of office time: days and longer would leave open how long a day in the office is. */
export const OfficeDuration = z
  .string()
  .refine((text) => text === 'off' || officeMilliseconds(text) !== null, as('office-duration'));

/** The milliseconds of such a length; null for `off`. */
export function officeMilliseconds(text: string): number | null {
  const duration = parseDuration(text);
  if (duration === null || duration.amount === 0) return null;
  if (duration.unit === 'm') return duration.amount * 60_000;
  return duration.unit === 'h' ? duration.amount * 3_600_000 : null;
}

/** The team's office hours; null: somebody is always there. */
export function officeHoursOf(team: {
  readonly timezone: string;
  readonly office_hours?: OfficeHoursFields | undefined;
}): OfficeHours | null {
  const said = team.office_hours;
  if (said === undefined) return null;
  const days = [said.days].flat().flatMap((text) => readDays(text) ?? []);
  const { from, to, timezone: zone = team.timezone } = said;
  return { days: [...new Set(days)], from, to, zone };
}

/** "sat" or "mon-fri", also over the end of the week ("fri-mon"); null when it is neither. */
function readDays(text: string): readonly number[] | null {
  const [first = '', last = first, ...rest] = text.trim().toLowerCase().split('-');
  const from = DAYS.map(String).indexOf(first.trim());
  const to = DAYS.map(String).indexOf(last.trim());
  if (from < 0 || to < 0 || rest.length > 0) return null;
  return Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, step) => (from + step) % 7);
}
