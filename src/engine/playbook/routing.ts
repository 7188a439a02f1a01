// Where a word to the team goes: by the event's value, the customer's spend, tier, tags and refunds, and the shop; and who is named in it.
import { type Money, majorUnits } from '../money.ts';
import type { Channel, Route, RoutingRule } from './team.ts';

/** What a rule asks of. `value` is null where the event has no amount. */
export type RoutingFacts = {
  readonly value: Money | null;
  readonly spent: Money;
  readonly tier: string | null;
  readonly tags: readonly string[];
  /** How many refunds the customer had. */
  readonly refunds: number;
  readonly shop: string | null;
};

/** Where something goes and who is named. */
export type Routed = { readonly channel: Channel; readonly mention: string | null };

/** The action's own first way that fits, then the team's first rule that fits the channel this leads to. */
export function route(
  start: { readonly channel: Channel; readonly mention: string | null },
  own: readonly Route[],
  rules: readonly RoutingRule[],
  facts: RoutingFacts,
): Routed {
  const first = follow(
    start,
    own.find((way) => fits(way, facts)),
  );
  return follow(
    first,
    rules.find((rule) => leavesFrom(rule, first.channel) && fits(rule, facts)),
  );
}

function follow(from: Routed, way: Route | undefined): Routed {
  if (way === undefined) return from;
  return { channel: way.to, mention: way.mention ?? from.mention };
}

function leavesFrom({ from }: RoutingRule, channel: Channel): boolean {
  return from === undefined || [from].flat().includes(channel);
}

function fits(
  { over, spent_over, tier, tag, refunds_over, shop }: Route,
  facts: RoutingFacts,
): boolean {
  return (
    (over === undefined || isOver(facts.value, over, facts.spent.currency)) &&
    (spent_over === undefined || isOver(facts.spent, spent_over, facts.spent.currency)) &&
    (tier === undefined || (facts.tier !== null && [tier].flat().includes(facts.tier))) &&
    (tag === undefined || hasOneOf(facts.tags, [tag].flat())) &&
    (refunds_over === undefined || facts.refunds > refunds_over) &&
    (shop === undefined || shop === facts.shop)
  );
}

/** Tags are compared without regard to case, as conditions compare them. */
function hasOneOf(tags: readonly string[], wanted: readonly string[]): boolean {
  const had = new Set(tags.map((tag) => tag.toLowerCase()));
  return wanted.some((tag) => had.has(tag.toLowerCase()));
}

/** Amounts in another currency than the shop's are over nothing: there is no rate to compare them by. */
function isOver(money: Money | null, limit: number, currency: string): boolean {
  return money !== null && money.currency === currency && majorUnits(money) > limit;
}
