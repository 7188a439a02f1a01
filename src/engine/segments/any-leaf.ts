// An attribute or a custom event's field: the literal decides what is asked; a value of another kind counts as missing.
import type { AttributeValue } from '../events/shop-event.ts';
import { startOfDay } from '../time.ts';
import { askBoolean, askInstant, askNumber, askPresence, askText } from './answer.ts';
import { type Check, literalFamily, literalsOf } from './check.ts';
import type { Subject } from './field.ts';
import { type Leaf, numberOf, type Place, plainLeaf } from './leaf.ts';
import { limitText, quote, valueMiss, type Wording } from './shortfall.ts';
import { isDay, type Literal } from './tokens.ts';

type ReadAny = (subject: Subject) => AttributeValue | null;

/** A value whose type is known only when it is seen. */
export function anyLeaf(read: ReadAny, check: Check, { zone }: Place): Leaf {
  const wording: Wording<AttributeValue> = {
    check,
    show: quote,
    limit: (literal, now) => limitText(literal, zone, now),
  };
  const [first] = literalsOf(check);
  const asked =
    first === undefined
      ? plainLeaf(read, askPresence(read, check.kind === 'null' && check.negated), wording)
      : familyLeaf(read, check, first, zone, wording);
  return {
    holds: asked.holds,
    actual: read,
    shortfall: (subject, now) =>
      asked.actual(subject, now) === null && read(subject) !== null
        ? { kind: 'other-kind', seen: quote(read(subject) ?? '') }
        : valueMiss(read(subject), wording, now),
  };
}

function familyLeaf(
  read: ReadAny,
  check: Check,
  first: Literal,
  zone: string,
  wording: Wording<AttributeValue>,
): Leaf {
  switch (literalFamily(first)) {
    case 'number': {
      const readNumber = (subject: Subject) => asNumber(read(subject));
      return plainLeaf(readNumber, askNumber(readNumber, check, numberOf), wording);
    }
    case 'date': {
      const readInstant = (subject: Subject) => instantOfValue(read(subject), zone);
      return plainLeaf(readInstant, askInstant(readInstant, check, zone), wording);
    }
    case 'string': {
      const readText = (subject: Subject) => asText(read(subject));
      return plainLeaf(readText, askText(readText, check), wording);
    }
    case 'boolean': {
      const readBoolean = (subject: Subject) => asBoolean(read(subject));
      return plainLeaf(readBoolean, askBoolean(readBoolean, check), wording);
    }
  }
}

function asNumber(value: AttributeValue | null): number | null {
  return typeof value === 'number' ? value : null;
}

function asText(value: AttributeValue | null): string | null {
  return typeof value === 'string' ? value : null;
}

function asBoolean(value: AttributeValue | null): boolean | null {
  return typeof value === 'boolean' ? value : null;
}

/** A day of the shop's calendar, or an ISO 8601 instant with its offset; other texts are no dates. */
export function instantOfValue(value: AttributeValue | null, zone: string): number | null {
  if (typeof value !== 'string') return null;
  if (isDay(value)) return startOfDay(value, zone).getTime();
  return INSTANT.test(value) && isDay(value.slice(0, 10)) ? Date.parse(value) : null;
}

/** Exactly what the database reads, too: neither year 0 nor an offset of 16 hours, both of which it does not know. */
const INSTANT =
  /^(?!0000)\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-](?:0\d|1[0-5]):[0-5]\d)$/;
