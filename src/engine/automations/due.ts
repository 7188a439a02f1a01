// What the clock brings about: which ticks of schedules, and whose days, have come since it was last looked at.
import { attributeOf, type Profile } from '../customers/profile.ts';
import { dayOf, isTimeZone, moveDay, nextClockTime } from '../time.ts';
import type { DateTrigger } from './automation.ts';

/** A day of the year, for the customers of one zone as their profiles have it; '' is no zone. */
export type DueDay = {
  readonly zone: string;
  /** "MM-DD". */
  readonly monthDay: string;
  /** The year in which it is kept. */
  readonly year: string;
};

/** What has come: a tick of the schedule (an instant in ISO form), or these days. */
export type Due =
  | { readonly kind: 'schedule'; readonly at: string }
  | { readonly kind: 'date'; readonly days: readonly DueDay[] };

/** From after one instant up to another. */
export type Stretch = { readonly after: Date; readonly until: Date };

/**
 * The days of the year whose time has come in a stretch, for each zone that customers have. A zone that is none counts
 * as the shop's. Who was born on 29 February has the 28th where there is none.
 */
export function dueDays(
  trigger: DateTrigger,
  { after, until }: Stretch,
  zones: readonly string[],
  shopZone: string,
): readonly DueDay[] {
  return ['', ...zones].flatMap((zone) => {
    const clock = zone !== '' && isTimeZone(zone) ? zone : shopZone;
    const days: DueDay[] = [];
    for (
      let at = nextClockTime(after, trigger.at, clock);
      at <= until;
      at = nextClockTime(at, trigger.at, clock)
    ) {
      const { monthDays, year } = keptAt(trigger, at, clock);
      days.push(...monthDays.map((monthDay) => ({ zone, monthDay, year })));
    }
    return days;
  });
}

/** Which days of the year ("MM-DD") are kept at an instant on a clock, and in which year. */
export function keptAt(
  { offsetDays }: DateTrigger,
  at: Date,
  clock: string,
): { readonly monthDays: readonly string[]; readonly year: string } {
  const kept = moveDay(dayOf(at, clock), { days: -offsetDays });
  return { monthDays: yearDays(kept), year: kept.slice(0, 4) };
}

/** The customer's own day of the year ("MM-DD") that a trigger means; null without one. */
export function ownDay({ attribute }: DateTrigger, profile: Profile): string | null {
  if (attribute === 'birthday')
    return /^(?:\d{4}-)?(\d\d-\d\d)$/.exec(profile.birthday ?? '')?.[1] ?? null;
  const said = String(attributeOf(profile, attribute) ?? '');
  const [, afterYear, alone] = /^\d{4}-(\d\d-\d\d)|^(\d\d-\d\d)$/.exec(said) ?? [];
  return afterYear ?? alone ?? null;
}

function yearDays(day: string): readonly string[] {
  const monthDay = day.slice(5);
  const isLastOfFebruary = monthDay === '02-28' && moveDay(day, { days: 1 }).endsWith('03-01');
  return isLastOfFebruary ? [monthDay, '02-29'] : [monthDay];
}
