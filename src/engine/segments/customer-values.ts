// What a profile says, in the forms in which the segment language asks for it.
import type { Profile } from '../customers/profile.ts';
import type { ConsentState } from '../events/shop-event.ts';
import { startOfDay } from '../time.ts';
import { isDay } from './tokens.ts';

/** Consent as Shopify names it. */
export const SUBSCRIPTION: Readonly<Record<ConsentState, string>> = {
  subscribed: 'SUBSCRIBED',
  unsubscribed: 'UNSUBSCRIBED',
  pending: 'PENDING',
  unknown: 'NOT_SUBSCRIBED',
};

/** Every state that Shopify has for both channels. */
export const SUBSCRIPTION_STATES: readonly string[] = [...Object.values(SUBSCRIPTION), 'REDACTED'];

/** What follows the @, in lower case; null without one. */
export function domainOf(email: string | null): string | null {
  if (email === null || !email.includes('@')) return null;
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

/** The city in Shopify's form, `CC-RR-City` without blanks; without the region where it is not known. */
export function citiesOf({ country, region, city }: Profile): readonly string[] {
  const name = city?.replace(/\s+/g, '') ?? null;
  return region === null ? joinPlace(country, name) : joinPlace(country, region, name);
}

/** The parts of a place in one text; no place where one of them is not known. */
export function joinPlace(...parts: readonly (string | null)[]): readonly string[] {
  return parts.every((part) => part !== null && part !== '') ? [parts.join('-')] : [];
}

/** The start of the day of birth; null where the year is not known. */
export function birthdayOf({ birthday }: Profile, zone: string): Date | null {
  return birthday !== null && isDay(birthday) ? startOfDay(birthday, zone) : null;
}

/** Month and day of birth as "MM-DD", whether the year is known or not. */
export function monthDayOfBirth({ birthday }: Profile): string | null {
  return birthday === null ? null : monthDayOf(birthday);
}

/** "MM-DD" of a text that is one or is a whole day; null for any other. 2000 was a leap year. */
export function monthDayOf(text: string): string | null {
  const monthDay = isDay(text) ? text.slice(5) : text;
  return isDay(`2000-${monthDay}`) ? monthDay : null;
}
