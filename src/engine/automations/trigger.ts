// What starts an automation, read from `on`: events, a segment's door, a date, a clock.
import { readEventType, whyNoEvent } from '../events/event-type.ts';
import type { EventType } from '../events/shop-event.ts';
import { suggestName } from '../nearest.ts';
import type { PathFault, Reading } from '../path-faults.ts';
import type { Trigger } from './automation.ts';

const KEYS = ['segment.entered', 'segment.left', 'date', 'schedule'] as const;

/** Reads `on`: an event, a list of them, or one key. Paths of faults start below `on`. */
export function readTrigger(on: unknown): Reading<Trigger> {
  if (on === undefined || on === null)
    return refuse([], 'is missing: name the event that starts it');
  if (typeof on === 'string') return readEvents([on], () => []);
  if (Array.isArray(on)) return readEvents(on, (position) => [position]);
  if (typeof on === 'object') return readKeyed(Object.entries(on));
  return refuse([], 'must be an event such as order.paid, or a list of events');
}

/** Whether a trigger may be woken by an event whose fields have any name. */
export function takesCustomEvents(trigger: Trigger): boolean {
  return trigger.kind === 'event' && trigger.types.some((type) => type.startsWith('custom.'));
}

function readEvents(
  names: readonly unknown[],
  pathOf: (position: number) => PathFault['path'],
): Reading<Trigger> {
  const types: EventType[] = [];
  const faults: PathFault[] = [];
  for (const [position, name] of names.entries()) {
    const type = readEventType(name);
    if (type === null) faults.push({ path: pathOf(position), message: whyNoEvent(name) });
    else if (!types.includes(type)) types.push(type);
  }
  if (names.length === 0) faults.push({ path: [], message: 'must name at least one event' });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { kind: 'event', types } };
}

function readKeyed(entries: readonly (readonly [string, unknown])[]): Reading<Trigger> {
  const [first, second] = entries;
  if (first === undefined) return refuse([], 'must name an event');
  if (second !== undefined)
    return refuse([second[0]], 'is one thing too many: an automation has one trigger');
  const [key, value] = first;
  const known = KEYS.find((candidate) => candidate === key);
  if (known === undefined)
    return refuse([key], `is no trigger that is known here.${suggestName(key, KEYS)}`);
  if (typeof value !== 'string' || value.trim() === '') return refuse([key], 'must be a text');
  return readKey(known, value.trim());
}

function readKey(key: (typeof KEYS)[number], value: string): Reading<Trigger> {
  switch (key) {
    case 'segment.entered':
      return { ok: true, value: { kind: 'segment', change: 'entered', segment: value } };
    case 'segment.left':
      return { ok: true, value: { kind: 'segment', change: 'left', segment: value } };
    case 'date':
      return /^[A-Za-z][A-Za-z0-9_.]*$/.test(value)
        ? { ok: true, value: { kind: 'date', attribute: value } }
        : refuse([key], 'must be birthday or the name of an attribute that holds a date');
    case 'schedule':
      return isCron(value)
        ? { ok: true, value: { kind: 'schedule', cron: value } }
        : refuse([key], 'must be a cron expression of five fields, such as "0 9 * * 1"');
  }
}

/** The form of a cron expression (minute, hour, day, month, weekday); the clock reads its meaning. */
function isCron(text: string): boolean {
  const fields = text.split(/\s+/);
  return fields.length === 5 && fields.every((field) => /^[\d*/,A-Za-z-]+$/.test(field));
}

function refuse(path: PathFault['path'], message: string): Reading<Trigger> {
  return { ok: false, faults: [{ path, message }] };
}
