// The log and the quarantine: appended in a few statements however many events there are.
import { zstdCompressSync } from 'node:zlib';
import type { NewEvent, ShopEvent, ShopKey } from '#engine/events/shop-event.ts';
import { asId, type EventId, type NewId } from '#engine/ids.ts';
import type { EventRecords, Quarantined, QuarantineRecords } from '#engine/ports/storage.ts';
import type { Event, Quarantined as QuarantinedRow } from './generated/client.ts';
import { fromJson, toJson, toJsonText } from './json.ts';
import type { Client } from './session.ts';

/** How many events one statement takes. */
const CHUNK = 1_000;

/** The log. */
export function eventRecords(client: Client, newId: NewId): EventRecords {
  return {
    append: async (events, receivedAt, raw) => {
      const ids: (EventId | null)[] = [];
      for (let start = 0; start < events.length; start += CHUNK) {
        ids.push(
          ...(await appendChunk(
            client,
            newId,
            events.slice(start, start + CHUNK),
            receivedAt,
            start === 0 ? raw : null,
          )),
        );
      }
      return ids;
    },
    get: async (id) => {
      const row = await client.event.findUnique({ where: { id }, omit: { raw: true } });
      return row === null ? null : toEvent(row);
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
    read: async (afterSeq, limit) => {
      const rows = await client.event.findMany({
        where: { seq: { gt: afterSeq } },
        orderBy: { seq: 'asc' },
        take: limit,
        omit: { raw: true },
      });
      return rows.map(toEvent);
    },
    assign: async (owners) => {
      await client.$executeRawUnsafe(ASSIGN, [...owners.keys()], [...owners.values()]);
    },
    getMany: async (ids) => {
      const rows = await client.event.findMany({
        where: { id: { in: [...ids] } },
        orderBy: { seq: 'asc' },
        omit: { raw: true },
      });
      return rows.map(toEvent);
    },
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
      await client.$executeRawUnsafe(ERASE, customerId);
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

const CLAIM = `INSERT INTO dedupe_keys (key, event_id, at)
  SELECT key, event_id, $3::timestamptz FROM unnest($1::text[], $2::text[]) AS t(key, event_id)
  ON CONFLICT DO NOTHING RETURNING event_id`;

const APPEND = `INSERT INTO events (id, shop, type, fact, occurred_at, received_at, historic, raw)
  SELECT t.id, t.shop, t.type, t.fact, t.occurred_at, $2::timestamptz, t.historic, CASE WHEN t.id = $3 THEN $4::bytea END
  FROM jsonb_to_recordset($1::jsonb)
    AS t(id text, shop text, type text, fact jsonb, occurred_at timestamptz, historic boolean, n bigint) ORDER BY t.n`;

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

async function appendChunk(
  client: Client,
  newId: NewId,
  events: readonly NewEvent[],
  receivedAt: Date,
  raw: Uint8Array | null,
): Promise<readonly (EventId | null)[]> {
  const numbered = events.map((event) => ({ id: newId('event'), event }));
  const claims = numbered.flatMap(({ id, event }) => event.dedupeKeys.map((key) => ({ id, key })));
  const claimed = await client.$queryRawUnsafe<{ event_id: string }[]>(
    CLAIM,
    claims.map(({ key }) => key),
    claims.map(({ id }) => id),
    receivedAt,
  );
  const won = new Map<string, number>();
  for (const { event_id } of claimed) won.set(event_id, (won.get(event_id) ?? 0) + 1);
  const fresh = numbered.filter(({ id, event }) => won.get(id) === event.dedupeKeys.length);
  const [first] = fresh;
  if (first === undefined) return events.map(() => null);
  const body = raw === null ? null : zstdCompressSync(raw);
  await client.$executeRawUnsafe(APPEND, toRows(fresh), receivedAt, first.id, body);
  const accepted = new Set<string>(fresh.map(({ id }) => id));
  return numbered.map(({ id }) => (accepted.has(id) ? id : null));
}

function toRows(numbered: readonly { readonly id: EventId; readonly event: NewEvent }[]): string {
  return JSON.stringify(
    numbered.map(({ id, event }, n) => ({
      id,
      shop: event.shop,
      type: event.fact.type,
      fact: JSON.parse(toJsonText(event.fact)),
      occurred_at: event.occurredAt.toISOString(),
      historic: event.historic,
      n,
    })),
  );
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
