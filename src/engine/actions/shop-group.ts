// shop_group: puts the customer into a customer group of the shop, and out of the one they are in.

import { z } from 'zod';
import { attributeOf, type Profile } from '../customers/profile.ts';
import { as, withFlaw } from '../flaw.ts';
import { readData } from '../path-faults.ts';
import type { Action } from './action.ts';

/** The attribute that keeps the group as we set it, so that conditions can ask for it. */
export const GROUP_ATTRIBUTE = 'shop_group';

/** A group's name: in Shopify it becomes a tag, so it has no comma and no line break. */
const GroupName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^,\p{Cc}]+$/u, as('comma'));

type Params = { readonly group: string | null; readonly approval: 'required' | 'none' };

const WithApproval = z.strictObject({
  group: GroupName.nullable(),
  /** Unset: nobody is asked. A group may stand for other prices. */
  approval: z.enum(['required', 'none']).default('none'),
});

/** The name alone, or the keys; not a union, which would not say what is wrong with a name. */
const Params = z.unknown().transform((said, context): Params => {
  const isKeyed = typeof said === 'object' && said !== null;
  const read = readData(WithApproval, isKeyed ? said : { group: said ?? null });
  if (read.ok) return read.value;
  for (const { path, flaw } of read.faults)
    context.addIssue({ code: 'custom', path: isKeyed ? [...path] : [], ...withFlaw(flaw) });
  return z.NEVER;
});

/**
 * `shop_group: Wholesale`; `shop_group: null` takes the customer out of every group;
 * `shop_group: { group: Wholesale, approval: required }`
 */
export const shopGroup: Action<Params> = {
  kind: 'shop_group',
  Params,
  summary: ({ group }) => ({ kind: 'shop-group', group }),
  needsApproval: ({ approval }) => approval === 'required',
  plan: async ({ group }, { profile }) =>
    groupOf(profile) === group
      ? { kind: 'refused', reason: 'already-so' }
      : { kind: 'planned', effects: [{ kind: 'set-shop-group', group }] },
};

/** The group a customer is in, as far as we put them there. */
export function groupOf(profile: Pick<Profile, 'attributes'>): string | null {
  const group = attributeOf(profile, GROUP_ATTRIBUTE);
  return group === null ? null : String(group);
}
