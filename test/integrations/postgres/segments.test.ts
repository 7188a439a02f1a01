// Segments in the database: what SQL answers is what memory answers; membership changes are told once.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Checkout, latestLeft } from '#engine/customers/checkouts.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import type { Storage } from '#engine/ports/storage.ts';
import { holds, type Setting } from '#engine/segments/condition.ts';
import { type Condition, conditionText, parseQuery } from '#engine/segments/grammar.ts';
import type { MembershipChange } from '#engine/segments/segment.ts';
import type { Database } from '#integrations/postgres/database.ts';
import { createStorage } from '#integrations/postgres/storage.ts';
import { DATABASES, openTestDatabase } from '../../support/database.ts';
import { aProfile, NOW, usd } from '../../support/subjects.ts';
import { arbitraryPeople, type Person, toSubject, writePeople } from './people.ts';
import { arbitraryQuery } from './queries.ts';

const QUEUE = { enqueue: async () => {}, nudge: () => {} };

function openStorage(database: Database): Storage {
  return createStorage(database, {
    newId: () => {
      throw new Error('nothing here needs an id');
    },
    tombstoneKey: new Uint8Array(32),
    queue: QUEUE,
  });
}

const arbitrarySetting = fc.record({
  now: fc.constantFrom(NOW, new Date('2027-03-01T04:30:00Z')),
  zone: fc.constantFrom('UTC', 'America/New_York', 'America/Havana', 'Pacific/Apia'),
  currency: fc.constantFrom('USD', 'JPY'),
});

const SETTING: Setting = { now: NOW, zone: 'UTC', currency: 'USD' };
const BUYERS = { name: 'buyers', condition: read('amount_spent > 0') };
const HOSTILE = ["'; DROP TABLE segments; --", '<!channel> VIP', '%_\\', 'ẞ 🎁', '$1'];

function read(query: string): Condition {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(`this is no query: ${query}`);
  return parsed.condition;
}

function idOf(n: number): CustomerId {
  return asId('customer', `cus_TEST0000000${n}`);
}

/** Somebody who spent so many cents; nothing else hangs on them. */
function spender(n: number, spent: number, said: Parameters<typeof aProfile>[0] = {}): Person {
  const profile = aProfile({
    ...said,
    id: idOf(n),
    unsubscribeToken: idOf(n),
    totals: { spent: usd(spent), ...said.totals },
  });
  return {
    ...{ profile, orders: [], refunds: [], mails: [], cases: [], checkouts: [], views: [] },
    codes: [],
  };
}

function sorted({ entered, left }: MembershipChange<CustomerId>): MembershipChange<CustomerId> {
  return { entered: [...entered].sort(), left: [...left].sort() };
}

const LINE = { productId: '1', title: 'Blue Train', quantity: 1, price: usd(50) };

/** One person with what only chance of a rare kind would bring. */
const CORNER: Person = {
  ...spender(1, 101, {
    email: 'ada@ÄÖ.İSTANBUL',
    country: 'US',
    region: 'CA',
    city: 'Los \u00a0\u2009Angeles\ufeff',
    tags: ['ΟΔΟΣ'],
    attributes: {
      city: 'İstanbul',
      never: '2026-02-30T10:00:00Z',
      cut: '2026-11-24T23:59:59.9999999-05:00',
      // Havana’s clocks went back at one o’clock: this day’s midnight came twice.
      twice: '2026-11-01',
    },
    totals: { orders: 2, ownOrders: 2 },
  }),
  orders: [
    {
      ...{ shop: 'events', ref: '1', number: null, customerId: idOf(1), total: usd(101) },
      ...{ placedAt: NOW, version: NOW, discountCodes: [], items: [LINE, LINE] },
      ...{ paid: true, fulfilled: false, cancelled: false, test: false },
    },
  ],
};

const CORNERS = [
  'average_order_value = 0.51',
  "customer_cities CONTAINS 'US-CA-LosAngeles'",
  "customer_tags CONTAINS 'οδος'",
  "attributes.city CONTAINS 'i\u0307S'",
  "customer_email_domain = 'äö.i\u0307stanbul'",
  'attributes.never != 2026-03-02 AND NOT (attributes.never > 2000-01-01)',
  'attributes.cut = 2026-11-24',
  'attributes.twice = 2026-11-01 AND attributes.twice <= 2026-11-01',
  "products_purchased MATCHES (id = '1', count = 1, sum_quantity = 2)",
  'products_purchased MATCHES (quantity > 1, count = 0)',
];

