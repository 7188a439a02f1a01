// A discount code in the shop: made once, looked up before it is made again.
import type { Effect } from '../actions/effect.ts';
import { type DiscountTerms, isSameWorth, worthText } from '../discounts/discount.ts';
import { VendorError } from '../errors.ts';
import type { Shop } from '../ports/shop.ts';
import { type Attempt, type PerformDeps, type Performed, shopOf, stepEntry } from './attempt.ts';
import { noteGrant } from './note-grant.ts';

/** Makes a code in the customer's shop; after a crash or a lost answer it looks the code up first. */
export async function createDiscount(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'create-discount' }>,
  attempt: Attempt,
): Promise<Performed> {
  const { code, terms } = effect;
  const { shop, customerRef } = await shopOf(deps, attempt.profile);
  if (shop === null) return { kind: 'by-hand' };
  const made = (ref: string): Performed => ({
    kind: 'done',
    ref,
    record: async (records) => {
      await noteGrant(deps, records, effect, attempt);
      await records.timeline.add([
        stepEntry(deps, attempt, 'discount-created', {
          worth: worthText(terms),
          last4: code.slice(-4),
          expiresAt: terms.expiresAt,
        }),
      ]);
    },
  });
  if (attempt.recovering) {
    const found = await adopt(shop, code, terms);
    if (found !== null) return found.kind === 'same' ? made(found.ref) : found.performed;
  }
  if (attempt.blocked !== null) return { kind: 'skipped', reason: attempt.blocked };
  try {
    const answer = await shop.createDiscount({
      code,
      terms,
      title: discountTitle(attempt),
      customerRef,
      startsAt: attempt.plan.createdAt,
    });
    return answer.kind === 'by-hand' ? answer : made(answer.ref);
  } catch (error) {
    if (!(error instanceof VendorError) || error.status !== 409) throw error;
    const found = await adopt(shop, code, terms);
    if (found?.kind === 'same') return made(found.ref);
    return found?.performed ?? { kind: 'failed', reason: 'code-taken' };
  }
}

type Found =
  | { readonly kind: 'same'; readonly ref: string }
  | { readonly kind: 'other'; readonly performed: Performed };

/** Looks before it acts: a code with the same terms is ours, one with others is never overwritten; null: there is none. */
async function adopt(shop: Shop, code: string, terms: DiscountTerms): Promise<Found | null> {
  const found = await shop.findDiscount(code);
  if (found === undefined)
    return { kind: 'other', performed: { kind: 'uncertain', reason: 'shop-cannot-be-asked' } };
  if (found === null) return null;
  const same =
    found.worth !== null &&
    isSameWorth(found.worth, terms) &&
    (found.uses === null || found.uses === terms.uses);
  return same
    ? { kind: 'same', ref: found.ref }
    : { kind: 'other', performed: { kind: 'failed', reason: 'code-taken' } };
}

function discountTitle({ plan, approval }: Attempt): string {
  const from = plan.origin.kind === 'run' ? plan.origin.automation : plan.origin.kind;
  return `Regulars ${from} ${approval?.id ?? plan.id}`;
}
