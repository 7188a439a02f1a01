// Store credit given through the shop: once, and for a person to say where nobody can know.
import type { Effect } from '../actions/effect.ts';
import type { Deps } from '../deps.ts';
import type { Records } from '../ports/storage.ts';
import { type Attempt, type PerformDeps, type Performed, shopOf, stepEntry } from './attempt.ts';

type Credit = Extract<Effect, { kind: 'give-credit' }>;

/** Gives it in the shop of the case, else in one that knows the customer; elsewhere a teammate does. */
export async function giveCredit(
  deps: PerformDeps,
  effect: Credit,
  attempt: Attempt,
): Promise<Performed> {
  if (attempt.recovering) return { kind: 'uncertain', reason: 'shop-cannot-be-asked' };
  const { shop, customerRef } = await shopOf(deps, attempt.profile, effect.shop);
  if (shop === null || customerRef === null) return { kind: 'by-hand' };
  const answer = await shop.giveCredit({ customerRef, money: effect.money, key: effect.key });
  if (answer.kind === 'by-hand') return answer;
  return {
    kind: 'done',
    ref: answer.ref,
    record: (records) => noteCredit(deps, records, effect, attempt),
  };
}

/** The credit on the customer's timeline, also when a teammate gave it in the shop or says that it arrived. */
export async function noteCredit(
  deps: Pick<Deps, 'now'>,
  records: Pick<Records, 'timeline'>,
  { money, caseId }: Credit,
  place: Pick<Attempt, 'plan' | 'approval' | 'position'>,
): Promise<void> {
  await records.timeline.add([stepEntry(deps, place, 'credit-given', { money, caseId })]);
}
