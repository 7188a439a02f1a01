// Hours of the day in which something waits: "20:00-08:00" on somebody's clock.
import { addDuration, dayOf, instantOf } from './time.ts';

/** From one reading of the clock, up to and without another; over midnight where the end is the earlier one. */
export type QuietHours = { readonly from: string; readonly to: string };

/** Reads "20:00-08:00"; null when it is no such span, or an empty one. */
export function parseQuietHours(text: string): QuietHours | null {
  const [, from, to] =
    /^((?:[01]\d|2[0-3]):[0-5]\d)\s*-\s*((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text.trim()) ?? [];
  return from === undefined || to === undefined || from === to ? null : { from, to };
}

/** When the quiet that an instant falls into ends, on the clock of a zone; null when it falls into none. */
export function endOfQuiet(at: Date, { from, to }: QuietHours, zone: string): Date | null {
  const today = dayOf(at, zone);
  const yesterday = dayOf(addDuration(at, { amount: -1, unit: 'd' }, zone), zone);
  for (const day of [yesterday, today]) {
    const lastDay =
      from < to
        ? day
        : dayOf(
            addDuration(instantOf(`${day}T12:00:00`, zone), { amount: 1, unit: 'd' }, zone),
            zone,
          );
    const begin = instantOf(`${day}T${from}:00`, zone);
    const end = instantOf(`${lastDay}T${to}:00`, zone);
    if (begin <= at && at < end) return end;
  }
  return null;
}
