// Customers as `--json` shows them: the keys of the contract.
import {
  averageOrder,
  type Consent,
  displayName,
  type Profile,
} from '#engine/customers/profile.ts';
import type { TimelineEntry } from '#engine/customers/timeline.ts';
import type { CustomerView } from '#engine/flows/view-customer.ts';
import { moneyToJson } from '#engine/money.ts';
import type { Words } from '../words/en.ts';
import { plainJson } from './plain-json.ts';

/** A customer where a result mentions one. */
export function customerRefJson(profile: Profile) {
  const { id, email } = profile;
  return { id, ...(email === null ? {} : { email }), name: displayName(profile) };
}

/** A customer or nobody: the case of a guest, the approval of somebody forgotten. */
export function customerRefOrNull(profile: Profile | null) {
  return profile === null ? null : customerRefJson(profile);
}

/** `customer show`. What is predicted is empty until forecasts are fitted. */
export function profileJson(
  profile: Profile,
  view: Pick<CustomerView, 'openCases' | 'segments' | 'recommended'>,
) {
  const { totals } = profile;
  const average = averageOrder(totals);
  return {
    id: profile.id,
    email: profile.email,
    name: displayName(profile),
    tier: profile.tier,
    tierPinned: profile.tierPinned,
    tags: profile.tags,
    attributes: profile.attributes,
    orders: totals.orders,
    amountSpent: moneyToJson(totals.spent),
    spentElsewhere: totals.spentElsewhere.map(moneyToJson),
    averageOrder: average === null ? null : moneyToJson(average),
    firstOrderAt: totals.firstOrderAt,
    lastOrderAt: totals.lastOrderAt,
    refunds: totals.refunds,
    refunded: moneyToJson(totals.refunded),
    openCases: view.openCases.length,
    consent: { email: consentJson(profile.emailConsent), sms: consentJson(profile.smsConsent) },
    predicted: {},
    segments: view.segments,
    recommended: view.recommended,
    phone: profile.phone,
    birthday: profile.birthday,
    country: profile.country,
    region: profile.region,
    city: profile.city,
    locale: profile.locale,
    timezone: profile.timezone,
    addedAt: profile.addedAt,
  };
}

/** A row of `customer top`. */
export function topRowJson(profile: Profile) {
  const { id, email, totals } = profile;
  const spent = moneyToJson(totals.spent);
  return { id, email, name: displayName(profile), amountSpent: spent, orders: totals.orders };
}

/** A row of `customer timeline`: the sentence, and what the entry holds by its own keys. */
export function timelineRowJson(words: Words, entry: TimelineEntry): Record<string, unknown> {
  const { data, id, at, kind } = entry;
  const held = Object.fromEntries(
    Object.entries(data).map(([key, item]) => [key, plainJson(item)]),
  );
  return { ...held, id, at, kind, text: words.timeline(entry) };
}

function consentJson({ state, at, source }: Consent) {
  return { state, at, source };
}
