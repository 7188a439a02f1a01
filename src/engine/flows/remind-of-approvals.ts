// Decisions that wait: in office hours the team is reminded once, and later somebody is called once.
import type { Approval } from '../approvals/approval.ts';
import type { Batch } from '../batches/batch.ts';
import { bulkExpiry } from '../batches/bulk.ts';
import type { Deps } from '../deps.ts';
import { addOfficeTime, isOfficeTime, type OfficeHours } from '../office-hours.ts';
import { whoIsCalled } from '../playbook/escalation.ts';
import { officeHoursOf, officeMilliseconds } from '../playbook/office-hours.ts';
import type { Call } from '../ports/plan-records.ts';
import { auditBatch } from './show-batch.ts';

type RemindDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/** How many are looked at in one go; the clock comes back every minute. */
const PAGE = 100;

/**
 * Says what has waited long enough, while somebody is there to hear it. Each line is said once, however often this runs
 * and on however many processes. Who missed the reminder, since nothing ran, is not reminded beside the call.
 */
export async function remindOfApprovals(deps: RemindDeps): Promise<void> {
  const hours = officeHoursOf(deps.playbook.team);
  if (!isOfficeTime(deps.now(), hours)) return;
  const { escalate_after, remind_after } = deps.playbook.team.approvals;
  await callAll(deps, 'escalated', { after: officeMilliseconds(escalate_after), hours });
  await callAll(deps, 'reminded', { after: officeMilliseconds(remind_after), hours });
  for (const batch of await deps.storage.batches.waitingForApproval())
    await callForBatch(deps, batch, hours);
}

/** The same of a decision for many; who missed the reminder is not reminded beside the call. */
async function callForBatch(
  deps: RemindDeps,
  batch: Batch,
  hours: OfficeHours | null,
): Promise<void> {
  const now = deps.now();
  const { id, decisions, confirmedAt, requestedAt } = batch;
  const { approvals, limits, people, timezone } = deps.playbook.team;
  const since = confirmedAt ?? requestedAt;
  const isDue = (text: string) => {
    const after = officeMilliseconds(text);
    return after !== null && addOfficeTime(since, after, hours) <= now;
  };
  const isEscalated = isDue(approvals.escalate_after);
  if (!isEscalated && !isDue(approvals.remind_after)) return;
  const call: Call = isEscalated ? 'escalated' : 'reminded';
  const note = {
    kind: 'bulk-waits',
    batchId: id,
    since: since.toISOString(),
    until: bulkExpiry(batch, limits, timezone).toISOString(),
    needsSecond: decisions.length > 0,
    to: isEscalated ? whoIsCalled(approvals.escalate_to, people) : null,
  } as const;
  await deps.storage.transaction(async (records) => {
    const key = `${call}:${id}`;
    if (!(await records.posts.once(key, now))) return;
    await auditBatch(records, batch, { at: now, by: null, action: call });
    await records.enqueue([{ job: { name: 'reply', subject: { kind: 'batch', id }, key, note } }]);
  });
}

async function callAll(
  deps: RemindDeps,
  call: Call,
  { after, hours }: { readonly after: number | null; readonly hours: OfficeHours | null },
): Promise<void> {
  if (after === null) return;
  const now = deps.now();
  // Office time never passes faster than time: who came later cannot be due. The oldest are due first.
  const waiting = await deps.storage.approvals.uncalled(
    call,
    new Date(now.getTime() - after),
    PAGE,
  );
  for (const approval of waiting) {
    if (addOfficeTime(approval.createdAt, after, hours) > now) return;
    await say(deps, call, approval);
  }
}

async function say(deps: RemindDeps, call: Call, approval: Approval): Promise<void> {
  const at = deps.now();
  const { approvals, people } = deps.playbook.team;
  const { id, createdAt, expiresAt, decisions } = approval;
  await deps.storage.transaction(async (records) => {
    if (!(await records.approvals.call(id, call, at))) return;
    const subject = { kind: 'approval', id } as const;
    const note = {
      kind: 'approval-waits',
      approvalId: id,
      since: createdAt.toISOString(),
      until: expiresAt.toISOString(),
      needsSecond: decisions.length > 0,
      to: call === 'escalated' ? whoIsCalled(approvals.escalate_to, people) : null,
    } as const;
    await records.audit.append({
      at,
      actor: 'regulars',
      action: `approval.${call}`,
      subject: id,
      details: {},
    });
    await records.enqueue([
      { job: { name: 'reply', subject, key: `${call}:${id}`, note } },
      { job: { name: 'publish', subject, channel: approval.channel } },
    ]);
  });
}
