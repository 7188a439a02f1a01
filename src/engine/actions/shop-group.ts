// shop_group: puts the customer into a customer group of the shop, and out of the one they are in.
import { z } from 'zod';
import { attributeOf, type Profile } from '../customers/profile.ts';
import type { Action } from './action.ts';

/** The attribute that keeps the group as we set it, so that conditions can ask for it. */
export const GROUP_ATTRIBUTE = 'shop_group';

/** A group's name: in Shopify it becomes a tag, so it has no comma and no line break. */
const GroupName = z
  .string()
  .trim()
  .min(1, { error: 'must not be empty' })
  .max(100, { error: 'must be at most 100 characters' })
  .regex(/^[^,\p{Cc}]+$/u, { error: 'must have no comma and no line break' });

/** `shop_group: Wholesale`; `shop_group: null` takes the customer out of every group. */
export const shopGroup: Action<string | null> = {
  kind: 'shop_group',
  Params: GroupName.nullable(),
  summary: (group) =>
    group === null ? 'Take out of the shop’s groups' : `Put into the shop’s group ${group}`,
  needsApproval: () => false,
  plan: async (group, { profile }) =>
    groupOf(profile) === group
      ? { kind: 'refused', reason: 'already-so' }
      : { kind: 'planned', effects: [{ kind: 'set-shop-group', group }] },
};

/** The group a customer is in, as far as we put them there. */
export function groupOf(profile: Pick<Profile, 'attributes'>): string | null {
  const group = attributeOf(profile, GROUP_ATTRIBUTE);
  return group === null ? null : String(group);
}
