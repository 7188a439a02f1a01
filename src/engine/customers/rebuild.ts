// A profile made anew from the log: where that starts, and what stays because no event says it.
import type { ShopEvent } from '../events/shop-event.ts';
import { onlyTeamSaid } from './facts.ts';
import { type Consent, emptyProfile, type Profile } from './profile.ts';
import { type CustomerState, project } from './project.ts';
import { sumPurchases } from './purchases.ts';
import { followMoney, type Measures } from './tier.ts';

/** The profile without anything that a shop said: the team's words and the level set by hand stay. */
export function startOver(stored: Profile, addedAt: Date): Profile {
  const { id, totals, unsubscribeToken, known, tier, tierPinned } = stored;
  const blank = emptyProfile(id, addedAt, totals.spent.currency, unsubscribeToken);
  return { ...onlyTeamSaid({ ...blank, known }), tier, tierPinned };
}

/** The state after these events, summed up even where there are none. */
export function foldAll(
  start: CustomerState,
  events: readonly ShopEvent[],
  measures: Measures,
): CustomerState {
  let state = start;
  for (const event of events) state = project(state, event, measures);
  const totals = sumPurchases(state.orders, state.refunds, measures.currency);
  return { ...state, profile: followMoney({ ...state.profile, totals }, measures) };
}

/** The consent that no event says (by a link, by a teammate, by a merge), where it is newer than what shops said. */
export function keepUnlogged(
  stored: Pick<Profile, 'emailConsent' | 'smsConsent'>,
  rebuilt: Profile,
): Profile {
  return {
    ...rebuilt,
    emailConsent: newerOf(stored.emailConsent, rebuilt.emailConsent),
    smsConsent: newerOf(stored.smsConsent, rebuilt.smsConsent),
  };
}

function newerOf(said: Consent, rebuilt: Consent): Consent {
  if (isLogged(said)) return rebuilt;
  return rebuilt.at === null || (said.at !== null && said.at >= rebuilt.at) ? said : rebuilt;
}

/** Whether an event said so, or nobody did. */
export function isLogged({ at, source }: Consent): boolean {
  return at === null || source?.startsWith('evt_') === true;
}
