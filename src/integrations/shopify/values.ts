// The kinds of values Shopify sends, as zod: ids, text, instants and money.
import { z } from 'zod';
import { type Money, parseMoney } from '#engine/money.ts';

/** An id as text, without the `gid://shopify/Order/` before it; ids pass 2^53, so a number is never computed with. */
export const Id = z
  .union([z.string().regex(/^(gid:\/\/shopify\/\w+\/)?\d{1,20}$/), z.int().nonnegative()])
  .transform((id) => String(id).replace(/^.*\//, ''));

/** Text, where the empty string and blanks mean that there is none. */
export const Text = z
  .string()
  .transform((text) => (text.trim() === '' ? null : text))
  .nullish();

/** An instant with its offset. */
export const Instant = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** An amount in major units: text in most places, a JSON number in some. Read with `readMoney` once the currency is known. */
export const Amount = z.union([z.string(), z.number()]).transform(String);

/** An amount with its currency, as the Admin API and the `*_set` fields give it. */
export const MoneyValue = z
  .object({ amount: Amount, currencyCode: z.string() })
  .transform((value, context) => readMoney(value.amount, value.currencyCode, ['amount'], context));

/** The amount in minor units; else an issue at `path`: money that cannot be read is never guessed. */
export function readMoney(
  amount: string,
  currency: string,
  path: readonly PropertyKey[],
  context: z.RefinementCtx,
): Money {
  const read = parseMoney(amount, currency);
  if (read.ok) return read.money;
  context.addIssue({ code: 'custom', path: [...path], message: `no amount: ${read.fault}` });
  return z.NEVER;
}

/** The id of a thing: from its global id where there is one, for that one is text and survives every JSON parser. */
export function refOf(thing: {
  readonly id: string;
  readonly admin_graphql_api_id?: string | null | undefined;
}): string {
  return thing.admin_graphql_api_id ?? thing.id;
}
