// Pairs of customers that may be one person: found by the marks that both bear, without comparing everybody with everybody.
import type { Clue, Pair, SharedMark } from '#engine/customers/likeness.ts';
import type { Profile } from '#engine/customers/profile.ts';
import type { Suggestion, SuggestionStatus } from '#engine/customers/suggestion.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import type { SuggestionRecords } from '#engine/ports/merge-records.ts';
import { CUSTOMERS, toProfile } from './customer-row.ts';
import { type Customer, Prisma, type Suggestion as Row } from './generated/client.ts';
import { fromJson, toStored } from './json.ts';
import { lockKeys, type Query, type Session } from './session.ts';
import { describeTable } from './table.ts';

const SUGGESTIONS = describeTable('suggestions', Prisma.SuggestionScalarFieldEnum, ['id']);

/** A mark that more customers bear is a switchboard's or a made-up one: it says nothing of any two of them. */
const FEW = 20;
/** A name that more bear in one place is a common one. */
const FEW_AT_HOME = 3;

/** Found, named, refused and merged pairs. */
export function suggestionRecords({ query }: Session): SuggestionRecords {
  const find = async (where: string, values: readonly unknown[]) =>
    (await query<Row>(`SELECT ${SUGGESTIONS.columns} FROM suggestions WHERE ${where}`, values)).map(
      toSuggestion,
    );
  return {
    compare: async (limit) => {
      const taken = await query<{ id: string }>(TAKE, [limit]);
      const ids = taken.map(({ id }) => id);
      if (ids.length === 0) return { pairs: [], more: false };
      const rows = await query<PairRow>(PAIRS, [ids]);
      return { pairs: await toPairs(query, rows), more: ids.length === limit };
    },
    add: (suggestions) => SUGGESTIONS.insert(query, suggestions.map(toRow)),
    list: ({ limit, after }) => find(LIST, [limit, after ?? null]),
    get: async (id) => (await find('id = $1', [id]))[0] ?? null,
    ofPair: async (one, other) =>
      (await find('one_id = $1 AND other_id = $2', inOrder(one, other)))[0] ?? null,
    ofMerge: async (id) => (await find('merge_id = $1', [id]))[0] ?? null,
    pairOf: async (one, other) => {
      const rows = await query<PairRow>(PAIR, inOrder(one, other));
      return (await toPairs(query, rows))[0] ?? null;
    },
    settle: async (seen, next) => {
      const { status, mergeId, decidedBy, decidedAt, requestedBy } = toRow(next);
      const said = [status, mergeId, decidedAt, asText(decidedBy), asText(requestedBy)];
      return (await query(SETTLE, [seen.id, seen.status, ...said])).length === 1;
    },
    takeToShow: async (atMost, at) => {
      // Replicas that look at the same time take turns, so that together they show no more.
      await lockKeys(query, ['suggestions to show']);
      const rows = await query<{ id: string }>(TAKE_TO_SHOW, [atMost, at]);
      return rows.map(({ id }) => asId('suggestion', id));
    },
    openOf: (ids) =>
      find("status = 'open' AND (one_id = ANY($1) OR other_id = ANY($1)) ORDER BY id", [ids]),
    inherit: async (from, to) => {
      await query(INHERIT, [from, to]);
    },
    eraseOf: async (id) => {
      const rows = await query<{ id: string; hasCard: boolean }>(ERASE, [id]);
      return rows.filter(({ hasCard }) => hasCard).map((row) => asId('suggestion', row.id));
    },
  };
}

type PairRow = {
  readonly oneId: string;
  readonly otherId: string;
  readonly shared: readonly string[];
};

/** Held until the transaction ends, so that who is changed meanwhile is compared again. */
const TAKE = `DELETE FROM uncompared WHERE customer_id IN (
    SELECT customer_id FROM uncompared ORDER BY customer_id LIMIT $1::int FOR UPDATE SKIP LOCKED)
  RETURNING customer_id AS id`;

const KINDS = `ARRAY(SELECT split_part(mark, ':', 1) FROM (
  SELECT unnest(mine.marks) INTERSECT SELECT unnest(theirs.marks)) AS both_have (mark))`;

