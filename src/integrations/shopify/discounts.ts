// Discount codes in Shopify: made, looked up, ended.
import type { Scope, Worth } from '#engine/discounts/discount.ts';
import { VendorError } from '#engine/errors.ts';
import { type Money, moneyToText } from '#engine/money.ts';
import type { Shop, ShopAnswer, ShopDiscount } from '#engine/ports/shop.ts';
import { CreateDiscountAnswer, FindDiscountAnswer, WithdrawDiscountAnswer } from './answers.ts';
import type { AdminApi } from './graphql.ts';
import { CREATE_DISCOUNT, FIND_DISCOUNT, WITHDRAW_DISCOUNT } from './queries.ts';
import { refuse, toGid } from './refusals.ts';

type DiscountOrder = Parameters<Shop['createDiscount']>[0];

/** Makes a code. Not repeatable: after an uncertain end the code is looked up, not made again. */
export async function createDiscount(api: AdminApi, order: DiscountOrder): Promise<ShopAnswer> {
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
      customerRef === null
        ? { all: 'ALL' }
        : { customers: { add: [toGid('Customer', customerRef)] } },
    customerGets: { value: toValue(terms), items: toItems(terms.only) },
  };
}

/** A percentage is a share of one: 50 % is 0.5. An amount is taken off once, not off each item. */
function toValue(worth: Worth) {
  return 'percent' in worth
    ? { percentage: worth.percent / 100 }
    : { discountAmount: { amount: moneyToText(worth.amount), appliesOnEachItem: false } };
}

function toItems(only: Scope | undefined) {
  if (only === undefined) return { all: true };
  return 'products' in only
    ? { products: { productsToAdd: only.products.map((ref) => toGid('Product', ref)) } }
    : { collections: { add: only.collections.map((ref) => toGid('Collection', ref)) } };
}

/** The code as the shop has it, or null. */
export async function findDiscount(api: AdminApi, code: string): Promise<ShopDiscount | null> {
  const { codeDiscountNodeByCode: found } = await api.read({
    name: 'FindDiscount',
    document: FIND_DISCOUNT,
    variables: { code },
    answer: FindDiscountAnswer,
  });
  if (!found) return null;
  const { usageLimit, asyncUsageCount, endsAt, customerGets } = found.codeDiscount;
  return {
    ref: found.id,
    code,
    worth: customerGets == null ? null : readWorth(customerGets.value),
    expiresAt: endsAt ?? null,
    uses: usageLimit ?? null,
    used: asyncUsageCount ?? null,
  };
}

/** Ends a code; one that the shop does not have is good for nothing already. */
export async function withdrawDiscount(api: AdminApi, code: string): Promise<ShopAnswer> {
  const found = await findDiscount(api, code);
  if (found === null) return { kind: 'done', ref: code };
  const call = {
    name: 'WithdrawDiscount',
    document: WITHDRAW_DISCOUNT,
    variables: { id: found.ref },
    answer: WithdrawDiscountAnswer,
  };
  refuse('WithdrawDiscount', await api.write(call, true), 422);
  return { kind: 'done', ref: found.ref };
}

function readWorth(value: {
  readonly percentage?: number | null | undefined;
  readonly amount?: Money | null | undefined;
}): Worth | null {
  const { percentage, amount } = value;
  if (percentage != null) return { percent: Math.round(percentage * 10_000) / 100 };
  return amount == null ? null : { amount };
}
