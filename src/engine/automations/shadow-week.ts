// The week of a shadow: when its card is due, how a week is named, and what an automation would have done in one.
import type { Profile } from '../customers/profile.ts';
import type { RunId } from '../ids.ts';
import type { Money } from '../money.ts';
import { isOfficeTime, type OfficeHours } from '../office-hours.ts';
import { dayOf, instantOf, moveDay, startOfDay, weekdayOf } from '../time.ts';
import type { Automation, Mode } from './automation.ts';

/** The week that ended on a Monday, of one automation: `win-back@2031-03-10`. */
export type ShadowWeekRef = string;

/** Half open, in whole days of the shop. */
export type WeekSpan = { readonly from: Date; readonly until: Date };

export type ShadowWeek = {
  readonly automation: Pick<Automation, 'name' | 'title'>;
  /** How it stands now. */
  readonly mode: Mode;
  readonly span: WeekSpan;
  readonly firings: number;
  readonly customers: number;
  /** Every day that the span touches, in order, as "2031-03-10". */
  readonly byDay: readonly { readonly day: string; readonly firings: number }[];
  /** As if nothing had ended its runs early. */
  readonly mails: number;
  readonly codes: number;
  readonly exposure: Money;
  readonly approvals: number;
  /** The latest whom it would have met and who are still there, each with the record. */
  readonly examples: readonly {
    readonly profile: Profile;
    readonly runId: RunId;
    readonly at: Date;
  }[];
};

/** Where nobody has said when the team is there. */
const OPENING = '09:00';

/**
 * The Monday whose cards are due: from the first office time of that week on, without office hours from nine; null
 * while the team is not there. Who was down on Monday is told on the next day.
 */
export function dueMonday(now: Date, hours: OfficeHours | null, zone: string): string | null {
  const today = dayOf(now, zone);
  const monday = moveDay(today, { days: -((weekdayOf(today) + 6) % 7) });
  const opens = hours === null ? instantOf(`${monday}T${OPENING}:00`, zone) : now;
  return now >= opens && isOfficeTime(now, hours) ? monday : null;
}

/** The Monday on which the week of an instant has ended. */
export function mondayAfter(at: Date, zone: string): string {
  const today = dayOf(at, zone);
  return moveDay(today, { days: 7 - ((weekdayOf(today) + 6) % 7) });
}

/** The days of a zone that a span touches, in order. */
export function daysOf({ from, until }: WeekSpan, zone: string): readonly string[] {
  const last = dayOf(new Date(until.getTime() - 1), zone);
  const days: string[] = [];
  for (let day = dayOf(from, zone); day <= last; day = moveDay(day, { days: 1 })) days.push(day);
  return days;
}

/** Names the week before a Monday ("2031-03-10"). */
export function shadowWeekRef(automation: string, monday: string): ShadowWeekRef {
  return `${automation}@${monday}`;
}

/** The automation and the days that are meant; null for what names no week. */
export function readShadowWeekRef(
  ref: ShadowWeekRef,
  zone: string,
): { readonly name: string; readonly span: WeekSpan } | null {
  const [, name, monday] = /^(.+)@(\d{4}-\d\d-\d\d)$/.exec(ref) ?? [];
  if (name === undefined || monday === undefined) return null;
  const from = startOfDay(moveDay(monday, { days: -7 }), zone);
  return { name, span: { from, until: startOfDay(monday, zone) } };
}
