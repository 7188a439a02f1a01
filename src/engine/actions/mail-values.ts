// What a mail of an automation may show of the event that started it: the order, the checkout, the appointment.
import type { OrderItem, ShopEvent } from '../events/shop-event.ts';

/** A mail is read, not searched: what is past this stands in the shop. */
const ITEMS = 20;

/** The values by the names that templates use; an event about none of these gives none. Texts in them are untrusted. */
export function mailValues(event: ShopEvent | null): Readonly<Record<string, unknown>> {
  if (event === null) return {};
  const { fact } = event;
  if ('order' in fact) {
    const { number, total, items, url } = fact.order;
    return { order: { number, total, items: itemValues(items), url: linkOf(url) } };
  }
  if ('checkout' in fact) {
    const { total, items, url } = fact.checkout;
    return { checkout: { total, items: itemValues(items), url: linkOf(url) } };
  }
  if ('appointment' in fact) {
    const { title, place, startsAt } = fact.appointment;
    return {
      appointment: { title: title ?? null, place: place ?? null, starts_at: startsAt },
    };
  }
  return {};
}

function itemValues(items: readonly OrderItem[]): readonly Readonly<Record<string, unknown>>[] {
  return items.slice(0, ITEMS).map(({ title, quantity, price }) => {
    const total = { ...price, minor: price.minor * quantity };
    return { title, quantity, price, total };
  });
}

/** A link that a mail may have; null for any other address that a shop gives. */
function linkOf(url: string | undefined): string | null {
  return url !== undefined && /^https:\/\/[^\s"'<>]+$/i.test(url) ? url : null;
}
