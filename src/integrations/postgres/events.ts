// The log and the quarantine: appended in a few statements however many events there are.
import { zstdCompressSync } from 'node:zlib';
import { withoutPerson } from '#engine/events/forget.ts';
import type { OwnedEvent } from '#engine/events/owned-event.ts';
import type { Fact, ShopEvent, ShopKey } from '#engine/events/shop-event.ts';
import { asId, type CustomerId, type EventId, type NewId } from '#engine/ids.ts';
import type {
  EventRecords,
  NewDelivery,
  Quarantined,
  QuarantineRecords,
} from '#engine/ports/event-records.ts';
import { type Event, Prisma, type Quarantined as QuarantinedRow } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import { pack, unpack } from './packed.ts';
import type { Client, Query, Session } from './session.ts';
import { describeTable } from './table.ts';

/** All but the delivery's body, which is read by nobody. */
type EventRow = Omit<Event, 'raw'>;

const { raw: _raw, fact: _fact, ...PLAIN } = Prisma.EventScalarFieldEnum;

/** Bytes come from the embedded database as digits that its adapter reads one by one: as base64 they are there at once. */
const COLUMNS = `${describeTable('events', PLAIN, ['id']).columns}, encode(fact, 'base64') AS fact`;

const GET = `SELECT ${COLUMNS} FROM events WHERE id = $1`;

