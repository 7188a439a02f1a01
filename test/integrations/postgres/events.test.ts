// The log on both databases: each delivery once, in order, with its body, whatever comes at the same moment.
import { zstdDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewEvent, ShopEvent } from '#engine/events/shop-event.ts';
import { createIngest } from '#engine/flows/ingest-event.ts';
import { asId } from '#engine/ids.ts';
import { DATABASES } from '../../support/database.ts';
import { anEvent, anOrder, aReturn, someone } from '../../support/events.ts';
import { createWorld, NOW, type World } from '../../support/world.ts';

describe.each(DATABASES)('the log, %s', (database) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ database });
  });
  afterEach(() => world.close());

  const append = async (...events: readonly NewEvent[]) => {
    const [stored = []] = await world.deps.storage.events.append([{ events, raw: null }], NOW);
    return stored;
  };
  const delivery = (event: NewEvent, body = JSON.stringify(event.dedupeKeys)) => ({
    shop: event.shop,
    topic: event.fact.type,
    deliveryId: event.dedupeKeys.join(),
    body: Buffer.from(body),
    parsed: { kind: 'events', events: [event] } as const,
  });

  it('stores ten repeats that come at once a single time, with one job', async () => {
    const ingest = createIngest(world.deps, { commitsAtOnce: 4 });
    const repeats = Array.from({ length: 10 }, () => delivery(anOrder({ key: 'same' })));

    const kinds = (await Promise.all(repeats.map(ingest))).map(({ kind }) => kind);

    expect(kinds.toSorted()).toEqual([...Array(9).fill('duplicate'), 'stored']);
    expect(await world.deps.storage.events.count()).toBe(1);
    const [jobs] = await world.database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pgboss.job WHERE data->>'name' = 'project'`,
      [],
    );
    expect(jobs?.n).toBe(1);
  });

  it('lets a delivery that fails fail alone', async () => {
    const ingest = createIngest(world.deps, { commitsAtOnce: 1 });
    const keys = ['a', 'b', 'broken\0', 'c', 'd'];

    const settled = await Promise.allSettled(keys.map((key) => ingest(delivery(anOrder({ key })))));

    const failed = keys.filter((_key, index) => settled[index]?.status === 'rejected');
    expect(failed).toEqual(['broken\0']);
    expect(await world.deps.storage.events.count()).toBe(4);
  });

  it('keeps every body with the event that came in it', async () => {
    const ingest = createIngest(world.deps, { commitsAtOnce: 1 });
    const bodies = ['{"n":1}', '{"n":"é ☕"}', `{"n":"${'x'.repeat(5_000)}"}`];

    await Promise.all(bodies.map((body, n) => ingest(delivery(anOrder({ key: `k${n}` }), body))));

    const rows = await world.database.query<{ raw: Uint8Array }>(
      `SELECT raw FROM events JOIN dedupe_keys ON event_id = id ORDER BY key`,
      [],
    );
    expect(rows.map(({ raw }) => zstdDecompressSync(raw).toString())).toEqual(bodies);
  });

  it('knows an event again by any of its names, and leaves the new ones of its batch', async () => {
    await append({ ...anOrder(), dedupeKeys: ['delivery:1', 'event:1'] });

    const stored = await append(
      { ...anOrder(), dedupeKeys: ['delivery:2', 'event:1'] },
      { ...anOrder(), dedupeKeys: ['delivery:3', 'event:3'] },
    );

    expect(stored.map((event) => event !== null)).toEqual([false, true]);
  });

  it('keeps the order of a batch', async () => {
    const refs = Array.from({ length: 250 }, (_, n) => `order-${n}`);
    const stored = await append(...refs.map((ref) => anOrder({ ref })));

    const newest = await world.deps.storage.events.list({ limit: 300 });

    expect(newest.map(orderRef).toReversed()).toEqual(refs);
    expect(stored.map((event) => event?.seq)).toEqual(newest.map(({ seq }) => seq).toReversed());
  });

  it('gives back what it was given: dates, exact ids, odd text', async () => {
    const name = '<!channel> \u202Eegnaro "☕" \\ \u{1F469}\u200D\u{1F680}';
    const given = anOrder({ ref: '9007199254740993', customer: someone({ firstName: name }) });

    const [stored] = await append(given);
    const read = await world.deps.storage.events.get(stored?.id ?? asId('event', ''));

    expect(read?.fact).toEqual(given.fact);
    expect(read).toEqual(stored);
  });

  it('forgets the words of one person and of nobody else', async () => {
    const theirs = aReturn({ orderRef: 'o-1', note: 'my secret', customer: someone() });
    const others = anEvent({ type: 'customer.created', customer: someone({ ref: 'c-2' }) });
    const [mine, other] = await append(theirs, others);
    const id = asId('customer', 'cus_1');
    await world.deps.storage.events.assign(new Map(mine == null ? [] : [[mine.id, id]]));

    await world.deps.storage.events.eraseOf(id);

    const log = await world.deps.storage.events.list({ limit: 10 });
    expect(JSON.stringify(log.find((event) => event.id === mine?.id))).not.toMatch(/secret|maria/i);
    expect(log.find((event) => event.id === other?.id)).toEqual(other);
  });
});

function orderRef(event: ShopEvent): string {
  return 'order' in event.fact ? event.fact.order.ref : '';
}
