// An edit makes a new version of an approval, with other effects in its plan; whoever saw the old one can no longer decide it.
import type { Effect } from '../actions/effect.ts';
import type { Approval, Decider } from '../approvals/approval.ts';
import type { Plan, PlanWithSteps } from '../approvals/plan.ts';
import { summarise } from '../approvals/summary.ts';
import type { Deps } from '../deps.ts';
import { type DiscountTerms, discountValues, LONGEST_LIFE_DAYS } from '../discounts/discount.ts';
import { UserError } from '../errors.ts';
import type { ApprovalId } from '../ids.ts';
import { majorUnits, moneyOf } from '../money.ts';
import { addDuration, parseDuration } from '../time.ts';
import { makePlan } from './make-plan.ts';
import { renderMail } from './render-mail.ts';

/** What may be changed; an absent key stays as it is. `expires` is a duration from now. */
export type ApprovalChanges = {
  readonly percent?: number;
  /** In whole units of the shop's currency; only of a code that takes an amount off. */
  readonly amount?: number;
  readonly expires?: string;
  readonly uses?: number;
  readonly subject?: string;
};

export type EditCommand = {
  readonly id: ApprovalId;
  readonly seenVersion: number | null;
  readonly by: Decider;
  readonly changes: ApprovalChanges;
};

export type Edited =
  | { readonly kind: 'edited' | 'unchanged'; readonly approval: Approval }
  | {
      readonly kind: 'invalid';
      readonly field: keyof ApprovalChanges;
      readonly problem:
        | 'percent'
        | 'amount'
        | 'other-worth'
        | 'over-limit'
        | 'over-amount-limit'
        | 'expires'
        | 'uses'
        | 'subject'
        | 'no-discount'
        | 'no-mail';
      readonly limit?: number;
    }
  | {
      readonly kind: 'refused';
      readonly reason: 'not-found' | 'stale-version' | 'already-settled';
      readonly approval: Approval | null;
    };

type EditDeps = Pick<Deps, 'storage' | 'playbook' | 'mailRenderer' | 'publicUrl' | 'now' | 'newId'>;

/** Edits a pending approval. The code stays the same, the mail is rendered anew, the version and the hash change. */
export async function editApproval(deps: EditDeps, command: EditCommand): Promise<Edited> {
  const approval = await deps.storage.approvals.get(command.id);
  const plan = approval === null ? null : await deps.storage.plans.get(approval.planId);
  if (approval === null || plan === null)
    return { kind: 'refused', reason: 'not-found', approval: null };
  if (approval.status !== 'pending' || approval.expiresAt <= deps.now())
    return { kind: 'refused', reason: 'already-settled', approval };
  if (command.seenVersion !== null && command.seenVersion !== approval.version)
    return { kind: 'refused', reason: 'stale-version', approval };
  const invalid = check(deps, plan, command.changes);
  if (invalid !== null) return invalid;
  const effects = await changeEffects(deps, plan, command.changes);
  const { customerId, origin } = plan;
  const next = { ...makePlan(deps, { customerId, origin, effects }), id: plan.id };
  if (next.hash === plan.hash) return { kind: 'unchanged', approval };
  return store(deps, command, { approval, plan: next });
}

/** What an edit would put in the place of the plan's effects, or which field does not fit; null where there is no such approval. */
export async function previewEdit(
  deps: EditDeps,
  { id, changes }: Pick<EditCommand, 'id' | 'changes'>,
): Promise<
  | { readonly kind: 'preview'; readonly effects: readonly Effect[]; readonly plan: PlanWithSteps }
  | Extract<Edited, { kind: 'invalid' }>
  | null
> {
  const approval = await deps.storage.approvals.get(id);
  const plan = approval === null ? null : await deps.storage.plans.get(approval.planId);
  if (plan === null) return null;
  const invalid = check(deps, plan, changes);
  if (invalid !== null) return invalid;
  return { kind: 'preview', effects: await changeEffects(deps, plan, changes), plan };
}

async function store(
  deps: EditDeps,
  command: EditCommand,
  { approval, plan }: { readonly approval: Approval; readonly plan: Plan },
): Promise<Edited> {
  const next: Approval = {
    ...approval,
    version: approval.version + 1,
    hash: plan.hash,
    // What it is about stays; the terms and the subject behind it are new.
    summary: summarise(
      approval.summary.split(' · ')[0] ?? approval.kind,
      plan.effects,
      deps.playbook.team.language,
    ),
    editedBy: command.by,
  };
  return deps.storage.transaction(async (records): Promise<Edited> => {
    if (!(await records.approvals.update(approval, next))) {
      throw new UserError({ code: 'stale', what: 'approval', state: 'changed' });
    }
    await records.plans.replace(plan);
    const details = { version: next.version, hash: next.hash, changes: { ...command.changes } };
    await records.audit.append({
      at: deps.now(),
      actor: command.by.person,
      action: 'approval.edited',
      subject: approval.id,
      details,
    });
    await records.enqueue([
      {
        job: {
          name: 'publish',
          subject: { kind: 'approval', id: approval.id },
          channel: approval.channel,
        },
      },
    ]);
    return { kind: 'edited', approval: { ...next, revision: approval.revision + 1 } };
  });
}

