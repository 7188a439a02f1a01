// Office hours: when somebody is there to answer, and how much of that time has to pass.
import { dayOf, instantOf, moveDay, weekdayOf } from './time.ts';

/** Weekdays (0 for Sunday) and the readings of a zone's clock between which somebody is there; over midnight where `to` is the earlier one. */
export type OfficeHours = {
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  readonly zone: string;
};

/** Whether somebody is there; null: always. The first instant counts, the last does not. */
export function isOfficeTime(at: Date, hours: OfficeHours | null): boolean {
  if (hours === null) return true;
  const today = dayOf(at, hours.zone);
  return [moveDay(today, { days: -1 }), today].some((day) => {
    const shift = shiftOn(day, hours);
    return shift !== null && shift.from <= at && at < shift.to;
  });
}

/**
 * The instant at which so many milliseconds of office time have passed. What passes is time, not readings of the clock:
 * a day that is an hour shorter gives an hour less. Without office hours it is so long after `at`.
 */
export function addOfficeTime(at: Date, milliseconds: number, hours: OfficeHours | null): Date {
  if (hours === null) return new Date(at.getTime() + milliseconds);
  let left = milliseconds;
  // Hours that began yesterday may reach over midnight.
  let day = moveDay(dayOf(at, hours.zone), { days: -1 });
  for (;;) {
    const shift = shiftOn(day, hours);
    const from = shift === null || shift.from < at ? at : shift.from;
    const length = shift === null ? 0 : shift.to.getTime() - from.getTime();
    if (length > 0 && left <= length) return new Date(from.getTime() + left);
    left -= Math.max(0, length);
    day = moveDay(day, { days: 1 });
  }
}

/** The last instant at which hours ended, up to and with this one. There is at least one day in a week. */
export function endOfLastShift(at: Date, hours: OfficeHours): Date | null {
  const today = dayOf(at, hours.zone);
  const ends = Array.from({ length: 9 }, (_, back) =>
    shiftOn(moveDay(today, { days: -back }), hours),
  );
  return ends.find((shift) => shift !== null && shift.to <= at)?.to ?? null;
}

type Shift = { readonly from: Date; readonly to: Date };

/** The hours that begin on a day; null on one without. */
function shiftOn(day: string, { days, from, to, zone }: OfficeHours): Shift | null {
  if (!days.includes(weekdayOf(day))) return null;
  const lastDay = from < to ? day : moveDay(day, { days: 1 });
  return { from: instantOf(`${day}T${from}:00`, zone), to: instantOf(`${lastDay}T${to}:00`, zone) };
}
