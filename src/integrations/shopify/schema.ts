// The webhook bodies, one schema a shape: only the fields we read. Ids come as text (`exact-json.ts`).
import { z } from 'zod';
import { Amount, Id, Instant, readMoney, Text } from './values.ts';

const Named = { id: Id, admin_graphql_api_id: Id.nullish().catch(null) };
const Consent = z.object({ state: z.string().nullish() }).nullish();

const Address = z.object({
  country_code: z.string().nullish(),
  province_code: Text,
  city: Text,
});

/**
 * A customer, alone or inside an order. Before API 2025-01 it carried tags and consent; since then these come on topics
 * of their own and are absent here.
 */
export const CustomerBody = z.object({
  ...Named,
  email: Text,
  phone: Text,
  first_name: Text,
  last_name: Text,
  default_address: Address.nullish(),
  tags: z.union([z.string(), z.array(z.string())]).nullish(),
  accepts_marketing: z.boolean().nullish(),
  email_marketing_consent: Consent,
  sms_marketing_consent: Consent,
  created_at: Instant.nullish(),
  updated_at: Instant.nullish(),
});
export type CustomerBody = z.infer<typeof CustomerBody>;

const Line = z.object({
  id: Id.nullish().catch(null),
  product_id: Id.nullish(),
  sku: Text,
  title: Text,
  name: Text,
  quantity: z.int().nonnegative(),
  price: Amount,
});

const Lines = z
  .array(Line)
  .nullish()
  .transform((lines) => lines ?? []);

/** Reads the totals and prices of an order or checkout in the shop's currency, which `currency` is (the buyer's is `presentment_currency`). */
function priced<
  Priced extends { currency: string; total_price: string; line_items: z.infer<typeof Lines> },
>(body: Priced, context: z.RefinementCtx) {
  return {
    ...body,
    total: readMoney(body.total_price, body.currency, ['total_price'], context),
    lines: body.line_items.map((line, at) => ({
      ...line,
      price: readMoney(line.price, body.currency, ['line_items', at, 'price'], context),
    })),
  };
}

/** An order, the same on every `orders/*` topic. `total_price` is the original total, which what a customer spent is made of. */
export const OrderBody = z
  .object({
    ...Named,
    name: Text,
    currency: z.string(),
    total_price: Amount,
    created_at: Instant,
    updated_at: Instant.nullish(),
    cancelled_at: Instant.nullish(),
    financial_status: Text,
    fulfillment_status: Text,
    test: z.boolean().nullish(),
    checkout_id: Id.nullish().catch(null),
    email: Text,
    phone: Text,
    customer_locale: Text,
    customer: CustomerBody.nullish(),
    line_items: Lines,
    discount_codes: z.array(z.object({ code: z.string() })).nullish(),
  })
  .transform(priced);
export type OrderBody = z.infer<typeof OrderBody>;

/** A checkout; its customer and e-mail come as soon as the buyer gives them. */
export const CheckoutBody = z
  .object({
    ...Named,
    currency: z.string(),
    total_price: Amount,
    created_at: Instant,
    updated_at: Instant.nullish(),
    completed_at: Instant.nullish(),
    abandoned_checkout_url: Text,
    email: Text,
    phone: Text,
    customer_locale: Text,
    customer: CustomerBody.nullish(),
    line_items: Lines,
  })
  .transform(priced);
export type CheckoutBody = z.infer<typeof CheckoutBody>;

const ShopMoney = z
  .object({ shop_money: z.object({ currency_code: z.string().nullish() }).nullish() })
  .nullish();

const Transaction = z.object({
  kind: z.string(),
  status: z.string(),
  amount: Amount,
  currency: z.string().nullish(),
});

