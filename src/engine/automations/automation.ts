// When, for whom, what, who approves: an automation as the engine runs it.
import type { PlannedAction } from '../actions/action.ts';
import type { EventType } from '../events/shop-event.ts';
import type { Condition } from '../segments/grammar.ts';
import type { Duration } from '../time.ts';

export const MODES = ['off', 'shadow', 'live'] as const;
export type Mode = (typeof MODES)[number];

/** May it fire again for one customer? */
export type Reentry =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  | { readonly kind: 'after'; readonly duration: Duration };

/** What starts it. Only `event` is acted on so far; the others are read, checked and shown. */
export type Trigger =
  | { readonly kind: 'event'; readonly types: readonly EventType[] }
  | { readonly kind: 'segment'; readonly change: 'entered' | 'left'; readonly segment: string }
  | { readonly kind: 'date'; readonly attribute: string }
  | { readonly kind: 'schedule'; readonly cron: string };

export type Automation = {
  readonly name: string;
  readonly title: string;
  readonly trigger: Trigger;
  /** null: everyone. */
  readonly when: { readonly text: string; readonly condition: Condition } | null;
  readonly reentry: Reentry;
  /** As the playbook says; what is switched in chat is kept in the database and wins. */
  readonly mode: Mode;
  readonly actions: readonly PlannedAction[];
  /** Hash of the definition, so that a run knows which one it follows. */
  readonly version: number;
};
