// A teammate's work on a customer: tags, attributes, tier, notes; in the shop as well where the shop has them.
import type { Effect } from '../actions/effect.ts';
import type { Decider } from '../approvals/approval.ts';
import { sayAttribute, sayTag } from '../customers/facts.ts';
import type { Profile } from '../customers/profile.ts';
import { heldTier, holdTier } from '../customers/tier.ts';
import type { NewTimelineEntry } from '../customers/timeline.ts';
import { readAttributeName, readTag, readTier } from '../customers/typed-facts.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { AttributeValue } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import { measuresOf, tierNames } from '../playbook/tiers.ts';
import type { Records } from '../ports/storage.ts';
import { makePlan } from './make-plan.ts';

type WorkDeps = Pick<Deps, 'storage' | 'now' | 'newId' | 'playbook'>;

export type CustomerWorked = { readonly kind: 'done' | 'unchanged'; readonly profile: Profile };

/** Tags a customer here at once, and in the shop by a job. Tags are compared without case. */
export async function tagCustomer(
  deps: WorkDeps,
  command: { readonly customerId: CustomerId; readonly tag: string; readonly by: Decider },
): Promise<CustomerWorked> {
  const tag = readTag(command.tag);
  return changeCustomer(deps, command, {
    change: (profile) => (hasTag(profile, tag) ? null : sayTag(profile, tag, true, deps.now())),
    entry: { kind: 'tagged', data: { tag, by: command.by.name } },
    effect: { kind: 'add-tag', tag },
  });
}

/** Takes a tag away, here and in the shop. */
export async function untagCustomer(
  deps: WorkDeps,
  command: { readonly customerId: CustomerId; readonly tag: string; readonly by: Decider },
): Promise<CustomerWorked> {
  const tag = readTag(command.tag);
  return changeCustomer(deps, command, {
    change: (profile) => (hasTag(profile, tag) ? sayTag(profile, tag, false, deps.now()) : null),
    entry: { kind: 'untagged', data: { tag, by: command.by.name } },
    effect: { kind: 'remove-tag', tag },
  });
}

/** Sets an attribute; null takes it away. Throws UserError for a name that is no name. */
export async function setAttribute(
  deps: WorkDeps,
  command: {
    readonly customerId: CustomerId;
    readonly name: string;
    readonly value: AttributeValue | null;
    readonly by: Decider;
  },
): Promise<CustomerWorked> {
  const { value } = command;
  const name = readAttributeName(command.name);
  return changeCustomer(deps, command, {
    change: (profile) =>
      (profile.attributes[name] ?? null) === value
        ? null
        : sayAttribute(profile, name, value, deps.now()),
    entry: { kind: 'attribute-set', data: { name, value, by: command.by.name } },
    effect: null,
  });
}

/**
 * Holds a customer on one level of the loyalty list, or with `auto` lets go of them: then their spend decides again.
 * Throws UserError for a level that is not on the list.
 */
export async function setTier(
  deps: WorkDeps,
  command: { readonly customerId: CustomerId; readonly tier: string; readonly by: Decider },
): Promise<CustomerWorked> {
  const { team } = deps.playbook;
  const tier = readTier(tierNames(team), command.tier);
  const by = command.by.name;
  return changeCustomer(deps, command, {
    change: (profile) =>
      heldTier(profile) === tier ? null : holdTier(profile, tier, measuresOf(team)),
    entry:
      tier === null
        ? { kind: 'tier-released', data: { by } }
        : { kind: 'tier-set', data: { tier, by } },
    effect: null,
  });
}

/** Writes a note on the timeline. */
export async function addNote(
  deps: WorkDeps,
  command: { readonly customerId: CustomerId; readonly text: string; readonly by: Decider },
): Promise<CustomerWorked> {
  const text = command.text.trim();
  if (text === '') throw new UserError({ code: 'invalid', field: 'text', reason: 'note-empty' });
  return changeCustomer(deps, command, {
    change: (profile) => profile,
    entry: { kind: 'note', data: { text, by: command.by.name } },
    effect: null,
  });
}

type Work = {
  /** The profile after it, or null when nothing would change. */
  readonly change: (profile: Profile) => Profile | null;
  readonly entry: Pick<NewTimelineEntry, 'kind' | 'data'>;
  /** What the shop is asked to do as well. */
  readonly effect: Effect | null;
};

async function changeCustomer(
  deps: WorkDeps,
  command: { readonly customerId: CustomerId; readonly by: Decider },
  work: Work,
): Promise<CustomerWorked> {
  return deps.storage.transaction(async (records): Promise<CustomerWorked> => {
    const profile = await records.customers.lock(command.customerId);
    if (profile === null)
      throw new UserError({ code: 'not-found', what: 'customer', who: command.customerId });
    const next = work.change(profile);
    if (next === null) return { kind: 'unchanged', profile };
    await records.customers.save(next);
    await writeDown(deps, records, { customerId: profile.id, by: command.by }, work);
    return { kind: 'done', profile: next };
  });
}

async function writeDown(
  deps: WorkDeps,
  records: Records,
  { customerId, by }: { readonly customerId: CustomerId; readonly by: Decider },
  { entry, effect }: Work,
): Promise<void> {
  const at = deps.now();
  const entryId = deps.newId('entry');
  await records.timeline.add([{ customerId, key: `team:${entryId}`, at, ...entry }]);
  await records.audit.append({
    at,
    actor: by.person,
    action: `customer.${entry.kind}`,
    subject: customerId,
    details: { surface: by.surface },
  });
  await records.enqueue([{ job: { name: 'refresh-segments', customerId } }]);
  if (effect === null) return;
  const plan = makePlan(deps, {
    customerId,
    origin: { kind: 'teammate', person: by.person },
    effects: [effect],
  });
  await records.plans.insert(plan);
  await records.enqueue([{ job: { name: 'execute', planId: plan.id } }]);
}

function hasTag(profile: Profile, tag: string): boolean {
  return profile.tags.some((known) => known.toLowerCase() === tag.toLowerCase());
}
