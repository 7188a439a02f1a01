// Makes one customer of two records, because a teammate says that they are one person.
import type { Decider } from '../approvals/approval.ts';
import { isResolved } from '../cases/case.ts';
import {
  chooseSurvivor,
  joinRecords,
  keepTags,
  type Merge,
  type Moved,
  strictConsents,
} from '../customers/merge.ts';
import type { Profile } from '../customers/profile.ts';
import { foldAll, startOver } from '../customers/rebuild.ts';
import type { Suggestion } from '../customers/suggestion.ts';
import { furtherTotals } from '../customers/tier.ts';
import type { Deps } from '../deps.ts';
import { asId, type SuggestionId } from '../ids.ts';
import type { Channel } from '../playbook/team.ts';
import { measuresOf, tierNames } from '../playbook/tiers.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { PostSubject } from '../ports/notifier.ts';
import type { Records } from '../ports/storage.ts';
import { refreshMember } from './refresh-segments.ts';
import type { SuggestionSettled } from './settle-suggestion.ts';
import { showSuggestions } from './show-suggestion.ts';
import { stopRun } from './stop-run.ts';
import { tellTierMove } from './tell-tier-move.ts';

type MergeDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'newId' | 'log'>;

type Command = { readonly id: SuggestionId; readonly by: Decider };

/**
 * Merges the two customers of a suggestion in one transaction under both locks: the one keeps its id and gets all that is
 * the other's, its profile is folded anew from both logs, the stricter consent stands. Of two who press at once one wins.
 */
export async function mergeCustomers(
  deps: MergeDeps,
  command: Command,
): Promise<SuggestionSettled> {
  const settled = await deps.storage.transaction((records) => mergeInside(deps, records, command));
  if (settled.kind === 'done') deps.log.info({ id: settled.id }, 'two customers were merged');
  return settled;
}

async function mergeInside(
  deps: MergeDeps,
  records: Records,
  { id, by }: Command,
): Promise<SuggestionSettled> {
  const seen = await records.suggestions.get(id);
  const both = seen === null ? null : await lockBoth(records, seen);
  if (seen === null || both === null) return { kind: 'refused', id, reason: 'gone' };
  const merge: Merge = {
    ...{ id: deps.newId('merge'), ...both, at: deps.now(), by: by.person, clues: seen.clues },
    ...{ undoneAt: null, parted: null },
    keptIdentities: await records.customers.identitiesOf(both.kept.id),
    absorbedIdentities: await records.customers.identitiesOf(both.absorbed.id),
    moved: {},
  };
  const decided = {
    decidedBy: by,
    decidedAt: merge.at,
    mergeId: merge.id,
    status: 'merged',
  } as const;
  if (seen.status !== 'open' || !(await records.suggestions.settle(seen, { ...seen, ...decided })))
    return { kind: 'refused', id, reason: 'settled' };
  await absorb(deps, records, merge);
  await note(records, merge, by);
  await settleOthers(records, merge, id);
  return { kind: 'done', id };
}

/** Both as they are now, whoever has absorbed them since; null where they are one already, or one is gone. */
async function lockBoth(records: Records, { oneId, otherId }: Suggestion) {
  const [one, other] = [await records.customers.get(oneId), await records.customers.get(otherId)];
  if (one === null || other === null || one.id === other.id) return null;
  const [first, second] = await records.customers.lockMany([one.id, other.id]);
  return first === undefined || second === undefined ? null : chooseSurvivor(first, second);
}

