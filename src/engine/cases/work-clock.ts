// How the team's time passes for cases: hours and minutes in office hours, days and longer on the calendar.
import { addOfficeTime, type OfficeHours } from '../office-hours.ts';
import { officeHoursOf, officeMilliseconds } from '../playbook/office-hours.ts';
import { addDuration, type Duration } from '../time.ts';

/** The team's zone, and when somebody is there; null: always. */
export type WorkClock = { readonly zone: string; readonly hours: OfficeHours | null };

/** The clock of a team. */
export function workClockOf(
  team: Parameters<typeof officeHoursOf>[0] & { readonly timezone: string },
): WorkClock {
  return { zone: team.timezone, hours: officeHoursOf(team) };
}

/** How long a team has for a case, on its clock. */
export function caseDueOf(
  team: Parameters<typeof workClockOf>[0] & { readonly limits: { readonly case_due: string } },
): { readonly dueIn: string; readonly clock: WorkClock } {
  return { dueIn: team.limits.case_due, clock: workClockOf(team) };
}

/**
 * The instant so much later. "8h" is eight hours in which somebody is there: a working day, whatever lies between. "1d" is the
 * same time tomorrow. Without office hours both are what the calendar says.
 */
export function addWorkTime(at: Date, duration: Duration, { zone, hours }: WorkClock): Date {
  const length = officeMilliseconds(`${duration.amount}${duration.unit}`);
  return hours === null || length === null
    ? addDuration(at, duration, zone)
    : addOfficeTime(at, length, hours);
}
