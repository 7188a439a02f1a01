// Whether a step of a plan may be taken now: the world is asked once more, in the transaction that marks it.
import type { Effect } from '../actions/effect.ts';
import { hasTag } from '../actions/tag-name.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import type { RenderedMail } from '../email/message.ts';
import type { DelayReason } from '../email/timing.ts';
import type { Records } from '../ports/storage.ts';
import { isCutShort } from '../runs/run.ts';
import { reserveBudget } from './discount-budget.ts';
import { permissionToMail } from './mail-permission.ts';
import { timingOf } from './mail-timing.ts';
import type { Taking } from './tell-stuck.ts';

export type StepPermission =
  | { readonly kind: 'allowed' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'delayed'; readonly reason: DelayReason; readonly until: Date };

/** Asks whether the run still stands, of a mail whether and when it may go, and of a code whether there is budget. */
export async function mayTakeStep(
  deps: Pick<Deps, 'playbook' | 'now'>,
  records: Records,
  taking: Taking,
  profile: Profile,
): Promise<StepPermission> {
  const { plan, approval, step } = taking;
  const { effect } = step;
  if (plan.origin.kind === 'batch')
    return hasMovedOn(effect, profile) ? refused('changed-since') : { kind: 'allowed' };
  const ended = await whyEnded(records, taking);
  if (ended !== null) return refused(ended);
  const mail = mailOf(taking);
  const said = mail === null ? null : await mayMailNow(deps, records, { ...taking, profile, mail });
  if (said !== null && said.kind !== 'allowed') return said;
  // A decision has reserved its plan's budget; what nobody decided on reserves it when the code is made.
  if (effect.kind === 'create-discount' && approval === null)
    if ((await reserveBudget(deps, records, plan)).kind === 'refused')
      return refused('over-budget');
  return { kind: 'allowed' };
}

/**
 * Of a mail: whether it may go at all, when, and whether the caps have room by then. A step that was marked before may
 * have happened already: it is not put off.
 */
async function mayMailNow(
  deps: Pick<Deps, 'playbook' | 'now'>,
  records: Records,
  asked: Taking & { readonly profile: Profile; readonly mail: RenderedMail },
): Promise<StepPermission> {
  const atAll = await permissionToMail(deps, records, { ...asked, caps: false });
  if (atAll.kind === 'refused' || asked.step.status === 'marked') return atAll;
  const timing = await timingOf(deps, records, asked);
  if (timing.kind === 'too-late') return refused(timing.kind);
  if (timing.kind === 'later') return { ...timing, kind: 'delayed' };
  return permissionToMail(deps, records, { ...asked, caps: true });
}

function refused(reason: string): StepPermission {
  return { kind: 'refused', reason };
}

/** Whether the tag that a shop is to be told of is not, or is again, what we hold ourselves. */
function hasMovedOn(effect: Effect, profile: Profile): boolean {
  if (effect.kind !== 'add-tag' && effect.kind !== 'remove-tag') return false;
  return hasTag(profile, effect.tag) !== (effect.kind === 'add-tag');
}

/** What ended the run of this plan before its time, or the case that it was to end; what is left of the plan is then not done. */
async function whyEnded(records: Records, { plan }: Taking): Promise<string | null> {
  const ends = plan.effects.find(({ kind }) => kind === 'resolve-case');
  if (ends?.kind === 'resolve-case') {
    const item = await records.cases.get(ends.caseId);
    return item?.status === 'resolved' ? 'case-resolved' : null;
  }
  if (plan.origin.kind !== 'run') return null;
  const run = await records.runs.get(plan.origin.runId);
  return run !== null && isCutShort(run) ? run.reason : null;
}

/** The mail a step is about: a code whose mail cannot go out any more would lie in the shop for nobody. */
function mailOf({ plan, step: { effect, position } }: Taking): RenderedMail | null {
  if (effect.kind === 'send-email') return effect.mail;
  if (effect.kind !== 'create-discount') return null;
  const next = plan.steps.find(
    (later) => later.position > position && later.effect.kind === 'send-email',
  );
  return next?.effect.kind === 'send-email' ? next.effect.mail : null;
}
