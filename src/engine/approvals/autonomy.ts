// Earned autonomy: an automation whose proposals were approved unchanged, again and again, may run by itself up to a bound.
import type { Effect } from '../actions/effect.ts';
import type { DiscountTerms, Worth } from '../discounts/discount.ts';
import type { AutonomyId } from '../ids.ts';
import { needsTwoApprovers, type SecondApprover } from './decide.ts';

/** The largest code that needs nobody; null: only what makes no code. */
export type Bound = Worth | null;

/** `offered`: an admin is asked. `active`: it runs by itself. A new one is offered after new decisions only. */
export type AutonomyStatus = 'offered' | 'declined' | 'active' | 'ended';

/** Why it asks again. `changed`: its definition is another one. */
export type AutonomyEnd = 'by-person' | 'rejected' | 'undone' | 'spike' | 'changed';

export type Autonomy = {
  readonly id: AutonomyId;
  readonly automation: string;
  /** The definition whose proposals were approved; another one has earned nothing. */
  readonly version: number;
  readonly bound: Bound;
  /** How many decisions it rests on, and how many of them approved what was proposed. */
  readonly sample: number;
  readonly unchanged: number;
  /** The most that may go out by itself within a day; more is a spike, and ends it. */
  readonly mostPerDay: number;
  readonly status: AutonomyStatus;
  readonly offeredAt: Date;
  /** Who accepted or declined it. */
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  /** null: nobody's click ended it. */
  readonly endedBy: string | null;
  readonly endedAt: Date | null;
  readonly end: AutonomyEnd | null;
};

/** One decision that people made on a proposal of an automation. */
export type Precedent = {
  readonly worth: Bound;
  /** Approved as it was proposed, and not taken back since. */
  readonly unchanged: boolean;
  readonly at: Date;
};

/** What is asked of the precedents: how many, and which percentage of them unchanged. */
export type AutonomyRule = { readonly sample: number; readonly unchanged_percent: number };

/** The largest bound that the precedents bear, with those under it; null: none. */
export function earnedBound(
  precedents: readonly Precedent[],
  rule: AutonomyRule,
): { readonly bound: Bound; readonly under: readonly Precedent[] } | null {
  const bounds = precedents.map(({ worth }) => worth).toSorted((a, b) => sizeOf(b) - sizeOf(a));
  for (const bound of bounds) {
    const under = precedents.filter(({ worth }) => isWithin(worth, bound));
    const unchanged = under.filter((precedent) => precedent.unchanged).length;
    if (under.length < rule.sample) continue;
    if (unchanged * 100 >= under.length * rule.unchanged_percent) return { bound, under };
  }
  return null;
}

/** Three times what was decided on an average day of the sample, and never fewer than ten. */
export function mostPerDay(under: readonly Precedent[]): number {
  const instants = under.map(({ at }) => at.getTime());
  const days = Math.max(1, (Math.max(...instants) - Math.min(...instants)) / 86_400_000);
  return Math.max(10, Math.ceil((3 * under.length) / days));
}

/** Whether a plan lies under a bound. What two persons must approve never does. */
export function isCovered(
  { bound, version }: Pick<Autonomy, 'bound' | 'version'>,
  plan: { readonly effects: readonly Effect[]; readonly version: number },
  limits: SecondApprover,
): boolean {
  if (plan.version !== version || needsTwoApprovers(plan.effects, limits)) return false;
  return worthsOf(plan.effects).every((worth) => isWithin(worth, bound));
}

function worthsOf(effects: readonly Effect[]): readonly DiscountTerms[] {
  return effects.flatMap((effect) => (effect.kind === 'create-discount' ? [effect.terms] : []));
}

/** A percentage and an amount cannot be compared; no code is less than any. */
function isWithin(worth: Bound, bound: Bound): boolean {
  if (worth === null) return true;
  if (bound === null) return false;
  if ('percent' in worth) return 'percent' in bound && worth.percent <= bound.percent;
  if ('percent' in bound) return false;
  const { amount } = bound;
  return worth.amount.currency === amount.currency && worth.amount.minor <= amount.minor;
}

function sizeOf(worth: Bound): number {
  if (worth === null) return 0;
  return 'percent' in worth ? worth.percent : worth.amount.minor;
}
