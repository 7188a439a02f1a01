// What a condition needs to be answered, so that callers load only that, and whether its answer changes with the day.
import { type Check, literalsOf } from './check.ts';
import type { Clause } from './clause.ts';
import type { Need } from './field.ts';
import { findField } from './fields.ts';
import { describeFunction } from './functions.ts';
import { type Condition, clausesOf } from './grammar.ts';

/**
 * The parts of a subject that a condition asks for, beyond profile and event, and `time` where it counts from the
 * current day: then the answer may change although nothing happened. `ranks` change whenever anybody's do.
 */
export function needsOf(condition: Condition): ReadonlySet<Need | 'time'> {
  return new Set(clausesOf(condition).flatMap(needsOfClause));
}

/** Whether a condition names something of an event, and so can be asked only when one has come. */
export function asksEvent(condition: Condition): boolean {
  return clausesOf(condition).some(
    (clause) => clause.kind !== 'function' && clause.field.startsWith('event.'),
  );
}

function needsOfClause(clause: Clause): readonly (Need | 'time')[] {
  const checks =
    clause.kind === 'function' ? clause.params.map(({ check }) => check) : [clause.check];
  const need =
    clause.kind === 'function' ? describeFunction(clause.name)?.needs : fieldNeed(clause);
  return [
    ...(need === undefined ? [] : [need]),
    // A code runs out although nothing happens.
    ...(checks.some(isRelative) || need === 'codes' ? ['time' as const] : []),
  ];
}

function fieldNeed({ field }: Exclude<Clause, { kind: 'function' }>): Need | undefined {
  return findField(field, { event: true, custom: true })?.needs;
}

function isRelative(check: Check): boolean {
  return literalsOf(check).some((literal) => literal.kind === 'offset');
}
