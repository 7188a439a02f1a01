// The name of an event as people write it: one that is known here, or a custom one.
import { type Flaw, unknownName } from '../flaw.ts';
import { EVENT_TYPES, type EventType } from './shop-event.ts';

/** The event of this name; null when nothing here is called so. */
export function readEventType(name: unknown): EventType | null {
  if (typeof name !== 'string') return null;
  if (isCustomType(name)) return name;
  return EVENT_TYPES.find((type) => type === name) ?? null;
}

/** What is wrong with a name that is no event. */
export function whyNoEvent(name: unknown): Flaw {
  return typeof name === 'string'
    ? unknownName('event', name, EVENT_TYPES)
    : { reason: 'event-name' };
}

function isCustomType(name: string): name is `custom.${string}` {
  return /^custom\.[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/.test(name);
}
