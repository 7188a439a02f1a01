// The people of the journeys: who they are in the shop's store, and what they bought before we listened.
import type { StoreCustomer, StoreOrder } from './fake-shopify.ts';
import type { Buyer } from './shopify-bodies.ts';

/** Ids as Shopify's documentation has them: past 2^53. */
export const LENA = {
  id: '706405506930370085',
  email: 'lena@customer.example',
  first: 'Lena',
  last: 'Berg',
} as const satisfies Buyer;
export const OMAR = {
  id: '706405506930370086',
  email: 'omar@customer.example',
  first: 'Omar',
  last: 'Haddad',
} as const satisfies Buyer;

/** The order that the recorded `returns-request.json` names, bought by Omar. */
export const RETURNED = {
  order: '5196695273621',
  line: '12695210000533',
  title: 'Blue Train (LP)',
} as const;

/** Lena agreed to offers and spent 3,800 before; Omar never agreed and spent 389. */
export const STORE_CUSTOMERS: readonly StoreCustomer[] = [
  inStore(LENA, { subscribed: true }),
  inStore(OMAR, { subscribed: false }),
];

/** What stands in the store before the first delivery. */
export const STORE_ORDERS: readonly StoreOrder[] = [
  anOrder('9007199254740993001', LENA, '2600.00', 300),
  anOrder('9007199254740993002', LENA, '1200.00', 40),
  anOrder('9007199254740993005', OMAR, '300.00', 60),
  { ...anOrder(RETURNED.order, OMAR, '89.00', 9), name: '#1106' },
];

/** A buyer as the store knows them. */
export function inStore(
  buyer: Buyer & { readonly email: string },
  consent: { readonly subscribed: boolean },
): StoreCustomer {
  const { id, email, first: firstName, last: lastName } = buyer;
  return { id, email, firstName, lastName, createdAt: daysAgo(320), ...consent };
}

function anOrder(id: string, buyer: Buyer, total: string, days: number): StoreOrder {
  const lines = [{ id: RETURNED.line, title: RETURNED.title }];
  return { id, name: `#${id.slice(-4)}`, customerId: buyer.id, total, at: daysAgo(days), lines };
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000);
}
