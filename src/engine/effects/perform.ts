// One effect, carried out: the list of what each kind does, and what a vendor's failure means.
import type { Effect } from '../actions/effect.ts';
import { stepRef } from '../approvals/plan.ts';
import { sayAttribute } from '../customers/facts.ts';
import { attributeOf } from '../customers/profile.ts';
import { heldTier, holdTier } from '../customers/tier.ts';
import { VendorError } from '../errors.ts';
import { measuresOf } from '../playbook/tiers.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { Attempt, PerformDeps, Performed } from './attempt.ts';
import { changeProfile, changeTag, setShopGroup } from './change-profile.ts';
import { createDiscount } from './create-discount.ts';
import { giveCredit } from './give-credit.ts';
import { openCase } from './open-case.ts';
import { cancelTask, openTask } from './open-task.ts';
import { recordOffer } from './record-offer.ts';
import { refundOrder } from './refund-order.ts';
import { resolveCase } from './resolve-case.ts';
import { sendEmail } from './send-email.ts';
import { sendRequest } from './send-request.ts';
import { withdrawDiscount } from './withdraw-discount.ts';
import { writeNote } from './write-note.ts';

/** Carries out one effect. Never throws for what a vendor does. */
export async function performEffect(
  deps: PerformDeps,
  effect: Effect,
  attempt: Attempt,
): Promise<Performed> {
  try {
    return await dispatch(deps, effect, attempt);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    deps.log.warn(
      {
        planId: attempt.plan.id,
        step: attempt.position,
        vendor: error.vendor,
        status: error.status,
        attempt: attempt.attempt,
      },
      'an effect failed outside',
    );
    if (error.retryable || error.ambiguous)
      return {
        kind: 'later',
        reason: 'vendor-unavailable',
        afterMs: error.retryAfterMs,
        reached: error.ambiguous,
      };
    return {
      kind: 'failed',
      reason: error.status === 401 || error.status === 403 ? 'shop-refused-access' : error.message,
    };
  }
}

async function dispatch(deps: PerformDeps, effect: Effect, attempt: Attempt): Promise<Performed> {
  switch (effect.kind) {
    case 'create-discount':
      return createDiscount(deps, effect, attempt);
    case 'withdraw-discount':
      return withdrawDiscount(deps, effect, attempt);
    case 'send-email':
      return sendEmail(deps, effect, attempt);
    case 'add-tag':
    case 'remove-tag':
      return changeTag(deps, effect, attempt);
    case 'set-shop-group':
      return setShopGroup(deps, effect, attempt);
    case 'set-tier':
      return setTier(deps, effect, attempt);
    case 'set-attribute':
      return setAttribute(deps, effect, attempt);
    case 'open-case':
      return openCase(deps, effect, attempt);
    case 'send-request':
      return sendRequest(deps, effect, attempt);
    case 'open-task':
      return openTask(deps, effect, attempt);
    case 'cancel-task':
      return cancelTask(deps, effect, attempt);
    case 'post-notice':
      return postNotice(effect, attempt);
    case 'write-note':
      return writeNote(deps, effect, attempt);
    case 'refund-order':
      return refundOrder(deps, effect, attempt);
    case 'give-credit':
      return giveCredit(deps, effect, attempt);
    case 'resolve-case':
      return resolveCase(deps, effect, attempt);
    case 'record-offer':
      return { kind: 'done', ref: null, record: (records) => recordOffer(deps, records, effect) };
  }
}

function setTier(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'set-tier' }>,
  attempt: Attempt,
): Promise<Performed> {
  return changeProfile(
    attempt,
    {
      before: { value: heldTier(attempt.profile) },
      change: (profile) => holdTier(profile, effect.tier, measuresOf(deps.playbook.team)),
      entry:
        effect.tier === null
          ? { kind: 'tier-released', data: {} }
          : { kind: 'tier-set', data: { tier: effect.tier } },
    },
    deps,
  );
}

function setAttribute(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'set-attribute' }>,
  attempt: Attempt,
): Promise<Performed> {
  return changeProfile(
    attempt,
    {
      before: { value: attributeOf(attempt.profile, effect.name) },
      change: (profile) => sayAttribute(profile, effect.name, effect.value, deps.now()),
      entry: { kind: 'attribute-set', data: { name: effect.name, value: effect.value } },
    },
    deps,
  );
}

async function postNotice(
  effect: Extract<Effect, { kind: 'post-notice' }>,
  { plan, position }: Attempt,
): Promise<Performed> {
  if (plan.origin.kind !== 'run') return { kind: 'skipped', reason: 'no-run' };
  const job: Enqueued = {
    job: {
      name: 'publish',
      subject: { kind: 'notice', id: stepRef(plan.id, position) },
      channel: effect.channel,
    },
  };
  return { kind: 'done', ref: null, record: (records) => records.enqueue([job]) };
}
