// What starts an automation, read from `on`: events, a segment's door, a date, a clock.
import { z } from 'zod';
import { ClockTime } from '../clock-time.ts';
import { readEventType, whyNoEvent } from '../events/event-type.ts';
import type { EventType } from '../events/shop-event.ts';
import { as, type Flaw, unknownName } from '../flaw.ts';
import { type PathFault, type Reading, readData } from '../path-faults.ts';
import type { Trigger } from './automation.ts';
import { parseCron } from './cron.ts';

const KEYS = ['segment.entered', 'segment.left', 'date', 'schedule'] as const;

/** Reads `on`: an event, a list of them, or one key. Paths of faults start below `on`. */
export function readTrigger(on: unknown): Reading<Trigger> {
  if (on === undefined || on === null) return refuse([], { reason: 'trigger-missing' });
  if (typeof on === 'string') return readEvents([on], () => []);
  if (Array.isArray(on)) return readEvents(on, (position) => [position]);
  if (typeof on === 'object') return readKeyed(Object.entries(on));
  return refuse([], { reason: 'event-or-list' });
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
    if (type === null) faults.push({ path: pathOf(position), flaw: whyNoEvent(name) });
    else if (!types.includes(type)) types.push(type);
  }
  if (names.length === 0) faults.push({ path: [], flaw: { reason: 'event-missing' } });
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: { kind: 'event', types } };
}

function readKeyed(entries: readonly (readonly [string, unknown])[]): Reading<Trigger> {
  const [first, second] = entries;
  if (first === undefined) return refuse([], { reason: 'event-missing' });
  if (entries.some(([key]) => key === 'date')) return readDate(Object.fromEntries(entries));
  if (second !== undefined) return refuse([second[0]], { reason: 'trigger-surplus' });
  const [key, value] = first;
  const known = KEYS.find((candidate) => candidate === key);
  if (known === undefined) return refuse([key], unknownName('trigger', key, KEYS));
  if (typeof value !== 'string' || value.trim() === '')
    return refuse([key], { reason: 'kind', kind: 'text' });
  return readKey(known, value.trim());
}

function readKey(key: (typeof KEYS)[number], value: string): Reading<Trigger> {
  switch (key) {
    case 'segment.entered':
      return { ok: true, value: { kind: 'segment', change: 'entered', segment: value } };
    case 'segment.left':
      return { ok: true, value: { kind: 'segment', change: 'left', segment: value } };
    case 'date':
      return readDate({ date: value });
    case 'schedule':
      return parseCron(value) === null
        ? refuse([key], { reason: 'cron' })
        : { ok: true, value: { kind: 'schedule', cron: value } };
  }
}

const DateFile = z.strictObject({
  date: z
    .string()
    .trim()
    .regex(/^[A-Za-z][A-Za-z0-9_.]*$/, as('date-of')),
  offset: z
    .string()
    .regex(/^[+-]?\d{1,3}[dw]$/, as('date-offset'))
    .default('0d'),
  at: ClockTime.default('09:00'),
});

function readDate(entries: object): Reading<Trigger> {
  const read = readData(DateFile, entries);
  if (!read.ok) return read;
  const { date, offset, at } = read.value;
  const attribute = date.replace(/^attributes\./, '');
  const offsetDays = Number.parseInt(offset, 10) * (offset.endsWith('w') ? 7 : 1);
  // A minus before nothing is nothing.
  return { ok: true, value: { kind: 'date', attribute, offsetDays: offsetDays + 0, at } };
}

function refuse(path: PathFault['path'], flaw: Flaw): Reading<Trigger> {
  return { ok: false, faults: [{ path, flaw }] };
}
