// A customer whose money moved them to another level: told once, as an event of our own.
import type { Profile, Totals } from '../customers/profile.ts';
import { sumPurchases } from '../customers/purchases.ts';
import { tierMove } from '../customers/tier.ts';
import type { Deps } from '../deps.ts';
import type { EventType, ShopKey } from '../events/shop-event.ts';
import type { EventId, MergeId } from '../ids.ts';
import { measuresOf } from '../playbook/tiers.ts';
import type { Records } from '../ports/storage.ts';
import { appendNoticed } from './append-noticed.ts';

type TellDeps = Pick<Deps, 'now' | 'playbook'>;

/** A customer with what they were worth before; `cause` is the event or the merge that changed it. */
type Moved = {
  readonly profile: Profile;
  readonly before: Totals;
  readonly cause: EventId | MergeId;
};

/** Appends `tier.promoted` or `tier.demoted` in the transaction that moved them, where they have moved. */
export async function tellTierMove(
  deps: TellDeps,
  records: Records,
  { profile, before, cause }: Moved,
): Promise<void> {
  const move = tierMove(measuresOf(deps.playbook.team), before, profile);
  if (move === null) return;
  const { type, from, to } = move;
  const noticed = {
    customerId: profile.id,
    dedupeKey: `${type}:${cause}:${profile.id}`,
    fact: { type, customer: {}, tier: { from, to } },
    entry: { kind: 'tier-changed', data: { type, from, to } },
  } as const;
  await appendNoticed(records, [noticed], deps.now());
}

/** What shops told of a customer while their history was awaited, by type. */
const NEWS: readonly EventType[] = ['order.placed', 'order.paid', 'refund.created'];
/** Nobody buys more often while one question is answered. */
const NEWS_AT_MOST = 100;

/** What a customer was worth before the news that came while these shops were still to be asked. */
export async function totalsBeforeNews(
  deps: TellDeps,
  records: Records,
  { id }: Profile,
  shops: readonly ShopKey[],
): Promise<Totals> {
  const news = new Set<string>();
  for (const type of NEWS) {
    for (const { fact, historic, shop } of await records.events.ofCustomer(
      id,
      type,
      NEWS_AT_MOST,
    )) {
      if (historic || !shops.includes(shop)) continue;
      if ('order' in fact) news.add(`order ${shop} ${fact.order.ref}`);
      if ('refund' in fact) news.add(`refund ${shop} ${fact.refund.ref}`);
    }
  }
  const { orders, refunds } = await records.purchases.purchasesOf(id, null);
  return sumPurchases(
    orders.filter(({ shop, ref }) => !news.has(`order ${shop} ${ref}`)),
    refunds.filter(({ shop, ref }) => !news.has(`refund ${shop} ${ref}`)),
    deps.playbook.team.currency,
  );
}
