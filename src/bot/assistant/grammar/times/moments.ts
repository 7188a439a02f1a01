// When something is to come back or to be done, as commands read it: "friday", "tomorrow 9:00", "2031-03-10 14:30".
import type { Token } from '../cut.ts';
import type { Edge } from '../part.ts';
import { shiftDay, WEEKDAY_NAMES, weekdayNamed, weekdayOf } from './days.ts';
import { isYear, monthAt, wordAt } from './numbers.ts';

const COST = 0.02;

/** A stretch that says a day or a time, and the token after it. */
type Read = { readonly to: number; readonly text: string };

/** Every point in time to come that may begin at a token: a day, a time, or both in either order. */
export function readMoments(tokens: readonly Token[], at: number, today: string): readonly Edge[] {
  const day = readDay(tokens, at, today);
  const clock = readClock(tokens, at);
  const isLength = day !== null && /^\d+[a-z]$/.test(day.text);
  const clockAfter = day === null || isLength ? null : readClock(tokens, pastLink(tokens, day.to));
  const dayAfter = clock === null ? null : readDay(tokens, pastLink(tokens, clock.to), today);
  const found: (Read | null)[] = [
    day,
    clock,
    day && clockAfter && { to: clockAfter.to, text: `${day.text} ${clockAfter.text}` },
    clock && dayAfter && { to: dayAfter.to, text: `${dayAfter.text} ${clock.text}` },
  ];
  return found.flatMap((one) =>
    one === null ? [] : [{ from: at, to: one.to, cost: COST, part: moment(one.text) }],
  );
}

function moment(text: string) {
  return { kind: 'moment', text } as const;
}

/** Small words and commas between a day and its time. */
const LINKS: ReadonlySet<string> = new Set(['on', 'at', 'am', 'um', 'den', 'gegen', 'around']);

function pastLink(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  const isComma = token?.kind === 'mark' && token.text === ',';
  // The clock reads its own "at": without one a bare number is none.
  return isComma || wordAt(tokens, at) === 'on' || wordAt(tokens, at) === 'den' ? at + 1 : at;
}

function readDay(tokens: readonly Token[], at: number, today: string): Read | null {
  const words = [0, 1, 2, 3].map((step) => wordAt(tokens, at + step));
  const [first = '', second = '', third = ''] = words;
  for (const length of [4, 3, 2, 1]) {
    const text = BY_NAME.get(words.slice(0, length).join(' '));
    if (text !== undefined && words.slice(0, length).every((word) => word !== ''))
      return { to: at + length, text: typeof text === 'number' ? shiftDay(today, text) : text };
  }
  const token = tokens[at];
  if (token?.kind === 'date') return token.day > today ? { to: at + 1, text: token.day } : null;
  const isNext = NEXT.has(first);
  const weekday = weekdayNamed(isNext || THIS.has(first) ? second : first);
  if (weekday !== null) {
    const to = at + (weekdayNamed(first) === null ? 2 : 1);
    const inNextWeek = NEXT.has(wordAt(tokens, to)) && WEEK.has(wordAt(tokens, to + 1));
    if (inNextWeek) return { to: to + 2, text: inWeekAfter(today, weekday) };
    return { to, text: comingDay(today, weekday) };
  }
  const behind = isNext && WEEK.has(second) ? weekdayNamed(third) : null;
  if (behind !== null) return { to: at + 3, text: inWeekAfter(today, behind) };
  return readDate(tokens, at, today);
}

/** Its name, but on that very day the date a week from then: "until Monday" is not said of the day that it is. */
function comingDay(today: string, weekday: number): string {
  return weekday === weekdayOf(today) ? shiftDay(today, 7) : (WEEKDAY_NAMES[weekday] ?? today);
}

function inWeekAfter(today: string, weekday: number): string {
  return shiftDay(today, 7 - weekdayOf(today) + weekday);
}

