// A discount as the playbook writes it, for `discount` and for the code of an `email`.
import { z } from 'zod';
import type { Profile } from '../customers/profile.ts';
import {
  discountValues,
  LONGEST_LIFE_DAYS,
  type Scope,
  type Worth,
} from '../discounts/discount.ts';
import { InvariantError } from '../errors.ts';
import { as, type Flaw, withFlaw } from '../flaw.ts';
import type { ActionSubject, PlanTools, Reference } from './action.ts';
import { DurationText, daysOf, durationOf } from './duration-text.ts';
import type { Effect } from './effect.ts';
import type { Promised } from './summary.ts';

const Refs = z
  .array(z.union([z.string().trim().min(1), z.int().transform(String)]))
  .min(1)
  .max(100);

/** In the place of a percentage: that of the level which the customer is on. */
const OF_TIER = 'tier';

/** Not a union: it would not say what is wrong with a number. */
const Percent = z.unknown().transform((said, context): number | typeof OF_TIER => {
  if (said === OF_TIER) return said;
  if (typeof said === 'number' && Number.isInteger(said) && said >= 1 && said <= 100) return said;
  context.addIssue({ code: 'custom', ...withFlaw(whyNoPercent(said)) });
  return z.NEVER;
});

/** The keys; `checkTogether` says which of them go together. */
export const DiscountFields = z.strictObject({
  percent: Percent.optional(),
  /** In whole units of the shop's currency: 10 is ten dollars. */
  amount: z.number().positive().optional(),
  expires: DurationText.refine(
    (text) => daysOf(text) <= LONGEST_LIFE_DAYS,
    withFlaw({ reason: 'at-most', bound: `${LONGEST_LIFE_DAYS}d` }),
  ),
  uses: z.int().min(1).max(1000).default(1),
  /** What the code begins with. It should not say how much: that may still be edited before it is approved. */
  prefix: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{1,15}$/, as('code-prefix'))
    .default('THANKS'),
  products: Refs.optional(),
  collections: Refs.optional(),
});

/** Exactly one of `percent` and `amount`, and at most one of `products` and `collections`. */
export function checkTogether(
  { percent, amount, products, collections }: z.infer<typeof DiscountFields>,
  context: z.RefinementCtx,
): void {
  const refuse = (path: string, flaw: Flaw) =>
    context.addIssue({ code: 'custom', path: [path], ...withFlaw(flaw) });
  if (percent === undefined && amount === undefined)
    refuse('percent', { reason: 'percent-or-amount' });
  if (percent !== undefined && amount !== undefined)
    refuse('amount', { reason: 'beside', other: 'percent' });
  if (products !== undefined && collections !== undefined)
    refuse('collections', { reason: 'beside', other: 'products' });
}

export const DiscountParams = DiscountFields.superRefine(checkTogether);
export type DiscountParams = z.infer<typeof DiscountParams>;

/** A new code with these terms, and what a mail may say of it; null where the customer's tier gives nothing. */
export function planDiscount(
  params: DiscountParams,
  { profile, now }: Pick<ActionSubject, 'profile' | 'now'>,
  tools: Pick<PlanTools, 'newCode' | 'addDuration' | 'shopMoney' | 'tierPercent'>,
): {
  readonly effect: Extract<Effect, { kind: 'create-discount' }>;
  readonly values: Readonly<Record<string, unknown>>;
} | null {
  const worth = worthOf(params, profile, tools);
  if (worth === null) return null;
  const only = scopeOf(params);
  const terms = {
    ...worth,
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
  if (percent === OF_TIER)
    return [{ kind: 'tier-percent', name: percent, path: [...path, 'percent'] }];
  if (percent !== undefined)
    return [{ kind: 'discount-percent', name: String(percent), path: [...path, 'percent'] }];
  return [{ kind: 'discount-amount', name: String(amount), path: [...path, 'amount'] }];
}

/** What the code takes off, and for how long. */
export function promised({ percent, amount = 0, expires }: DiscountParams): Promised {
  const valid = durationOf(expires);
  if (percent === OF_TIER) return { worth: 'of-tier', valid };
  return { worth: percent === undefined ? { amount } : { percent }, valid };
}

function whyNoPercent(said: unknown): Flaw {
  if (typeof said !== 'number') return { reason: 'percent-of-tier' };
  return Number.isInteger(said)
    ? { reason: 'between', from: 1, to: 100 }
    : { reason: 'whole-number' };
}

function worthOf(
  { percent, amount }: DiscountParams,
  { tier }: Profile,
  tools: Pick<PlanTools, 'shopMoney' | 'tierPercent'>,
): Worth | null {
  if (percent === OF_TIER) {
    const given = tools.tierPercent(tier);
    return given === null ? null : { percent: given };
  }
  if (percent !== undefined) return { percent };
  if (amount !== undefined) return { amount: tools.shopMoney(amount) };
  throw new InvariantError('a discount was read without percent and amount');
}

function scopeOf({ products, collections }: DiscountParams): Scope | null {
  if (products !== undefined) return { products };
  return collections === undefined ? null : { collections };
}
