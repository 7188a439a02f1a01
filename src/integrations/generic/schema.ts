// The bodies of the generic webhook as the contract gives them; only what is read, unknown fields are passed over.
import { z } from 'zod';
import type { OrderItem } from '#engine/events/shop-event.ts';
import {
  Attributes,
  Customer,
  Instant,
  KnownCustomer,
  Label,
  LabelOrNone,
  readMoney,
  Text,
  TextOrNone,
  WebAddress,
} from './fields.ts';

/** What is needed to know whether a body is for us. */
export const Envelope = z.object({
  type: z.string(),
  timestamp: z.unknown().optional(),
  data: z.unknown().optional(),
});

/** When it happened; orders are versioned by it. */
export const Timestamp = z.object({ timestamp: Instant });

/** `customer.created` and the like: the shop's own record of a person. */
export const CustomerBody = Customer.refine((customer) => 'ref' in customer, {
  message: 'is missing',
  path: ['id'],
});

const Item = z.object({
  productId: LabelOrNone,
  sku: Label.exactOptional(),
  title: Text,
  quantity: z.int().min(0).max(1_000_000),
  price: z.string(),
  category: Label.exactOptional(),
});

type Item = z.infer<typeof Item>;

/** `order.*` */
export const OrderBody = z
  .object({
    id: Label,
    number: LabelOrNone.exactOptional(),
    customer: Customer.nullish(),
    currency: z.string(),
    total: z.string(),
    placedAt: Instant,
    items: z.array(Item),
    discountCodes: z.array(Label).exactOptional(),
    checkoutId: LabelOrNone.exactOptional(),
    url: WebAddress.exactOptional(),
  })
  .transform((order, context) => ({
    customer: order.customer ?? null,
    order: {
      ref: order.id,
      number: order.number ?? null,
      total: readMoney(order.total, order.currency, ['total'], context),
      placedAt: order.placedAt,
      items: readItems(order.items, order.currency, context),
      discountCodes: order.discountCodes ?? [],
      ...(order.checkoutId ? { checkoutRef: order.checkoutId } : {}),
      ...(order.url ? { url: order.url } : {}),
    },
  }));

/** `refund.created` */
export const RefundBody = z
  .object({
    id: Label,
    orderId: Label,
    customer: Customer.nullish(),
    amount: z.string(),
    currency: z.string(),
    refundedAt: Instant,
    reason: TextOrNone.exactOptional(),
  })
  .transform((refund, context) => ({
    customer: refund.customer ?? null,
    refund: {
      ref: refund.id,
      orderRef: refund.orderId,
      amount: readMoney(refund.amount, refund.currency, ['amount'], context),
      refundedAt: refund.refundedAt,
      ...(refund.reason ? { reason: refund.reason } : {}),
    },
  }));

const ReturnItem = z
  .object({
    title: Text,
    quantity: z.int().min(0).max(1_000_000).default(1),
    reason: TextOrNone.exactOptional(),
    note: TextOrNone.exactOptional(),
    lineItemId: LabelOrNone.exactOptional(),
  })
  .transform((item) => ({
    title: item.title,
    quantity: item.quantity,
    ...(item.reason ? { reason: item.reason } : {}),
    ...(item.note ? { note: item.note } : {}),
    ...(item.lineItemId ? { lineItemRef: item.lineItemId } : {}),
  }));

/** `return.*` */
export const ReturnBody = z
  .object({
    id: Label,
    orderId: Label,
    customer: Customer.nullish(),
    amount: z.string().nullish(),
    currency: z.string().nullish(),
    reason: TextOrNone.exactOptional(),
    note: TextOrNone.exactOptional(),
    items: z.array(ReturnItem).nullish(),
    requestedAt: Instant,
  })
  .transform(({ amount, currency, ...body }, context) => ({
    customer: body.customer ?? null,
    return: {
      ref: body.id,
      orderRef: body.orderId,
      items: body.items ?? [],
      requestedAt: body.requestedAt,
      ...(amount ? { amount: readMoney(amount, currency ?? '', ['amount'], context) } : {}),
      ...(body.reason ? { reason: body.reason } : {}),
      ...(body.note ? { note: body.note } : {}),
    },
  }));

/** `checkout.*`; the e-mail of a checkout is its customer's, unless the customer says another. */
export const CheckoutBody = z
  .object({
    id: Label,
    customer: Customer.nullish(),
    email: Customer.in.shape.email,
    currency: z.string(),
    total: z.string(),
    url: WebAddress.exactOptional(),
    items: z.array(Item),
    startedAt: Instant,
  })
  .transform((checkout, context) => ({
    customer: checkout.email
      ? { email: checkout.email, ...(checkout.customer ?? {}) }
      : (checkout.customer ?? null),
    checkout: {
      ref: checkout.id,
      total: readMoney(checkout.total, checkout.currency, ['total'], context),
      items: readItems(checkout.items, checkout.currency, context),
      startedAt: checkout.startedAt,
      ...(checkout.url ? { url: checkout.url } : {}),
    },
  }));

/** `product.viewed` */
export const ProductBody = z
  .object({
    customer: KnownCustomer,
    productId: Label,
    title: TextOrNone.exactOptional(),
    url: WebAddress.exactOptional(),
  })
  .transform(({ customer, productId, title, url }) => ({
    customer,
    product: { ref: productId, ...(title ? { title } : {}), ...(url ? { url } : {}) },
  }));

/** `appointment.*` */
export const AppointmentBody = z
  .object({
    customer: KnownCustomer,
    id: Label,
    startsAt: Instant,
    title: TextOrNone.exactOptional(),
    place: TextOrNone.exactOptional(),
  })
  .transform(({ customer, id, startsAt, title, place }) => ({
    customer,
    appointment: { ref: id, startsAt, ...(title ? { title } : {}), ...(place ? { place } : {}) },
  }));

/** `message.received` */
export const MessageBody = z
  .object({
    customer: KnownCustomer,
    id: Label,
    subject: TextOrNone.exactOptional(),
    text: Text,
  })
  .transform(({ customer, id, subject, text }) => ({
    customer,
    message: { ref: id, text, ...(subject ? { subject } : {}) },
  }));

/** `review.created` */
export const ReviewBody = z
  .object({
    customer: KnownCustomer,
    id: Label,
    rating: z.int().min(1).max(5),
    text: TextOrNone.exactOptional(),
  })
  .transform(({ customer, id, rating, text }) => ({
    customer,
    review: { ref: id, rating, ...(text ? { text } : {}) },
  }));

/** `custom.<name>`: whatever else stands beside the customer. */
export const CustomBody = z
  .looseObject({ customer: KnownCustomer })
  .transform(({ customer, ...rest }) => ({ customer, fields: Attributes.parse(rest) }));

function readItems(
  items: readonly Item[],
  currency: string,
  context: z.RefinementCtx,
): readonly OrderItem[] {
  return items.map((item, index) => ({
    ...item,
    price: readMoney(item.price, currency, ['items', index, 'price'], context),
  }));
}
