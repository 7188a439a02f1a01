// What became of an attempt at a step: written with what it changed, tried again later, or said where the team looks.
import { type Before, type Step, stepName } from '../actions/effect.ts';
import type { Deps } from '../deps.ts';
import { type Performed, stepEntry } from '../effects/attempt.ts';
import type { Records } from '../ports/storage.ts';
import { releaseBudget } from './discount-budget.ts';
import { type Taking, tellStuck } from './tell-stuck.ts';

type RecordDeps = Pick<Deps, 'now' | 'playbook' | 'randomBytes' | 'log'>;

/** The reason of a waiting step that a teammate does in the shop by hand. */
export const BY_HAND = 'by-hand';

/** When an effect is tried again after something that may pass: minutes after the first, second … attempt. */
const RETRY_MINUTES = [1, 5, 30, 120, 300, 600] as const;

/** Writes how an attempt ended; true when the next step may be taken. */
export async function recordAttempt(
  deps: RecordDeps,
  records: Records,
  { plan, approval, step }: Taking,
  attempt: number,
  performed: Performed,
): Promise<boolean> {
  const at = deps.now();
  const write = (
    status: Step['status'],
    reason: string | null,
    done: { readonly outcome: string | null; readonly before?: Before } = { outcome: null },
  ) => records.plans.settle(plan.id, step.position, attempt, { status, reason, ...done, at });
  if (performed.kind === 'by-hand') {
    if (await write('waiting', BY_HAND))
      await tellStuck(records, { plan, approval, step }, performed, at);
    return false;
  }
  if (performed.kind === 'later') {
    await tryLater(deps, records, { plan, approval, step }, attempt, performed);
    return false;
  }
  const isMine =
    performed.kind === 'done'
      ? await write('done', null, {
          outcome: performed.ref,
          ...(performed.before === undefined ? {} : { before: performed.before }),
        })
      : await write(performed.kind, performed.reason);
  if (!isMine) {
    deps.log.warn({ planId: plan.id, step: step.position, attempt }, 'step.fenced');
    return false;
  }
  await performed.record?.(records);
  const isSilent = performed.record === undefined && plan.origin.kind !== 'batch';
  if (performed.kind === 'skipped' && isSilent) {
    const data = { step: stepName(step.effect), reason: performed.reason };
    const place = { plan, approval, position: step.position };
    await records.timeline.add([stepEntry(deps, place, 'step-skipped', data)]);
  }
  await records.audit.append({
    at,
    actor: 'regulars',
    action: `effect.${performed.kind}`,
    subject: plan.id,
    details: { step: step.position, kind: step.effect.kind, approvalId: approval?.id ?? null },
  });
  if (performed.kind === 'failed' || performed.kind === 'uncertain')
    await tellStuck(
      records,
      { plan, approval, step },
      { kind: performed.kind, reason: performed.reason },
      at,
    );
  if (performed.kind === 'failed' && step.effect.kind === 'create-discount')
    await releaseBudget(deps, records, plan.id);
  return performed.kind === 'done' || performed.kind === 'skipped';
}

async function tryLater(
  deps: RecordDeps,
  records: Records,
  taking: Taking,
  attempt: number,
  performed: Extract<Performed, { kind: 'later' }>,
): Promise<void> {
  const { plan, step } = taking;
  const at = deps.now();
  const minutes = RETRY_MINUTES[attempt - 1];
  if (minutes === undefined && performed.afterMs === null) {
    const status = performed.reached ? 'uncertain' : 'failed';
    await records.plans.settle(plan.id, step.position, attempt, {
      status,
      reason: performed.reason,
      outcome: null,
      at,
    });
    await tellStuck(records, taking, { kind: status, reason: performed.reason }, at);
    return;
  }
  // What may have reached the outside stays marked: the next attempt looks before it acts.
  const status = performed.reached ? 'marked' : 'waiting';
  await records.plans.settle(plan.id, step.position, attempt, {
    status,
    reason: performed.reason,
    outcome: null,
    at,
  });
  const jitter = 0.8 + ((deps.randomBytes(1)[0] ?? 0) / 255) * 0.4;
  const delayMs = performed.afterMs ?? (minutes ?? 600) * 60_000 * jitter;
  await records.enqueue([
    { job: { name: 'execute', planId: plan.id }, notBefore: new Date(at.getTime() + delayMs) },
  ]);
}
