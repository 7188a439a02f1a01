// What may happen in the stories of recipes, each for the customer of the story at the instant of its row.
import type { OrderItem } from '#engine/events/shop-event.ts';
import { anEvent, anOrder, aRefund, aReturn, someone } from './events.ts';
import type { Happening } from './timeline.ts';

type OrderSaid = Omit<NonNullable<Parameters<typeof anOrder>[0]>, 'customer' | 'at'>;

/** An order is placed, paid, sent or cancelled; `total` in dollars. */
export function order(type: NonNullable<OrderSaid['type']>, total = 50, said: OrderSaid = {}) {
  return happens(({ facts, at }) =>
    anOrder({ ...said, type, total: Math.round(total * 100), customer: facts, at }),
  );
}

/** An order is paid. */
export const pays = (total = 50, said: OrderSaid = {}) => order('order.paid', total, said);

/** Money comes back, in dollars. */
export function refunded(orderRef: string, amount: number): Happening {
  return ({ facts, at }) =>
    aRefund({ orderRef, amount: Math.round(amount * 100), customer: facts, at });
}

/** A return is asked for, in dollars. */
export function asksToReturn(orderRef: string, amount: number): Happening {
  return ({ facts, at }) =>
    aReturn({ orderRef, amount: Math.round(amount * 100), customer: facts, at });
}

/** They write to the shop. */
export function writes(text: string): Happening {
  return ({ facts, at }) =>
    anEvent({ type: 'message.received', customer: facts, message: { ref: text, text } }, { at });
}

/** They give stars to what they bought. */
export function reviews(rating: number): Happening {
  return ({ facts, at }) =>
    anEvent(
      { type: 'review.created', customer: facts, review: { ref: `${rating}`, rating } },
      { at },
    );
}

/** A checkout is begun, in dollars. */
export function checksOut(total: number, ref: string): Happening {
  return ({ facts, at }) => {
    const money = { minor: total * 100, currency: 'USD' };
    const items = [{ productId: 'p-1', title: 'Blue Train', quantity: 1, price: money }];
    const checkout = { ref, total: money, items, startedAt: at };
    return anEvent({ type: 'checkout.started', customer: facts, checkout }, { at });
  };
}

/** The shop makes a customer of them. */
export const joins: Happening = ({ facts, at }) =>
  anEvent({ type: 'customer.created', customer: { ...facts, createdAt: at } }, { at });

/** The shop has known them for so many days. */
export function isKnownFor(days: number): Happening {
  return ({ facts, at }) =>
    anEvent(
      { type: 'customer.updated', customer: { ...facts, createdAt: daysBefore(at, days) } },
      { at },
    );
}

/** The shop tells of an order that they paid so many days ago. */
export function hasPaid(total: number, days: number): Happening {
  return ({ facts, at }) =>
    anOrder({ total: total * 100, customer: facts, at, placedAt: daysBefore(at, days) });
}

/** Other people order, so that who has not is no longer among the latest. */
export const othersPay: Happening = async ({ world, at }) => {
  const people = ['a', 'b', 'c', 'd'].map((name) =>
    someone({ ref: `other-${name}`, email: `${name}@others.example.com`, firstName: 'Other' }),
  );
  await world.deliver(...people.map((customer) => anOrder({ customer, at, total: 1_000 })));
};

function daysBefore(at: Date, days: number): Date {
  return new Date(at.getTime() - days * 86_400_000);
}

/** They answer a survey of the shop's own. */
export function answers(type: 'custom.survey' | 'custom.nps', score: number): Happening {
  return ({ facts, at }) => anEvent({ type, customer: facts, fields: { score } }, { at });
}

/** They book an appointment so many hours ahead, or cancel it. */
export function appointment(
  type: 'appointment.booked' | 'appointment.cancelled',
  hoursAhead: number,
  ref = 'a-1',
): Happening {
  return ({ facts, at }) => {
    const startsAt = new Date(at.getTime() + hoursAhead * 3_600_000);
    return anEvent({ type, customer: facts, appointment: { ref, startsAt } }, { at });
  };
}

/** A line of an order. */
export function line(productId: string, category?: string): OrderItem {
  return {
    productId,
    title: productId,
    quantity: 1,
    price: { minor: 1_000, currency: 'USD' },
    ...(category === undefined ? {} : { category }),
  };
}

function happens(happening: Happening): Happening {
  return happening;
}
