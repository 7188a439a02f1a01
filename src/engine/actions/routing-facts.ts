// What decides where a word about a customer and an event goes.
import type { RoutingFacts } from '../playbook/routing.ts';
import type { ActionSubject } from './action.ts';
import { valueOfEvent } from './text-values.ts';

/** The facts of the customer and the event that rules of routing ask for. */
export function factsForRouting({
  profile,
  event,
}: Pick<ActionSubject, 'profile' | 'event'>): RoutingFacts {
  return {
    value: valueOfEvent(event),
    spent: profile.totals.spent,
    tier: profile.tier,
    shop: event?.shop ?? null,
  };
}
