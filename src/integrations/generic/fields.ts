// The fields that bodies of the generic webhook are made of: text, ids, instants, money, customers.
import { z } from 'zod';
import { asciiAddress } from '#engine/email/address.ts';
import type { AttributeValue } from '#engine/events/shop-event.ts';
import { type Money, type MoneyFault, parseMoney } from '#engine/money.ts';
import { isTimeZone } from '#engine/time.ts';

/** Ids, tags, codes and the like stand in indexes, whose entries must be short; names and texts may be of any length. */
const MAX_LABEL = 255;

/** Text as the database can keep it: NUL and lone surrogates become U+FFFD, nothing else is touched. */
function repairText(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}

/** Any text. */
export const Text = z.string().transform(repairText);

/** Text, where none is null; blank is none. */
export const TextOrNone = Text.nullable().transform(blankToNull);

/** A short text that is not blank: an id, a tag, a code. */
export const Label = z
  .string()
  .max(MAX_LABEL, `must be at most ${MAX_LABEL} characters`)
  .refine((text) => text.trim() !== '', 'must not be blank')
  .transform(repairText);

/** A short text, where none is null; blank is none. */
export const LabelOrNone = z
  .string()
  .max(MAX_LABEL, `must be at most ${MAX_LABEL} characters`)
  .transform(repairText)
  .nullable()
  .transform(blankToNull);

/** An instant in ISO 8601 with an offset; also without seconds, and with the offsets `+0100` and `+01`. */
export const Instant = z
  .string()
  .transform(spellOutInstant)
  .pipe(z.iso.datetime({ offset: true, error: 'must be ISO 8601 with an offset' }))
  .transform((text) => new Date(text))
  .refine(isPlausible, 'must lie between the years 1900 and 2999');

/** A web address; any other kind of link is none. */
export const WebAddress = TextOrNone.transform((text) => {
  const url = URL.parse(text ?? '');
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.href : null;
});

/** An e-mail address as it was written; what is none ("n/a") is null, or strangers would become one person. */
const Email = TextOrNone.transform((text) => {
  const trimmed = text?.trim() ?? '';
  return asciiAddress(trimmed) === null ? null : trimmed;
});

/** A phone number as it was written; what has no five digits or is too long for one is null. */
const Phone = TextOrNone.transform((text) => {
  const trimmed = text?.trim() ?? '';
  return trimmed.length <= 40 && trimmed.replace(/\D/g, '').length >= 5 ? trimmed : null;
});

const Consent = z.enum(['subscribed', 'unsubscribed', 'pending', 'unknown']);

const Birthday = z.string().refine(isBirthday, 'must be "MM-DD" or "YYYY-MM-DD"').nullable();

const Country = z
  .string()
  .regex(/^[A-Za-z]{2}$/, 'must be two letters (ISO 3166-1)')
  .transform((code) => code.toUpperCase())
  .nullable();

const TimeZone = TextOrNone.transform((zone) => (zone !== null && isTimeZone(zone) ? zone : null));

/** Named values; only text, numbers and booleans are kept. */
export const Attributes = z.record(z.string(), z.unknown()).transform(keepScalars);

/** What a body says of a customer, as facts. */
export const Customer = z
  .object({
    id: LabelOrNone.exactOptional(),
    email: Email.exactOptional(),
    phone: Phone.exactOptional(),
    firstName: TextOrNone.exactOptional(),
    lastName: TextOrNone.exactOptional(),
    birthday: Birthday.exactOptional(),
    country: Country.exactOptional(),
    city: TextOrNone.exactOptional(),
    locale: LabelOrNone.exactOptional(),
    timezone: TimeZone.exactOptional(),
    emailConsent: Consent.exactOptional(),
    smsConsent: Consent.exactOptional(),
    tags: z.array(Label).exactOptional(),
    createdAt: Instant.exactOptional(),
    attributes: Attributes.exactOptional(),
  })
  .transform(({ id, ...said }) => (id === undefined || id === null ? said : { ...said, ref: id }));

/** A customer by whom an event can be filed: with an id, an e-mail or a phone number. */
export const KnownCustomer = Customer.refine(
  (customer) => 'ref' in customer || Boolean(customer.email) || Boolean(customer.phone),
  'must have an id, an email or a phone',
);

/** Decimal text in major units of a currency as money; says at `path` why it is none. */
export function readMoney(
  text: string,
  currency: string,
  path: readonly (string | number)[],
  context: z.RefinementCtx,
): Money {
  const read = parseMoney(text, currency);
  if (read.ok) return read.money;
  const isCurrency = read.fault === 'unknown-currency';
  context.addIssue({
    code: 'custom',
    path: isCurrency ? ['currency'] : [...path],
    message: MONEY_FAULTS[read.fault],
  });
  return z.NEVER;
}

const MONEY_FAULTS = {
  'not-a-number': 'must be a decimal number of zero or more as text, like "12.50"',
  'too-many-decimals': 'has more decimals than its currency',
  'unknown-currency': 'must be an ISO 4217 code, like "EUR"',
} as const satisfies Record<MoneyFault, string>;

function keepScalars(
  record: Readonly<Record<string, unknown>>,
): Readonly<Record<string, AttributeValue>> {
  const kept = new Map<string, AttributeValue>();
  for (const [name, value] of Object.entries(record)) {
    if (name === '__proto__' || name.length > MAX_LABEL) continue;
    if (typeof value === 'string') kept.set(repairText(name), repairText(value));
    if (typeof value === 'number' || typeof value === 'boolean') kept.set(repairText(name), value);
  }
  return Object.fromEntries(kept);
}

function blankToNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}

function spellOutInstant(text: string): string {
  return text
    .replace(/(T\d{2}:\d{2})(?=[Z+-])/, '$1:00')
    .replace(/(?<=T.*[+-]\d{2})(\d{2})$/, ':$1')
    .replace(/(?<=T.*[+-]\d{2})$/, ':00');
}

function isPlausible(at: Date): boolean {
  return at.getUTCFullYear() >= 1900 && at.getUTCFullYear() <= 2999;
}

function isBirthday(text: string): boolean {
  // A year of its own for "02-29", which is a birthday like any other.
  const day = /^\d{2}-\d{2}$/.test(text) ? `2000-${text}` : text;
  return z.iso.date().safeParse(day).success;
}
