// An attempt at one effect, how it can end, and what every effect needs.
import type { Before } from '../actions/effect.ts';
import type { Approval } from '../approvals/approval.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Profile } from '../customers/profile.ts';
import type { NewTimelineEntry } from '../customers/timeline.ts';
import type { Deps } from '../deps.ts';
import type { Shop } from '../ports/shop.ts';
import type { Records } from '../ports/storage.ts';

/** What carrying out an effect may draw on. */
export type PerformDeps = Pick<
  Deps,
  | 'storage'
  | 'shops'
  | 'mailer'
  | 'requests'
  | 'mailFrom'
  | 'playbook'
  | 'publicUrl'
  | 'now'
  | 'newId'
  | 'log'
  | 'crashpoint'
>;

/** What is being done, for whom, and which attempt it is. `recovering`: an earlier attempt may have reached the outside. */
export type Attempt = {
  readonly plan: PlanWithSteps;
  readonly approval: Approval | null;
  readonly position: number;
  readonly attempt: number;
  readonly recovering: boolean;
  /** Why the effect may not be begun any more; only one that is recovering comes so far. */
  readonly blocked: string | null;
  readonly profile: Profile;
};

/** How an attempt ended. `later` tries again after a while; what is to be written with it goes into `record`. */
export type Performed =
  | {
      readonly kind: 'done';
      readonly ref: string | null;
      /** What the effect changed, as it stood before. */
      readonly before?: Before;
      readonly record?: (records: Records) => Promise<void>;
    }
  | {
      readonly kind: 'skipped' | 'failed' | 'uncertain';
      readonly reason: string;
      readonly record?: (records: Records) => Promise<void>;
    }
  | { readonly kind: 'by-hand' }
  | {
      readonly kind: 'later';
      readonly reason: string;
      readonly afterMs: number | null;
      readonly reached: boolean;
    };

/** The shop that knows this customer, `first` if it does, and its id of them; any connected shop for who is known to none. */
export async function shopOf(
  deps: PerformDeps,
  profile: Profile,
  first?: string,
): Promise<{ readonly shop: Shop | null; readonly customerRef: string | null }> {
  const refs = (await deps.storage.customers.identitiesOf(profile.id))
    .filter(({ kind }) => kind === 'ref')
    .toSorted((a, b) => Number(b.shop === first) - Number(a.shop === first));
  for (const { shop: key, value } of refs) {
    const shop = key === '*' ? undefined : deps.shops.get(key);
    if (shop !== undefined) return { shop, customerRef: value };
  }
  const [any] = deps.shops.values();
  return { shop: any ?? null, customerRef: null };
}

/** The timeline's entry of a step; a step has one of each kind. */
export function stepEntry(
  deps: Pick<Deps, 'now'>,
  { plan, approval, position }: Pick<Attempt, 'plan' | 'approval' | 'position'>,
  kind: NewTimelineEntry['kind'],
  data: NewTimelineEntry['data'],
): NewTimelineEntry {
  return {
    customerId: plan.customerId,
    key: `step:${plan.id}:${position}:${kind}`,
    at: deps.now(),
    kind,
    data: { ...data, ...askedBy(plan), approvalId: approval?.id ?? null },
  };
}

/** Who is to be named beside what was done: only who took a plan back asked for that very change. */
function askedBy({ origin }: Attempt['plan']): { readonly by?: string } {
  return origin.kind === 'undo' ? { by: origin.person } : {};
}
