// How far a run has come, action by action, for whoever looks at it.
import type { PlannedAction } from '../actions/action.ts';
import type { EventType } from '../events/shop-event.ts';
import type { Trace } from '../segments/trace.ts';
import { isOpen, type Run, type RunNote } from './run.ts';

/** `would`: of a run that only records. `never`: the run ended before it. */
export type StepState = 'done' | 'skipped' | 'waiting' | 'next' | 'ahead' | 'would' | 'never';

export type StepProgress = {
  readonly position: number;
  readonly action: PlannedAction;
  readonly state: StepState;
  /** When it was done or begun; null before. */
  readonly at: Date | null;
  /** Of a wait: when it ends or would have ended. */
  readonly until: Date | null;
  /** Of a wait: the event that ended it. */
  readonly event: EventType | null;
  /** Why it was skipped. */
  readonly reason: string | null;
  /** Of a question: what was seen. */
  readonly trace: Trace | null;
};

/** The actions of a run's automation, each with what became of it. */
export function progressOf(run: Run, actions: readonly PlannedAction[]): readonly StepProgress[] {
  return actions.map((action, position) => {
    const notes = run.history.filter((note) => note.position === position);
    const until = notes.find((note) => note.kind === 'waiting')?.until ?? null;
    const blank = { position, action, at: null, until, event: null, reason: null, trace: null };
    const note = notes.at(-1);
    return note === undefined
      ? { ...blank, state: unnoted(run, position) }
      : { ...blank, at: note.at, ...said(note) };
  });
}

function said(note: RunNote): Pick<StepProgress, 'state'> & Partial<StepProgress> {
  switch (note.kind) {
    case 'planned':
      return { state: 'done' };
    case 'refused':
      return { state: 'skipped', reason: note.reason };
    case 'waiting':
      return { state: 'waiting' };
    case 'waited':
      return { state: 'done', event: note.event };
    case 'asked':
      return { state: 'done', trace: note.trace };
  }
}

function unnoted(run: Run, position: number): StepState {
  if (run.status === 'shadow') return 'would';
  if (run.status === 'held-out') return 'never';
  // Runs of before notes were kept had everything planned at once.
  if (run.position === null && run.history.length === 0) return 'done';
  if (!isOpen(run)) return 'never';
  return run.position === position ? 'next' : 'ahead';
}
