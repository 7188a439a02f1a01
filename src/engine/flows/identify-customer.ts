// Whose event this is: a known customer, a new one, or nobody we may know.
import { type Identity, identitiesOf, identityKey } from '../customers/identity.ts';
import { emptyProfile, type Profile } from '../customers/profile.ts';
import { customerFactsOf } from '../customers/project.ts';
import type { Deps } from '../deps.ts';
import type { Fact, ShopEvent } from '../events/shop-event.ts';
import type { Records } from '../ports/storage.ts';

/** The customer of an event, locked; `isNew` when this event is the first that its shop says of them. */
export type Identified =
  | { readonly kind: 'customer'; readonly profile: Profile; readonly isNew: boolean }
  | { readonly kind: 'nobody'; readonly why: 'unnamed' | 'erased' };

/** Finds or makes the customer of an event inside a transaction; notes every identity that it gives. */
export async function identifyCustomer(
  deps: Pick<Deps, 'newId' | 'randomBytes' | 'playbook'>,
  records: Records,
  event: ShopEvent,
): Promise<Identified> {
  const facts = customerFactsOf(event.fact);
  const identities = facts === null ? [] : identitiesOf(event.shop, facts);
  const owners = await findOwners(records, identities);
  const named = identities.find((identity) => owners.has(identityKey(identity)));
  const known =
    named === undefined ? await ownerOfOrder(records, event) : owners.get(identityKey(named));
  if (known != null) {
    const profile = await records.customers.lock(known);
    if (profile === null) return { kind: 'nobody', why: 'erased' };
    const fresh = identities.filter((identity) => !owners.has(identityKey(identity)));
    await records.customers.identify(profile.id, fresh);
    // Known by their address from elsewhere: what they did in this shop is not known yet.
    const isNew = facts?.ref !== undefined && named?.kind !== 'ref';
    return { kind: 'customer', profile, isNew };
  }
  if (identities.length === 0) return { kind: 'nobody', why: 'unnamed' };
  const erasedAt = await records.customers.erasedAt(identities);
  if (erasedAt !== null && event.occurredAt <= erasedAt) return { kind: 'nobody', why: 'erased' };
  return {
    kind: 'customer',
    profile: await createCustomer(deps, records, event, identities),
    isNew: true,
  };
}

/** A customer of whom only these identities are known. */
async function createCustomer(
  deps: Pick<Deps, 'newId' | 'randomBytes' | 'playbook'>,
  records: Records,
  event: ShopEvent,
  identities: readonly Identity[],
): Promise<Profile> {
  const token = Buffer.from(deps.randomBytes(16)).toString('base64url');
  const { currency } = deps.playbook.team;
  const profile = emptyProfile(deps.newId('customer'), event.occurredAt, currency, token);
  await records.customers.save(profile);
  await records.customers.identify(profile.id, identities);
  return profile;
}

/** Whose these identities are. While one of them is nobody's, others who look for it wait until we have settled it. */
async function findOwners(records: Records, identities: readonly Identity[]) {
  const owners = await records.customers.findByIdentities(identities);
  if (owners.size === identities.length) return owners;
  await records.customers.lockIdentities(identities);
  return records.customers.findByIdentities(identities);
}

/** Refunds and returns name an order, not a person. */
async function ownerOfOrder(records: Records, event: ShopEvent) {
  const ref = orderRefOf(event.fact);
  if (ref === null) return null;
  const order = await records.purchases.order(event.shop, ref);
  return order?.customerId ?? null;
}

/** The order that a fact is about, or null. */
export function orderRefOf(fact: Fact): string | null {
  if ('order' in fact) return fact.order.ref;
  if ('refund' in fact) return fact.refund.orderRef;
  if ('return' in fact) return fact.return.orderRef;
  return null;
}
