// Tags, tier and attributes: ours at once, and the shop's where the shop has them.
import type { Before, Effect } from '../actions/effect.ts';
import { hasTag } from '../actions/tag-name.ts';
import { sayTag } from '../customers/facts.ts';
import type { Profile } from '../customers/profile.ts';
import type { NewTimelineEntry } from '../customers/timeline.ts';
import type { Records } from '../ports/storage.ts';
import { type Attempt, type PerformDeps, type Performed, shopOf, stepEntry } from './attempt.ts';

/** Adds or takes away a tag, in the shop first. */
export async function changeTag(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'add-tag' | 'remove-tag' }>,
  attempt: Attempt,
): Promise<Performed> {
  const adds = effect.kind === 'add-tag';
  const { shop, customerRef } = await shopOf(deps, attempt.profile);
  const inShop =
    shop === null || customerRef === null
      ? null
      : adds
        ? await shop.addTag(customerRef, effect.tag)
        : await shop.removeTag(customerRef, effect.tag);
  const changed = await changeProfile(
    attempt,
    {
      before: { value: hasTag(attempt.profile, effect.tag) },
      change: (profile) => sayTag(profile, effect.tag, adds, deps.now()),
      entry: { kind: adds ? 'tagged' : 'untagged', data: { tag: effect.tag } },
    },
    deps,
  );
  return changed.kind === 'done' && inShop?.kind === 'done'
    ? { ...changed, ref: inShop.ref }
    : changed;
}

/** A change of what is ours: what stood there before, the profile after it, and the line on the timeline. */
type Change = {
  readonly before: Before;
  readonly change: (profile: Profile) => Profile;
  readonly entry: Pick<NewTimelineEntry, 'kind' | 'data'>;
};

/** Changes what is ours; the change is written with the step's outcome. */
export async function changeProfile(
  attempt: Attempt,
  { before, change, entry }: Change,
  deps: Pick<PerformDeps, 'now'>,
): Promise<Performed> {
  const record = async (records: Records) => {
    const profile = await records.customers.lock(attempt.profile.id);
    if (profile === null) return;
    await records.customers.save(change(profile));
    await records.enqueue([{ job: { name: 'refresh-segments', customerId: profile.id } }]);
    await records.timeline.add([stepEntry(deps, attempt, entry.kind, entry.data)]);
  };
  return { kind: 'done', ref: null, before, record };
}