describe.each(DATABASES)('segments in the database (%s)', (kind) => {
  let database: Database;
  let storage: Storage;

  beforeEach(async () => {
    database = await openTestDatabase(kind);
    storage = openStorage(database);
  });

  afterEach(() => database.close());

  test('SQL answers every condition as memory does', async () => {
    const conditions = fc.array(arbitraryQuery, { minLength: 6, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        arbitraryPeople,
        conditions,
        arbitrarySetting,
        async (people, asked, setting) => {
          await database.script(
            'TRUNCATE customers, orders, refunds, mails, cases, checkouts, product_views, plans, steps',
          );
          await writePeople(storage, people);
          for (const { profile, checkouts, orders } of people)
            expect(await storage.checkouts.latestAbandoned(profile.id)).toEqual(
              latestLeft(checkouts, orders),
            );
          for (const condition of asked) {
            const found = await storage.segments.members(condition, setting, { limit: 100 });
            const subjects = await Promise.all(
              people.map((person) => toSubject(storage, person, condition, setting)),
            );
            const wanted = subjects.filter((subject) => holds(condition, subject, setting));
            expect(found.map(({ id }) => id).sort(), conditionText(condition)).toEqual(
              wanted.map(({ profile }) => profile.id).sort(),
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test.each(CORNERS)('%s holds of the corner case, in SQL as in memory', async (query) => {
    await writePeople(storage, [CORNER]);
    const setting = { ...SETTING, zone: 'America/Havana' };
    const subject = await toSubject(storage, CORNER, read(query), setting);

    expect(holds(read(query), subject, setting)).toBe(true);
    expect(await storage.segments.members(read(query), setting, { limit: 1 })).toHaveLength(1);
  });

  test('of several checkouts that were left the latest counts, and none that was bought', async () => {
    const started = (day: string, ended: Partial<Checkout> = {}): Checkout => ({
      ...{ shop: 'events', ref: day, customerId: idOf(1), total: usd(1), items: [], live: true },
      ...{ namedAt: null, heardAt: NOW, lastActivityAt: NOW, completedAt: null, abandonedAt: NOW },
      startedAt: new Date(`${day}T12:00:00Z`),
      ...ended,
    });
    const checkouts = [
      ...[started('2026-11-02'), started('2026-11-20')],
      ...[
        started('2026-11-21', { completedAt: NOW }),
        started('2026-11-22', { abandonedAt: null }),
      ],
    ];
    await writePeople(storage, [{ ...spender(1, 0), checkouts }, spender(2, 0)]);

    expect(await namesIn('abandoned_checkout_date = 2026-11-20')).toEqual([idOf(1)]);
    expect(await namesIn('abandoned_checkout_date < 2026-11-20')).toEqual([]);
    expect(await namesIn('abandoned_checkout_date != 2026-11-20')).toEqual([idOf(2)]);
  });

  test('a ranking shares places among equals, from nobody below to all others below', async () => {
    await writePeople(storage, [spender(1, 0), spender(2, 0), spender(3, 70), spender(4, 900)]);

    const ranks = await Promise.all(
      [1, 2, 3, 4].map((n) => storage.segments.ranks(idOf(n), SETTING)),
    );

    expect(ranks.map(({ spend }) => spend)).toEqual([0, 0, 66, 100]);
    expect(await namesIn('amount_spent_percentile >= 66')).toEqual([idOf(4), idOf(3)]);
  });

  test('reachable is who subscribed with an address that is not suppressed', async () => {
    const subscribed = { state: 'subscribed', at: NOW, source: null } as const;
    await writePeople(storage, [
      spender(1, 10, { email: 'ÄDA@example.com', emailConsent: subscribed }),
      spender(2, 10, { email: 'bob@example.com', emailConsent: subscribed }),
      spender(3, 10, { email: null, emailConsent: subscribed }),
      spender(4, 10, { email: 'cid@example.com' }),
      spender(5, 0),
    ]);
    await storage.mails.suppress('äda@EXAMPLE.com', 'unsubscribed', NOW);

    expect(await storage.segments.measure(read('amount_spent > 0'), SETTING)).toEqual({
      count: 4,
      reachable: 1,
      total: 5,
    });
  });

  test('pages hold every member once, most spent first, equals by id', async () => {
    const people = [5, 0, 5, 9, 5, 0, 5].map((spent, n) => spender(n, spent));
    await writePeople(storage, people);
    const seen: string[] = [];
    let after: string | undefined;

    do {
      const page = await storage.segments.members(read('amount_spent >= 0'), SETTING, {
        limit: 2,
        ...(after === undefined ? {} : { after }),
      });
      seen.push(...page.map(({ id }) => id));
      after = page.at(-1)?.id;
    } while (after !== undefined);

    expect(seen).toEqual([3, 0, 2, 4, 6, 1, 5].map(idOf));
  });

  test('a refresh is the difference both ways, and says it once', async () => {
    await writePeople(storage, [spender(1, 10), spender(2, 10), spender(3, 0)]);
    const first = await storage.segments.refresh(BUYERS, SETTING, { at: NOW });
    await writePeople(storage, [spender(1, 0), spender(3, 10)]);
    const second = await storage.segments.refresh(BUYERS, SETTING, { at: NOW });
    const third = await storage.segments.refresh(BUYERS, SETTING, { at: NOW });

    expect(sorted(first)).toEqual({ entered: [idOf(1), idOf(2)], left: [] });
    expect(sorted(second)).toEqual({ entered: [idOf(3)], left: [idOf(1)] });
    expect(third).toEqual({ entered: [], left: [] });
    expect(await storage.segments.namesOf(idOf(3))).toEqual(['buyers']);
    expect(await storage.segments.countMembers()).toEqual(new Map([['buyers', 2]]));
  });

  test('a silent refresh fills a segment and names nobody', async () => {
    await writePeople(storage, [spender(1, 10), spender(2, 10)]);

    const silent = await storage.segments.refresh(BUYERS, SETTING, { at: NOW, isSilent: true });

    expect(silent).toEqual({ entered: [], left: [] });
    expect(await storage.segments.countMembers()).toEqual(new Map([['buyers', 2]]));
  });

  test('a refresh among some leaves everybody else as they were', async () => {
    await writePeople(storage, [spender(1, 10), spender(2, 10), spender(3, 0)]);
    await storage.segments.setMembership(idOf(3), 'buyers', true, NOW);

    const change = await storage.segments.refresh(BUYERS, SETTING, { at: NOW, among: [idOf(1)] });

    expect(change).toEqual({ entered: [idOf(1)], left: [] });
    expect(await storage.segments.namesOf(idOf(3))).toEqual(['buyers']);
  });

  test('who enters is told once, however many refresh and set at the same time', async () => {
    await writePeople(
      storage,
      [1, 2, 3, 4, 5, 6].map((n) => spender(n, 10)),
    );

    const changes = await Promise.all([
      ...[1, 2, 3].map(() => storage.segments.refresh(BUYERS, SETTING, { at: NOW })),
      ...[1, 2, 3].map(async (n) => ({
        entered: (await storage.segments.setMembership(idOf(n), 'buyers', true, NOW))
          ? [idOf(n)]
          : [],
      })),
    ]);

    expect(changes.flatMap(({ entered }) => entered).sort()).toEqual([1, 2, 3, 4, 5, 6].map(idOf));
  });

  test('a membership that is set again is no news', async () => {
    const set = (isIn: boolean) => storage.segments.setMembership(idOf(1), 'buyers', isIn, NOW);

    expect([await set(true), await set(true), await set(false), await set(false)]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  test('who was erased is in no answer, and leaves at the next refresh', async () => {
    await writePeople(storage, [spender(1, 10), spender(2, 10)]);
    await storage.segments.refresh(BUYERS, SETTING, { at: NOW });
    await storage.customers.erase(idOf(1), NOW);

    const { left } = await storage.segments.refresh(BUYERS, SETTING, { at: NOW });

    expect(left).toEqual([idOf(1)]);
    expect(await namesIn('amount_spent >= 0')).toEqual([idOf(2)]);
  });

  test.each(HOSTILE)('a segment may be called %j, and keeps its versions', async (name) => {
    const draft = (query: string) => ({ name, query, savedBy: 'Maria', savedAt: NOW });
    await storage.segments.save(draft('tier IS NULL'));
    const second = await storage.segments.save(draft("customer_tags CONTAINS 'VIP'"));
    await storage.segments.setMembership(idOf(1), name, true, NOW);

    expect(second).toEqual({ ...draft("customer_tags CONTAINS 'VIP'"), version: 2 });
    expect(await storage.segments.list()).toEqual([second]);
    expect(await storage.segments.remove(name)).toBe(true);
    expect(await storage.segments.get(name)).toBeNull();
    expect(await storage.segments.namesOf(idOf(1))).toEqual([]);
    expect((await storage.segments.save(draft('tier IS NULL'))).version).toBe(3);
    expect(await storage.segments.versions(name)).toHaveLength(3);
  });

  test('people who save at the same time get a version each', async () => {
    const draft = { name: 'buyers', query: 'amount_spent > 0', savedBy: 'Maria', savedAt: NOW };

    const saved = await Promise.all([1, 2, 3, 4].map(() => storage.segments.save(draft)));

    expect(saved.map(({ version }) => version).sort()).toEqual([1, 2, 3, 4]);
  });

  async function namesIn(query: string) {
    const found = await storage.segments.members(read(query), SETTING, { limit: 100 });
    return found.map(({ id }) => id);
  }
});
