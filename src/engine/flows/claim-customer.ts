// Who follows up on what an automation told the team of: one of them says so, and everybody sees it.
import type { Decider } from '../approvals/approval.ts';
import { noticesOf } from '../approvals/plan.ts';
import type { Deps } from '../deps.ts';
import type { CustomerId, RunId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { CLAIM_SHOWN_MS, type Claim, type Run } from '../runs/run.ts';

type ClaimDeps = Pick<Deps, 'storage' | 'now'>;
type Command = { readonly id: RunId; readonly by: Decider };

export type Claimed =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: 'not-found' }
  | { readonly kind: 'refused'; readonly reason: 'taken'; readonly claim: Claim }
  | { readonly kind: 'refused'; readonly reason: 'not-taken' };

/** Says that a teammate follows up; whoever comes second is told of the first. Once more by the same person changes nothing. */
export async function claimCustomer(deps: ClaimDeps, { id, by }: Command): Promise<Claimed> {
  return deps.storage.transaction(async (records): Promise<Claimed> => {
    const claim = { by, at: deps.now() };
    if (await records.runs.setClaim(id, claim)) {
      await tell(deps, records, { id, by }, 'customer-claimed');
      return { kind: 'done' };
    }
    const held = (await records.runs.get(id))?.claim ?? null;
    if (held === null) return { kind: 'refused', reason: 'not-found' };
    return held.by.person === by.person
      ? { kind: 'done' }
      : { kind: 'refused', reason: 'taken', claim: held };
  });
}

/** Takes that back, also for somebody who is not there any more: then another may follow up. */
export async function releaseCustomer(deps: ClaimDeps, { id, by }: Command): Promise<Claimed> {
  return deps.storage.transaction(async (records): Promise<Claimed> => {
    if (!(await records.runs.setClaim(id, null))) {
      const reason = (await records.runs.get(id)) === null ? 'not-found' : 'not-taken';
      return { kind: 'refused', reason };
    }
    await tell(deps, records, { id, by }, 'customer-released');
    return { kind: 'done' };
  });
}

/** The newest word of somebody who follows up on another run for the same customer, as long as that is recent. */
export async function claimedBeside(
  { runs }: Pick<Records, 'runs'>,
  { id, customerId }: Pick<Run, 'id' | 'customerId'>,
  now: Date,
): Promise<Claim | null> {
  const beside = (await recentRuns({ runs }, customerId, now)).filter((run) => run.id !== id);
  const claims = beside.flatMap(({ claim }) => (claim === null ? [] : [claim]));
  return claims.toSorted((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null;
}

async function tell(
  deps: ClaimDeps,
  records: Records,
  { id, by }: Command,
  kind: 'customer-claimed' | 'customer-released',
): Promise<void> {
  const at = deps.now();
  const run = await records.runs.get(id);
  if (run === null) return;
  const { automation, customerId } = run;
  await records.audit.append({
    at,
    actor: by.person,
    action: kind === 'customer-claimed' ? 'customer.claimed' : 'customer.released',
    subject: customerId,
    details: { run: id, surface: by.surface },
  });
  const key = `${kind}:${id}:${at.getTime()}`;
  const data = { by: by.name, automation };
  await records.timeline.add([{ customerId, key, at, kind, data }]);
  await showAll(records, customerId, at);
}

/** Every notice about this customer of late says who follows up, whichever run it belongs to. */
async function showAll(records: Records, customerId: CustomerId, now: Date): Promise<void> {
  for (const { id } of await recentRuns(records, customerId, now)) {
    await records.enqueue(
      noticesOf(await records.plans.ofRun(id)).map(({ ref, channel }) => {
        const subject = { kind: 'notice', id: ref } as const;
        return { job: { name: 'publish', subject, channel } };
      }),
    );
  }
}

/** More runs than one customer has in the days that count. */
const RUNS = 50;

async function recentRuns(
  { runs }: Pick<Records, 'runs'>,
  customerId: CustomerId,
  now: Date,
): Promise<readonly Run[]> {
  const since = now.getTime() - CLAIM_SHOWN_MS;
  const all = await runs.list({ customerId }, { limit: RUNS });
  return all.filter(({ startedAt }) => startedAt.getTime() >= since);
}
