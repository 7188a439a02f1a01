// Refunds in Shopify: money given back to where it was paid from, and looked up by the key in its note.
import { VendorError } from '#engine/errors.ts';
import { type Money, moneyToText } from '#engine/money.ts';
import type { ShopAnswer, ShopRefund } from '#engine/ports/shop.ts';
import { CreateRefundAnswer, RefundableAnswer } from './answers.ts';
import type { AdminApi } from './graphql.ts';
import { gid } from './history.ts';
import { CREATE_REFUND, REFUNDABLE } from './queries.ts';
import { isId, refuse } from './refusals.ts';

/**
 * Refunds an amount over the payments of the order, in the order that Shopify suggests, and has Shopify tell the customer. Not
 * repeatable by itself: after an uncertain end the refund is looked up. An order that was paid in another currency than the
 * amount's is left to a teammate. Under the same key Shopify makes a refund once ("Idempotent requests", read 2026-11-26).
 */
export async function refundOrder(api: AdminApi, refund: ShopRefund): Promise<ShopAnswer> {
  const { orderRef, money, key } = refund;
  const order = await readRefundable(api, orderRef);
  if (order === null) throw refusal('shopify has no order of this id', 404);
  const payments = order.suggestedRefund?.suggestedTransactions ?? [];
  if (payments.some(({ amountSet }) => amountSet.currency !== money.currency))
    return { kind: 'by-hand' };
  const orderId = gid('Order', orderRef);
  const transactions = share(money, payments).map(({ minor, payment }) => ({
    orderId,
    parentId: payment.parentTransaction?.id,
    gateway: payment.gateway,
    kind: 'REFUND',
    amount: moneyToText({ minor, currency: money.currency }),
  }));
  const input = {
    orderId,
    note: noteOf(key),
    notify: true,
    currency: money.currency,
    transactions,
  };
  const call = {
    name: 'CreateRefund',
    document: CREATE_REFUND,
    variables: { input, key },
    answer: CreateRefundAnswer,
  };
  const { refund: made, userErrors } = (await api.write(call, false)).refundCreate;
  refuse('CreateRefund', userErrors, 422);
  if (made) return { kind: 'done', ref: made.id };
  throw new VendorError('shopify neither made the refund nor said why', {
    vendor: 'shopify',
    retryable: false,
    ambiguous: true,
  });
}

/** The refund whose note has the key, or null. */
export async function findRefund(
  api: AdminApi,
  { orderRef, key }: Pick<ShopRefund, 'orderRef' | 'key'>,
): Promise<{ readonly ref: string } | null> {
  const order = await readRefundable(api, orderRef);
  const found = order?.refunds.find(({ note }) => note?.includes(noteOf(key)));
  return found === undefined ? null : { ref: found.id };
}

async function readRefundable(api: AdminApi, orderRef: string) {
  if (!isId(orderRef)) return null;
  const { order } = await api.read({
    name: 'Refundable',
    document: REFUNDABLE,
    variables: { id: gid('Order', orderRef) },
    answer: RefundableAnswer,
  });
  return order ?? null;
}

type Payment = { readonly amountSet: Money };

/** The amount over the payments, each up to what can be refunded of it. Throws VendorError where they do not reach. */
function share<Paid extends Payment>(
  { minor: wanted }: Money,
  payments: readonly Paid[],
): readonly { readonly minor: number; readonly payment: Paid }[] {
  let left = wanted;
  const shares = payments.map((payment) => {
    const minor = Math.min(left, payment.amountSet.minor);
    left -= minor;
    return { minor, payment };
  });
  if (left > 0) throw refusal('shopify has less left to refund of this order', 422);
  return shares.filter(({ minor }) => minor > 0);
}

function noteOf(key: string): string {
  return `Regulars ${key}`;
}

function refusal(message: string, status: number): VendorError {
  return new VendorError(message, { vendor: 'shopify', status, retryable: false });
}
