// tier: puts the customer on one level of the loyalty list.
import { z } from 'zod';
import type { Action } from './action.ts';

/** `tier: Gold`; a level of `tiers` in team.yml. */
export const setTier: Action<string> = {
  kind: 'tier',
  Params: z.string().trim().min(1, { error: 'must not be empty' }),
  summary: (tier) => `Set the tier to ${tier}`,
  needsApproval: () => false,
  references: (tier) => [{ kind: 'tier', name: tier, path: [] }],
  plan: async (tier, { profile }) =>
    profile.tier === tier
      ? { kind: 'refused', reason: 'already-so' }
      : { kind: 'planned', effects: [{ kind: 'set-tier', tier }] },
};
