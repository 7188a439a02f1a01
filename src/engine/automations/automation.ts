// When, for whom, what, who approves: an automation as the engine runs it, and whether it fires.
import type { PlannedAction } from '../actions/action.ts';
import type { EventType, ShopEvent } from '../events/shop-event.ts';
import { explain, type Setting } from '../segments/condition.ts';
import type { Subject } from '../segments/field.ts';
import type { Trace } from '../segments/trace.ts';
import type { WrittenCondition } from '../segments/written-condition.ts';
import type { Duration } from '../time.ts';
import type { Exit } from './exit.ts';

export const MODES = ['off', 'shadow', 'live'] as const;
export type Mode = (typeof MODES)[number];

/** How an automation runs that is not off. */
export type RunningMode = Exclude<Mode, 'off'>;

/** May it fire again for one customer? */
export type Reentry =
  | { readonly kind: 'always' }
  | { readonly kind: 'never' }
  | { readonly kind: 'after'; readonly duration: Duration };

/** What starts it. */
export type Trigger =
  | { readonly kind: 'event'; readonly types: readonly EventType[] }
  | { readonly kind: 'segment'; readonly change: 'entered' | 'left'; readonly segment: string }
  | DateTrigger
  | { readonly kind: 'schedule'; readonly cron: string };

/** A day that each customer has once a year, or so many days before or after it, at a time on the customer's clock. */
export type DateTrigger = {
  readonly kind: 'date';
  /** `birthday`, or the name of an attribute that holds a date. */
  readonly attribute: string;
  /** -7: a week before. */
  readonly offsetDays: number;
  /** "09:00". */
  readonly at: string;
};

export type Automation = {
  readonly name: string;
  readonly title: string;
  readonly trigger: Trigger;
  /** null: everyone. */
  readonly when: WrittenCondition | null;
  readonly reentry: Reentry;
  /** What ends its runs early; null: nothing. */
  readonly exit: Exit | null;
  /** The percentage of customers who get nothing, to compare with; null: nobody. */
  readonly holdout: number | null;
  /** Of two that fire together the smaller goes first. */
  readonly rank: number;
  /** As the playbook says; what is switched in chat is kept in the database and wins. */
  readonly mode: Mode;
  readonly actions: readonly PlannedAction[];
  /** Hash of the definition, so that a run knows which one it follows. */
  readonly version: number;
  /** As written, for whoever follows this definition after it has changed. */
  readonly definition: unknown;
  /** The YAML it was read from, comments and all; null where there was none. */
  readonly source: string | null;
};

/** Whether an automation fires, and the argument: null where its condition was not asked or it has none. */
export type Firing = {
  readonly fires: boolean;
  readonly trace: Trace | null;
  /** Why not; absent where it fires. */
  readonly reason?: 'other-trigger' | 'condition';
};

/**
 * Whether what happened (the customer with the event already in their totals, and the event) fires this automation.
 * Mode, re-entry and whether the event is history are the caller's to ask: a back-test asks differently.
 */
export function fires(automation: Automation, occurrence: Subject, setting: Setting): Firing {
  if (!isTriggered(automation.trigger, occurrence.event))
    return { fires: false, trace: null, reason: 'other-trigger' };
  if (automation.when === null) return { fires: true, trace: null };
  const trace = explain(automation.when.condition, occurrence, setting);
  return trace.result ? { fires: true, trace } : { fires: false, trace, reason: 'condition' };
}

/** Whether an event is one that starts automations with this trigger; dates and clocks start by themselves. */
export function isTriggered(trigger: Trigger, event: ShopEvent | null): boolean {
  if (event === null) return false;
  if (trigger.kind === 'event') return trigger.types.includes(event.fact.type);
  if (trigger.kind !== 'segment' || !('segment' in event.fact)) return false;
  const { type, segment } = event.fact;
  return type === `segment.${trigger.change}` && segment === trigger.segment;
}
