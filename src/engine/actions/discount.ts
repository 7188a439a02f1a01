// discount: makes a code for the customer in the shop; a later mail of the same run may show it.
import { z } from 'zod';
import type { Action } from './action.ts';
import {
  checkTogether,
  DiscountFields,
  limitsOn,
  planDiscount,
  promised,
} from './discount-params.ts';

const Params = DiscountFields.extend({
  /** Unset: a person looks first, since a code that was seen is as good as given. */
  approval: z.enum(['required', 'none']).default('required'),
}).superRefine(checkTogether);
type Params = z.infer<typeof Params>;

/** `discount: { percent: 20, expires: 14d }`, `discount: { amount: 10, expires: 30d, approval: none }` */
export const discount: Action<Params> = {
  kind: 'discount',
  Params,
  summary: (params) => ({ kind: 'discount', discount: promised(params) }),
  needsApproval: ({ approval }) => approval === 'required',
  references: (params) => limitsOn(params, []),
  plan: async (params, subject, tools) => {
    const planned = planDiscount(params, subject, tools);
    return planned === null
      ? { kind: 'refused', reason: 'no-tier-discount' }
      : { kind: 'planned', effects: [planned.effect] };
  },
};
