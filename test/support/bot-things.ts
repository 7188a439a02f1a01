// Cases, approvals and plans for cards: builders that state only what matters.
import type { Effect, Step } from '#engine/actions/effect.ts';
import type { Approval, Decider, Decision } from '#engine/approvals/approval.ts';
import type { PlanWithSteps } from '#engine/approvals/plan.ts';
import type { Case } from '#engine/cases/case.ts';
import { asId } from '#engine/ids.ts';
import { NOW } from './subjects.ts';

export const CUSTOMER = asId('customer', 'cus_TEST00000001');

export const MARIA: Decider = { person: 'Maria', name: 'Maria', surface: 'slack' };

/** The code of every discount below. */
export const CODE = 'VIP-7ZK3QW8XXYZ4';

/** Hours after (or before) the tests' instant. */
export function hours(count: number): Date {
  return new Date(NOW.getTime() + count * 3_600_000);
}

/** A code for half the price and the mail that brings it, to one customer. */
function vipEffects(): readonly Effect[] {
  const terms = { percent: 50, expiresAt: hours(720), uses: 1 };
  const mail = {
    template: 'vip-thanks',
    purpose: 'marketing',
    to: 'ada@example.com',
    toName: 'Ada',
    subject: `Ada, ${CODE} is yours`,
    html: `<p>${CODE}</p>`,
    text: `Thank you. Your code is ${CODE}.`,
    unsubscribeUrl: 'https://shop.example/u/tok',
  } as const;
  return [
    { kind: 'create-discount', code: CODE, terms },
    { kind: 'send-email', mailId: asId('mail', 'mail_TEST00000001'), mail },
  ];
}

/** A plan of a run, its steps waiting unless said. */
export function aPlan(
  said: { readonly effects?: readonly Effect[]; readonly steps?: readonly Partial<Step>[] } = {},
): PlanWithSteps {
  const effects = said.effects ?? vipEffects();
  return {
    id: asId('plan', 'pln_TEST00000001'),
    customerId: CUSTOMER,
    origin: { kind: 'run', runId: asId('run', 'run_TEST00000001'), automation: 'vip', version: 1 },
    effects,
    hash: 'a1b2c3d4'.repeat(8),
    createdAt: NOW,
    steps: effects.map((effect, position) => ({
      position,
      effect,
      status: 'waiting',
      attempts: 0,
      reason: null,
      outcome: null,
      before: null,
      changedAt: null,
      notBefore: null,
      ...said.steps?.[position],
    })),
  };
}

/** A pending approval of such a plan. */
export function anApproval(said: Partial<Approval> = {}): Approval {
  return {
    id: asId('approval', 'apr_TEST00000001'),
    kind: 'vip-promotion',
    status: 'pending',
    version: 1,
    hash: 'a1b2c3d4'.repeat(8),
    planId: asId('plan', 'pln_TEST00000001'),
    customerId: CUSTOMER,
    summary: 'VIP promotion: thank-you with 50 % off',
    createdAt: NOW,
    expiresAt: hours(72),
    requestedBy: null,
    editedBy: null,
    decisions: [],
    remindedAt: null,
    escalatedAt: null,
    channel: 'approvals',
    mention: null,
    revision: 0,
    ...said,
  };
}

/** Somebody's approval of the first version, now. */
export function aDecision(said: Partial<Decision> = {}): Decision {
  return { by: MARIA, at: NOW, decision: 'approved', version: 1, ...said };
}

/** A refund case that came in an hour ago. */
export function aCase(said: Partial<Case> = {}): Case {
  return {
    id: asId('case', 'case_TEST00000001'),
    about: 'refund',
    shop: 'events',
    returnRef: 'r1',
    orderRef: '1',
    orderNumber: '#1054',
    customerId: CUSTOMER,
    status: 'open',
    resolution: null,
    amount: { minor: 4900, currency: 'USD' },
    reason: 'too small',
    note: null,
    items: [{ title: 'Blue Train', quantity: 2 }],
    assignee: null,
    openedAt: hours(-1),
    dueAt: hours(23),
    remindedAt: null,
    snoozedUntil: null,
    escalatedAt: null,
    escalatedBy: null,
    channel: 'refunds',
    mention: null,
    resolvedAt: null,
    notes: [],
    offer: null,
    revision: 3,
    ...said,
  };
}
