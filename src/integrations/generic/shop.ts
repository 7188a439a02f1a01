// The generic shop: what must be done in it is posted, signed, to an address of the merchant's own.
import { z } from 'zod';
import { VendorError } from '#engine/errors.ts';
import { moneyToText } from '#engine/money.ts';
import type { Shop, ShopAnswer } from '#engine/ports/shop.ts';
import type { HttpClient } from '../http-client.ts';
import { signHeaders } from './signature.ts';

export type GenericShopOptions = {
  /** `EVENTS_ACTIONS_URL`; null: a teammate does what is asked. */
  readonly actionsUrl: string | null;
  /** The secret that signs; while rotating, the first. */
  readonly secret: string;
  readonly http: HttpClient;
  readonly now: () => Date;
  /** A new `webhook-id`: letters, digits, `_` and `-`. */
  readonly newMessageId: () => string;
};

type Action = {
  readonly type:
    | 'discount.create'
    | 'discount.withdraw'
    | 'refund.create'
    | 'credit.create'
    | 'customer.tag'
    | 'customer.untag'
    | 'customer.group';
  readonly data: unknown;
  /** Whether doing it twice leaves the shop as once, whatever the receiver remembers. */
  readonly idempotent: boolean;
};

const VENDOR = 'events';

/** Makes the Shop over the merchant's own receiver. It can be asked to act, not to tell: its facts come by webhook. */
export function createGenericShop(options: GenericShopOptions): Shop {
  const { actionsUrl } = options;
  const ask = async (action: Action): Promise<ShopAnswer> =>
    actionsUrl === null ? { kind: 'by-hand' } : post(options, actionsUrl, action);
  return {
    key: VENDOR,
    name: actionsUrl === null ? 'Webhook shop' : new URL(actionsUrl).hostname,
    // A code that was made once is refused the second time: asking again is for who can look first.
    createDiscount: (order) =>
      ask({ type: 'discount.create', data: discountOf(order), idempotent: false }),
    findDiscount: async () => undefined,
    canTag: actionsUrl !== null,
    withdrawDiscount: (code) =>
      ask({ type: 'discount.withdraw', data: { code }, idempotent: true }),
    setGroup: (id, group) =>
      ask({ type: 'customer.group', data: { customer: { id }, group }, idempotent: true }),
    addTag: (id, tag) =>
      ask({ type: 'customer.tag', data: { customer: { id }, tag }, idempotent: true }),
    removeTag: (id, tag) =>
      ask({ type: 'customer.untag', data: { customer: { id }, tag }, idempotent: true }),
    // Nothing says whether the receiver keeps keys: after an uncertain end a person is asked.
    refundOrder: ({ orderRef, money, key }) =>
      ask({
        type: 'refund.create',
        data: {
          order: { id: orderRef },
          amount: moneyToText(money),
          currency: money.currency,
          key,
        },
        idempotent: false,
      }),
    findRefund: async () => undefined,
    giveCredit: ({ customerRef, money, key }) =>
      ask({
        type: 'credit.create',
        data: {
          customer: { id: customerRef },
          amount: moneyToText(money),
          currency: money.currency,
          key,
        },
        idempotent: false,
      }),
    fetchOrder: async () => undefined,
    fetchCustomer: async () => undefined,
    readLink: () => null,
    ping: async () => {},
  };
}

function discountOf(order: Parameters<Shop['createDiscount']>[0]): unknown {
  const { code, title, terms, customerRef, startsAt } = order;
  return {
    code,
    title,
    ...('percent' in terms
      ? { percent: terms.percent }
      : { amount: moneyToText(terms.amount), currency: terms.amount.currency }),
    ...terms.only,
    uses: terms.uses,
    startsAt: startsAt.toISOString(),
    expiresAt: terms.expiresAt.toISOString(),
    customer: customerRef === null ? null : { id: customerRef },
  };
}

async function post(
  options: GenericShopOptions,
  actionsUrl: string,
  action: Action,
): Promise<ShopAnswer> {
  const at = options.now();
  const id = options.newMessageId();
  const { type, data } = action;
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  const answer = await options.http.request({
    vendor: VENDOR,
    url: actionsUrl,
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...signHeaders(options.secret, { id, at, body }),
    },
    body,
    idempotent: action.idempotent,
  });
  if (answer.status < 300) return { kind: 'done', ref: readRef(answer.text) ?? id };
  throw new VendorError(`${VENDOR} refused ${type} with ${answer.status}`, {
    vendor: VENDOR,
    status: answer.status,
    retryable: answer.status === 408 || answer.status === 425,
  });
}

const Made = z.object({ id: z.string().min(1) });

/** The receiver may name what it made, as `{"id": "…"}`; it need not. */
function readRef(text: string): string | null {
  try {
    return Made.parse(JSON.parse(text)).id;
  } catch {
    return null;
  }
}
