// Finds the customer somebody means, and gathers what is known of them.
import type { Approval } from '../approvals/approval.ts';
import type { Case } from '../cases/case.ts';
import type { Identity } from '../customers/identity.ts';
import { displayName, type Profile } from '../customers/profile.ts';
import type { Order, Refund } from '../customers/purchases.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { CustomerId } from '../ids.ts';

export type CustomerView = {
  readonly profile: Profile;
  readonly openCases: readonly Case[];
  readonly pendingApprovals: readonly Approval[];
  /** Newest first. */
  readonly orders: readonly Order[];
  readonly refunds: readonly Refund[];
  readonly refs: readonly Identity[];
  /** Names of the segments they are in. */
  readonly segments: readonly string[];
};

const MANY = 100;
const CANDIDATES = 6;

/**
 * The one customer that a text means: our id, a shop's id, an e-mail, a phone, an order number, else a name. Throws
 * UserError when there is none, or more than one.
 */
export async function findCustomer(deps: Pick<Deps, 'storage'>, who: string): Promise<Profile> {
  const found = await deps.storage.customers.find(who, CANDIDATES);
  const exact = found.filter(
    (profile) => displayName(profile).toLowerCase() === who.trim().toLowerCase(),
  );
  const meant = exact.length === 1 ? exact : found;
  const [first] = meant;
  if (first === undefined) throw new UserError({ code: 'not-found', what: 'customer', who });
  if (meant.length > 1)
    throw new UserError({
      code: 'ambiguous',
      who,
      candidates: meant.map(
        (profile) => `${displayName(profile)} (${profile.email ?? profile.id})`,
      ),
    });
  return first;
}

/** Everything about one customer. Throws UserError when there is none. */
export async function viewCustomer(
  deps: Pick<Deps, 'storage'>,
  id: CustomerId,
): Promise<CustomerView> {
  const { customers, cases, approvals, purchases, segments } = deps.storage;
  const profile = await customers.get(id);
  if (profile === null) throw new UserError({ code: 'not-found', what: 'customer', who: id });
  return {
    profile,
    openCases: await cases.list({ customerId: id, open: true }, { limit: MANY }),
    pendingApprovals: await approvals.list({ customerId: id, status: 'pending' }, { limit: MANY }),
    orders: await purchases.ordersOf(id),
    refunds: await purchases.refundsOf(id),
    refs: await customers.identitiesOf(id),
    segments: await segments.namesOf(id),
  };
}
