// Customers by chance with all that conditions ask about, written to a database and read as subjects.
import fc, { type Arbitrary } from 'fast-check';
import type { Case } from '#engine/cases/case.ts';
import type { Checkout } from '#engine/customers/checkouts.ts';
import type { ProductView } from '#engine/customers/product-view.ts';
import type { Profile } from '#engine/customers/profile.ts';
import { type Order, type Refund, sumPurchases } from '#engine/customers/purchases.ts';
import type { AttributeValue, ConsentState } from '#engine/events/shop-event.ts';
import { loadSubject } from '#engine/flows/load-subject.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import type { MailRecord } from '#engine/ports/mail-records.ts';
import type { Storage } from '#engine/ports/storage.ts';
import type { Setting } from '#engine/segments/condition.ts';
import type { Subject } from '#engine/segments/field.ts';
import type { Condition } from '#engine/segments/grammar.ts';
import { aProfile, NOW } from '../../support/subjects.ts';

/** A customer with everything that hangs on them. */
export type Person = {
  readonly profile: Profile;
  readonly orders: readonly Order[];
  readonly refunds: readonly Refund[];
  readonly mails: readonly MailRecord[];
  readonly cases: readonly Case[];
  readonly checkouts: readonly Checkout[];
  readonly views: readonly ProductView[];
  readonly codes: readonly Code[];
};

/** A code that was made for somebody: until when it is valid, whether it was made at all, and taken back since. */
export type Code = {
  readonly code: string;
  readonly expiresAt: Date;
  readonly made: boolean;
  readonly withdrawn: boolean;
};

/** Texts that a query and a customer may share, and those that break what was joined instead of bound. */
export const TEXTS = [
  'VIP',
  'vip',
  '',
  "'; DROP TABLE customers; --",
  "O'Neill \\",
  '100 %_',
  'İstanbul',
  'ΟΔΟΣ',
  '𐐀🎁',
] as const;

/** Days and instants that attributes and birthdays hold, and what only looks like one. */
const DATE_TEXTS = [
  '2026-11-24',
  '2024-02-29',
  '2026-02-30',
  '11-25',
  '02-29',
  '02-30',
  '2026-11-24T23:59:59.9996Z',
  '2026-11-25T07:00-05:00',
  '2026-11-24T25:00:00Z',
  'infinity',
] as const;

const HOUR_MS = 3_600_000;

/** Up to three years around now, often within the hours in which a day begins somewhere. */
const instant = fc
  .oneof(fc.integer({ min: -72, max: 24 }), fc.integer({ min: -26_000, max: 24 }))
  .map((hours) => new Date(NOW.getTime() + hours * HOUR_MS));

const currency = fc.constantFrom('USD', 'USD', 'USD', 'JPY');
const minor = fc.integer({ min: 0, max: 700 });

const line = fc.record({
  productId: fc.option(fc.constantFrom('1', '22', 'gift')),
  title: fc.constant('Blue Train'),
  quantity: fc.integer({ min: 1, max: 3 }),
  price: fc.constant({ minor: 100, currency: 'USD' }),
  category: fc.constantFrom('Jazz', 'jazz'),
});

const order = fc.record({
  total: fc.record({ minor, currency }),
  placedAt: instant,
  paid: fc.boolean(),
  fulfilled: fc.boolean(),
  cancelled: fc.nat({ max: 3 }).map((draw) => draw === 0),
  test: fc.nat({ max: 3 }).map((draw) => draw === 0),
  items: fc.array(line, { maxLength: 2 }),
  /** Which of the customer's codes it was bought with. */
  used: fc.nat({ max: 3 }),
});

const code = fc.record({
  expiresAt: instant,
  made: fc.nat({ max: 3 }).map((draw) => draw > 0),
  withdrawn: fc.nat({ max: 3 }).map((draw) => draw === 0),
});

const mail = fc.record({
  template: fc.constantFrom('vip-thanks', 'win-back'),
  status: fc.constantFrom('sent' as const, 'failed', 'not-sent', 'uncertain'),
  at: instant,
});

const attribute: Arbitrary<AttributeValue> = fc.oneof(
  fc.integer({ min: -2, max: 5 }),
  fc.constantFrom(0.1 + 0.2, 1e-7, 1e21, true, false),
  fc.constantFrom(...TEXTS, ...DATE_TEXTS),
);

