// An automation asks again: somebody said so, or something happened that ends earned autonomy by itself.

import type { Decider } from '../approvals/approval.ts';
import type { Autonomy, AutonomyEnd } from '../approvals/autonomy.ts';
import type { Deps } from '../deps.ts';
import type { AutonomyId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';

/** Ends what is offered or active, audited and shown; false when it was over already. */
export async function endAutonomy(
  deps: Pick<Deps, 'now'>,
  records: Records,
  autonomy: Autonomy,
  { end, by }: { readonly end: AutonomyEnd; readonly by: Decider | null },
): Promise<boolean> {
  const at = deps.now();
  const ended = { status: 'ended', endedAt: at, endedBy: by?.name ?? null, end } as const;
  if (!(await records.autonomies.update(autonomy, { ...autonomy, ...ended }))) return false;
  const { id, automation, version } = autonomy;
  await records.audit.append({
    at,
    actor: by?.person ?? 'regulars',
    action: 'autonomy.ended',
    subject: id,
    details: { automation, version, reason: end },
  });
  await showAutonomy(records, id);
  return true;
}

/** Called once the audit log's turn is taken. A rejection or an undo ends the autonomy of the automation that it was about, and an offer of it. */
export async function endAutonomyOf(
  deps: Pick<Deps, 'now'>,
  records: Records,
  automation: string,
  end: AutonomyEnd,
): Promise<void> {
  const latest = await records.autonomies.latest(automation);
  if (latest?.status === 'active' || latest?.status === 'offered')
    await endAutonomy(deps, records, latest, { end, by: null });
}

/** Shows its card, or brings it up to date. */
export async function showAutonomy(records: Records, id: AutonomyId): Promise<void> {
  const subject = { kind: 'autonomy', id } as const;
  await records.enqueue([{ job: { name: 'publish', subject, channel: 'approvals' } }]);
}
