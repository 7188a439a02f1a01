// project(state, event): the fold that makes profiles; the same for one event, an import and a rebuild.
import type { CustomerFacts, Fact, ShopEvent } from '../events/shop-event.ts';
import { applyFacts } from './facts.ts';
import type { Profile } from './profile.ts';
import { mergeOrder, type Order, type Refund, sumPurchases } from './purchases.ts';
import { followMoney, type Measures } from './tier.ts';

/** A customer with everything that is projected from the log. */
export type CustomerState = {
  readonly profile: Profile;
  readonly orders: readonly Order[];
  readonly refunds: readonly Refund[];
};

/**
 * The state after one event of this customer. Folding the same events in any order, any of them more than once, gives
 * the same state.
 */
export function project(state: CustomerState, event: ShopEvent, measures: Measures): CustomerState {
  const { fact } = event;
  const facts = customerFactsOf(fact);
  const said = { at: event.occurredAt, by: event.shop, source: event.id };
  const profile = facts === null ? state.profile : applyFacts(state.profile, facts, said);
  const orders = 'order' in fact ? withOrder(state, event, fact) : state.orders;
  const refunds = fact.type === 'refund.created' ? withRefund(state, event, fact) : state.refunds;
  const totals = sumPurchases(orders, refunds, measures.currency);
  return { profile: followMoney({ ...profile, totals }, measures), orders, refunds };
}

/** What a fact says of its customer, or null. */
export function customerFactsOf(fact: Fact): CustomerFacts | null {
  return 'customer' in fact ? fact.customer : null;
}

function withOrder(
  state: CustomerState,
  event: ShopEvent,
  fact: Extract<Fact, { order: unknown }>,
): readonly Order[] {
  const isSame = (order: Order) => order.shop === event.shop && order.ref === fact.order.ref;
  const known = state.orders.find(isSame);
  const merged = mergeOrder(known ?? null, fact.order, event.shop, state.profile.id);
  const others =
    known === undefined ? state.orders : state.orders.filter((order) => order !== known);
  return [...others, merged];
}

function withRefund(
  state: CustomerState,
  event: ShopEvent,
  fact: Extract<Fact, { refund: unknown }>,
): readonly Refund[] {
  const others = state.refunds.filter(
    (refund) => refund.shop !== event.shop || refund.ref !== fact.refund.ref,
  );
  return [...others, { ...fact.refund, shop: event.shop, customerId: state.profile.id }];
}
