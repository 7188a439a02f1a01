// Tags, tier and attributes: ours at once, and the shop's where the shop has them.
import type { Before, Effect } from '../actions/effect.ts';
import { GROUP_ATTRIBUTE, groupOf } from '../actions/shop-group.ts';
import { hasTag } from '../actions/tag-name.ts';
import { sayAttribute, sayTag } from '../customers/facts.ts';
import type { Profile } from '../customers/profile.ts';
import type { NewTimelineEntry } from '../customers/timeline.ts';
import type { ShopAnswer } from '../ports/shop.ts';
import type { Records } from '../ports/storage.ts';
import { type Attempt, type PerformDeps, type Performed, shopOf, stepEntry } from './attempt.ts';

type TagEffect = Extract<Effect, { kind: 'add-tag' | 'remove-tag' }>;

/** Adds or takes away a tag, in the shop first. */
export async function changeTag(
  deps: PerformDeps,
  effect: TagEffect,
  attempt: Attempt,
): Promise<Performed> {
  const adds = effect.kind === 'add-tag';
  if (attempt.plan.origin.kind === 'batch') return tellShopOnly(deps, effect, attempt);
  const inShop = await changeInShop(deps, effect, attempt);
  const changed = await changeProfile(
    attempt,
    {
      before: { value: hasTag(attempt.profile, effect.tag) },
      change: (profile) => sayTag(profile, effect.tag, adds, deps.now()),
      entry: { kind: adds ? 'tagged' : 'untagged', data: { tag: effect.tag } },
    },
    deps,
  );
  return inShop?.kind === 'done' ? { ...changed, ref: inShop.ref } : changed;
}

/** What the shop answers; null where no shop knows the customer. */
async function changeInShop(
  deps: PerformDeps,
  effect: TagEffect,
  attempt: Attempt,
): Promise<ShopAnswer | null> {
  const { shop, customerRef } = await shopOf(deps, attempt.profile);
  if (shop === null || customerRef === null) return null;
  return effect.kind === 'add-tag'
    ? shop.addTag(customerRef, effect.tag)
    : shop.removeTag(customerRef, effect.tag);
}

/** A batch has changed what is ours before. */
async function tellShopOnly(
  deps: PerformDeps,
  effect: TagEffect,
  attempt: Attempt,
): Promise<Performed> {
  if (attempt.blocked !== null) return { kind: 'skipped', reason: attempt.blocked };
  const inShop = await changeInShop(deps, effect, attempt);
  if (inShop === null) return { kind: 'skipped', reason: 'no-shop' };
  return inShop.kind === 'done'
    ? { kind: 'done', ref: inShop.ref }
    : { kind: 'failed', reason: 'tags-by-hand' };
}

/** Puts the customer into a group of the shop, where the shop has groups; else a teammate does it there. */
export async function setShopGroup(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'set-shop-group' }>,
  attempt: Attempt,
): Promise<Performed> {
  const { shop, customerRef } = await shopOf(deps, attempt.profile);
  if (shop === null || customerRef === null) return { kind: 'by-hand' };
  const inShop = await shop.setGroup(customerRef, effect.group);
  if (inShop.kind === 'by-hand') return inShop;
  return { ...(await noteGroup(deps, effect, attempt)), ref: inShop.ref };
}

/** Notes the group that the customer is in now. */
export async function noteGroup(
  deps: Pick<PerformDeps, 'now'>,
  { group }: Extract<Effect, { kind: 'set-shop-group' }>,
  attempt: Changing,
): Promise<Done> {
  return changeProfile(
    attempt,
    {
      before: { value: groupOf(attempt.profile) },
      change: (profile) => sayAttribute(profile, GROUP_ATTRIBUTE, group, deps.now()),
      entry: { kind: 'group-set', data: { group } },
    },
    deps,
  );
}

/** Whose profile a step changes. */
type Changing = Pick<Attempt, 'plan' | 'approval' | 'position' | 'profile'>;
type Done = Extract<Performed, { kind: 'done' }>;

/** A change of what is ours: what stood there before, the profile after it, and the line on the timeline. */
type Change = {
  readonly before: Before;
  readonly change: (profile: Profile) => Profile;
  readonly entry: Pick<NewTimelineEntry, 'kind' | 'data'>;
};

/** Changes what is ours; the change is written with the step's outcome. */
export async function changeProfile(
  attempt: Changing,
  { before, change, entry }: Change,
  deps: Pick<PerformDeps, 'now'>,
): Promise<Done> {
  const record = async (records: Records) => {
    const profile = await records.customers.lock(attempt.profile.id);
    if (profile === null) return;
    await records.customers.save(change(profile));
    await records.enqueue([{ job: { name: 'refresh-segments', customerId: profile.id } }]);
    await records.timeline.add([stepEntry(deps, attempt, entry.kind, entry.data)]);
  };
  return { kind: 'done', ref: null, before, record };
}
