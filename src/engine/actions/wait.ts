// wait: lets a run rest for a while, until the clock shows a time, or until something happens.

import { z } from 'zod';
import { ClockTime } from '../clock-time.ts';
import { readEventType, whyNoEvent } from '../events/event-type.ts';
import { as, withFlaw } from '../flaw.ts';
import { type Reading, readData } from '../path-faults.ts';
import type { ControlAction } from './action.ts';
import type { Wait } from './control.ts';
import { DurationText, daysOf, durationOf } from './duration-text.ts';

/** Who has waited longer has been forgotten by everybody. */
const LONGEST_DAYS = 3 * 366;

const HowLong = DurationText.refine(
  (text) => daysOf(text) <= LONGEST_DAYS,
  withFlaw({ reason: 'at-most', bound: '3y' }),
);
const ForAWhile = z.strictObject({ for: HowLong });
const UntilClock = z.strictObject({ until: ClockTime });
const Usual = z.discriminatedUnion(
  'usual',
  [
    z.strictObject({ usual: z.literal('hour'), else: ClockTime }),
    z.strictObject({ usual: z.literal('pause'), else: HowLong }),
  ],
  as('usual'),
);
const BeforeEvent = z.strictObject({
  before: z.literal('appointment'),
  by: HowLong,
});
const Names = z.union([z.string(), z.array(z.string()).min(1)], as('event-or-list'));
const ForEvent = z.strictObject({
  for: Names,
  at_most: HowLong,
  /** What to do when nothing has happened by then. */
  else: z.enum(['stop', 'continue']).default('continue'),
});

/**
 * `wait: 3d`, `wait: { until: "09:00" }`, `wait: { for: order.paid, at_most: 7d, else: stop }`,
 * `wait: { usual: hour, else: "10:00" }`, `wait: { usual: pause, else: 30d }`, `wait: { before: appointment, by: 24h }`
 */
export const wait: ControlAction<Wait> = {
  kind: 'wait',
  read: readWait,
};

function readWait(params: unknown): Reading<Wait> {
  if (typeof params !== 'object' || params === null) return readWhile({ for: params });
  if ('until' in params) return readClock(params);
  if ('usual' in params) return readUsual(params);
  if ('before' in params) return readBefore(params);
  return readEvent(params);
}

function readWhile(params: unknown): Reading<Wait> {
  const read = readData(ForAWhile, params);
  if (read.ok) return { ok: true, value: { kind: 'wait', duration: durationOf(read.value.for) } };
  return { ok: false, faults: read.faults.map(({ flaw }) => ({ path: [], flaw })) };
}

function readClock(params: unknown): Reading<Wait> {
  const read = readData(UntilClock, params);
  return read.ok ? { ok: true, value: { kind: 'wait-until', clock: read.value.until } } : read;
}

function readUsual(params: unknown): Reading<Wait> {
  const read = readData(Usual, params);
  if (!read.ok) return read;
  const usual = read.value;
  return {
    ok: true,
    value:
      usual.usual === 'hour'
        ? { kind: 'wait-usual-hour', otherwise: usual.else }
        : { kind: 'wait-usual-pause', otherwise: durationOf(usual.else) },
  };
}

function readBefore(params: unknown): Reading<Wait> {
  const read = readData(BeforeEvent, params);
  return read.ok
    ? { ok: true, value: { kind: 'wait-before', lead: durationOf(read.value.by) } }
    : read;
}

function readEvent(params: unknown): Reading<Wait> {
  const read = readData(ForEvent, params);
  if (!read.ok) return read;
  const { for: named, at_most, else: otherwise } = read.value;
  const names = typeof named === 'string' ? [named] : named;
  const types = names.map(readEventType);
  const events = types.filter((type) => type !== null);
  const unknown = names[types.indexOf(null)];
  if (unknown !== undefined)
    return { ok: false, faults: [{ path: ['for'], flaw: whyNoEvent(unknown) }] };
  return { ok: true, value: { kind: 'wait-for', events, atMost: durationOf(at_most), otherwise } };
}
