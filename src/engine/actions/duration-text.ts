// A duration as an action's parameter: "30d", "24h".

import { z } from 'zod';
import { InvariantError } from '../errors.ts';
import { as } from '../flaw.ts';
import { type Duration, parseDuration } from '../time.ts';

/** Text that reads as a duration longer than nothing. */
export const DurationText = z
  .string()
  .refine((text) => (parseDuration(text)?.amount ?? 0) > 0, as('duration'));

/** The duration in a text that `DurationText` has let through. */
export function durationOf(text: string): Duration {
  const duration = parseDuration(text);
  if (duration === null) throw new InvariantError(`"${text}" was read as a duration and is none`);
  return duration;
}

const UNIT_DAYS = { m: 1 / 1440, h: 1 / 24, d: 1, w: 7, mo: 31, y: 366 } as const;

/** The most days a duration may last; what is no duration lasts none. */
export function daysOf(text: string): number {
  const duration = parseDuration(text);
  return duration === null ? 0 : duration.amount * UNIT_DAYS[duration.unit];
}