const consent = fc.constantFrom<ConsentState>('subscribed', 'unsubscribed', 'pending', 'unknown');

const refundCase = fc.record({
  status: fc.constantFrom('open' as const, 'taken', 'resolved'),
  answer: fc.option(fc.record({ score: fc.option(fc.integer({ min: 1, max: 5 })), at: instant })),
});

/** Mostly left: of several the latest counts, unless it was bought. */
const checkout = fc.record({
  startedAt: instant,
  completedAt: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, instant),
  abandonedAt: fc.option(instant, { freq: 6 }),
});

const view = fc.record({ productId: fc.constantFrom('22', 'gift', 'VIP'), at: instant });

const said = fc.record({
  currency,
  email: fc.option(
    fc.constantFrom('ada@example.com', 'bob@EXAMPLE.com', 'no address', 'a@b@ÄÖ.de'),
  ),
  tags: fc.subarray([...TEXTS]),
  tier: fc.option(fc.constantFrom('Gold', ...TEXTS)),
  country: fc.option(fc.constantFrom('US', 'DE', '')),
  region: fc.option(fc.constantFrom('CA', '')),
  city: fc.option(fc.constantFrom('Los \u00a0Angeles', 'Berlin', '', ' ')),
  locale: fc.option(fc.constantFrom('en', 'en-US')),
  birthday: fc.option(fc.constantFrom(...DATE_TEXTS)),
  addedAt: instant,
  emailConsent: consent,
  emailConsentAt: fc.option(instant),
  smsConsent: consent,
  attributes: fc.dictionary(fc.constantFrom('size', 'since'), attribute),
  orders: fc.oneof(fc.array(order, { maxLength: 3 }), fc.array(order, { maxLength: 0 })),
  refunds: fc.array(fc.record({ minor, currency, at: instant }), { maxLength: 2 }),
  codes: fc.array(code, { maxLength: 3 }),
  mails: fc.array(mail, { maxLength: 2 }),
  cases: fc.array(refundCase, { maxLength: 3 }),
  checkouts: fc.array(checkout, { maxLength: 3 }),
  views: fc.array(view, { maxLength: 3 }),
});

/** A few customers; some share all that a ranking knows. */
export const arbitraryPeople: Arbitrary<readonly Person[]> = fc
  .array(said, { minLength: 1, maxLength: 8 })
  .map((people) => people.map(toPerson));

/** Writes people into an empty database. */
export async function writePeople(storage: Storage, people: readonly Person[]): Promise<void> {
  const { customers, purchases, mails, cases, checkouts, views } = storage;
  await customers.saveMany(
    people.map(({ profile }) => profile),
    new Map(),
  );
  await purchases.saveOrders(people.flatMap((person) => person.orders));
  await purchases.saveRefunds(people.flatMap((person) => person.refunds));
  for (const record of people.flatMap((person) => person.mails)) await mails.save(record);
  for (const item of people.flatMap((person) => person.cases)) await cases.insert(item);
  await views.add(people.flatMap((person) => person.views));
  for (const { profile, codes } of people)
    for (const each of codes) await writeCode(storage, profile.id, each);
  await checkouts.saveMany(people.flatMap((person) => person.checkouts));
  await checkouts.noteBought({ customers: people.map(({ profile }) => profile.id), checkouts: [] });
}

async function writeCode(
  { plans }: Storage,
  customerId: CustomerId,
  { code: text, expiresAt, made, withdrawn }: Code,
): Promise<void> {
  const terms = { percent: 10, uses: 1, expiresAt };
  const id = asId('plan', `plan_${text}`);
  const plan = { id, customerId, hash: '', createdAt: NOW };
  const by = { kind: 'teammate', person: 'Maria' } as const;
  const makes = { kind: 'create-discount', code: text, terms } as const;
  await plans.insert({ ...plan, origin: by, effects: [makes] });
  await end(made ? 'done' : 'failed', id);
  if (!withdrawn) return;
  const undoId = asId('plan', `plan_undo_${text}`);
  const origin = { kind: 'undo', planId: id, person: 'Maria' } as const;
  const takesBack = { kind: 'withdraw-discount', code: text } as const;
  await plans.insert({ ...plan, id: undoId, origin, effects: [takesBack] });
  await end('done', undoId);

  async function end(status: 'done' | 'failed', planId: typeof id): Promise<void> {
    await plans.mark(planId, 0, ['waiting'], NOW);
    await plans.settle(planId, 0, 1, { status, reason: null, outcome: null, at: NOW });
  }
}

