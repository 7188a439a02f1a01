// untag: takes a label off the customer, here and in the shop.
import type { Action } from './action.ts';
import { findTag, TagName } from './tag-name.ts';

/** `untag: VIP`; takes the tag off as the customer has it, whatever its case. */
export const untag: Action<string> = {
  kind: 'untag',
  Params: TagName,
  summary: (tag) => ({ kind: 'untag', tag }),
  needsApproval: () => false,
  plan: async (name, { profile }) => {
    const tag = findTag(profile, name);
    return tag === null
      ? { kind: 'refused', reason: 'already-so' }
      : { kind: 'planned', effects: [{ kind: 'remove-tag', tag }] };
  },
};
