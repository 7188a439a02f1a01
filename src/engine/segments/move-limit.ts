// The next sensible values of a check's limits: amounts down to 80 and 50 percent, dates one unit further.
import { moveDay } from '../time.ts';
import type { Check } from './check.ts';
import { type DateLiteral, isDay, type Literal, makeOffset, type OffsetUnit } from './tokens.ts';

/** Downwards and upwards the same in proportion: 80 % and 50 % down, 125 % and 200 % up. */
const DOWN = [0.8, 0.5] as const;

/**
 * The check with its limits moved, nearest first; none where it has no limit that can move. `whole`: only whole numbers
 * may stand there. `wider`: so that more values pass, else fewer.
 */
export function moveLimit(check: Check, whole: boolean, wider: boolean): readonly Check[] {
  if (check.kind === 'compare') {
    const upper = check.operator === '<' || check.operator === '<=';
    if (!upper && check.operator !== '>' && check.operator !== '>=') return [];
    return moved(check.value, upper === wider, whole).map((value) => ({ ...check, value }));
  }
  if (check.kind !== 'between') return [];
  const froms = moved(check.from, !wider, whole);
  const tos = moved(check.to, wider, whole);
  const steps = Math.max(froms.length, tos.length);
  return Array.from({ length: steps }, (_, step) => ({
    ...check,
    from: froms[step] ?? check.from,
    to: tos[step] ?? check.to,
  }));
}

function moved(literal: Literal, up: boolean, whole: boolean): readonly Literal[] {
  switch (literal.kind) {
    case 'number':
      return DOWN.flatMap((share) => movedNumber(literal.value, up, share, whole));
    case 'day':
    case 'offset':
      return movedDate(literal, up);
    default:
      return [];
  }
}

/** Zero and below stay: no share of them is a sensible next value. */
function movedNumber(
  value: number,
  up: boolean,
  share: number,
  whole: boolean,
): readonly Literal[] {
  const exact = up ? value / share : value * share;
  const scale = whole ? 1 : 100;
  const rounded = (up ? Math.ceil(exact * scale) : Math.floor(exact * scale)) / scale;
  if (value <= 0 || rounded === value || !Number.isSafeInteger(rounded * scale)) return [];
  return [{ kind: 'number', value: rounded, text: String(rounded) }];
}

/** A calendar day by a month; an offset by one of its units, days by a week or a month as they are few or many. */
function movedDate(literal: DateLiteral, later: boolean): readonly Literal[] {
  const sign = later ? 1 : -1;
  if (literal.kind === 'day') {
    const day = moveDay(literal.day, { months: sign });
    return isDay(day) ? [{ kind: 'day', day }] : [];
  }
  if (literal.kind !== 'offset') return [];
  const offset = movedOffset(literal.amount, literal.unit, sign);
  return offset === null ? [] : [offset];
}

const SMALLER = { y: [6, 'm'], m: [2, 'w'], w: [3, 'd'], d: [0, 'd'] } as const;

/** Towards today it does not pass today: a step that would, is half the way, or in the next smaller unit. */
function movedOffset(amount: number, unit: OffsetUnit, sign: 1 | -1): Literal | null {
  const size = Math.abs(amount);
  const step = unit === 'd' && size >= 7 ? (size >= 30 ? 30 : 7) : 1;
  if (amount * sign >= 0 || size > step) return makeOffset(amount + sign * step, unit);
  if (size > 1) return makeOffset(Math.trunc(amount / 2), unit);
  const [smaller, smallerUnit] = SMALLER[unit];
  return makeOffset(-sign * smaller, smallerUnit);
}
