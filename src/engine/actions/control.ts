// What steers a run instead of changing something: it waits, or it may stop; and until when a wait lasts.
import { usualHourOf, usualPauseOf } from '../customers/habits.ts';
import type { Order } from '../customers/purchases.ts';
import type { EventType, ShopEvent } from '../events/shop-event.ts';
import { ordersLike } from '../segments/event-orders.ts';
import type { WrittenCondition } from '../segments/written-condition.ts';
import { addDuration, type Duration, nextClockTime, subtractDuration } from '../time.ts';

/** A step of a run that plans nothing. */
export type Control = Wait | ({ readonly kind: 'stop-if' } & WrittenCondition);

export type Wait =
  | { readonly kind: 'wait'; readonly duration: Duration }
  /** Until the clock shows "09:00" next. */
  | { readonly kind: 'wait-until'; readonly clock: string }
  /** Until the hour at which the customer usually buys; `otherwise`: a clock time for who has none. */
  | { readonly kind: 'wait-usual-hour'; readonly otherwise: string }
  /** As long as the customer usually lets pass between purchases of what the event is about. */
  | { readonly kind: 'wait-usual-pause'; readonly otherwise: Duration }
  /** Until so long before the appointment that the event is about. */
  | { readonly kind: 'wait-before'; readonly lead: Duration }
  /** Until one of these events; at the deadline the run goes on, or stops. */
  | {
      readonly kind: 'wait-for';
      readonly events: readonly EventType[];
      readonly atMost: Duration;
      readonly otherwise: 'stop' | 'continue';
    };

/** What the end of a wait depends on. `orders`: asked for only where `asksForOrders`; days and clocks are the zone's. */
export type WaitSetting = {
  readonly now: Date;
  readonly zone: string;
  readonly event: ShopEvent | null;
  readonly orders: readonly Order[];
};

/** Whether the end of a wait depends on what the customer has bought. */
export function asksForOrders({ kind }: Wait): boolean {
  return kind === 'wait-usual-hour' || kind === 'wait-usual-pause';
}

/** When a wait that begins now ends by itself; one whose end lies behind ends now. */
export function endOfWait(wait: Wait, { now, zone, event, orders }: WaitSetting): Date {
  switch (wait.kind) {
    case 'wait':
      return addDuration(now, wait.duration, zone);
    case 'wait-until':
      return nextClockTime(now, wait.clock, zone);
    case 'wait-usual-hour':
      return nextClockTime(now, usualHourOf(orders, zone) ?? wait.otherwise, zone);
    case 'wait-usual-pause': {
      const days = event === null ? null : usualPauseOf(ordersLike(orders, event));
      return addDuration(now, days === null ? wait.otherwise : { amount: days, unit: 'd' }, zone);
    }
    case 'wait-before': {
      const startsAt =
        event !== null && 'appointment' in event.fact ? event.fact.appointment.startsAt : now;
      const until = subtractDuration(startsAt, wait.lead, zone);
      return until > now ? until : now;
    }
    case 'wait-for':
      return addDuration(now, wait.atMost, zone);
  }
}
