// What time alone brings about: approvals expire, due cases are reminded of, old bodies are dropped.
import type { Deps } from '../deps.ts';
import type { Records } from '../ports/storage.ts';
import { addDuration, parseDuration } from '../time.ts';

type SweepDeps = Pick<Deps, 'storage' | 'playbook' | 'now'>;

const RAW_DAYS = 30;
const DAY_MS = 86_400_000;

/** Does what is due; called by the clock every minute, and harmless however often. */
export async function sweep(deps: SweepDeps): Promise<void> {
  await expireApprovals(deps);
  await remindOfCases(deps);
  await deps.storage.events.prune(new Date(deps.now().getTime() - RAW_DAYS * DAY_MS));
}

async function expireApprovals(deps: SweepDeps): Promise<void> {
  for (const approval of await deps.storage.approvals.expiredBefore(deps.now())) {
    await deps.storage.transaction(async (records) => {
      if (!(await records.approvals.update(approval, { ...approval, status: 'expired' }))) return;
      const at = deps.now();
      await records.audit.append({
        at,
        actor: 'regulars',
        action: 'approval.expired',
        subject: approval.id,
        details: {},
      });
      await records.timeline.add([
        {
          customerId: approval.customerId,
          key: `expired:${approval.id}`,
          at,
          kind: 'approval-decided',
          data: {
            approvalId: approval.id,
            decision: 'expired',
            by: null,
            summary: approval.summary,
          },
        },
      ]);
      await stopRun(records, approval.planId);
      await records.enqueue([
        {
          job: {
            name: 'publish',
            subject: { kind: 'approval', id: approval.id },
            channel: 'approvals',
          },
        },
      ]);
    });
  }
}

async function stopRun(
  records: Records,
  planId: Parameters<Records['plans']['get']>[0],
): Promise<void> {
  const plan = await records.plans.get(planId);
  if (plan?.origin.kind === 'run')
    await records.runs.setStatus(plan.origin.runId, 'stopped', 'expired');
}

async function remindOfCases(deps: SweepDeps): Promise<void> {
  const { limits, timezone } = deps.playbook.team;
  const ahead = parseDuration(limits.case_reminder);
  if (ahead === null) return;
  for (const item of await deps.storage.cases.dueBefore(addDuration(deps.now(), ahead, timezone))) {
    await deps.storage.transaction(async (records) => {
      if (!(await records.cases.update(item, { ...item, remindedAt: deps.now() }))) return;
      const subject = { kind: 'case', id: item.id } as const;
      await records.enqueue([
        {
          job: {
            name: 'reply',
            subject,
            key: `due:${item.id}`,
            note: { kind: 'case-due', assignee: item.assignee?.name ?? null },
          },
        },
        { job: { name: 'publish', subject, channel: 'refunds' } },
      ]);
    });
  }
}