/** "12 March", "March 12", "5. April 2031": the next day of that date. */
function readDate(tokens: readonly Token[], at: number, today: string): Read | null {
  const [one, other] = [tokens[at], tokens[at + 1]];
  const isDayFirst = one?.kind === 'number';
  const numbered = isDayFirst ? one : other;
  const month = monthAt(tokens, isDayFirst ? at + 1 : at);
  if (month === null || numbered?.kind !== 'number' || numbered.unit !== 'none') return null;
  const day = numbered.value;
  if (!Number.isInteger(day) || day < 1 || day > 31) return null;
  const named = tokens[at + 2];
  const inYear = (year: number) =>
    `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (isYear(named)) return { to: at + 3, text: inYear(named.value) };
  const year = Number(today.slice(0, 4));
  return { to: at + 2, text: inYear(inYear(year) >= today ? year : year + 1) };
}

/** "9am", "at 14:30", "um 10", "15 Uhr", "noon"; before seven without more said it is the afternoon. */
function readClock(tokens: readonly Token[], from: number): Read | null {
  const word = wordAt(tokens, from);
  const isAnnounced = LINKS.has(word) && word !== 'on' && word !== 'den' && word !== 'am';
  const at = isAnnounced ? from + 1 : from;
  const named = TIMES.get(wordAt(tokens, at));
  // "Tomorrow morning at eight" says it twice.
  if (named !== undefined) return readClock(tokens, at + 1) ?? { to: at + 1, text: named };
  const hours = tokens[at];
  if (hours?.kind !== 'number' || hours.unit !== 'none') return null;
  const minutes = minutesAfter(tokens, at);
  const behind = wordAt(tokens, at + minutes.length);
  const half = /^(am|pm|a\.m|p\.m)$/.exec(behind)?.[0]?.[0] ?? null;
  const isClock = half !== null || behind === 'uhr' || behind === "o'clock";
  if (!isClock && !isAnnounced && minutes.text === null) return null;
  const hour = hourOf(hours.value, half, isAnnounced && !isClock && minutes.text === null);
  if (hour === null) return null;
  return {
    to: at + minutes.length + (isClock ? 1 : 0),
    text: `${hour}:${minutes.text ?? decimalMinutes(hours) ?? '00'}`,
  };
}

/** The tokens that an hour and its minutes take up: "14:30" are three. */
function minutesAfter(
  tokens: readonly Token[],
  at: number,
): { readonly length: number; readonly text: string | null } {
  const [hours, sign, minutes] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  const isTogether =
    sign?.text === ':' &&
    minutes?.kind === 'number' &&
    hours?.end === sign.start &&
    minutes.start === sign.end;
  if (isTogether && /^[0-5]\d$/.test(minutes.text)) return { length: 3, text: minutes.text };
  const decimal = hours === undefined ? null : decimalMinutes(hours);
  return { length: 1, text: decimal };
}

/** "14.30" is a time where one is told. */
function decimalMinutes(token: Token): string | null {
  return /^\d{1,2}\.([0-5]\d)$/.exec(token.text)?.[1] ?? null;
}

function hourOf(typed: number, half: string | null, isBare: boolean): number | null {
  const hour = Math.floor(typed);
  if (hour < 0 || hour > 23) return null;
  if (half !== null) return hour > 12 ? null : (hour % 12) + (half === 'p' ? 12 : 0);
  return isBare && hour >= 1 && hour < 7 ? hour + 12 : hour;
}

const NEXT: ReadonlySet<string> = new Set(
  'next coming naechste naechsten naechster naechstem kommende kommenden'.split(' '),
);
const THIS: ReadonlySet<string> = new Set('this diesen diese dieser'.split(' '));
const WEEK: ReadonlySet<string> = new Set(['week', 'woche']);

/** Days by what they are called today; a number is so many days from now. */
const BY_NAME: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ['today', 'today'],
  ['tonight', 'today'],
  ['this afternoon', 'today'],
  ['this evening', 'today'],
  ['later today', 'today'],
  ['end of day', 'today'],
  ['heute', 'today'],
  ['heute nachmittag', 'today'],
  ['heute abend', 'today'],
  ['feierabend', 'today'],
  ['tomorrow', 'tomorrow'],
  ['tmrw', 'tomorrow'],
  ['morgen', 'tomorrow'],
  ['day after tomorrow', 2],
  ['the day after tomorrow', 2],
  ['uebermorgen', 2],
  ['next week', '1w'],
  ['next month', '1m'],
  ['naechste woche', '1w'],
  ['naechster woche', '1w'],
  ['naechsten monat', '1m'],
  ['end of the week', 'friday'],
  ['end of this week', 'friday'],
  ['end of week', 'friday'],
  ['ende der woche', 'friday'],
  ['ende dieser woche', 'friday'],
  ['wochenende', 'friday'],
  ['zum wochenende', 'friday'],
]);

const TIMES: ReadonlyMap<string, string> = new Map([
  ['morning', '9:00'],
  ['afternoon', '14:00'],
  ['evening', '17:00'],
  ['frueh', '9:00'],
  ['vormittag', '9:00'],
  ['nachmittag', '14:00'],
  ['abend', '17:00'],
  ['noon', '12:00'],
  ['midday', '12:00'],
  ['mittag', '12:00'],
  ['mittags', '12:00'],
]);
