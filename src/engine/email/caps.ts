// How many marketing mails somebody has had, and when there is room for the next one.
import type { Team } from '../playbook/team.ts';
import { dayOf, moveDay, startOfDay } from '../time.ts';

type Caps = Pick<Team['limits'], 'email_cap_per_day' | 'email_cap_per_week'>;

/** The days that the weekly cap looks back on, today included. */
const WEEK_DAYS = 7;

/** Marketing mails of a customer's calendar day and of the week that ends with it. */
export function countSent(
  sent: readonly Date[],
  day: string,
  zone: string,
): { readonly day: number; readonly week: number } {
  const since = (days: number) => startOfDay(moveDay(day, { days: -days }), zone);
  const count = (from: Date) => sent.filter((at) => at >= from).length;
  return { day: count(since(0)), week: count(since(WEEK_DAYS - 1)) };
}

/** From when on no mail counts any more that was sent before. */
export function countedSince(now: Date, zone: string): Date {
  return startOfDay(moveDay(dayOf(now, zone), { days: 1 - WEEK_DAYS }), zone);
}

/** The first instant from now on at which both caps have room; null where they never have. */
export function roomAt(
  sent: readonly Date[],
  caps: Caps,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Date | null {
  for (let ahead = 0; ahead <= WEEK_DAYS; ahead += 1) {
    const day = moveDay(dayOf(now, zone), { days: ahead });
    const counted = countSent(sent, day, zone);
    if (counted.day < caps.email_cap_per_day && counted.week < caps.email_cap_per_week)
      return ahead === 0 ? now : startOfDay(day, zone);
  }
  return null;
}
