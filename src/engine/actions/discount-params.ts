// A discount as the playbook writes it, for `discount` and for the code of an `email`.
import { z } from 'zod';
import {
  discountValues,
  LONGEST_LIFE_DAYS,
  type Scope,
  type Worth,
} from '../discounts/discount.ts';
import { InvariantError } from '../errors.ts';
import type { PlanTools, Reference } from './action.ts';
import { DurationText, daysOf, durationOf } from './duration-text.ts';
import type { Effect } from './effect.ts';

const Refs = z
  .array(z.union([z.string().trim().min(1), z.int().transform(String)]))
  .min(1, { error: 'must hold at least one id' })
  .max(100, { error: 'must hold at most 100 ids' });

/** The keys; `checkTogether` says which of them go together. */
export const DiscountFields = z.strictObject({
  percent: z
    .int()
    .min(1, { error: 'must be 1 to 100' })
    .max(100, { error: 'must be 1 to 100' })
    .optional(),
  /** In whole units of the shop's currency: 10 is ten dollars. */
  amount: z.number().positive({ error: 'must be more than nothing' }).optional(),
  expires: DurationText.refine((text) => daysOf(text) <= LONGEST_LIFE_DAYS, {
    error: `must be at most ${LONGEST_LIFE_DAYS}d`,
  }),
  uses: z
    .int()
    .min(1, { error: 'must be at least 1' })
    .max(1000, { error: 'must be at most 1000' })
    .default(1),
  /** What the code begins with. It should not say how much: that may still be edited before it is approved. */
  prefix: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{1,15}$/, {
      error: 'must be 2 to 16 capital letters and digits, such as THANKS',
    })
    .default('THANKS'),
  products: Refs.optional(),
  collections: Refs.optional(),
});

/** Exactly one of `percent` and `amount`, and at most one of `products` and `collections`. */
export function checkTogether(
  { percent, amount, products, collections }: z.infer<typeof DiscountFields>,
  context: z.RefinementCtx,
): void {
  const refuse = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (percent === undefined && amount === undefined)
    refuse('percent', 'is missing: say percent, or amount');
  if (percent !== undefined && amount !== undefined)
    refuse('amount', 'must not stand beside percent: say one of them');
  if (products !== undefined && collections !== undefined)
    refuse('collections', 'must not stand beside products: say one of them');
}

export const DiscountParams = DiscountFields.superRefine(checkTogether);
export type DiscountParams = z.infer<typeof DiscountParams>;

/** A new code with these terms, and what a mail may say of it. */
export function planDiscount(
  params: DiscountParams,
  now: Date,
  tools: Pick<PlanTools, 'newCode' | 'addDuration' | 'shopMoney'>,
): {
  readonly effect: Extract<Effect, { kind: 'create-discount' }>;
  readonly values: Readonly<Record<string, unknown>>;
} {
  const only = scopeOf(params);
  const terms = {
    ...worthOf(params, tools),
    uses: params.uses,
    expiresAt: tools.addDuration(now, durationOf(params.expires)),
    ...(only === null ? {} : { only }),
  };
  const code = tools.newCode(params.prefix);
  return { effect: { kind: 'create-discount', code, terms }, values: discountValues(code, terms) };
}

/** What the limits of team.yml say of these terms is asked when the playbook is read. */
export function limitsOn(
  { percent, amount }: DiscountParams,
  path: Reference['path'],
): readonly Reference[] {
  if (percent !== undefined)
    return [{ kind: 'discount-percent', name: String(percent), path: [...path, 'percent'] }];
  return [{ kind: 'discount-amount', name: String(amount), path: [...path, 'amount'] }];
}

/** "50 % off, valid 30d" */
export function discountSummary({ percent, amount, expires }: DiscountParams): string {
  const worth = percent === undefined ? String(amount) : `${percent} %`;
  return `${worth} off, valid ${expires}`;
}

function worthOf({ percent, amount }: DiscountParams, tools: Pick<PlanTools, 'shopMoney'>): Worth {
  if (percent !== undefined) return { percent };
  if (amount !== undefined) return { amount: tools.shopMoney(amount) };
  throw new InvariantError('a discount was read without percent and amount');
}

function scopeOf({ products, collections }: DiscountParams): Scope | null {
  if (products !== undefined) return { products };
  return collections === undefined ? null : { collections };
}
