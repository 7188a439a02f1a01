// Takes down whom an automation would be run for by hand, and whom its guards leave out, before anybody confirms it.
import type { Decider } from '../approvals/approval.ts';
import type { Automation, RunningMode } from '../automations/automation.ts';
import type { LeftOut, LeftOutCounts, RunChange } from '../batches/batch.ts';
import { createBulkAsk } from '../batches/bulk.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { BatchId, CustomerId } from '../ids.ts';
import { tierPercents } from '../playbook/tiers.ts';
import type { Frozen, Settled } from '../ports/batch-records.ts';
import type { Records } from '../ports/storage.ts';
import type { Condition } from '../segments/grammar.ts';
import { guardRuns } from './guard-runs.ts';
import { settingNow } from './load-subject.ts';
import { keepPreview, type Previewed } from './preview-batch.ts';
import { findSegment } from './segments.ts';
import { automationNamed, modeOf } from './set-mode.ts';

type PreviewDeps = Pick<Deps, 'storage' | 'playbook' | 'chatRules' | 'now' | 'newId'>;

/** How many members the guards are asked for at once. */
const PAGE = 500;

/**
 * Takes down who is in a segment, or fits a query, now; its own condition is not asked. Throws UserError for an
 * automation that is off, and for what is no segment.
 */
export async function previewRun(
  deps: PreviewDeps,
  command: {
    readonly name: string;
    readonly nameOrQuery: string;
    readonly again: boolean;
    readonly by: Decider;
  },
): Promise<Previewed> {
  const automation = await automationNamed(deps, command.name);
  const mode = await modeThatRuns(deps, automation);
  const { name, query, condition } = await findSegment(deps, command.nameOrQuery);
  const { again, by } = command;
  return takeDown(deps, {
    automation,
    change: { ...changeOf(automation), mode, again, activates: false },
    from: { segment: { name, query }, condition },
    by,
  });
}

/** How an automation runs when a hand starts it. Throws UserError for one that is off. */
export async function modeThatRuns(
  deps: Pick<Deps, 'storage' | 'playbook' | 'chatRules'>,
  { name }: Automation,
): Promise<RunningMode> {
  const mode = await modeOf(deps, name);
  if (mode !== 'off') return mode;
  throw new UserError({ code: 'automation-off', automation: name });
}

/** The part of a change that names the automation as it is now. */
export function changeOf({
  name,
  title,
  version,
}: Automation): Pick<RunChange, 'kind' | 'automation' | 'title' | 'version'> {
  return { kind: 'run', automation: name, title, version };
}

/** Freezes the members, asks the guards for each, and keeps the preview where anybody is left. */
export async function takeDown(
  deps: PreviewDeps,
  asked: {
    readonly automation: Automation;
    readonly change: RunChange;
    readonly from: {
      readonly segment: { readonly name: string | null; readonly query: string };
      readonly condition: Condition;
    };
    readonly by: Decider;
  },
): Promise<Previewed> {
  const { automation, change, by } = asked;
  const { segment, condition } = asked.from;
  return deps.storage.transaction(async (records) => {
    const id = deps.newId('batch');
    const from = { condition, setting: settingNow(deps) };
    const frozen = await records.batches.freeze({ id, change }, from, []);
    const bulk = change.mode === 'live' ? bulkAsk(deps, automation) : null;
    const asks = { ...change, automation, meet: bulk?.add ?? (() => {}) };
    const leftOut = await leaveOut(deps, records, id, asks);
    const kept = { id, change, segment, undoOf: null, by };
    const { foreseen, membersHash } = withoutThem(frozen, leftOut);
    const seen = bulk === null ? foreseen : { ...foreseen, asks: bulk.ask() };
    return keepPreview(deps, records, kept, { foreseen: seen, membersHash });
  });
}

/** What somebody must decide on for all of them; null: nobody has to. */
function bulkAsk({ playbook }: Pick<Deps, 'playbook'>, automation: Automation) {
  const { team, templates } = playbook;
  const giving = { currency: team.currency, tierPercents: tierPercents(team) };
  return createBulkAsk(automation, templates, giving);
}

/** Settles the members whom the guards leave out; gives how many, by the reason. `meet` sees all the others. */
async function leaveOut(
  deps: PreviewDeps,
  records: Records,
  id: BatchId,
  asked: Pick<RunChange, 'mode' | 'again'> & {
    readonly automation: Automation;
    readonly meet: (profile: Profile) => void;
  },
): Promise<LeftOutCounts> {
  const counts = new Map<LeftOut, number>();
  let after: CustomerId | undefined;
  for (;;) {
    const page = { limit: PAGE, ...(after === undefined ? {} : { after }) };
    const members = await records.batches.waiting({ id, undoOf: null }, page);
    after = members.at(-1)?.customerId;
    if (after === undefined) return [...counts].map(([reason, count]) => ({ reason, count }));
    const profiles = await records.customers.getMany(members.map(({ customerId }) => customerId));
    const guarded = await guardRuns(deps, records, { ...asked, profiles });
    for (const profile of profiles) if (!guarded.has(profile.id)) asked.meet(profile);
    const settled = [...guarded].map(([customerId, { reason }]): Settled => {
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
      return { customerId, outcome: 'left-out', reason, before: null, after: null };
    });
    if (settled.length > 0) await records.batches.settle(id, deps.now(), settled);
  }
}

function withoutThem(frozen: Frozen, leftOut: LeftOutCounts): Frozen {
  const out = leftOut.reduce((sum, { count }) => sum + count, 0);
  const { foreseen } = frozen;
  return { ...frozen, foreseen: { ...foreseen, change: foreseen.change - out, leftOut } };
}
