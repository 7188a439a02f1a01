// What ends an automation's runs before their last step: an event such as a purchase, or a condition.
import { readEventType, whyNoEvent } from '../events/event-type.ts';
import type { EventType, ShopEvent } from '../events/shop-event.ts';
import type { PathFault, Reading } from '../path-faults.ts';
import { holds, type Setting } from '../segments/condition.ts';
import type { Subject } from '../segments/field.ts';
import { readCondition, type WrittenCondition } from '../segments/written-condition.ts';

export type Exit =
  | { readonly kind: 'event'; readonly types: readonly EventType[] }
  | ({ readonly kind: 'condition' } & WrittenCondition);

/** Reads `exit`: an event, a list of them, or a condition in one text; null where there is none. */
export function readExit(exit: unknown): Reading<Exit | null> {
  if (exit === undefined) return { ok: true, value: null };
  if (Array.isArray(exit)) return readEvents(exit);
  if (typeof exit !== 'string') return refuse([{ path: [], flaw: { reason: 'exit' } }]);
  // No condition is one name alone.
  if (/^[\w.-]+$/.test(exit.trim())) return readEvents([exit.trim()]);
  const read = readCondition(exit, {});
  return read.ok ? { ok: true, value: { kind: 'condition', ...read.value } } : read;
}

/** Whether what happened to a customer ends the runs of an automation with this exit. */
export function isExit(exit: Exit | null, occurrence: Subject, setting: Setting): boolean {
  if (exit === null) return false;
  if (exit.kind === 'condition') return holds(exit.condition, occurrence, setting);
  return occurrence.event !== null && exit.types.includes(occurrence.event.fact.type);
}

/**
 * Whether what happened is about what the run began with: of two appointments only the one that was cancelled is no
 * longer to be reminded of. Any other event is about the customer, whatever they began with.
 */
export function isAboutStart(event: ShopEvent | null, start: ShopEvent | null): boolean {
  if (event === null || start === null) return true;
  if (!('appointment' in event.fact) || !('appointment' in start.fact)) return true;
  return event.fact.appointment.ref === start.fact.appointment.ref && event.shop === start.shop;
}

function readEvents(names: readonly unknown[]): Reading<Exit> {
  const types = names.map(readEventType);
  const faults = types.flatMap((type, position): readonly PathFault[] =>
    type === null
      ? [{ path: names.length > 1 ? [position] : [], flaw: whyNoEvent(names[position]) }]
      : [],
  );
  if (names.length === 0) return refuse([{ path: [], flaw: { reason: 'event-missing' } }]);
  if (faults.length > 0) return refuse(faults);
  return { ok: true, value: { kind: 'event', types: types.filter((type) => type !== null) } };
}

function refuse(faults: readonly PathFault[]): Reading<never> {
  return { ok: false, faults };
}