/** A person with what the flows would load for this condition. */
export function toSubject(
  storage: Storage,
  person: Person,
  condition: Condition,
  setting: Setting,
): Promise<Subject> {
  const given = { profile: person.profile, event: null };
  return loadSubject(storage, given, [condition], setting);
}

type Said = typeof said extends Arbitrary<infer Value> ? Value : never;

function toPerson(person: Said, position: number): Person {
  const id = asId('customer', `cus_TEST${String(position).padStart(8, '0')}`);
  const codes = person.codes.map((each, n) => ({ ...each, code: `C-${position}-${n}` }));
  const orders = person.orders.map(
    ({ used, ...each }, n): Order => ({
      ...each,
      shop: 'events',
      ref: `${position}.${n}`,
      number: null,
      version: each.placedAt,
      discountCodes: codes.slice(used, used + 1).map((made) => made.code),
      customerId: id,
    }),
  );
  const refunds = person.refunds.map(
    ({ at, ...amount }, n): Refund => ({
      shop: 'events',
      ref: `${position}.${n}`,
      orderRef: `${position}.0`,
      customerId: id,
      amount,
      refundedAt: at,
    }),
  );
  const { currency: own, emailConsent, emailConsentAt, smsConsent } = person;
  const { email, tags, tier, country, region, city, locale, birthday, addedAt, attributes } =
    person;
  const profile: Profile = {
    ...aProfile({
      email,
      tags,
      tier,
      country,
      region,
      city,
      locale,
      birthday,
      addedAt,
      attributes,
    }),
    id,
    unsubscribeToken: id,
    emailConsent: { state: emailConsent, at: emailConsentAt, source: null },
    smsConsent: { state: smsConsent, at: null, source: null },
    totals: sumPurchases(orders, refunds, own),
  };
  const cases = person.cases.map((each, n) => caseOf(id, `${position}.${n}`, each));
  const mails = person.mails.map((each, n) => mailOf(id, `${position}.${n}`, each));
  const checkouts = person.checkouts.map((each, n) => checkoutOf(id, `${position}.${n}`, each));
  const views = person.views.map(
    (each, n): ProductView => ({
      ...each,
      eventId: asId('event', `evt_${position}.${n}`),
      customerId: id,
    }),
  );
  return { profile, orders, refunds, cases, mails, checkouts, views, codes };
}

function checkoutOf(customerId: CustomerId, ref: string, ended: Said['checkouts'][number]) {
  const { startedAt } = ended;
  return {
    ...ended,
    shop: 'events',
    ref,
    customerId,
    namedAt: startedAt,
    total: { minor: 100, currency: 'USD' },
    items: [],
    lastActivityAt: startedAt,
    heardAt: startedAt,
    live: true,
  } satisfies Checkout;
}

function caseOf(
  customerId: CustomerId,
  ref: string,
  { status, answer }: Said['cases'][number],
): Case {
  return {
    id: asId('case', `case_${ref}`),
    about: 'refund',
    shop: 'events',
    returnRef: ref,
    orderRef: null,
    orderNumber: null,
    customerId,
    status,
    resolution: status === 'resolved' ? 'refunded' : null,
    amount: null,
    reason: null,
    note: null,
    items: [],
    assignee: null,
    openedAt: NOW,
    dueAt: NOW,
    remindedAt: null,
    snoozedUntil: null,
    escalatedAt: null,
    escalatedBy: null,
    channel: 'refunds',
    mention: null,
    resolvedAt: null,
    notes: [],
    offer: answer && {
      options: [],
      token: ref,
      offeredAt: NOW,
      answer: { ...answer, option: 'refund', comment: null },
    },
    revision: 1,
  };
}

function mailOf(
  customerId: CustomerId,
  ref: string,
  { template, status, at }: Pick<MailRecord, 'status' | 'at'> & { readonly template: string },
): MailRecord {
  return {
    id: asId('mail', `mail_${ref}`),
    customerId,
    approvalId: null,
    mail: {
      template,
      purpose: 'marketing',
      to: 'ada@example.com',
      toName: 'Ada',
      subject: 'Hello',
      html: '',
      text: '',
      unsubscribeUrl: null,
    },
    status,
    reason: null,
    at,
  };
}
