// What of a case waits for a decision or is being carried out.
import type { Approval } from '../approvals/approval.ts';
import type { Case } from '../cases/case.ts';
import type { Records } from '../ports/storage.ts';

/** How many of a customer's newest approvals are looked at. */
const LOOKED_AT = 50;

/** The newest approval of this case that nobody has decided yet; `orUnderWay`: or that is not carried out to its end. */
export async function pendingApproval(
  { approvals, plans }: Pick<Records, 'approvals' | 'plans'>,
  item: Pick<Case, 'id' | 'customerId' | 'status'>,
  orUnderWay = false,
): Promise<Approval | null> {
  if (item.customerId === null || item.status === 'resolved') return null;
  const statuses = orUnderWay
    ? (['pending', 'approved', 'executing', 'uncertain'] as const)
    : (['pending'] as const);
  for (const status of statuses) {
    const filter = { status, customerId: item.customerId };
    for (const approval of await approvals.list(filter, { limit: LOOKED_AT })) {
      const plan = await plans.get(approval.planId);
      if (plan?.origin.kind === 'case' && plan.origin.caseId === item.id) return approval;
    }
  }
  return null;
}
