// A customer of a webhook as our facts: who it is, where, and what they consented to.
import type { ConsentState, CustomerFacts } from '#engine/events/shop-event.ts';
import type { CustomerBody } from './schema.ts';
import { refOf } from './values.ts';

/** What the body says of a customer; what it leaves out is left out, so that it overwrites nothing. */
export function toCustomerFacts(body: CustomerBody): CustomerFacts {
  return { ref: refOf(body), ...contactOf(body), ...placeOf(body), ...consentsOf(body) };
}

/** Who bought or is at the checkout: the customer, else a guest by e-mail or phone, else nobody. */
export function buyerOf(body: {
  readonly customer?: CustomerBody | null | undefined;
  readonly email?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly customer_locale?: string | null | undefined;
}): CustomerFacts | null {
  const locale = body.customer_locale ? { locale: body.customer_locale } : {};
  // The order's own e-mail is a contact for this order and may be another person's; it only names a guest.
  if (body.customer) return { ...toCustomerFacts(body.customer), ...locale };
  if (!body.email && !body.phone) return null;
  return {
    ...(body.email ? { email: body.email } : {}),
    ...(body.phone ? { phone: body.phone } : {}),
    ...locale,
  };
}

/** Shopify's marketing state, of the REST bodies and of the Admin API; never having been asked is no "no", and no "yes". */
export function toConsent(state: string | null | undefined): ConsentState {
  switch (state?.toLowerCase()) {
    case 'subscribed':
      return 'subscribed';
    case 'unsubscribed':
    case 'redacted':
      return 'unsubscribed';
    case 'pending':
      return 'pending';
    default:
      return 'unknown';
  }
}

function contactOf(body: CustomerBody): Partial<CustomerFacts> {
  return {
    ...(body.email === undefined ? {} : { email: body.email }),
    ...(body.phone === undefined ? {} : { phone: body.phone }),
    ...(body.first_name === undefined ? {} : { firstName: body.first_name }),
    ...(body.last_name === undefined ? {} : { lastName: body.last_name }),
    ...(body.created_at ? { createdAt: body.created_at } : {}),
    ...(body.tags === undefined || body.tags === null ? {} : { tags: splitTags(body.tags) }),
  };
}

function placeOf(body: CustomerBody): Partial<CustomerFacts> {
  const address = body.default_address;
  const country = address?.country_code?.toUpperCase();
  if (!address || !country || !/^[A-Z]{2}$/.test(country)) return {};
  return { country, region: address.province_code ?? null, city: address.city ?? null };
}

function consentsOf(body: CustomerBody): Partial<CustomerFacts> {
  return {
    ...emailConsentOf(body),
    ...(body.sms_marketing_consent
      ? { smsConsent: toConsent(body.sms_marketing_consent.state) }
      : {}),
  };
}

function emailConsentOf(body: CustomerBody): Partial<CustomerFacts> {
  if (body.email_marketing_consent) {
    return { emailConsent: toConsent(body.email_marketing_consent.state) };
  }
  // The oldest bodies have only this flag; false may be a withdrawal, and a no must count at once.
  if (typeof body.accepts_marketing !== 'boolean') return {};
  return { emailConsent: body.accepts_marketing ? 'subscribed' : 'unsubscribed' };
}

function splitTags(tags: string | readonly string[]): readonly string[] {
  const list = typeof tags === 'string' ? tags.split(',') : tags;
  return list.map((tag) => tag.trim()).filter((tag) => tag !== '');
}
