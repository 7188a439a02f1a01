// Who meets a condition while a log is replayed, kept up to date by what happens to them and by the calendar.
import type { Compiled } from '../segments/condition.ts';
import type { Subject } from '../segments/field.ts';
import type { Condition } from '../segments/grammar.ts';
import { needsOf } from '../segments/needs.ts';

/** Customers are counted as the replay counts them. */
export type Standing = {
  readonly members: ReadonlySet<number>;
  /**
   * When the answer may change although nothing happened to the customer: `days` for what counts from today, `others`
   * for places among all customers.
   */
  readonly driftsWith: 'nothing' | 'days' | 'others';
  /** Asks about one customer; what has changed of them, null: nothing. */
  readonly ask: (subject: Subject, nth: number, at: Date) => 'entered' | 'left' | null;
};

/** Nobody yet. `holds` is the condition, compiled. */
export function createStanding(condition: Condition | null, holds: Compiled | null): Standing {
  const members = new Set<number>();
  return {
    members,
    driftsWith: condition === null ? 'nothing' : driftOf(condition),
    ask(subject, nth, at) {
      const isInside = holds === null || holds(subject, at);
      if (members.has(nth) === isInside) return null;
      if (isInside) members.add(nth);
      else members.delete(nth);
      return isInside ? 'entered' : 'left';
    },
  };
}

function driftOf(condition: Condition): Standing['driftsWith'] {
  const needs = needsOf(condition);
  if (needs.has('ranks')) return 'others';
  return needs.has('time') ? 'days' : 'nothing';
}
