// Store credit in Shopify: added to what a customer may spend.
import { VendorError } from '#engine/errors.ts';
import { moneyToText } from '#engine/money.ts';
import type { ShopAnswer, ShopCredit } from '#engine/ports/shop.ts';
import { GiveCreditAnswer } from './answers.ts';
import type { AdminApi } from './graphql.ts';
import { gid } from './history.ts';
import { GIVE_CREDIT } from './queries.ts';
import { isId, refuse } from './refusals.ts';

/**
 * Adds the amount to the customer's store credit, of which Shopify writes to them. It takes no key (`storeCreditAccountCredit`,
 * read 2026-11-26), so that nothing finds it again after a lost answer.
 */
export async function giveCredit(
  api: AdminApi,
  { customerRef, money }: ShopCredit,
): Promise<ShopAnswer> {
  if (!isId(customerRef)) throw failure('shopify has no customer of this id', 404);
  const creditAmount = { amount: moneyToText(money), currencyCode: money.currency };
  const call = {
    name: 'GiveCredit',
    document: GIVE_CREDIT,
    variables: { id: gid('Customer', customerRef), input: { creditAmount, notify: true } },
    answer: GiveCreditAnswer,
  };
  const answer = (await api.write(call, false)).storeCreditAccountCredit;
  refuse('GiveCredit', answer.userErrors, 422);
  const made = answer.storeCreditAccountTransaction;
  if (made) return { kind: 'done', ref: made.id };
  throw new VendorError('shopify neither gave the credit nor said why', {
    vendor: 'shopify',
    retryable: false,
    ambiguous: true,
  });
}

function failure(message: string, status: number): VendorError {
  return new VendorError(message, { vendor: 'shopify', status, retryable: false });
}
