// The name of an event as people write it: one that is known here, or a custom one.
import { suggestName } from '../nearest.ts';
import { EVENT_TYPES, type EventType } from './shop-event.ts';

/** The event of this name; null when nothing here is called so. */
export function readEventType(name: unknown): EventType | null {
  if (typeof name !== 'string') return null;
  if (isCustomType(name)) return name;
  return EVENT_TYPES.find((type) => type === name) ?? null;
}

/** What to say of a name that is no event. */
export function whyNoEvent(name: unknown): string {
  if (typeof name !== 'string') return 'must be the name of an event, such as order.paid';
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  return `'${shown}' is no event that is known here.${suggestName(name, EVENT_TYPES)}`;
}

function isCustomType(name: string): name is `custom.${string}` {
  return /^custom\.[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$/.test(name);
}
