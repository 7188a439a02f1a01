// Customers as they were while the log is replayed: the same fold as ever, and what conditions ask beside the profile.
import type { Effect } from '../actions/effect.ts';
import { GROUP_ATTRIBUTE } from '../actions/shop-group.ts';
import { type Checkout, latestLeft } from '../customers/checkouts.ts';
import { sayAttribute, sayTag } from '../customers/facts.ts';
import { foldCheckouts } from '../customers/fold-checkouts.ts';
import { emptyProfile, type Profile } from '../customers/profile.ts';
import { type CustomerState, project } from '../customers/project.ts';
import { holdTier, type Measures, type TierMove, tierMove } from '../customers/tier.ts';
import type { Fact, ShopEvent } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { Subject, SubjectView } from '../segments/field.ts';
import { createRanking, rankOf } from '../segments/ranking.ts';

/** Everybody at the instant of the latest event. */
export type ReplayedCustomers = {
  /** Folds an event and gives its customer as they are then. */
  readonly take: (event: ShopEvent, id: CustomerId) => Occurrence;
  /** Changes a profile as an automation would have. */
  readonly change: (id: CustomerId, effects: readonly Effect[], at: Date) => void;
};

/** What conditions are asked of. `nth`: customers are counted from 0 in the order in which they came. */
export type Occurrence = {
  readonly subject: Subject;
  readonly nth: number;
  /** Where the event's money moved them on the loyalty list; null where it did not. */
  readonly move: TierMove | null;
};

type Replayed = {
  readonly nth: number;
  state: CustomerState;
  readonly views: SubjectView[];
  readonly openCases: Set<string>;
  checkouts: readonly Checkout[];
};

/** Nobody yet. `ranked`: whether places among all customers are kept, which costs a little with each event. */
export function createReplayedCustomers(options: {
  readonly measures: Measures;
  readonly ranked: boolean;
}): ReplayedCustomers {
  const { measures, ranked } = options;
  const customers = new Map<CustomerId, Replayed>();
  const rankings = ranked ? createRankings(() => customers.size) : null;

  function take(event: ShopEvent, id: CustomerId): Occurrence {
    const known = customers.get(id);
    const one = known ?? newcomer(id, event, { currency: measures.currency, nth: customers.size });
    if (known === undefined) customers.set(id, one);
    const before = known?.state.profile ?? null;
    const { totals } = one.state.profile;
    one.state = project(one.state, event, measures);
    note(one, event, id);
    rankings?.move(before, one.state.profile);
    const subject: Subject = {
      profile: one.state.profile,
      event,
      orders: one.state.orders,
      refunds: one.state.refunds,
      unusedCodes: 0,
      views: one.views,
      openCases: one.openCases.size,
      abandonedCheckoutAt: latestLeft(one.checkouts, one.state.orders),
      mails: [],
      csat: null,
      ...(rankings === null ? {} : { ranks: rankings.of(one.state.profile) }),
    };
    const move = tierMove(measures, totals, subject.profile);
    return { subject, nth: one.nth, move };
  }

  return {
    take,
    change(id, effects, at) {
      const one = customers.get(id);
      if (one === undefined) return;
      const profile = effects.reduce(
        (next, effect) => changed(next, effect, { at, measures }),
        one.state.profile,
      );
      one.state = { ...one.state, profile };
    },
  };
}

function newcomer(
  id: CustomerId,
  event: ShopEvent,
  { currency, nth }: { readonly currency: string; readonly nth: number },
): Replayed {
  const profile = emptyProfile(id, event.occurredAt, currency, '');
  const state = { profile, orders: [], refunds: [] };
  return { nth, state, views: [], openCases: new Set(), checkouts: [] };
}

/** What is no part of the profile: looks, requests, checkouts. */
function note(one: Replayed, event: ShopEvent, customerId: CustomerId): void {
  const { fact, shop, occurredAt } = event;
  if (fact.type === 'product.viewed' && 'product' in fact)
    one.views.push({ productId: fact.product.ref, at: occurredAt });
  else if ('checkout' in fact)
    one.checkouts = [...foldCheckouts(one.checkouts, [{ event, customerId }]).values()];
  else if ('return' in fact) noteReturn(one, fact, shop);
}

function noteReturn(
  one: Replayed,
  fact: Extract<Fact, { readonly return: unknown }>,
  shop: string,
): void {
  const key = `${shop}|${fact.return.ref}`;
  if (fact.type === 'return.requested') one.openCases.add(key);
  if (fact.type === 'return.closed' || fact.type === 'return.declined') one.openCases.delete(key);
}

function changed(
  profile: Profile,
  effect: Effect,
  { at, measures }: { readonly at: Date; readonly measures: Measures },
): Profile {
  switch (effect.kind) {
    case 'add-tag':
      return sayTag(profile, effect.tag, true, at);
    case 'remove-tag':
      return sayTag(profile, effect.tag, false, at);
    case 'set-attribute':
      return sayAttribute(profile, effect.name, effect.value, at);
    case 'set-shop-group':
      return sayAttribute(profile, GROUP_ATTRIBUTE, effect.group, at);
    case 'set-tier':
      return holdTier(profile, effect.tier, measures);
    default:
      return profile;
  }
}

/** Places by spend and by the latest order, among all who are known by then. */
function createRankings(total: () => number) {
  const spend = createRanking();
  const recency = createRanking();
  const instantOf = ({ totals }: Profile) => totals.lastOrderAt?.getTime() ?? null;
  return {
    move(before: Profile | null, after: Profile): void {
      if (before === null || before.totals.spent.minor !== after.totals.spent.minor) {
        if (before !== null) spend.remove(before.totals.spent.minor);
        spend.add(after.totals.spent.minor);
      }
      const [was, is] = [before === null ? null : instantOf(before), instantOf(after)];
      if (was === is) return;
      if (was !== null) recency.remove(was);
      if (is !== null) recency.add(is);
    },
    of(profile: Profile): NonNullable<Subject['ranks']> {
      const at = instantOf(profile);
      return {
        spend: rankOf(spend.atLeast(profile.totals.spent.minor), total()),
        recency: rankOf(at === null ? null : recency.atLeast(at), total()),
      };
    },
  };
}
