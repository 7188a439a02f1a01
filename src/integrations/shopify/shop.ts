// The Shop port over Shopify's Admin GraphQL API.
import { VendorError } from '#engine/errors.ts';
import type { Shop, ShopAnswer, ShopDiscount } from '#engine/ports/shop.ts';
import type { HttpClient } from '../http-client.ts';
import { createTokenSource } from './access-token.ts';
import {
  AddTagsAnswer,
  CreateDiscountAnswer,
  FindDiscountAnswer,
  RemoveTagsAnswer,
  ShopNameAnswer,
  type UserErrors,
} from './answers.ts';
import { type AdminApi, createAdminApi } from './graphql.ts';
import { gid, readCustomerHistory, readOrderHistory } from './history.ts';
import { ADD_TAGS, CREATE_DISCOUNT, FIND_DISCOUNT, REMOVE_TAGS, SHOP_NAME } from './queries.ts';
import { shopName, toShopDomain } from './shop-domain.ts';

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
 * One Shopify store. Scopes: read and write for customers and discounts, read_orders, read_returns, read_products, and
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
    addTag: (customerRef, tag) => addTag(api, customerRef, tag),
    removeTag: (customerRef, tag) => removeTag(api, customerRef, tag),
    fetchOrder: async (ref) =>
      isId(ref) ? readOrderHistory(api, shopDomain, gid('Order', ref)) : null,
    fetchCustomer: async (ref) =>
      isId(ref) ? readCustomerHistory(api, shopDomain, gid('Customer', ref)) : null,
    async ping() {
      const variables = {};
      await api.read({ name: 'ShopName', document: SHOP_NAME, variables, answer: ShopNameAnswer });
    },
  };
}

type DiscountOrder = Parameters<Shop['createDiscount']>[0];

/** Not repeatable: after an uncertain end the code is looked up, not made again. */
async function createDiscount(api: AdminApi, order: DiscountOrder): Promise<ShopAnswer> {
  const call = {
    name: 'CreateDiscount',
    document: CREATE_DISCOUNT,
    variables: { basicCodeDiscount: toDiscountInput(order) },
    answer: CreateDiscountAnswer,
  };
  const { codeDiscountNode, userErrors } = (await api.write(call, false)).discountCodeBasicCreate;
  const taken = userErrors.some(({ code }) => code === 'TAKEN');
  refuse('CreateDiscount', userErrors, taken ? 409 : 422);
  if (codeDiscountNode) return { kind: 'done', ref: codeDiscountNode.id };
  throw new VendorError('shopify neither made the code nor said why', {
    vendor: 'shopify',
    retryable: false,
    ambiguous: true,
  });
}

/** `DiscountCodeBasicInput` of 2026-10; `context` took the place of `customerSelection` in 2025-10. */
function toDiscountInput({ code, terms, title, customerRef, startsAt }: DiscountOrder) {
  return {
    title,
    code,
    startsAt: startsAt.toISOString(),
    endsAt: terms.expiresAt.toISOString(),
    usageLimit: terms.uses,
    appliesOncePerCustomer: terms.uses === 1,
    context:
      customerRef === null ? { all: 'ALL' } : { customers: { add: [toCustomerGid(customerRef)] } },
    // A share of one: 50 % is 0.5.
    customerGets: { value: { percentage: terms.percent / 100 }, items: { all: true } },
  };
}

async function findDiscount(api: AdminApi, code: string): Promise<ShopDiscount | null> {
  const { codeDiscountNodeByCode: found } = await api.read({
    name: 'FindDiscount',
    document: FIND_DISCOUNT,
    variables: { code },
    answer: FindDiscountAnswer,
  });
  if (!found) return null;
  const { usageLimit, endsAt, customerGets } = found.codeDiscount;
  // Of another kind of discount nothing is a percentage: 0 fits no terms, so it is never taken for ours.
  const share = customerGets?.value.percentage ?? 0;
  return {
    ref: found.id,
    code,
    percent: Math.round(share * 10_000) / 100,
    expiresAt: endsAt ?? null,
    uses: usageLimit ?? null,
  };
}

async function addTag(api: AdminApi, customerRef: string, tag: string): Promise<ShopAnswer> {
  const variables = { id: toCustomerGid(customerRef), tags: [tag] };
  const call = { name: 'AddTags', document: ADD_TAGS, variables, answer: AddTagsAnswer };
  refuse('AddTags', await api.write(call, true), 422);
  return { kind: 'done', ref: variables.id };
}

async function removeTag(api: AdminApi, customerRef: string, tag: string): Promise<ShopAnswer> {
  const variables = { id: toCustomerGid(customerRef), tags: [tag] };
  const call = { name: 'RemoveTags', document: REMOVE_TAGS, variables, answer: RemoveTagsAnswer };
  refuse('RemoveTags', await api.write(call, true), 422);
  return { kind: 'done', ref: variables.id };
}

/** Throws what the shop refused: fields and codes only, for its messages may repeat what we sent. */
function refuse(name: string, errors: UserErrors, status: number): void {
  if (errors.length === 0) return;
  const what = errors.map(({ field, code }) => [field?.join('.'), code].filter(Boolean).join(' '));
  throw new VendorError(`shopify refused ${name}: ${what.join('; ')}`, {
    vendor: 'shopify',
    status,
    retryable: false,
  });
}

/** An id that is none of Shopify's is nobody there; asking would only be refused less clearly. */
function toCustomerGid(ref: string): string {
  if (isId(ref)) return gid('Customer', ref);
  throw new VendorError('shopify has no customer of this id', {
    vendor: 'shopify',
    status: 404,
    retryable: false,
  });
}

function isId(ref: string): boolean {
  return /^\d{1,20}$/.test(ref);
}
