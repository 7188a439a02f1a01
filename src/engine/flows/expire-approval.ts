// An approval that nobody can decide any more: its time is over, or what it was for has ended.
import type { Approval } from '../approvals/approval.ts';
import type { Deps } from '../deps.ts';
import type { Records } from '../ports/storage.ts';

/** Takes a pending approval off the team's hands and says why; false when somebody has decided meanwhile. */
export async function expireApproval(
  deps: Pick<Deps, 'now'>,
  records: Records,
  approval: Approval,
  reason: string | null,
): Promise<boolean> {
  if (!(await records.approvals.update(approval, { ...approval, status: 'expired' }))) return false;
  const at = deps.now();
  const { id, customerId, summary } = approval;
  await records.audit.append({
    at,
    actor: 'regulars',
    action: 'approval.expired',
    subject: id,
    details: reason === null ? {} : { reason },
  });
  await records.timeline.add([
    {
      customerId,
      key: `expired:${id}`,
      at,
      kind: 'approval-decided',
      data: { approvalId: id, decision: 'expired', by: null, summary, reason },
    },
  ]);
  await records.enqueue([
    { job: { name: 'publish', subject: { kind: 'approval', id }, channel: approval.channel } },
  ]);
  return true;
}
