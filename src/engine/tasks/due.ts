// When a task is due, as people say it: a while from now, a time, or a day with or without one.
import {
  addDuration,
  dayOf,
  instantOf,
  moveDay,
  nextClockTime,
  parseDuration,
  weekdayOf,
} from '../time.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
/** A day without a time is due when its working hours end. */
const END_OF_WORK = '17:00';
const DAY_AND_TIME = /^([a-z]+|\d{4}-\d{2}-\d{2})(?:\s+(?:at\s+)?(\d{1,2}:\d{2}))?$/;

/**
 * Reads "4h", "2d", "14:00", "today", "tomorrow 9:30", "fri", "friday at 14:00" or "2031-03-05" on the clock of `zone`;
 * null for what is none of these, and for what is over. A weekday is the next one whose time is still to come.
 */
export function parseDue(text: string, now: Date, zone: string): Date | null {
  const said = text.trim().toLowerCase();
  const duration = parseDuration(said);
  if (duration !== null) return duration.amount > 0 ? addDuration(now, duration, zone) : null;
  const alone = clockOf(said);
  if (alone !== null) return nextClockTime(now, alone, zone);
  const [, day = '', typed] = DAY_AND_TIME.exec(said) ?? [];
  const clock = clockOf(typed ?? END_OF_WORK);
  if (clock === null) return null;
  const due = daysNamed(day, dayOf(now, zone))
    .map((each) => instantIn(`${each}T${clock}:00`, zone))
    .find((at) => at !== null && at > now);
  return due ?? null;
}

/** The days that a word may mean, the nearest first. */
function daysNamed(word: string, today: string): readonly string[] {
  if (/^\d/.test(word)) return [word];
  if (word === 'today') return [today];
  if (word === 'tomorrow') return [moveDay(today, { days: 1 })];
  const weekday = WEEKDAYS.findIndex((name) => word.length >= 3 && name.startsWith(word));
  if (weekday === -1) return [];
  const days = (weekday - weekdayOf(today) + 7) % 7;
  return [moveDay(today, { days }), moveDay(today, { days: days + 7 })];
}

/** "9:05" as "09:05"; null where no clock shows it. */
function clockOf(text: string): string | null {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** null for a day that no calendar has. */
function instantIn(reading: string, zone: string): Date | null {
  try {
    return instantOf(reading, zone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
