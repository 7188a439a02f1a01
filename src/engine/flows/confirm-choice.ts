// A teammate confirms what the customer chose instead of a refund, and with that it is done for them.
import type { Effect, OfferOption } from '../actions/effect.ts';
import type { Decider } from '../approvals/approval.ts';
import type { Plan } from '../approvals/plan.ts';
import { type Case, resolutionOf } from '../cases/case.ts';
import type { Deps } from '../deps.ts';
import { discountValues, newDiscountCode } from '../discounts/discount.ts';
import type { CaseId } from '../ids.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { Records } from '../ports/storage.ts';
import { addDuration } from '../time.ts';
import { changeCase, type Worked } from './change-case.ts';
import { askForApproval, makePlan } from './make-plan.ts';
import { renderMail } from './render-mail.ts';
import { creditEffect, settleCase } from './settle-case.ts';

type ConfirmDeps = Pick<
  Deps,
  'storage' | 'playbook' | 'mailRenderer' | 'publicUrl' | 'now' | 'newId' | 'randomBytes'
>;
type Command = { readonly id: CaseId; readonly by: Decider };

/**
 * Confirms the choice. Store credit was approved with the offer: it is given in the shop, and the case is resolved. A code is
 * asked for as an approval of its own. The refund, where the shop can be asked for it, waits for one as every refund does, and
 * the case stays open until it is made.
 */
export async function confirmChoice(deps: ConfirmDeps, { id, by }: Command): Promise<Worked> {
  const item = await deps.storage.cases.get(id);
  const answer = item?.offer?.answer ?? null;
  if (item === null || answer === null)
    return { kind: 'refused', reason: item === null ? 'not-found' : 'no-answer', case: item };
  if (answer.option === 'refund' && item.orderRef !== null && item.amount !== null)
    return settleCase(deps, { id, by, settlement: { kind: 'refund', money: item.amount } });
  const option = item.offer?.options.find(({ kind }) => kind === answer.option);
  const plan = option === undefined ? null : await planOf(deps, item, option);
  const resolution = resolutionOf(answer.option);
  return changeCase(
    deps,
    id,
    by,
    'case.choice-confirmed',
    (seen) => ({
      next: {
        ...seen,
        status: 'resolved',
        resolution,
        resolvedAt: deps.now(),
        snoozedUntil: null,
        assignee: seen.assignee ?? by,
      },
      kind: 'case-resolved',
      data: { resolution, by: by.name, text: null },
    }),
    (next, records) => (plan === null ? [] : carryOut(deps, records, { item: next, plan, by })),
  );
}

/** What is done for who chose this; null: nothing outside. */
async function planOf(deps: ConfirmDeps, item: Case, option: OfferOption): Promise<Plan | null> {
  if (item.customerId === null) return null;
  const effects =
    option.kind === 'store-credit'
      ? [creditEffect(deps, item, { minor: option.minor, currency: option.currency })]
      : option.kind === 'code'
        ? await codeEffects(deps, item, option.percent)
        : [];
  const origin = { kind: 'case', caseId: item.id } as const;
  return effects.length === 0
    ? null
    : makePlan(deps, { customerId: item.customerId, origin, effects });
}

/** How long a code given instead of a refund can be used. */
const CODE_LIFE = { amount: 30, unit: 'd' } as const;

async function codeEffects(
  deps: ConfirmDeps,
  item: Case,
  percent: number,
): Promise<readonly Effect[]> {
  const profile =
    item.customerId === null ? null : await deps.storage.customers.get(item.customerId);
  if (profile === null || profile.email === null) return [];
  const code = newDiscountCode('SORRY', deps.randomBytes);
  const expiresAt = addDuration(deps.now(), CODE_LIFE, deps.playbook.team.timezone);
  const terms = { percent, expiresAt, uses: 1 };
  const mail = await renderMail(deps, 'offer-code', profile, {
    discount: discountValues(code, terms),
    order: { number: item.orderNumber ?? '' },
  });
  return [
    { kind: 'create-discount', code, terms },
    { kind: 'send-email', mailId: deps.newId('mail'), mail },
  ];
}

/** Written with the confirmation: neither stands without the other. */
async function carryOut(
  deps: ConfirmDeps,
  records: Records,
  { item, plan, by }: { readonly item: Case; readonly plan: Plan; readonly by: Decider },
): Promise<readonly Enqueued[]> {
  if (plan.effects.some(({ kind }) => kind === 'send-email')) {
    const about = item.orderNumber ?? item.id;
    await askForApproval(deps, records, { plan, kind: 'offer-code', about, requestedBy: by });
    return [];
  }
  await records.plans.insert(plan);
  return [{ job: { name: 'execute', planId: plan.id } }];
}
