// Customers as they were while the log is replayed: the same fold as ever, and what conditions ask beside the profile.
import type { Effect } from '../actions/effect.ts';
import { GROUP_ATTRIBUTE } from '../actions/shop-group.ts';
import { type Checkout, latestLeft } from '../customers/checkouts.ts';
import { sayAttribute, sayTag } from '../customers/facts.ts';
import { foldCheckouts } from '../customers/fold-checkouts.ts';
import { emptyProfile, type Profile } from '../customers/profile.ts';
import { type CustomerState, project } from '../customers/project.ts';
import { holdTier, type Measures, type TierMove, tierMove } from '../customers/tier.ts';
import { InvariantError } from '../errors.ts';
import type { Fact, ShopEvent } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { Subject, SubjectView } from '../segments/field.ts';
import { createRanking, rankOf } from '../segments/ranking.ts';

/** Everybody at the instant of the latest event; they are counted from 0 in the order in which they came. */
export type ReplayedCustomers = {
  /** Folds an event and gives its customer as they are then. */
  readonly take: (event: ShopEvent, id: CustomerId) => Occurrence;
  /** Changes a profile as an automation would have. */
  readonly change: (nth: number, effects: readonly Effect[], at: Date) => void;
  readonly count: () => number;
  readonly profile: (nth: number) => Profile;
  /** A customer as they are, without an event. */
  readonly subject: (nth: number) => Subject;
};

/** What conditions are asked of. */
export type Occurrence = {
  readonly subject: Subject;
  readonly nth: number;
  /** Where the event's money moved them on the loyalty list; null where it did not. */
  readonly move: TierMove | null;
};

type Replayed = {
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
  const nths = new Map<CustomerId, number>();
  const all: Replayed[] = [];
  const rankings = ranked ? createRankings(() => all.length) : null;

  function come(event: ShopEvent, id: CustomerId): number {
    const nth = all.length;
    nths.set(id, nth);
    all.push(newcomer(id, event, measures.currency));
    return nth;
  }

  function subjectOf(one: Replayed, event: ShopEvent | null): Subject {
    const { profile, orders, refunds } = one.state;
    return {
      ...{ profile, event, orders, refunds },
      unusedCodes: 0,
      views: one.views,
      openCases: one.openCases.size,
      abandonedCheckoutAt: latestLeft(one.checkouts, orders),
      mails: [],
      csat: null,
      ...(rankings === null ? {} : { ranks: rankings.of(profile) }),
    };
  }

  function at(nth: number): Replayed {
    const one = all[nth];
    if (one === undefined) throw new InvariantError(`a replay has no customer ${nth}`);
    return one;
  }

  return {
    take(event, id) {
      const known = nths.get(id);
      const nth = known ?? come(event, id);
      const one = at(nth);
      const before = known === undefined ? null : one.state.profile;
      const { totals } = one.state.profile;
      one.state = project(one.state, event, measures);
      note(one, event, id);
      rankings?.move(before, one.state.profile);
      const subject = subjectOf(one, event);
      return { subject, nth, move: tierMove(measures, totals, subject.profile) };
    },
    change(nth, effects, instant) {
      const one = at(nth);
      const profile = effects.reduce(
        (next, effect) => changed(next, effect, { at: instant, measures }),
        one.state.profile,
      );
      one.state = { ...one.state, profile };
    },
    count: () => all.length,
    profile: (nth) => at(nth).state.profile,
    subject: (nth) => subjectOf(at(nth), null),
  };
}

function newcomer(id: CustomerId, event: ShopEvent, currency: string): Replayed {
  const profile = emptyProfile(id, event.occurredAt, currency, '');
  const state = { profile, orders: [], refunds: [] };
  return { state, views: [], openCases: new Set(), checkouts: [] };
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
