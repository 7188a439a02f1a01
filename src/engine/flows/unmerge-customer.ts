// Takes a merge apart: both are again what they were, and what came since goes to whom it named.
import type { Decider } from '../approvals/approval.ts';
import {
  consentAgain,
  keptAgain,
  type Merge,
  type Moved,
  partEvents,
  rowsOf,
} from '../customers/merge.ts';
import type { Profile } from '../customers/profile.ts';
import { foldAll, startOver } from '../customers/rebuild.ts';
import type { NewTimelineEntry } from '../customers/timeline.ts';
import type { Deps } from '../deps.ts';
import type { SuggestionId } from '../ids.ts';
import { measuresOf, tierNames } from '../playbook/tiers.ts';
import type { Records } from '../ports/storage.ts';
import { showAnew } from './merge-customers.ts';
import { refreshMember } from './refresh-segments.ts';
import type { SuggestionSettled } from './settle-suggestion.ts';
import { showSuggestions } from './show-suggestion.ts';

type UnmergeDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'log'>;

type Unmerged = { readonly kept: Profile; readonly absorbed: Profile };

const CASES = 500;

/**
 * Undoes the merge of a suggestion in one transaction. What came since goes to whom it names; what names nobody (notes,
 * mails, approvals, runs) stays with the one that kept the id. Refused where another merge came after it: that one first.
 */
export async function unmergeCustomer(
  deps: UnmergeDeps,
  command: { readonly id: SuggestionId; readonly by: Decider },
): Promise<SuggestionSettled> {
  const settled = await deps.storage.transaction((records) =>
    unmergeInside(deps, records, command.id, command.by),
  );
  if (settled.kind === 'done') deps.log.info({ id: settled.id }, 'a merge was taken apart');
  return settled;
}

async function unmergeInside(
  deps: UnmergeDeps,
  records: Records,
  id: SuggestionId,
  by: Decider,
): Promise<SuggestionSettled> {
  const seen = await records.suggestions.get(id);
  const first = seen?.mergeId == null ? null : await records.merges.get(seen.mergeId);
  if (seen === null || first === null) return { kind: 'refused', id, reason: 'not-merged' };
  const joint = await records.customers.lock(first.kept.id);
  // Under the lock, so that an event that was on its way is among what came since.
  const merge = await records.merges.get(first.id);
  if (joint === null || merge === null) return { kind: 'refused', id, reason: 'gone' };
  if (merge.undoneAt !== null) return { kind: 'refused', id, reason: 'undone' };
  if ((await records.merges.latestOf(joint.id))?.id !== merge.id)
    return { kind: 'refused', id, reason: 'merged-since' };
  const moved = await giveBack(deps, records, merge);
  const both = await restore(deps, records, merge, joint);
  const decided = { decidedBy: by, decidedAt: deps.now(), status: 'undone' } as const;
  await records.suggestions.settle(seen, { ...seen, ...decided });
  for (const { id: each } of [both.kept, both.absorbed])
    await refreshMember(deps, records, each, { isSilent: true });
  await note(deps, records, merge, by);
  await showAnew(records, moved);
  const others = await records.suggestions.openOf([merge.kept.id, merge.absorbed.id]);
  const shown = others.filter(({ shownAt }) => shownAt !== null).map((other) => other.id);
  await showSuggestions(records, [id, ...shown]);
  return { kind: 'done', id };
}

/** What went over goes back, and with it what came for the absorbed one since. */
async function giveBack(
  deps: Pick<UnmergeDeps, 'now'>,
  records: Records,
  merge: Merge,
): Promise<Moved> {
  const { kept, absorbed, moved, at } = merge;
  const before = new Set((moved['events'] ?? []).map(([id]) => id));
  const since = (await records.events.allOf(kept.id)).filter(({ id }) => !before.has(id));
  const cases = await records.cases.list({ customerId: kept.id }, { limit: CASES });
  const rows = rowsOf(partEvents(merge, since), cases);
  await records.customers.save(absorbed);
  const back = await records.merges.moveRows(moved, kept.id, absorbed.id);
  await records.merges.moveRows(rows, kept.id, absorbed.id);
  const stayed = await records.merges.countSince(kept.id, at);
  await records.merges.undo(merge.id, deps.now(), { back, stayed });
  return {
    approvals: moved['approvals'] ?? [],
    tasks: moved['tasks'] ?? [],
    cases: [...(moved['cases'] ?? []), ...(rows['cases'] ?? [])],
  };
}

async function restore(
  deps: UnmergeDeps,
  records: Records,
  merge: Merge,
  joint: Profile,
): Promise<Unmerged> {
  const again = async (before: Profile, start: Profile) => {
    const bought = await records.purchases.purchasesOf(before.id, null);
    const events = await records.events.allOf(before.id);
    const profile = startOver(start, before.addedAt);
    const folded = foldAll({ profile, ...bought }, events, measuresOf(deps.playbook.team)).profile;
    const restored = consentAgain(folded, before, joint, merge.at);
    await records.customers.save(restored);
    return restored;
  };
  const { kept, absorbed } = merge;
  return {
    kept: await again(kept, keptAgain(merge, joint, tierNames(deps.playbook.team))),
    absorbed: await again(absorbed, absorbed),
  };
}

async function note(
  deps: Pick<UnmergeDeps, 'now'>,
  records: Records,
  { id, kept, absorbed }: Merge,
  by: Decider,
): Promise<void> {
  const at = deps.now();
  const entry = (one: Profile, other: Profile): NewTimelineEntry => ({
    ...{ customerId: one.id, key: `unmerged:${id}`, at, kind: 'unmerged' },
    data: { mergeId: id, other: other.id, by: by.name },
  });
  await records.timeline.add([entry(kept, absorbed), entry(absorbed, kept)]);
  await records.audit.append({
    at,
    actor: by.person,
    action: 'customer.unmerged',
    subject: kept.id,
    details: { mergeId: id, absorbed: absorbed.id, surface: by.surface },
  });
}
