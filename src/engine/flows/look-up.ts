// Finds the customer somebody means, or says whom they may have meant.
import { displayName, type Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { type Candidate, UserError } from '../errors.ts';
import type { Found, Named } from '../ports/customer-records.ts';

/** How many are named when it is not clear who is meant. */
const CANDIDATES = 6;
const NEAREST = 3;

/**
 * The one customer that a text means: our id, a shop's id, an e-mail, a phone, an order number, else a name or the
 * beginning of one. Throws UserError when there is none, or more than one. Who is only like it is not taken for meant:
 * a slip of the keyboard must not change somebody else.
 */
export async function findCustomer(deps: Pick<Deps, 'storage'>, who: string): Promise<Profile> {
  const { meant, like } = await lookFor(deps, who);
  return meant ?? refuse(who, like);
}

/** As `findCustomer`, and where nobody is meant by the letter the one who is like it: for what changes nothing. */
export async function guessCustomer(
  deps: Pick<Deps, 'storage'>,
  who: string,
): Promise<{ readonly profile: Profile; readonly isGuess: boolean }> {
  const { meant, like } = await lookFor(deps, who);
  if (meant !== null) return { profile: meant, isGuess: false };
  const [only, other] = like;
  if (only === undefined || only.nearness !== 'similar' || other !== undefined)
    return refuse(who, like);
  return { profile: only.profile, isGuess: true };
}

/** Whom a text may mean, the likeliest first: what is offered while it is typed. */
export async function searchCustomers(
  deps: Pick<Deps, 'storage'>,
  text: string,
  limit: number,
): Promise<readonly Profile[]> {
  const named = await deps.storage.customers.named(text, limit);
  const found = await deps.storage.customers.search(text, limit);
  const profiles = [...named, ...found].map(({ profile }) => profile);
  return [...new Map(profiles.map((profile) => [profile.id, profile])).values()].slice(0, limit);
}

type Like = { readonly profile: Profile; readonly nearness: Found['nearness'] | 'far' };

/** The one who is meant, or null and those it may be. Throws UserError (`ambiguous`) where a name is several people's. */
async function lookFor(
  { storage: { customers } }: Pick<Deps, 'storage'>,
  who: string,
): Promise<{ readonly meant: Profile | null; readonly like: readonly Like[] }> {
  const named = await customers.named(who, CANDIDATES);
  if (named.length > 1) throw ambiguous(who, named);
  if (named[0] !== undefined) return { meant: named[0].profile, like: [] };
  const found = await customers.search(who, CANDIDATES);
  const best = found.filter(({ nearness }) => nearness === found[0]?.nearness);
  if (best[0] === undefined) {
    const nearest = await customers.nearest(who, NEAREST);
    return { meant: null, like: nearest.map((profile) => ({ profile, nearness: 'far' })) };
  }
  if (best[0].nearness === 'similar') return { meant: null, like: best };
  if (best.length > 1) throw ambiguous(who, best);
  return { meant: best[0].profile, like: [] };
}

function ambiguous(who: string, found: readonly (Found | Named)[]): UserError {
  return new UserError({ code: 'ambiguous', who, candidates: found.map(toCandidate) });
}

function refuse(who: string, like: readonly Like[]): never {
  throw new UserError({ code: 'not-found', what: 'customer', who, nearest: like.map(toCandidate) });
}

function toCandidate(found: Found | Named | Like): Candidate {
  const { id, email, tier, totals } = found.profile;
  const order = 'order' in found ? found.order : null;
  const name = displayName(found.profile);
  return { id, name, email, tier, lastOrderAt: totals.lastOrderAt, order };
}
