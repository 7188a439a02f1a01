// What steers a run instead of changing something: it waits, or it may stop; and until when a wait lasts.
import type { EventType } from '../events/shop-event.ts';
import type { WrittenCondition } from '../segments/written-condition.ts';
import { addDuration, type Duration, nextClockTime } from '../time.ts';

/** A step of a run that plans nothing. */
export type Control = Wait | ({ readonly kind: 'stop-if' } & WrittenCondition);

export type Wait =
  | { readonly kind: 'wait'; readonly duration: Duration }
  /** Until the clock shows "09:00" next. */
  | { readonly kind: 'wait-until'; readonly clock: string }
  /** Until one of these events; at the deadline the run goes on, or stops. */
  | {
      readonly kind: 'wait-for';
      readonly events: readonly EventType[];
      readonly atMost: Duration;
      readonly otherwise: 'stop' | 'continue';
    };

/** When a wait that begins now ends by itself; days and clocks are those of the zone. */
export function endOfWait(wait: Wait, now: Date, zone: string): Date {
  switch (wait.kind) {
    case 'wait':
      return addDuration(now, wait.duration, zone);
    case 'wait-until':
      return nextClockTime(now, wait.clock, zone);
    case 'wait-for':
      return addDuration(now, wait.atMost, zone);
  }
}
