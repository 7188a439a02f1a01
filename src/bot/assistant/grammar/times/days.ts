// Days by their names: of the week, of a month, and which day comes so many after another.
import { foldWord } from '../cut.ts';

/** A day so many days after another, or before it where `days` is negative; days are `2031-03-03`. */
export function shiftDay(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** Which day of the week it is; Monday is 0. */
export function weekdayOf(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** The first and the last day of a month; the month may lie outside 1 to 12. */
export function wholeMonth(
  year: number,
  month: number,
): { readonly from: string; readonly to: string } {
  const first = new Date(Date.UTC(year, month - 1, 1));
  const last = new Date(Date.UTC(year, month, 0));
  return { from: first.toISOString().slice(0, 10), to: last.toISOString().slice(0, 10) };
}

/** The day of the week that a folded word names; Monday is 0; null where it names none. */
export function weekdayNamed(word: string): number | null {
  const at = WEEKDAYS.findIndex((names) => names.includes(word));
  return at === -1 ? null : at;
}

/** The names by which commands know the days of the week. */
export const WEEKDAY_NAMES = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;

/** Names with short forms; "sun" is left to the sky. */
const WEEKDAYS: readonly (readonly string[])[] = [
  'monday mondays mon montag montags',
  'tuesday tuesdays tue tues dienstag dienstags',
  'wednesday wednesdays wed mittwoch mittwochs',
  'thursday thursdays thu thur thurs donnerstag donnerstags',
  'friday fridays fri freitag freitags',
  'saturday saturdays sat samstag samstags sonnabend',
  'sunday sundays sonntag sonntags',
].map((names) => names.split(' '));

/** The month that a folded word names; January is 1; null where it names none. */
export function monthNamed(word: string): number | null {
  const at = MONTHS.findIndex((names) => names.includes(word));
  return at === -1 ? null : at + 1;
}

/** Month names of both languages with their short forms; "märz" is left to its umlaut. */
const MONTHS: readonly (readonly string[])[] = Array.from({ length: 12 }, (_, month) => {
  const first = Date.UTC(2024, month, 1);
  const name = (locale: string, style: 'long' | 'short') =>
    foldWord(
      new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(first),
    ).replace('.', '');
  const names = [name('en', 'long'), name('de', 'long'), name('en', 'short'), name('de', 'short')];
  return names.filter((word) => word.length > 2 && word !== 'mar');
});