/** Names alone are too many people's to start from. */
const PAIRS = `WITH pairs AS (
    SELECT DISTINCT least(fresh.customer_id, found.id) AS one, greatest(fresh.customer_id, found.id) AS other
    FROM customer_search AS fresh CROSS JOIN LATERAL unnest(fresh.marks) AS mark
      CROSS JOIN LATERAL (SELECT array_agg(customer_id) AS ids FROM (SELECT customer_id FROM customer_search
        WHERE marks @> ARRAY[mark] LIMIT ${FEW + 1}) AS bearers) AS bearing
      CROSS JOIN LATERAL unnest(bearing.ids) AS found (id)
    WHERE fresh.customer_id = ANY($1::text[]) AND mark NOT LIKE 'name:%'
      AND cardinality(bearing.ids) <= CASE WHEN mark LIKE 'home:%' THEN ${FEW_AT_HOME} ELSE ${FEW} END
      AND found.id <> fresh.customer_id)
  SELECT one AS "oneId", other AS "otherId", ${KINDS} AS shared FROM pairs
    JOIN customer_search AS mine ON mine.customer_id = one
    JOIN customer_search AS theirs ON theirs.customer_id = other
  WHERE NOT EXISTS (SELECT 1 FROM suggestions WHERE one_id = one AND other_id = other)`;

const PAIR = `SELECT mine.customer_id AS "oneId", theirs.customer_id AS "otherId", ${KINDS} AS shared
  FROM customer_search AS mine, customer_search AS theirs WHERE mine.customer_id = $1 AND theirs.customer_id = $2`;

/** `after` is the id of the last one that was seen. */
const LIST = `status = 'open' AND ($2::text IS NULL OR (-score, id) > (SELECT -score, id FROM suggestions WHERE id = $2))
  ORDER BY score DESC, id LIMIT $1::int`;

const SETTLE = `UPDATE suggestions SET status = $3, merge_id = $4, decided_at = $5::timestamptz,
    decided_by = $6::jsonb, requested_by = $7::jsonb
  WHERE id = $1 AND status = $2 RETURNING id`;

const TAKE_TO_SHOW = `UPDATE suggestions SET shown_at = $2::timestamptz WHERE id IN (
    SELECT id FROM suggestions WHERE status = 'open' AND shown_at IS NULL ORDER BY score DESC, id
    LIMIT greatest($1::int - (
      SELECT count(*)::int FROM suggestions WHERE status = 'open' AND shown_at IS NOT NULL), 0))
  RETURNING id`;

const INHERIT = `INSERT INTO suggestions (id, one_id, other_id, clues, score, status, found_at, decided_by, decided_at)
  SELECT id || '+' || $2, least(partner, $2), greatest(partner, $2), clues, score, 'refused', found_at,
    decided_by, decided_at FROM (
      SELECT *, CASE WHEN one_id = $1 THEN other_id ELSE one_id END AS partner FROM suggestions
      WHERE $1 IN (one_id, other_id) AND status IN ('refused', 'undone')) AS refused WHERE partner <> $2
  ON CONFLICT DO NOTHING`;

const ERASE = `UPDATE suggestions SET status = CASE WHEN status = 'open' THEN 'moot' ELSE status END,
    clues = '{}', score = 0
  WHERE $1 IN (one_id, other_id) RETURNING id, merge_id IS NOT NULL OR shown_at IS NOT NULL AS "hasCard"`;

async function toPairs(query: Query, rows: readonly PairRow[]): Promise<readonly Pair[]> {
  const ids = [...new Set(rows.flatMap(({ oneId, otherId }) => [oneId, otherId]))];
  const found = ids.length === 0 ? [] : await query<Customer>(PROFILES, [ids]);
  const profiles = new Map<string, Profile>(found.map((row) => [row.id, toProfile(row)]));
  return rows.flatMap(({ oneId, otherId, shared }) => {
    const [one, other] = [profiles.get(oneId), profiles.get(otherId)];
    if (one === undefined || other === undefined) return [];
    return [{ one, other, shared: new Set(shared.map((kind) => fromJson<SharedMark>(kind))) }];
  });
}

const PROFILES = `SELECT ${CUSTOMERS.columns} FROM customers WHERE id = ANY($1::text[])`;

function inOrder(one: CustomerId, other: CustomerId): readonly [CustomerId, CustomerId] {
  return one < other ? [one, other] : [other, one];
}

function toRow({ clues, requestedBy, decidedBy, ...plain }: Suggestion) {
  return {
    ...plain,
    clues: [...clues],
    requestedBy: requestedBy === null ? null : toStored(requestedBy),
    decidedBy: decidedBy === null ? null : toStored(decidedBy),
  };
}

function asText(json: unknown): string | null {
  return json === null ? null : JSON.stringify(json);
}

function toSuggestion(row: Row): Suggestion {
  return {
    ...row,
    id: asId('suggestion', row.id),
    oneId: asId('customer', row.oneId),
    otherId: asId('customer', row.otherId),
    mergeId: row.mergeId === null ? null : asId('merge', row.mergeId),
    status: fromJson<SuggestionStatus>(row.status),
    clues: row.clues.map((clue) => fromJson<Clue>(clue)),
    requestedBy: fromJson(row.requestedBy),
    decidedBy: fromJson(row.decidedBy),
  };
}
