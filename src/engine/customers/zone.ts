// The time zone a customer lives by.
import { isTimeZone } from '../time.ts';
import type { Profile } from './profile.ts';

/** The customer's own zone, or the shop's where theirs is unknown or no zone at all. */
export function zoneOf({ timezone }: Pick<Profile, 'timezone'>, shopZone: string): string {
  return timezone !== null && isTimeZone(timezone) ? timezone : shopZone;
}
