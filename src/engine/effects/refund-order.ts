// Money given back through the shop: made once, looked up before it is made again.
import type { Effect } from '../actions/effect.ts';
import type { Deps } from '../deps.ts';
import type { Records } from '../ports/storage.ts';
import { type Attempt, type PerformDeps, type Performed, stepEntry } from './attempt.ts';

type Refund = Extract<Effect, { kind: 'refund-order' }>;

/**
 * Refunds in the shop of the order; after a crash, a lost answer or when a teammate has it tried again, it looks first. Where a
 * shop cannot be asked what it has done, a person must say whether the refund arrived.
 */
export async function refundOrder(
  deps: PerformDeps,
  effect: Refund,
  attempt: Attempt,
): Promise<Performed> {
  const shop = [...deps.shops.values()].find(({ key }) => key === effect.shop);
  if (shop === undefined) return { kind: 'by-hand' };
  const made = (ref: string): Performed => ({
    kind: 'done',
    ref,
    record: (records) => noteRefund(deps, records, effect, attempt),
  });
  if (attempt.recovering || attempt.attempt > 1) {
    const found = await shop.findRefund(effect);
    if (found) return made(found.ref);
    if (found === undefined && attempt.recovering)
      return { kind: 'uncertain', reason: 'shop-cannot-be-asked' };
  }
  if (attempt.blocked !== null) return { kind: 'skipped', reason: attempt.blocked };
  const answer = await shop.refundOrder(effect);
  return answer.kind === 'by-hand' ? answer : made(answer.ref);
}

/** The refund on the customer's timeline, also when a teammate made it in the shop or says that it arrived. */
export async function noteRefund(
  deps: Pick<Deps, 'now'>,
  records: Pick<Records, 'timeline'>,
  { money, orderNumber, caseId }: Refund,
  place: Pick<Attempt, 'plan' | 'approval' | 'position'>,
): Promise<void> {
  const data = { money, number: orderNumber, caseId };
  await records.timeline.add([stepEntry(deps, place, 'refund-made', data)]);
}
