// A date as it is written → the stretch of instants it means: a whole day, or a second, on the shop's clock.
import { dayOf, instantOf, moveDay, startOfDay } from '../time.ts';
import type { DateLiteral, OffsetUnit } from './tokens.ts';

/** Half open, in epoch milliseconds: `from` belongs to it, `until` no more. */
export type Stretch = { readonly from: number; readonly until: number };

const SECOND_MS = 1000;

/** Resolves a date against a clock. What depends on the current day is worked out once a day, not once a customer. */
export function resolveDate(literal: DateLiteral, zone: string): (now: Date) => Stretch {
  switch (literal.kind) {
    case 'day':
      return always(stretchOfDay(literal.day, zone));
    case 'local-time': {
      const from = instantOf(literal.text, zone).getTime();
      return always({ from, until: from + SECOND_MS });
    }
    case 'offset':
      return resolveOffset(literal.amount, literal.unit, zone);
  }
}

/** The whole of a calendar day ("YYYY-MM-DD") in a zone. */
function stretchOfDay(day: string, zone: string): Stretch {
  return {
    from: startOfDay(day, zone).getTime(),
    until: startOfDay(moveDay(day, { days: 1 }), zone).getTime(),
  };
}

function always(stretch: Stretch): () => Stretch {
  return () => stretch;
}

function resolveOffset(amount: number, unit: OffsetUnit, zone: string): (now: Date) => Stretch {
  let known: { readonly today: Stretch; readonly stretch: Stretch } | null = null;
  return (now) => {
    const at = now.getTime();
    if (known === null || at < known.today.from || at >= known.today.until) {
      const today = dayOf(now, zone);
      const moved = moveDay(today, offsetOf(amount, unit));
      known = { today: stretchOfDay(today, zone), stretch: stretchOfDay(moved, zone) };
    }
    return known.stretch;
  };
}

function offsetOf(amount: number, unit: OffsetUnit): Parameters<typeof moveDay>[1] {
  switch (unit) {
    case 'd':
      return { days: amount };
    case 'w':
      return { weeks: amount };
    case 'm':
      return { months: amount };
    case 'y':
      return { years: amount };
  }
}
