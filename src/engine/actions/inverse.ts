// What takes a step back, or why nothing does.
import { attributeOf, type Profile } from '../customers/profile.ts';
import { heldTier } from '../customers/tier.ts';
import type { AttributeValue } from '../events/shop-event.ts';
import { asId } from '../ids.ts';
import type { Effect, Step } from './effect.ts';
import { groupOf } from './shop-group.ts';
import { hasTag } from './tag-name.ts';

/** The effect that takes a step back, or why there is none. */
export type Inverse =
  | { readonly kind: 'effect'; readonly effect: Effect }
  | { readonly kind: 'none'; readonly reason: NoInverse };

/** `was-so`: the step changed nothing; `changed-since`: what stands there now is not what the step put there. */
export type NoInverse =
  | 'not-done'
  | 'was-so'
  | 'changed-since'
  | 'not-recorded'
  | 'mail-sent'
  | 'notice-posted'
  | 'note-written'
  | 'case-opened'
  | 'refund-made'
  | 'credit-given'
  | 'case-resolved'
  | 'offer-made'
  | 'code-used'
  | 'code-withdrawn'
  | 'task-cancelled'
  | 'request-sent';

/** What takes a step back as far as the step itself tells; whether it still stands is `stands`' to say. */
export function inverseOf(step: Step): Inverse {
  if (step.status !== 'done') return none('not-done');
  const { effect } = step;
  switch (effect.kind) {
    case 'add-tag':
      return restore(step, true, () => ({ kind: 'remove-tag', tag: effect.tag }));
    case 'remove-tag':
      return restore(step, false, () => ({ kind: 'add-tag', tag: effect.tag }));
    case 'set-tier':
      return restore(step, effect.tier, (value) => ({
        kind: 'set-tier',
        tier: value === null ? null : String(value),
      }));
    case 'set-attribute':
      return restore(step, effect.value, (value) => ({ ...effect, value }));
    case 'set-shop-group':
      return restore(step, effect.group, (value) => ({
        kind: 'set-shop-group',
        group: value === null ? null : String(value),
      }));
    case 'create-discount':
      return { kind: 'effect', effect: { kind: 'withdraw-discount', code: effect.code } };
    case 'withdraw-discount':
      return none('code-withdrawn');
    case 'send-email':
      return none('mail-sent');
    case 'post-notice':
      return none('notice-posted');
    case 'write-note':
      return none('note-written');
    case 'open-case':
      return none('case-opened');
    case 'send-request':
      return none('request-sent');
    case 'open-task':
      if (step.outcome === null) return none('not-recorded');
      return {
        kind: 'effect',
        effect: { kind: 'cancel-task', taskId: asId('task', step.outcome) },
      };
    case 'cancel-task':
      return none('task-cancelled');
    case 'refund-order':
      return none('refund-made');
    case 'give-credit':
      return none('credit-given');
    case 'resolve-case':
      return none('case-resolved');
    case 'record-offer':
      return none('offer-made');
  }
}

/** Whether what an effect put there is there now: what somebody has changed since is not ours to take back. */
export function stands(effect: Effect, profile: Profile): boolean {
  switch (effect.kind) {
    case 'add-tag':
      return hasTag(profile, effect.tag);
    case 'remove-tag':
      return !hasTag(profile, effect.tag);
    case 'set-tier':
      return heldTier(profile) === effect.tier;
    case 'set-attribute':
      return attributeOf(profile, effect.name) === effect.value;
    case 'set-shop-group':
      return groupOf(profile) === effect.group;
    case 'create-discount':
    case 'withdraw-discount':
    case 'send-email':
    case 'post-notice':
    case 'write-note':
    case 'open-case':
    case 'open-task':
    case 'cancel-task':
    case 'send-request':
    case 'refund-order':
    case 'give-credit':
    case 'resolve-case':
    case 'record-offer':
      return true;
  }
}

/** Puts back what was noted when the step was done. */
function restore(
  { before }: Step,
  put: AttributeValue | null,
  back: (value: AttributeValue | null) => Effect,
): Inverse {
  if (before === null) return none('not-recorded');
  return before.value === put ? none('was-so') : { kind: 'effect', effect: back(before.value) };
}

function none(reason: NoInverse): Inverse {
  return { kind: 'none', reason };
}
