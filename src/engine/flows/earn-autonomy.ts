// Offers that an automation run by itself, once enough of what it proposed was approved as it was.
import { type Autonomy, earnedBound, mostPerDay } from '../approvals/autonomy.ts';
import type { Automation } from '../automations/automation.ts';
import type { Deps } from '../deps.ts';
import type { Records } from '../ports/storage.ts';
import { endAutonomy, showAutonomy } from './end-autonomy.ts';

type EarnDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'newId'>;

/** How many decisions are looked at. */
const NEWEST = 200;

/**
 * Looks at an automation's decisions after each of them. One offer stands at a time; after a no, or an end, only what was
 * decided since counts, so that what was refused is not asked for again at the next click. Repeating it changes nothing.
 */
export async function earnAutonomy(deps: EarnDeps, name: string): Promise<void> {
  const { autonomy } = deps.playbook.team;
  const automation = deps.playbook.automations.find((each) => each.name === name);
  if (automation === undefined || !autonomy.offer) return;
  await deps.storage.transaction(async (records) => {
    await records.autonomies.lock(name);
    const latest = await records.autonomies.latest(name);
    if (isOpen(latest)) {
      if (latest.version === automation.version) return;
      await endAutonomy(deps, records, latest, { end: 'changed', by: null });
    }
    await offer(deps, records, automation, isOpen(latest) ? null : latest);
  });
}

function isOpen(autonomy: Autonomy | null): autonomy is Autonomy {
  return autonomy?.status === 'offered' || autonomy?.status === 'active';
}

async function offer(
  deps: EarnDeps,
  records: Records,
  { name, version }: Automation,
  last: Autonomy | null,
): Promise<void> {
  const after = last === null ? null : (last.endedAt ?? last.decidedAt);
  const precedents = await records.autonomies.precedents(
    { automation: name, version, after },
    NEWEST,
  );
  const earned = earnedBound(precedents, deps.playbook.team.autonomy);
  if (earned === null) return;
  const { bound, under } = earned;
  const at = deps.now();
  const autonomy: Autonomy = {
    ...{ id: deps.newId('autonomy'), automation: name, version, bound },
    sample: under.length,
    unchanged: under.filter(({ unchanged }) => unchanged).length,
    mostPerDay: mostPerDay(under),
    ...{ status: 'offered', offeredAt: at, decidedBy: null, decidedAt: null },
    ...{ endedBy: null, endedAt: null, end: null },
  };
  await records.autonomies.insert(autonomy);
  const details = { version, bound, sample: autonomy.sample, unchanged: autonomy.unchanged };
  await records.audit.append({
    at,
    actor: 'regulars',
    action: 'autonomy.offered',
    subject: autonomy.id,
    details: { automation: name, ...details },
  });
  await showAutonomy(records, autonomy.id);
}