function check(deps: EditDeps, plan: PlanWithSteps, changes: ApprovalChanges): Invalid | null {
  const { percent, amount, expires, uses, subject } = changes;
  const discount = plan.effects.find((effect) => effect.kind === 'create-discount');
  if (percent !== undefined || amount !== undefined) {
    const field = percent === undefined ? 'amount' : 'percent';
    if (discount === undefined) return { kind: 'invalid', field, problem: 'no-discount' };
    if (!(field in discount.terms)) return { kind: 'invalid', field, problem: 'other-worth' };
  }
  const worth = checkPercent(deps, percent) ?? checkAmount(deps, amount);
  if (worth !== null) return worth;
  if (expires !== undefined && !isAllowedLife(deps, expires))
    return { kind: 'invalid', field: 'expires', problem: 'expires', limit: LONGEST_LIFE_DAYS };
  if (uses !== undefined && (!Number.isInteger(uses) || uses < 1 || uses > 1_000))
    return { kind: 'invalid', field: 'uses', problem: 'uses' };
  if (subject !== undefined && (subject.trim() === '' || subject.length > 200))
    return { kind: 'invalid', field: 'subject', problem: 'subject' };
  return null;
}

type Invalid = Extract<Edited, { kind: 'invalid' }>;

function checkPercent({ playbook }: EditDeps, percent: number | undefined): Invalid | null {
  if (percent === undefined) return null;
  const limit = playbook.team.limits.discount_percent_max;
  if (!Number.isInteger(percent) || percent < 1 || percent > 100)
    return { kind: 'invalid', field: 'percent', problem: 'percent' };
  return percent > limit
    ? { kind: 'invalid', field: 'percent', problem: 'over-limit', limit }
    : null;
}

function checkAmount({ playbook }: EditDeps, amount: number | undefined): Invalid | null {
  if (amount === undefined) return null;
  const { currency, limits } = playbook.team;
  if (!(amount > 0) || majorUnits(moneyOf(amount, currency)) !== amount)
    return { kind: 'invalid', field: 'amount', problem: 'amount' };
  const limit = limits.discount_amount_max;
  return limit !== undefined && amount > limit
    ? { kind: 'invalid', field: 'amount', problem: 'over-amount-limit', limit }
    : null;
}

function isAllowedLife(deps: EditDeps, expires: string): boolean {
  const duration = parseDuration(expires);
  if (duration === null) return false;
  const longest = addDuration(deps.now(), { amount: LONGEST_LIFE_DAYS, unit: 'd' });
  return addDuration(deps.now(), duration) <= longest && duration.amount > 0;
}

async function changeEffects(
  deps: EditDeps,
  plan: PlanWithSteps,
  changes: ApprovalChanges,
): Promise<readonly Effect[]> {
  const profile = await deps.storage.customers.get(plan.customerId);
  if (profile === null)
    throw new UserError({ code: 'not-found', what: 'customer', who: plan.customerId });
  const discount = plan.effects.find((effect) => effect.kind === 'create-discount');
  const terms = discount === undefined ? null : changeTerms(deps, discount.terms, changes);
  return Promise.all(
    plan.effects.map(async (effect): Promise<Effect> => {
      if (effect.kind === 'create-discount' && terms !== null) return { ...effect, terms };
      if (effect.kind !== 'send-email') return effect;
      const values = {
        ...effect.mail.values,
        ...(discount === undefined || terms === null
          ? {}
          : {
              discount: discountValues(discount.code, terms),
            }),
        ...(changes.subject === undefined ? {} : { subject: changes.subject.trim() }),
      };
      return { ...effect, mail: await renderMail(deps, effect.mail.template, profile, values) };
    }),
  );
}

function changeTerms(
  deps: EditDeps,
  terms: DiscountTerms,
  { percent, amount, expires, uses }: ApprovalChanges,
): DiscountTerms {
  const { currency, timezone } = deps.playbook.team;
  const duration = expires === undefined ? null : parseDuration(expires);
  return {
    ...terms,
    ...(percent === undefined ? {} : { percent }),
    ...(amount === undefined ? {} : { amount: moneyOf(amount, currency) }),
    uses: uses ?? terms.uses,
    expiresAt: duration === null ? terms.expiresAt : addDuration(deps.now(), duration, timezone),
  };
}
