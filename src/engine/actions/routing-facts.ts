// What decides where a word about a customer and an event goes.
import type { Profile } from '../customers/profile.ts';
import type { RoutingFacts } from '../playbook/routing.ts';
import type { ActionSubject } from './action.ts';
import { valueOfEvent } from './text-values.ts';

/** The facts of the customer and the event that rules of routing ask for. */
export function factsForRouting({
  profile,
  event,
}: Pick<ActionSubject, 'profile' | 'event'>): RoutingFacts {
  return { ...factsOfCustomer(profile), value: valueOfEvent(event), shop: event?.shop ?? null };
}

/** What rules of routing ask of a customer. */
export function factsOfCustomer({
  totals,
  tier,
  tags,
}: Pick<Profile, 'totals' | 'tier' | 'tags'>): Omit<RoutingFacts, 'value' | 'shop'> {
  return { spent: totals.spent, refunds: totals.refunds, tier, tags };
}
