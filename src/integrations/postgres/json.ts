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
  return mapChanged(value, tagDates);
}

/** As when they are tagged: what holds no date stays as it was parsed. */
function untag(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value && typeof value.$date === 'string') return new Date(value.$date);
  return mapChanged(value, untag);
}

/** A list or a record with its members mapped; the very same one where that changes none of them. */
function mapChanged(value: object, map: (member: unknown) => unknown): unknown {
  if (Array.isArray(value)) {
    const mapped = value.map(map);
    return mapped.some((member, index) => member !== value[index]) ? mapped : value;
  }
  let changed: Record<string, unknown> | null = null;
  for (const [key, member] of Object.entries(value)) {
    const mapped = map(member);
    if (mapped === member) continue;
    changed ??= { ...value };
    changed[key] = mapped;
  }
  return changed ?? value;
}
