// What a text of the playbook may show: the customer, the event, the shop, the automation and its code, by name.
import { displayName, type Profile } from '../customers/profile.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { Money } from '../money.ts';
import { EVENT_FIELDS } from '../segments/event-fields.ts';
import type { Field, Subject } from '../segments/field.ts';
import type { ActionSubject } from './action.ts';

/** The fields that an event answers by itself; what has to be loaded for a condition is not at hand here. */
const SHOWN = EVENT_FIELDS.filter(({ needs }) => needs === undefined);

/** The names, each with its members; an empty list: any. An event of a shop's own has fields of any name. */
export function textNames(
  started: 'by-event' | 'by-custom-event' | 'otherwise',
): Readonly<Record<string, readonly string[]>> {
  const event = started === 'by-custom-event' ? [] : SHOWN.map(({ name }) => memberOf(name));
  return {
    customer: CUSTOMER,
    attributes: [],
    ...(started === 'otherwise' ? {} : { event }),
    shop: ['name', 'currency', 'timezone'],
    automation: ['name', 'title'],
    discount: ['code', 'percent', 'worth', 'expires_at'],
  };
}

/** The values under these names. Amounts are money, which the renderer writes as people do; texts are untrusted. */
export function textValues(
  { profile, event, automation, discount }: ActionSubject,
  shop: { readonly name: string; readonly currency: string; readonly timezone: string },
): Readonly<Record<string, unknown>> {
  return {
    customer: customerValues(profile),
    attributes: profile.attributes,
    event: event === null ? {} : eventValues(profile, event),
    shop,
    automation,
    ...(discount === null ? {} : { discount }),
  };
}

const CUSTOMER = [
  'name',
  'first_name',
  'last_name',
  'email',
  'phone',
  'city',
  'country',
  'tier',
  'tags',
  'orders',
  'amount_spent',
  'added_at',
  'last_order_at',
] as const;

function customerValues(profile: Profile): Readonly<Record<(typeof CUSTOMER)[number], unknown>> {
  const { totals } = profile;
  return {
    name: displayName(profile),
    first_name: profile.firstName ?? '',
    last_name: profile.lastName ?? '',
    email: profile.email ?? '',
    phone: profile.phone ?? '',
    city: profile.city ?? '',
    country: profile.country ?? '',
    tier: profile.tier ?? '',
    tags: profile.tags,
    orders: totals.orders,
    amount_spent: totals.spent,
    added_at: profile.addedAt,
    last_order_at: totals.lastOrderAt,
  };
}

/** The same fields that a condition asks of the event, and a custom event's own. */
function eventValues(profile: Profile, event: ShopEvent): Readonly<Record<string, unknown>> {
  const shared = SHOWN.map((field) => [memberOf(field.name), readField(field, { profile, event })]);
  const own = 'fields' in event.fact ? event.fact.fields : {};
  return { ...Object.fromEntries(shared), ...own };
}

function readField(field: Field, subject: Subject): unknown {
  return field.type === 'not-held' || field.type === 'date' ? null : field.read(subject);
}

/** The amount that an event is about, or null. */
export function valueOfEvent(event: ShopEvent | null): Money | null {
  if (event === null) return null;
  const { fact } = event;
  if ('order' in fact) return fact.order.total;
  if ('checkout' in fact) return fact.checkout.total;
  if ('refund' in fact) return fact.refund.amount;
  return 'return' in fact ? (fact.return.amount ?? null) : null;
}

function memberOf(field: string): string {
  return field.replace(/^event\./, '');
}