/** A refund. It names no customer; the money is in its transactions, not in its lines. */
export const RefundBody = z
  .object({
    ...Named,
    order_id: Id,
    created_at: Instant,
    note: Text,
    transactions: z.array(Transaction).nullish(),
    refund_line_items: z.array(z.object({ subtotal_set: ShopMoney })).nullish(),
    total_duties_set: ShopMoney,
  })
  .transform((body, context) => {
    const returned = (body.transactions ?? [])
      .map((transaction, at) => ({ ...transaction, at }))
      .filter(({ kind, status }) => kind === 'refund' && status === 'success');
    const own = returned.find(({ currency }) => currency)?.currency;
    const currency = own ?? currencyOfSets(body.total_duties_set, body.refund_line_items) ?? '';
    const amounts = returned.map((transaction) => {
      const path = ['transactions', transaction.at, 'amount'];
      return readMoney(transaction.amount, transaction.currency ?? currency, path, context);
    });
    if (amounts.some((amount) => amount.currency !== currency)) {
      context.addIssue({ code: 'custom', path: ['transactions'], message: 'several currencies' });
    }
    const zero = readMoney('0', currency, ['transactions'], context);
    return { ...body, amount: amounts.reduce(add, zero) };
  });
export type RefundBody = z.infer<typeof RefundBody>;

function add(
  sum: { readonly minor: number; readonly currency: string },
  part: { readonly minor: number },
) {
  return { minor: sum.minor + part.minor, currency: sum.currency };
}

/** The shop's currency, for transactions that do not say theirs. */
function currencyOfSets(
  duties: z.infer<typeof ShopMoney>,
  lines: readonly { readonly subtotal_set?: z.infer<typeof ShopMoney> }[] | null | undefined,
): string | null {
  const sets = [duties, ...(lines ?? []).map((line) => line.subtotal_set)];
  return sets.map((set) => set?.shop_money?.currency_code).find(Boolean) ?? null;
}

const ReturnLine = z.object({
  quantity: z.int().nonnegative(),
  return_reason: Text,
  return_reason_note: Text,
  customer_note: Text,
  fulfillment_line_item: z.object({ line_item: z.object(Named).nullish() }).nullish(),
});

/** A return: ids and reasons only. The order is in `order`, or in `order_id` once it is closed or cancelled. */
export const ReturnBody = z.object({
  ...Named,
  order: z.object(Named).nullish(),
  order_id: Id.nullish(),
  return_line_items: z.array(ReturnLine).nullish(),
});
export type ReturnBody = z.infer<typeof ReturnBody>;

/** `customer.tags_added` and `customer.tags_removed`: only the tags that changed. */
export const TagsBody = z.object({
  customerId: Id,
  tags: z.array(z.string()),
  occurredAt: Instant.nullish(),
});
export type TagsBody = z.infer<typeof TagsBody>;

const ConsentChange = z.object({
  state: z.string().nullish(),
  consent_updated_at: Instant.nullish(),
});

/** Consent to a channel, whichever of the two topics it came on. */
export type ConsentBody = {
  readonly customerRef: string;
  readonly state: string | null | undefined;
  readonly changedAt: Date | null;
};

/** Consent to e-mail, since API 2025-01 on a topic of its own. */
export const EmailConsentBody = z
  .object({ customer_id: Id, email_marketing_consent: ConsentChange })
  .transform((body) => toConsentBody(body.customer_id, body.email_marketing_consent));

/** Consent to text messages; here the customer is called `id`. */
export const SmsConsentBody = z
  .object({ id: Id, sms_marketing_consent: ConsentChange })
  .transform((body) => toConsentBody(body.id, body.sms_marketing_consent));

function toConsentBody(customerRef: string, change: z.infer<typeof ConsentChange>): ConsentBody {
  return { customerRef, state: change.state, changedAt: change.consent_updated_at ?? null };
}

/** All that is left of a deleted customer. */
export const DeletedBody = z.object(Named);
export type DeletedBody = z.infer<typeof DeletedBody>;

const Person = z.object({ id: Id.nullish(), email: Text, phone: Text });
export type PersonBody = { readonly customer: z.infer<typeof Person> };

/** Who wants to know what is kept. */
export const DataRequestBody = z.object({ customer: Person, data_request: z.object({ id: Id }) });

/**
 * Who is to be forgotten. The topic header is not signed, so the body itself must be a redaction: without
 * `orders_to_redact` it is something else sent under this topic.
 */
export const CustomerRedactBody = z.object({ customer: Person, orders_to_redact: z.array(Id) });

/** The shop has uninstalled us. Strict, for the same reason: any other body has more in it than these two. */
export const ShopRedactBody = z.strictObject({ shop_id: Id, shop_domain: z.string() });
export type ShopRedactBody = z.infer<typeof ShopRedactBody>;
