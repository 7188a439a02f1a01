// What a run does next: a stretch of actions up to the next wait or question, that wait, that question, or nothing.
import type { ActingStep, PlannedAction } from '../actions/action.ts';
import type { Control, Wait } from '../actions/control.ts';

/** An action with where it stands in the automation. */
export type Placed = { readonly position: number; readonly action: ActingStep };

export type Leg =
  /** `next`: where the run stands afterwards; null when that was the last action. */
  | { readonly kind: 'act'; readonly steps: readonly Placed[]; readonly next: number | null }
  | { readonly kind: 'wait'; readonly wait: Wait }
  | { readonly kind: 'ask'; readonly question: Extract<Control, { kind: 'stop-if' }> }
  | { readonly kind: 'end' };

/** The leg that begins at a position. */
export function legAt(actions: readonly PlannedAction[], position: number): Leg {
  const first = actions[position];
  if (first === undefined) return { kind: 'end' };
  if (first.control?.kind === 'stop-if') return { kind: 'ask', question: first.control };
  if (first.control !== null) return { kind: 'wait', wait: first.control };
  const steps: Placed[] = [];
  for (let at = position; ; at += 1) {
    const action = actions[at];
    if (action === undefined) return { kind: 'act', steps, next: null };
    if (action.control !== null) return { kind: 'act', steps, next: at };
    steps.push({ position: at, action });
  }
}
