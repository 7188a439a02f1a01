// Decisions that wait: in office hours the team is reminded once, and later somebody is called once.
import type { Approval } from '../approvals/approval.ts';
import type { Deps } from '../deps.ts';
import { addOfficeTime, isOfficeTime, type OfficeHours } from '../office-hours.ts';
import { whoIsCalled } from '../playbook/escalation.ts';
import { officeHoursOf, officeMilliseconds } from '../playbook/office-hours.ts';
import type { Call } from '../ports/plan-records.ts';

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
