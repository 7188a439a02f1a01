// A note on the customer's profile, written by an automation.
import type { Effect } from '../actions/effect.ts';
import { type Attempt, type PerformDeps, type Performed, stepEntry } from './attempt.ts';

/** Writes the note beside those of teammates, under the automation's name. */
export function writeNote(
  deps: PerformDeps,
  { text }: Extract<Effect, { kind: 'write-note' }>,
  attempt: Attempt,
): Performed {
  const { origin } = attempt.plan;
  const by = origin.kind === 'run' ? origin.automation : null;
  const entry = stepEntry(deps, attempt, 'note', { text, by });
  return { kind: 'done', ref: null, record: (records) => records.timeline.add([entry]) };
}
