// What we know of one customer, merged across shops by verified identity.
import type { AttributeValue, ConsentState } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { Money } from '../money.ts';
import type { KnownFacts } from './known.ts';

/** Consent to one channel, with when and from where we know; `unknown` counts as no. */
export type Consent = {
  readonly state: ConsentState;
  readonly at: Date | null;
  /** What said so: an event id, "unsubscribe link", a teammate. */
  readonly source: string | null;
};

export type Profile = {
  readonly id: CustomerId;
  readonly email: string | null;
  readonly phone: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly birthday: string | null;
  readonly country: string | null;
  readonly region: string | null;
  readonly city: string | null;
  readonly locale: string | null;
  readonly timezone: string | null;
  readonly tags: readonly string[];
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly tier: string | null;
  /** Set by hand: money does not move it. */
  readonly tierPinned: boolean;
  readonly emailConsent: Consent;
  readonly smsConsent: Consent;
  /** When the oldest record of this person was made in a shop. */
  readonly addedAt: Date;
  readonly totals: Totals;
  /** In the link of every marketing mail; says nothing and never expires. */
  readonly unsubscribeToken: string;
  /** What was said and when; the fields above are read off it. */
  readonly known: KnownFacts;
};

/** What a customer's orders and refunds add up to; cancelled, unpaid and test orders do not count. */
export type Totals = {
  /** Orders in the shop's currency and any other. */
  readonly orders: number;
  /** Of these, the orders in the shop's currency. */
  readonly ownOrders: number;
  /** Paid orders in the shop's currency, tax and shipping included, refunds not taken off. */
  readonly spent: Money;
  /** Paid orders in other currencies, one entry each. */
  readonly spentElsewhere: readonly Money[];
  readonly refunds: number;
  readonly refunded: Money;
  /** Of this, what came back of the orders in `spent`: a cancelled order was taken out of it already. */
  readonly refundedOfSpent: Money;
  readonly firstOrderAt: Date | null;
  readonly lastOrderAt: Date | null;
  readonly largestOrder: Money;
};

/** The name to show: first and last, else the e-mail, else "Customer" and the end of the id. Untrusted text. */
export function displayName(
  profile: Pick<Profile, 'id' | 'email' | 'firstName' | 'lastName'>,
): string {
  const name = [profile.firstName, profile.lastName]
    .filter((part) => part !== null && part !== '')
    .join(' ');
  return name || profile.email || `Customer ${profile.id.slice(-6)}`;
}

/** An attribute of the customer, or null. */
export function attributeOf(
  { attributes }: Pick<Profile, 'attributes'>,
  name: string,
): AttributeValue | null {
  return Object.hasOwn(attributes, name) ? (attributes[name] ?? null) : null;
}

/** The mean of the counted orders in the shop's currency; null without one. */
export function averageOrder(totals: Totals): Money | null {
  const { ownOrders } = totals;
  if (ownOrders === 0) return null;
  return { minor: Math.round(totals.spent.minor / ownOrders), currency: totals.spent.currency };
}

/** What was spent less what came back of it; below zero where more came back than was paid. */
export function spentNet({ spent, refundedOfSpent }: Totals): Money {
  return { minor: spent.minor - refundedOfSpent.minor, currency: spent.currency };
}

/** How much of what was spent came back, in whole percent, rounded down; null where nothing was spent. */
export function refundedPercent({ spent, refundedOfSpent }: Totals): number | null {
  return spent.minor > 0 ? Math.floor((refundedOfSpent.minor * 100) / spent.minor) : null;
}

/** A profile of which nothing is known yet. */
export function emptyProfile(
  id: CustomerId,
  addedAt: Date,
  currency: string,
  unsubscribeToken: string,
): Profile {
  const unknown: Consent = { state: 'unknown', at: null, source: null };
  return {
    id,
    email: null,
    phone: null,
    firstName: null,
    lastName: null,
    birthday: null,
    country: null,
    region: null,
    city: null,
    locale: null,
    timezone: null,
    tags: [],
    attributes: {},
    tier: null,
    tierPinned: false,
    emailConsent: unknown,
    smsConsent: unknown,
    addedAt,
    totals: emptyTotals(currency),
    unsubscribeToken,
    known: { fields: {}, tags: {}, lists: {} },
  };
}

/** The totals of somebody who never ordered. */
export function emptyTotals(currency: string): Totals {
  const zero = { minor: 0, currency };
  return {
    orders: 0,
    ownOrders: 0,
    spent: zero,
    spentElsewhere: [],
    refunds: 0,
    refunded: zero,
    refundedOfSpent: zero,
    firstOrderAt: null,
    lastOrderAt: null,
    largestOrder: zero,
  };
}
