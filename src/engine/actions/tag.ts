// tag: puts a label on the customer, here and in the shop.
import type { Action } from './action.ts';
import { hasTag, TagName } from './tag-name.ts';

/** `tag: VIP` */
export const tag: Action<string> = {
  kind: 'tag',
  Params: TagName,
  summary: (tag) => ({ kind: 'tag', tag }),
  needsApproval: () => false,
  plan: async (name, { profile }) =>
    hasTag(profile, name)
      ? { kind: 'refused', reason: 'already-so' }
      : { kind: 'planned', effects: [{ kind: 'add-tag', tag: name }] },
};
