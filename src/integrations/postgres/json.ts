// Values in JSON columns: dates are tagged, so that they come back as dates.
import type { Prisma } from './generated/client.ts';

/** A value as JSON that `fromJson` gives back; absent keys stay absent. */
export function toJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(toStored(value)));
}

/** Like `toJson`, for a document that is turned into text as a whole. */
export function toStored(value: unknown): unknown {
  return tagDates(value) ?? null;
}

/**
 * What was stored with `toJson`. The type is the caller's claim: only this room writes these columns, from values of
 * that very type.
 */
export function fromJson<Stored>(value: unknown): Stored {
  return untag(value) as Stored;
}

/** The value itself where it holds no date: most of what is stored at every event does not. */
function tagDates(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date) return { $date: value.toISOString() };
  if (Array.isArray(value)) {
    const tagged = value.map(tagDates);
    return tagged.some((item, index) => item !== value[index]) ? tagged : value;
  }
  let tagged: Record<string, unknown> | null = null;
  for (const [key, item] of Object.entries(value)) {
    const stored = tagDates(item);
    if (stored === item) continue;
    tagged ??= { ...value };
    tagged[key] = stored;
  }
  return tagged ?? value;
}

function untag(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untag);
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value && typeof value.$date === 'string') return new Date(value.$date);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, untag(item)]));
}
