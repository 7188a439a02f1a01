// tier: holds the customer on one level of the loyalty list.
import { z } from 'zod';
import { heldTier } from '../customers/tier.ts';
import type { Action } from './action.ts';

/** `tier: Gold`; a level of `tiers` in team.yml. As when a person sets it, spend does not move it any more. */
export const setTier: Action<string> = {
  kind: 'tier',
  Params: z.string().trim().min(1, { error: 'must not be empty' }),
  summary: (tier) => `Set the tier to ${tier}`,
  needsApproval: () => false,
  references: (tier) => [{ kind: 'tier', name: tier, path: [] }],
  plan: async (tier, { profile }) =>
    heldTier(profile) === tier
      ? { kind: 'refused', reason: 'already-so' }
      : { kind: 'planned', effects: [{ kind: 'set-tier', tier }] },
};
