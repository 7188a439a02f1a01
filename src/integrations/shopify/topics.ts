// Which facts each webhook topic tells: one line a topic; any other topic is ignored.
import type { z } from 'zod';
import { isFulfilled, isPaid } from './order.ts';
import {
  type Reading,
  readCheckout,
  readConsent,
  readCustomer,
  readDeletedCustomer,
  readNewCustomer,
  readNewOrder,
  readOrder,
  readPrivacy,
  readRefund,
  readReturn,
  readShopRedact,
  readTags,
} from './readings.ts';
import {
  CheckoutBody,
  CustomerBody,
  CustomerRedactBody,
  DataRequestBody,
  DeletedBody,
  EmailConsentBody,
  OrderBody,
  RefundBody,
  ReturnBody,
  ShopRedactBody,
  SmsConsentBody,
  TagsBody,
} from './schema.ts';
import { toShopDomain } from './shop-domain.ts';

/** Reads a parsed body that was delivered at an instant, or says what is wrong with it. */
export type TopicReader = (
  json: unknown,
  deliveredAt: Date,
) => Reading | { readonly issues: z.ZodError['issues'] };

/**
 * The topics we use, as `X-Shopify-Topic` names them. The header is not signed, so where a topic says more than
 * "changed", the body has to say it too.
 */
export function createTopicReaders(shopDomain: string): ReadonlyMap<string, TopicReader> {
  return new Map([
    ...orderReaders(shopDomain),
    ...returnReaders(),
    ...customerReaders(),
    ...privacyReaders(shopDomain),
  ]);
}

type Entry = readonly [topic: string, reader: TopicReader];

function orderReaders(shop: string): readonly Entry[] {
  return [
    ['orders/create', reader(OrderBody, (body) => readNewOrder(body, shop))],
    ['orders/updated', reader(OrderBody, (body) => readOrder('order.updated', body, shop))],
    ['orders/paid', reader(PaidOrder, (body) => readOrder('order.paid', body, shop))],
    ['orders/fulfilled', reader(SentOrder, (body) => readOrder('order.fulfilled', body, shop))],
    ['orders/cancelled', reader(DeadOrder, (body) => readOrder('order.cancelled', body, shop))],
    ['refunds/create', reader(RefundBody, readRefund)],
    ['checkouts/create', reader(CheckoutBody, (body) => readCheckout('checkout.started', body))],
    ['checkouts/update', reader(CheckoutBody, (body) => readCheckout('checkout.updated', body))],
  ];
}

function returnReaders(): readonly Entry[] {
  return [
    ['returns/request', reader(ReturnBody, (body, at) => readReturn('return.requested', body, at))],
    ['returns/approve', reader(ReturnBody, (body, at) => readReturn('return.approved', body, at))],
    ['returns/decline', reader(ReturnBody, (body, at) => readReturn('return.declined', body, at))],
    ['returns/close', reader(ReturnBody, (body, at) => readReturn('return.closed', body, at))],
    ['returns/cancel', reader(ReturnBody, (body, at) => readReturn('return.closed', body, at))],
  ];
}

/** `customers/purchasing_summary` is not among them: what a customer spent comes from the orders. */
function customerReaders(): readonly Entry[] {
  const email = reader(EmailConsentBody, (body) => readConsent('emailConsent', body));
  const sms = reader(SmsConsentBody, (body) => readConsent('smsConsent', body));
  return [
    ['customers/create', reader(CustomerBody, readNewCustomer)],
    ['customers/update', reader(CustomerBody, readCustomer)],
    ['customers/delete', reader(DeletedBody, readDeletedCustomer)],
    ['customer.tags_added', reader(TagsBody, (body) => readTags('addTags', body))],
    ['customer.tags_removed', reader(TagsBody, (body) => readTags('removeTags', body))],
    ['customers_email_marketing_consent/update', email],
    ['customers_marketing_consent/update', sms],
  ];
}

function privacyReaders(shop: string): readonly Entry[] {
  const ours = ShopRedactBody.refine((body) => toShopDomain(body.shop_domain) === shop, {
    path: ['shop_domain'],
    message: 'is another shop',
  });
  const request = reader(DataRequestBody, (body) => readPrivacy('customer.data-requested', body));
  const redact = reader(CustomerRedactBody, (body) => readPrivacy('customer.redacted', body));
  return [
    ['customers/data_request', request],
    ['customers/redact', redact],
    ['shop/redact', reader(ours, readShopRedact)],
  ];
}

/** Test orders count nowhere, and "Send test notification" sends the same cancelled one on every topic. */
const PaidOrder = OrderBody.refine(
  ({ financial_status: status, test }) => test || !status || isPaid(status),
  { path: ['financial_status'], message: 'says that it is not paid' },
);
const SentOrder = OrderBody.refine(
  ({ fulfillment_status: status, test }) => test || status === undefined || isFulfilled(status),
  { path: ['fulfillment_status'], message: 'says that it is not fulfilled' },
);
const DeadOrder = OrderBody.refine(({ cancelled_at: at }) => at, {
  path: ['cancelled_at'],
  message: 'says that it is not cancelled',
});

function reader<Body>(
  schema: z.ZodType<Body>,
  read: (body: Body, deliveredAt: Date) => Reading,
): TopicReader {
  return (json, deliveredAt) => {
    const parsed = schema.safeParse(json);
    return parsed.success ? read(parsed.data, deliveredAt) : { issues: parsed.error.issues };
  };
}
