// A checkout as we keep it: what the buyer last had in it, whose it is, and how it ended.
import type {
  CheckoutEventType,
  CheckoutFacts,
  Fact,
  ShopEvent,
  ShopKey,
} from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { Order } from './purchases.ts';

/** How a checkout is known: a shop's own id of it. */
export type CheckoutKey = { readonly shop: ShopKey; readonly ref: string };

/** A checkout after every state of it that has arrived. */
export type Checkout = CheckoutFacts & {
  readonly shop: ShopKey;
  /** Null as long as the buyer has said nothing that we could know them by. */
  readonly customerId: CustomerId | null;
  /** When the buyer said who they are, as the shop dates it. */
  readonly namedAt: Date | null;
  /** The last thing the buyer did in it, as the shop dates it. */
  readonly lastActivityAt: Date;
  /** When we last heard of it: it is quiet from here, for what a shop tells late says nothing of silence. */
  readonly heardAt: Date;
  /** Told of as it happened, not only by an import of the past. */
  readonly live: boolean;
  /** When the shop called it completed. */
  readonly completedAt: Date | null;
  /** When it was told that it was left; once for each checkout. */
  readonly abandonedAt: Date | null;
};

/** What a shop says of a checkout. */
export type CheckoutFact = Extract<Fact, { type: CheckoutEventType }>;

/** What a shop says of a checkout; null for any other fact, our own word that one was left among them. */
export function checkoutFactOf(fact: Fact): CheckoutFact | null {
  return 'checkout' in fact && fact.type !== 'checkout.abandoned' ? fact : null;
}

/**
 * The checkout after one more state of it: in any order and more than once, the same comes of it. The newest state says
 * what is in it, the newest that names somebody whose it is, and once completed it stays completed.
 */
export function mergeCheckout(
  known: Checkout | null,
  event: Pick<ShopEvent, 'shop' | 'occurredAt' | 'receivedAt' | 'historic'>,
  { type, checkout: facts }: CheckoutFact,
  customerId: CustomerId | null,
): Checkout {
  const at = event.occurredAt;
  const newest = known !== null && outranks(known, facts, at) ? known : facts;
  // The link of a checkout does not change: a state that leaves it out takes nothing away.
  const url = newest.url ?? known?.url ?? facts.url;
  const { url: _url, ...content } = newest;
  return {
    ...content,
    ...(url === undefined ? {} : { url }),
    ...ownerAfter(known, customerId, at),
    shop: event.shop,
    startedAt: earlier(known?.startedAt, facts.startedAt),
    lastActivityAt: later(known?.lastActivityAt, at),
    heardAt: later(known?.heardAt, event.receivedAt),
    live: known?.live === true || !event.historic,
    completedAt:
      type === 'checkout.completed'
        ? earlier(known?.completedAt, at)
        : (known?.completedAt ?? null),
    abandonedAt: known?.abandonedAt ?? null,
  };
}

/** When the latest of a customer's checkouts was started that was left and not bought; null without one. */
export function latestLeft(checkouts: readonly Checkout[], orders: readonly Order[]): Date | null {
  // As most customers have it; this runs for every event of a replay.
  if (checkouts.length === 0) return null;
  const left = checkouts.filter(
    (checkout) =>
      checkout.abandonedAt !== null &&
      checkout.completedAt === null &&
      !orders.some((order) => buys(order, checkout)),
  );
  const latest = Math.max(...left.map(({ startedAt }) => startedAt.getTime()));
  return Number.isFinite(latest) ? new Date(latest) : null;
}

/** An order that says it came of the checkout, or any but a test that its customer placed since it was started. */
function buys(order: Order, checkout: Checkout): boolean {
  if (order.shop === checkout.shop && order.checkoutRef === checkout.ref) return true;
  return (
    !order.test && order.customerId === checkout.customerId && order.placedAt >= checkout.startedAt
  );
}

/** A checkout as one text, for maps and locks. */
export function checkoutKeyText({ shop, ref }: CheckoutKey): string {
  return `checkout|${shop}|${ref}`;
}

/** Of two states at one instant the same one must win whichever came first. */
function outranks(known: Checkout, facts: CheckoutFacts, at: Date): boolean {
  if (known.lastActivityAt.getTime() !== at.getTime()) return known.lastActivityAt > at;
  return known.total.minor > facts.total.minor;
}

/** A mistyped address may be put right before the end, so that the last one counts. */
function ownerAfter(
  known: Checkout | null,
  customerId: CustomerId | null,
  at: Date,
): Pick<Checkout, 'customerId' | 'namedAt'> {
  const before = { customerId: known?.customerId ?? null, namedAt: known?.namedAt ?? null };
  if (customerId === null) return before;
  if (before.customerId === null || before.namedAt === null) return { customerId, namedAt: at };
  const isNewer =
    before.namedAt.getTime() === at.getTime()
      ? customerId > before.customerId
      : at > before.namedAt;
  return isNewer ? { customerId, namedAt: at } : before;
}

function earlier(known: Date | null | undefined, at: Date): Date {
  return known != null && known < at ? known : at;
}

function later(known: Date | undefined, at: Date): Date {
  return known !== undefined && known > at ? known : at;
}