/** The log. */
export function eventRecords({ prisma: client, query }: Session, newId: NewId): EventRecords {
  return {
    append: (deliveries, receivedAt) => append(query, newId, deliveries, receivedAt),
    get: async (id) => {
      const [row] = await queryEvents(query, GET, [id]);
      return row === undefined ? null : toEvent(row);
    },
    list: async ({ limit, after }) => {
      const rows = await client.event.findMany({
        where: { shop: { not: 'regulars' } },
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
    readOwned: async (afterSeq, limit) => {
      const rows = await client.event.findMany({
        where: { seq: { gt: afterSeq } },
        orderBy: { seq: 'asc' },
        take: limit,
        omit: { raw: true },
      });
      return rows.map(toOwned);
    },
    readInTime: async (after, limit) => {
      const place = [after?.at ?? new Date(0), after?.seq ?? 0, limit];
      return (await queryEvents(query, IN_TIME, place)).map(toOwned);
    },
    prune: async (before) => {
      await client.event.updateMany({
        where: { receivedAt: { lt: before }, raw: { not: null } },
        data: { raw: null },
      });
      await client.dedupeKey.deleteMany({ where: { at: { lt: before } } });
    },
    allOf: async (customerId) =>
      (await queryEvents(query, `${OWNED} ORDER BY seq`, [customerId])).map(toEvent),
    ofCustomer: async (customerId, type, limit) => {
      const rows = await client.event.findMany({
        where: { customerId, type },
        orderBy: { seq: 'desc' },
        take: limit,
        omit: { raw: true },
      });
      return rows.map(toEvent);
    },
    hasLater: async (customerId, afterSeq, types) => {
      const [row] = await query<{ found: boolean }>(HAS_LATER, [customerId, afterSeq, types]);
      return row?.found === true;
    },
    erase: (id) => erase(query, GET, id),
    eraseOf: (customerId) => erase(query, OWNED, customerId),
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
 * wait for each other. Facts and bodies travel as one: neither driver takes lists of bytes.
 */
const APPEND = `WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS t(id text, shop text, type text, occurred_at timestamptz, historic boolean,
      keys text[], n int, fact_at int, fact_length int, raw_at int, raw_length int)),
  claimed AS (
    INSERT INTO dedupe_keys (key, event_id, at)
    SELECT key, id, $2::timestamptz FROM given, unnest(keys) AS key ORDER BY key, n
    ON CONFLICT DO NOTHING RETURNING event_id),
  won AS (SELECT event_id, count(*) AS keys FROM claimed GROUP BY event_id)
  INSERT INTO events (id, shop, type, fact, occurred_at, received_at, historic, raw)
  SELECT id, shop, type, substr($3::bytea, fact_at, fact_length), occurred_at, $2::timestamptz, historic,
    substr($3::bytea, raw_at, raw_length)
  FROM given JOIN won ON won.event_id = given.id AND won.keys = cardinality(given.keys) ORDER BY n
  RETURNING id, seq`;

const ASSIGN = `UPDATE events SET customer_id = t.customer_id
  FROM unnest($1::text[], $2::text[]) AS t(id, customer_id) WHERE events.id = t.id`;

const OWNED = `SELECT ${COLUMNS} FROM events WHERE customer_id = $1`;

/** Those that we derived ourselves are derived again by who replays them, but a checkout that was left. */
const IN_TIME = `SELECT ${COLUMNS} FROM events
  WHERE (occurred_at, seq) > ($1, $2) AND (shop <> 'regulars' OR type = 'checkout.abandoned')
  ORDER BY occurred_at, seq LIMIT $3`;

const HAS_LATER = `SELECT EXISTS (SELECT 1 FROM events
  WHERE customer_id = $1 AND seq > $2 AND type = ANY($3::text[])) AS found`;

const ERASE = `UPDATE events SET raw = NULL, fact = substr($2::bytea, t.fact_at, t.fact_length)
  FROM jsonb_to_recordset($1::jsonb) AS t(id text, fact_at int, fact_length int) WHERE events.id = t.id`;

async function append(
  query: Query,
  newId: NewId,
  deliveries: readonly NewDelivery[],
  receivedAt: Date,
): Promise<readonly (readonly (ShopEvent | null)[])[]> {
  const bytes = createBytes();
  const given = deliveries.map(({ events, raw }) =>
    events.map((event, position) => {
      const body = position === 0 && raw !== null ? zstdCompressSync(raw) : null;
      return { id: newId('event'), event, fact: bytes.add(pack(event.fact)), raw: bytes.add(body) };
    }),
  );
  const rows = given.flat().map(({ id, event, fact, raw }, n) => ({
    id,
    n,
    shop: event.shop,
    type: event.fact.type,
    occurred_at: event.occurredAt,
    historic: event.historic,
    keys: [...new Set(event.dedupeKeys)],
    fact_at: fact.at,
    fact_length: fact.length,
    raw_at: raw.at,
    raw_length: raw.length,
  }));
  const values = [JSON.stringify(rows), receivedAt, bytes.all()];
  const stored = rows.length === 0 ? [] : await query<{ id: string; seq: bigint }>(APPEND, values);
  const seqs = new Map(stored.map(({ id, seq }) => [id, Number(seq)]));
  return given.map((ofDelivery) =>
    ofDelivery.map(({ id, event }) => {
      const seq = seqs.get(id);
      const { dedupeKeys: _keys, ...said } = event;
      return seq === undefined ? null : { ...said, id, seq, receivedAt };
    }),
  );
}

/** Takes the person out of the events that a statement finds. */
async function erase(query: Query, find: string, id: EventId | CustomerId): Promise<void> {
  const bytes = createBytes();
  const rows = (await queryEvents(query, find, [id])).map((row) => {
    const { at, length } = bytes.add(pack(withoutPerson(unpack(row.fact))));
    return { id: row.id, fact_at: at, fact_length: length };
  });
  await query(ERASE, [JSON.stringify(rows), bytes.all()]);
}

/** Many byte strings as one; each is told where it stands, counted from one as `substr` does. */
function createBytes() {
  const parts: Uint8Array[] = [];
  let next = 1;
  return {
    add: (part: Uint8Array | null) => {
      if (part === null) return { at: null, length: null };
      const place = { at: next, length: part.byteLength };
      parts.push(part);
      next += part.byteLength;
      return place;
    },
    all: () => Buffer.concat(parts),
  };
}

async function queryEvents(
  query: Query,
  sql: string,
  values: readonly unknown[],
): Promise<readonly EventRow[]> {
  const rows = await query<Omit<EventRow, 'fact'> & { readonly fact: string }>(sql, values);
  return rows.map((row) => ({ ...row, fact: Buffer.from(row.fact, 'base64') }));
}

function toOwned(row: EventRow): OwnedEvent {
  const { customerId } = row;
  return {
    event: toEvent(row),
    customerId: customerId === null ? null : asId('customer', customerId),
  };
}

function toEvent(row: EventRow): ShopEvent {
  return {
    id: asId('event', row.id),
    seq: Number(row.seq),
    shop: fromJson<ShopKey>(row.shop),
    fact: unpack<Fact>(row.fact),
    occurredAt: row.occurredAt,
    receivedAt: row.receivedAt,
    historic: row.historic,
  };
}

function toQuarantined(row: QuarantinedRow): Quarantined {
  return { ...row, shop: fromJson<ShopKey>(row.shop), issues: fromJson(row.issues) };
}