/** Everything of the one becomes the other's; the profile and its membership follow. */
async function absorb(deps: MergeDeps, records: Records, merge: Merge): Promise<void> {
  const { kept, absorbed } = merge;
  await stopDoubled(deps, records, merge);
  const moved = await records.merges.moveAll(absorbed.id, kept.id);
  await records.segments.eraseOf(absorbed.id);
  await records.customers.remove(absorbed.id);
  const joint = await joinProfiles(deps, records, merge);
  await records.customers.save(joint);
  await records.merges.save({ ...merge, moved });
  await records.suggestions.inherit(absorbed.id, kept.id);
  await refreshMember(deps, records, kept.id);
  const before = furtherTotals(measuresOf(deps.playbook.team), kept.totals, absorbed.totals);
  if (joint.known.awaited === undefined)
    await tellTierMove(deps, records, { profile: joint, before, cause: merge.id });
  await showAnew(records, moved);
}

/** An automation that runs for both goes on for one: nobody gets its mails twice. */
async function stopDoubled(
  deps: MergeDeps,
  records: Records,
  { kept, absorbed }: Merge,
): Promise<void> {
  const going = await records.runs.openOf(kept.id);
  for (const run of await records.runs.openOf(absorbed.id)) {
    const { automation, occasion } = run;
    const past = await records.runs.list({ automation, customerId: kept.id }, { limit: PAST_RUNS });
    const isDoubled =
      going.some((other) => other.automation === automation) ||
      past.some((other) => other.occasion === occasion);
    if (isDoubled) await stopRun(deps, records, run, { reason: 'merged' });
  }
}

const PAST_RUNS = 200;

async function joinProfiles(deps: MergeDeps, records: Records, merge: Merge): Promise<Profile> {
  const { team } = deps.playbook;
  const start = joinRecords(merge.kept, merge.absorbed, tierNames(team));
  const bought = await records.purchases.purchasesOf(start.id, null);
  const events = await records.events.allOf(start.id);
  const profile = startOver(start, start.addedAt);
  const { profile: folded } = foldAll({ profile, ...bought }, events, measuresOf(team));
  return keepTags(strictConsents(folded, merge), merge);
}

async function note(records: Records, merge: Merge, by: Decider): Promise<void> {
  const { id, kept, absorbed, at, clues } = merge;
  const data = { mergeId: id, other: absorbed.id, by: by.name };
  await records.timeline.add([
    { customerId: kept.id, key: `merged:${id}`, at, kind: 'merged', data },
  ]);
  await records.audit.append({
    at,
    actor: by.person,
    action: 'customer.merged',
    subject: kept.id,
    details: { mergeId: id, absorbed: absorbed.id, clues, surface: by.surface },
  });
}

/** Other suggestions about the two name the one that is left; those that are about nobody else now are done with. */
async function settleOthers(records: Records, merge: Merge, id: SuggestionId): Promise<void> {
  const shown = [id];
  for (const other of await records.suggestions.openOf([merge.kept.id, merge.absorbed.id])) {
    const [one, two] = [
      await records.customers.get(other.oneId),
      await records.customers.get(other.otherId),
    ];
    if (one?.id === two?.id) await records.suggestions.settle(other, { ...other, status: 'moot' });
    if (other.shownAt !== null) shown.push(other.id);
  }
  await showSuggestions(records, shown);
}

/** Cards of what went over say another customer now. */
export async function showAnew(records: Records, moved: Moved): Promise<void> {
  for (const [id] of moved['approvals'] ?? []) {
    const approval = id === undefined ? null : await records.approvals.get(asId('approval', id));
    if (approval?.status === 'pending')
      await records.enqueue([publish({ kind: 'approval', id: approval.id }, approval.channel)]);
  }
  for (const [id] of moved['cases'] ?? []) {
    const item = id === undefined ? null : await records.cases.get(asId('case', id));
    if (item !== null && !isResolved(item))
      await records.enqueue([publish({ kind: 'case', id: item.id }, item.channel)]);
  }
  for (const [id] of moved['tasks'] ?? []) {
    const task = id === undefined ? null : await records.tasks.get(asId('task', id));
    if (task?.status === 'open')
      await records.enqueue([publish({ kind: 'task', id: task.id }, task.channel)]);
  }
}

function publish(subject: PostSubject, channel: Channel): Enqueued {
  return { job: { name: 'publish', subject, channel } };
}
