// A customer's profile as a row of its table, and back.
import type { Consent, Profile } from '#engine/customers/profile.ts';
import type { ConsentState } from '#engine/events/shop-event.ts';
import { asId } from '#engine/ids.ts';
import { type Customer, Prisma } from './generated/client.ts';
import { fromJson, toStored } from './json.ts';
import { describeTable } from './table.ts';

/** The table of customers. */
export const CUSTOMERS = describeTable('customers', Prisma.CustomerScalarFieldEnum, ['id']);

/** What is left of somebody who was erased. */
export function erasedRow(at: Date) {
  return {
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
    attributes: {},
    known: { fields: {}, tags: {}, lists: {} },
    tier: null,
    tierPinned: false,
    emailConsent: 'unknown',
    smsConsent: 'unknown',
    tags: [],
    foldedTags: [],
    erasedAt: at,
  };
}

/** A profile as a whole row. */
export function toRow(profile: Profile) {
  const { totals, emailConsent, smsConsent, ...plain } = profile;
  return {
    ...plain,
    tags: [...plain.tags],
    foldedTags: plain.tags.map((tag) => tag.toLowerCase()),
    attributes: toStored(plain.attributes),
    known: toStored(plain.known),
    emailConsent: emailConsent.state,
    emailConsentAt: emailConsent.at,
    emailConsentSource: emailConsent.source,
    smsConsent: smsConsent.state,
    smsConsentAt: smsConsent.at,
    smsConsentSource: smsConsent.source,
    currency: totals.spent.currency,
    orders: totals.orders,
    ownOrders: totals.ownOrders,
    spentMinor: BigInt(totals.spent.minor),
    spentElsewhere: toStored(totals.spentElsewhere),
    refunds: totals.refunds,
    refundedMinor: BigInt(totals.refunded.minor),
    refundedOfSpentMinor: BigInt(totals.refundedOfSpent.minor),
    firstOrderAt: totals.firstOrderAt,
    lastOrderAt: totals.lastOrderAt,
    largestOrderMinor: BigInt(totals.largestOrder.minor),
    erasedAt: null,
  };
}

/** A profile as it was stored. */
export function toProfile(row: Customer): Profile {
  const money = (minor: bigint) => ({ minor: Number(minor), currency: row.currency });
  return {
    id: asId('customer', row.id),
    email: row.email,
    phone: row.phone,
    firstName: row.firstName,
    lastName: row.lastName,
    birthday: row.birthday,
    country: row.country,
    region: row.region,
    city: row.city,
    locale: row.locale,
    timezone: row.timezone,
    tags: row.tags,
    attributes: fromJson(row.attributes),
    tier: row.tier,
    tierPinned: row.tierPinned,
    emailConsent: toConsent(row.emailConsent, row.emailConsentAt, row.emailConsentSource),
    smsConsent: toConsent(row.smsConsent, row.smsConsentAt, row.smsConsentSource),
    addedAt: row.addedAt,
    totals: {
      orders: row.orders,
      ownOrders: row.ownOrders,
      spent: money(row.spentMinor),
      spentElsewhere: fromJson(row.spentElsewhere),
      refunds: row.refunds,
      refunded: money(row.refundedMinor),
      refundedOfSpent: money(row.refundedOfSpentMinor),
      firstOrderAt: row.firstOrderAt,
      lastOrderAt: row.lastOrderAt,
      largestOrder: money(row.largestOrderMinor),
    },
    unsubscribeToken: row.unsubscribeToken,
    known: fromJson(row.known),
  };
}

function toConsent(state: string, at: Date | null, source: string | null): Consent {
  return { state: fromJson<ConsentState>(state), at, source };
}
