// The end of a discount code that nobody has used.
import type { Effect } from '../actions/effect.ts';
import type { Order } from '../customers/purchases.ts';
import { type Attempt, type PerformDeps, type Performed, shopOf, stepEntry } from './attempt.ts';

/** Makes a code good for nothing; one that somebody has used stays, as far as orders or the shop tell. */
export async function withdrawDiscount(
  deps: PerformDeps,
  { code }: Extract<Effect, { kind: 'withdraw-discount' }>,
  attempt: Attempt,
): Promise<Performed> {
  const { shop } = await shopOf(deps, attempt.profile);
  if (shop === null) return { kind: 'by-hand' };
  const orders = await deps.storage.purchases.ordersOf(attempt.profile.id);
  const used = (await shop.findDiscount(code))?.used ?? 0;
  if (used > 0 || usesCode(orders, code)) return { kind: 'skipped', reason: 'code-used' };
  const answer = await shop.withdrawDiscount(code);
  if (answer.kind === 'by-hand') return answer;
  return {
    kind: 'done',
    ref: answer.ref,
    record: async (records) => {
      await records.grants.withdraw(code, deps.now());
      await records.timeline.add([
        stepEntry(deps, attempt, 'discount-withdrawn', { last4: code.slice(-4) }),
      ]);
    },
  };
}

/** Whether one of these orders was made with a code; shops take no notice of upper and lower case. */
export function usesCode(orders: readonly Order[], code: string): boolean {
  const wanted = code.toLowerCase();
  return orders.some(({ discountCodes }) =>
    discountCodes.some((used) => used.toLowerCase() === wanted),
  );
}
