// Orders, checkouts, refunds and returns of a webhook as our facts.
import type {
  CheckoutFacts,
  OrderFacts,
  OrderItem,
  RefundFacts,
  ReturnFacts,
  ReturnItem,
} from '#engine/events/shop-event.ts';
import type { CheckoutBody, OrderBody, RefundBody, ReturnBody } from './schema.ts';
import { orderUrl } from './shop-domain.ts';
import { refOf } from './values.ts';

/** The state of an order at its `updated_at`. */
export function toOrderFacts(body: OrderBody, shopDomain: string): OrderFacts {
  const ref = refOf(body);
  return {
    ref,
    number: body.name ?? null,
    total: body.total,
    placedAt: body.created_at,
    version: body.updated_at ?? body.created_at,
    ...(isPaid(body.financial_status) ? { paid: true } : {}),
    ...(isFulfilled(body.fulfillment_status) ? { fulfilled: true } : {}),
    ...(body.cancelled_at ? { cancelled: true } : {}),
    ...(body.test ? { test: true } : {}),
    items: body.lines.map(toItem),
    discountCodes: (body.discount_codes ?? []).map(({ code }) => code),
    ...(body.checkout_id ? { checkoutRef: body.checkout_id } : {}),
    url: orderUrl(shopDomain, ref),
  };
}

/** Whether the whole total has been paid once; what was refunded later had been paid. */
export function isPaid(financialStatus: string | null | undefined): boolean {
  return ['paid', 'partially_refunded', 'refunded'].includes(financialStatus?.toLowerCase() ?? '');
}

/** Whether everything has been sent. */
export function isFulfilled(fulfillmentStatus: string | null | undefined): boolean {
  return fulfillmentStatus?.toLowerCase() === 'fulfilled';
}

/** A checkout as it stands. */
export function toCheckoutFacts(body: CheckoutBody): CheckoutFacts {
  return {
    ref: refOf(body),
    total: body.total,
    ...(body.abandoned_checkout_url ? { url: body.abandoned_checkout_url } : {}),
    items: body.lines.map(toItem),
    startedAt: body.created_at,
  };
}

/** What was given back; zero where a refund moved no money (an item taken back without one). */
export function toRefundFacts(body: RefundBody): RefundFacts {
  return {
    ref: refOf(body),
    orderRef: body.order_id,
    amount: body.amount,
    refundedAt: body.created_at,
    ...(body.note ? { reason: body.note } : {}),
  };
}

/** A return; the body has no date, so it is as old as its delivery. Titles are the order's: `lineItemRef` says which line. */
export function toReturnFacts(body: ReturnBody, requestedAt: Date): ReturnFacts {
  const lines = body.return_line_items ?? [];
  const reason = firstOf(lines.map((line) => line.return_reason));
  const note = firstOf(lines.flatMap((line) => [line.customer_note, line.return_reason_note]));
  return {
    ref: refOf(body),
    orderRef: body.order ? refOf(body.order) : (body.order_id ?? null),
    ...(reason ? { reason } : {}),
    ...(note ? { note } : {}),
    items: lines.map(toReturnItem),
    requestedAt,
  };
}

function toItem(line: OrderBody['lines'][number]): OrderItem {
  return {
    productId: line.product_id ?? null,
    ...(line.sku ? { sku: line.sku } : {}),
    title: line.title ?? line.name ?? '',
    quantity: line.quantity,
    price: line.price,
    ...(line.id ? { lineItemRef: line.id } : {}),
  };
}

function toReturnItem(line: NonNullable<ReturnBody['return_line_items']>[number]): ReturnItem {
  const item = line.fulfillment_line_item?.line_item;
  const note = line.customer_note ?? line.return_reason_note;
  return {
    title: '',
    quantity: line.quantity,
    ...(line.return_reason ? { reason: line.return_reason } : {}),
    ...(note ? { note } : {}),
    ...(item ? { lineItemRef: refOf(item) } : {}),
  };
}

function firstOf(texts: readonly (string | null | undefined)[]): string | undefined {
  return texts.find(Boolean) ?? undefined;
}
