// The Shop port over Shopify's Admin GraphQL API.
import type { Shop } from '#engine/ports/shop.ts';
import type { HttpClient } from '../http-client.ts';
import { createTokenSource } from './access-token.ts';
import { readAdminLink } from './admin-link.ts';
import { ShopNameAnswer } from './answers.ts';
import { addTag, removeTag, setGroup } from './customer-tags.ts';
import { createDiscount, findDiscount, withdrawDiscount } from './discounts.ts';
import { createAdminApi } from './graphql.ts';
import { gid, readCustomerHistory, readOrderHistory } from './history.ts';
import { SHOP_NAME } from './queries.ts';
import { findRefund, refundOrder } from './refunds.ts';
import { isId } from './refusals.ts';
import { shopName, toShopDomain } from './shop-domain.ts';
import { giveCredit } from './store-credit.ts';

export type ShopifyShopOptions = {
  /** `example-store.myshopify.com`. */
  readonly shopDomain: string;
  /** An origin that stands in for the shop's own (SHOPIFY_API_URL). */
  readonly apiUrl: string | null;
  /** Either this, or a client's id and secret. */
  readonly accessToken: string | null;
  readonly clientId: string | null;
  readonly clientSecret: string | null;
  readonly httpClient: HttpClient;
  readonly now: () => Date;
  /** Waits while Shopify throttles a long history. */
  readonly wait?: (ms: number) => Promise<unknown>;
};

/**
 * One Shopify store. Scopes: read and write for customers and discounts, read_orders and write_orders, read_returns, read_products,
 * write_store_credit_account_transactions, and
 * read_all_orders for a history of more than 60 days.
 */
export function createShopifyShop(options: ShopifyShopOptions): Shop {
  const shopDomain = toShopDomain(options.shopDomain);
  const origin = options.apiUrl === null ? `https://${shopDomain}` : new URL(options.apiUrl).origin;
  const token = createTokenSource({ ...options, origin });
  const { httpClient, wait } = options;
  const api = createAdminApi({ origin, token, httpClient, ...(wait ? { wait } : {}) });
  return {
    key: 'shopify',
    name: shopName(shopDomain),
    createDiscount: (order) => createDiscount(api, order),
    findDiscount: (code) => findDiscount(api, code),
    canTag: true,
    withdrawDiscount: (code) => withdrawDiscount(api, code),
    setGroup: (customerRef, group) => setGroup(api, customerRef, group),
    addTag: (customerRef, tag) => addTag(api, customerRef, tag),
    removeTag: (customerRef, tag) => removeTag(api, customerRef, tag),
    refundOrder: (refund) => refundOrder(api, refund),
    findRefund: (refund) => findRefund(api, refund),
    giveCredit: (credit) => giveCredit(api, credit),
    fetchOrder: async (ref) =>
      isId(ref) ? readOrderHistory(api, shopDomain, gid('Order', ref)) : null,
    fetchCustomer: async (ref) =>
      isId(ref) ? readCustomerHistory(api, shopDomain, gid('Customer', ref)) : null,
    readLink: (url) => readAdminLink(shopDomain, url),
    async ping() {
      const variables = {};
      await api.read({ name: 'ShopName', document: SHOP_NAME, variables, answer: ShopNameAnswer });
    },
  };
}
