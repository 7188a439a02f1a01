// Orders, refunds and customers of the Admin API as historic events.
import type {
  CustomerFacts,
  Fact,
  NewEvent,
  OrderEventType,
  OrderFacts,
  OrderItem,
} from '#engine/events/shop-event.ts';
import type { CustomerNode, LineNode, OrderNode } from './answers.ts';
import { toConsent } from './customer.ts';
import { isFulfilled, isPaid } from './order.ts';
import { orderUrl } from './shop-domain.ts';

/** A customer as they are now, at the instant of their last change. */
export function tellCustomer(node: CustomerNode): NewEvent {
  return historic(
    `customer:${node.id}:${versionOf(node).toISOString()}`,
    { type: 'customer.updated', customer: toFacts(node) },
    versionOf(node),
  );
}

/** An order as it is now, at the instant it was placed, and its refunds. */
export function tellOrder(
  node: OrderNode,
  customer: CustomerFacts | null,
  shopDomain: string,
): readonly NewEvent[] {
  const order = toOrder(node, shopDomain);
  const state = historic(
    `order:${node.id}:${order.version.toISOString()}`,
    { type: typeOf(order), customer, order },
    order.placedAt,
  );
  const refunds = node.refunds.map((refund) => {
    const refundedAt = refund.createdAt ?? order.version;
    const facts = {
      ref: refund.id,
      orderRef: node.id,
      amount: refund.totalRefundedSet,
      refundedAt,
      ...(refund.note ? { reason: refund.note } : {}),
    };
    const fact: Fact = { type: 'refund.created', customer, refund: facts };
    return historic(`refund:${refund.id}`, fact, refundedAt);
  });
  return [state, ...refunds];
}

/** Who ordered without being a customer of the shop: an e-mail, a phone, or nobody. */
export function guestOf(order: OrderNode): CustomerFacts | null {
  if (!order.email && !order.phone) return null;
  return {
    ...(order.email ? { email: order.email } : {}),
    ...(order.phone ? { phone: order.phone } : {}),
    ...(order.customerLocale ? { locale: order.customerLocale } : {}),
  };
}

/** Its key is none that a live delivery has: history must never make a live event look like a repeat. */
function historic(key: string, fact: Fact, occurredAt: Date): NewEvent {
  return {
    shop: 'shopify',
    dedupeKeys: [`shopify:history:${key}`],
    fact,
    occurredAt,
    historic: true,
  };
}

function versionOf(node: CustomerNode | OrderNode): Date {
  return node.updatedAt ?? node.createdAt;
}

function typeOf(order: OrderFacts): OrderEventType {
  if (order.cancelled) return 'order.cancelled';
  return order.paid ? 'order.paid' : 'order.placed';
}

function toOrder(node: OrderNode, shopDomain: string): OrderFacts {
  return {
    ref: node.id,
    number: node.name ?? null,
    total: node.totalPriceSet,
    placedAt: node.createdAt,
    version: versionOf(node),
    ...(isPaid(node.displayFinancialStatus) ? { paid: true } : {}),
    ...(isFulfilled(node.displayFulfillmentStatus) ? { fulfilled: true } : {}),
    ...(node.cancelledAt ? { cancelled: true } : {}),
    ...(node.test ? { test: true } : {}),
    items: node.lineItems.nodes.map(toItem),
    discountCodes: node.discountCodes ?? [],
    url: orderUrl(shopDomain, node.id),
  };
}

function toItem(line: LineNode): OrderItem {
  return {
    productId: line.product?.id ?? null,
    ...(line.sku ? { sku: line.sku } : {}),
    title: line.title,
    quantity: line.quantity,
    price: line.originalUnitPriceSet,
    lineItemRef: line.id,
  };
}

function toFacts(node: CustomerNode): CustomerFacts {
  const { defaultEmailAddress: email, defaultPhoneNumber: phone, defaultAddress: place } = node;
  return {
    ref: node.id,
    email: email?.emailAddress ?? null,
    phone: phone?.phoneNumber ?? null,
    firstName: node.firstName ?? null,
    lastName: node.lastName ?? null,
    ...(place?.countryCodeV2
      ? {
          country: place.countryCodeV2,
          region: place.provinceCode ?? null,
          city: place.city ?? null,
        }
      : {}),
    ...(node.locale ? { locale: node.locale } : {}),
    ...(email ? { emailConsent: toConsent(email.marketingState) } : {}),
    ...(phone ? { smsConsent: toConsent(phone.marketingState) } : {}),
    tags: node.tags ?? [],
    createdAt: node.createdAt,
  };
}
