// tier: holds the customer on one level of the loyalty list, or lets go of them.

import { z } from 'zod';
import { heldTier } from '../customers/tier.ts';
import { withFlaw } from '../flaw.ts';
import { readData } from '../path-faults.ts';
import type { Action, ActionSubject } from './action.ts';

/** What is no level but means one: where the money has just moved them from; where it moves them once nothing holds them. */
const MEANT = ['before', 'auto'] as const;

const Level = z.string().trim().min(1);

type Params = { readonly to: string; readonly approval: 'required' | 'none' };

const WithApproval = z.strictObject({
  to: Level,
  /** Unset: nobody is asked. */
  approval: z.enum(['required', 'none']).default('none'),
});

/** The level alone, or the keys; not a union, which would not say what is wrong with a level. */
const Params = z.unknown().transform((said, context): Params => {
  const isKeyed = typeof said === 'object' && said !== null;
  const read = readData(WithApproval, isKeyed ? said : { to: said });
  if (read.ok) return read.value;
  for (const { path, flaw } of read.faults)
    context.addIssue({ code: 'custom', path: isKeyed ? [...path] : [], ...withFlaw(flaw) });
  return z.NEVER;
});

/**
 * `tier: Gold`; a level of `tiers` in team.yml. As when a person sets it, spend does not move it any more. `tier: { to:
 * before }` holds them where `tier.promoted` or `tier.demoted` has taken them from; `tier: { to: auto, approval: required }`
 * lets go of them, once somebody approves.
 */
export const setTier: Action<Params> = {
  kind: 'tier',
  Params,
  summary: ({ to }) => ({ kind: 'tier', to }),
  needsApproval: ({ approval }) => approval === 'required',
  references: ({ to }) =>
    MEANT.some((meant) => meant === to) ? [] : [{ kind: 'tier', name: to, path: [] }],
  plan: async ({ to }, subject) => {
    // An earlier action of the same run may hold them by the time somebody lets go.
    const tier = to === 'auto' ? null : levelOf(to, subject);
    return to !== 'auto' && (tier === null || heldTier(subject.profile) === tier)
      ? { kind: 'refused', reason: 'already-so' }
      : { kind: 'planned', effects: [{ kind: 'set-tier', tier }] };
  },
};

/** The level that is meant; null: the event took them from none. */
function levelOf(to: string, { event }: ActionSubject): string | null {
  if (to !== 'before') return to;
  return event !== null && 'tier' in event.fact ? event.fact.tier.from : null;
}
