// Where the card of a case or an approval goes and who is named on it, by the team's rules of routing.
import { factsOfCustomer } from '../actions/routing-facts.ts';
import { valueOfEvent } from '../actions/text-values.ts';
import type { Plan } from '../approvals/plan.ts';
import type { Profile } from '../customers/profile.ts';
import type { Money } from '../money.ts';
import { type Routed, type RoutingFacts, route } from '../playbook/routing.ts';
import type { Team } from '../playbook/team.ts';
import type { Records } from '../ports/storage.ts';

type About = Pick<RoutingFacts, 'value' | 'shop'>;

/** The channel of a case that a teammate opens. */
export function routeCase(
  { routing }: Pick<Team, 'routing'>,
  profile: Profile | null,
  about: { readonly value: Money | null; readonly shop: string },
): Routed {
  const start = { channel: 'refunds', mention: null } as const;
  return profile === null
    ? start
    : route(start, [], routing, { ...factsOfCustomer(profile), ...about });
}

/**
 * The channel of an approval. Only rules that say `from: approvals` move one: a rule that is about words to the team in general
 * must not carry decisions out of the channel in which they are made.
 */
export async function routeApproval(
  records: Pick<Records, 'customers' | 'runs' | 'events' | 'cases'>,
  { routing }: Pick<Team, 'routing'>,
  plan: Pick<Plan, 'customerId' | 'origin'>,
): Promise<Routed> {
  const start = { channel: 'approvals', mention: null } as const;
  const rules = routing.filter(({ from }) => [from ?? []].flat().includes('approvals'));
  if (rules.length === 0) return start;
  const profile = await records.customers.get(plan.customerId);
  if (profile === null) return start;
  const about = await whatItIsAbout(records, plan.origin);
  return route(start, [], rules, { ...factsOfCustomer(profile), ...about });
}

async function whatItIsAbout(
  { runs, events, cases }: Pick<Records, 'runs' | 'events' | 'cases'>,
  origin: Plan['origin'],
): Promise<About> {
  if (origin.kind === 'case') {
    const item = await cases.get(origin.caseId);
    return { value: item?.amount ?? null, shop: item?.shop ?? null };
  }
  const run = origin.kind === 'run' ? await runs.get(origin.runId) : null;
  const event = run?.eventId == null ? null : await events.get(run.eventId);
  return { value: valueOfEvent(event), shop: event?.shop ?? null };
}
