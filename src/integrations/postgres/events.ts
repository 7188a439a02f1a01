// The log and the quarantine: appended in a few statements however many events there are.
import { zstdCompressSync } from 'node:zlib';
import type { ShopEvent, ShopKey } from '#engine/events/shop-event.ts';
import { asId, type EventId, type NewId } from '#engine/ids.ts';
import type {
  EventRecords,
  NewDelivery,
  Quarantined,
  QuarantineRecords,
} from '#engine/ports/storage.ts';
import { type Event, Prisma, type Quarantined as QuarantinedRow } from './generated/client.ts';
import { fromJson, toJson, toStored } from './json.ts';
import type { Client, Query, Session } from './session.ts';
import { describeTable } from './table.ts';

/** All but the delivery's body, which is read by nobody. */
const { raw: _raw, ...FIELDS } = Prisma.EventScalarFieldEnum;
const EVENTS = describeTable('events', FIELDS, ['id']);

const GET = `SELECT ${EVENTS.columns} FROM events WHERE id = ANY($1::text[]) ORDER BY seq`;

/** The log. */
export function eventRecords({ prisma: client, query }: Session, newId: NewId): EventRecords {
  return {
    append: (deliveries, receivedAt) => append(query, newId, deliveries, receivedAt),
    get: async (id) => {
      const [row] = await query<Omit<Event, 'raw'>>(GET, [[id]]);
      return row === undefined ? null : toEvent(row);
    },
    list: async ({ limit, after }) => {
      const rows = await client.event.findMany({
        orderBy: { seq: 'desc' },
        take: limit,
        omit: { raw: true },
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toEvent);
    },
    assign: async (owners) => {
      await query(ASSIGN, [[...owners.keys()], [...owners.values()]]);
    },
    getMany: async (ids) => (await query<Omit<Event, 'raw'>>(GET, [ids])).map(toEvent),
    readOwned: async (afterSeq, limit) => {
      const rows = await client.event.findMany({
        where: { seq: { gt: afterSeq } },
        orderBy: { seq: 'asc' },
        take: limit,
        omit: { raw: true },
      });
      return rows.map((row) => ({
        event: toEvent(row),
        customerId: row.customerId === null ? null : asId('customer', row.customerId),
      }));
    },
    prune: async (before) => {
      await client.event.updateMany({
        where: { receivedAt: { lt: before }, raw: { not: null } },
        data: { raw: null },
      });
      await client.dedupeKey.deleteMany({ where: { at: { lt: before } } });
    },
    eraseOf: async (customerId) => {
      await query(ERASE, [customerId]);
    },
    count: async () => client.event.count(),
  };
}

/** Deliveries that could not be read. */
export function quarantineRecords(client: Client): QuarantineRecords {
  return {
    add: async (entry) => {
      const { count } = await client.quarantined.createMany({
        data: [{ ...entry, issues: toJson(entry.issues), body: new Uint8Array(entry.body) }],
        skipDuplicates: true,
      });
      return count === 1;
    },
    list: async ({ limit, after }) => {
      const rows = await client.quarantined.findMany({
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toQuarantined);
    },
    get: async (id) => {
      const row = await client.quarantined.findUnique({ where: { id } });
      return row === null ? null : toQuarantined(row);
    },
    remove: async (id) => {
      await client.quarantined.deleteMany({ where: { id } });
    },
  };
}

/**
 * An event is new when every one of its keys is. Keys are claimed in their own order, so that two transactions never
 * wait for each other; bodies travel as one, since neither driver takes lists of bytes.
 */
const APPEND = `WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(id text, shop text, type text, fact jsonb, occurred_at timestamptz,
      historic boolean, keys text[], n int, raw_at int, raw_length int)),
  claimed AS (
    INSERT INTO dedupe_keys (key, event_id, at)
    SELECT key, id, $2::timestamptz FROM given, unnest(keys) AS key ORDER BY key, n
    ON CONFLICT DO NOTHING RETURNING event_id),
  won AS (SELECT event_id, count(*) AS keys FROM claimed GROUP BY event_id)
  INSERT INTO events (id, shop, type, fact, occurred_at, received_at, historic, raw)
  SELECT id, shop, type, fact, occurred_at, $2::timestamptz, historic, substr($3::bytea, raw_at, raw_length)
  FROM given JOIN won ON won.event_id = given.id AND won.keys = cardinality(given.keys) ORDER BY n
  RETURNING id`;

const ASSIGN = `UPDATE events SET customer_id = t.customer_id
  FROM unnest($1::text[], $2::text[]) AS t(id, customer_id) WHERE events.id = t.id`;

/** What is left of somebody's events: that they happened, when, in which shop, and the amounts. */
const ERASE = `UPDATE events SET raw = NULL, fact = fact || '{"customer":{}}'
    || CASE WHEN fact ? 'return' THEN jsonb_build_object('return', (fact->'return') - '{note,reason}'::text[] || '{"items":[]}') ELSE '{}' END
    || CASE WHEN fact ? 'refund' THEN jsonb_build_object('refund', (fact->'refund') - 'reason') ELSE '{}' END
    || CASE WHEN fact ? 'review' THEN jsonb_build_object('review', (fact->'review') - 'text') ELSE '{}' END
    || CASE WHEN fact ? 'message' THEN '{"message":{"ref":"","text":""}}'::jsonb ELSE '{}' END
    || CASE WHEN fact ? 'fields' THEN '{"fields":{}}'::jsonb ELSE '{}' END
    || CASE WHEN fact ? 'appointment' THEN jsonb_build_object('appointment', (fact->'appointment') - '{title,place}'::text[]) ELSE '{}' END
    || CASE WHEN fact ? 'checkout' THEN jsonb_build_object('checkout', (fact->'checkout') - 'url') ELSE '{}' END
  WHERE customer_id = $1`;

async function append(
  query: Query,
  newId: NewId,
  deliveries: readonly NewDelivery[],
  receivedAt: Date,
): Promise<readonly (readonly (EventId | null)[])[]> {
  const bodies = joinBodies(deliveries);
  const rows = deliveries.map(({ events }, index) =>
    events.map((event, position) => ({
      id: newId('event'),
      shop: event.shop,
      type: event.fact.type,
      fact: toStored(event.fact),
      occurred_at: event.occurredAt,
      historic: event.historic,
      keys: [...new Set(event.dedupeKeys)],
      ...(position === 0 ? bodies.places[index] : {}),
    })),
  );
  const numbered = rows.flat().map((row, n) => ({ ...row, n }));
  if (numbered.length === 0) return rows.map(() => []);
  const stored = await query<{ id: string }>(APPEND, [
    JSON.stringify(numbered),
    receivedAt,
    bodies.bytes,
  ]);
  const accepted = new Set(stored.map(({ id }) => id));
  return rows.map((ofDelivery) => ofDelivery.map(({ id }) => (accepted.has(id) ? id : null)));
}

/** The compressed bodies one after another, and where each of them stands, counted from one. */
function joinBodies(deliveries: readonly NewDelivery[]) {
  const bodies = deliveries.map(({ raw }) => (raw === null ? null : zstdCompressSync(raw)));
  let next = 1;
  const places = bodies.map((body) => {
    if (body === null) return {};
    const place = { raw_at: next, raw_length: body.byteLength };
    next += body.byteLength;
    return place;
  });
  return { places, bytes: Buffer.concat(bodies.filter((body) => body !== null)) };
}

function toEvent(row: Omit<Event, 'raw'>): ShopEvent {
  return {
    id: asId('event', row.id),
    seq: Number(row.seq),
    shop: fromJson<ShopKey>(row.shop),
    fact: fromJson(row.fact),
    occurredAt: row.occurredAt,
    receivedAt: row.receivedAt,
    historic: row.historic,
  };
}

function toQuarantined(row: QuarantinedRow): Quarantined {
  return { ...row, shop: fromJson<ShopKey>(row.shop), issues: fromJson(row.issues) };
}
