// The audit log: one writer at a time, so that the chain has no forks.
import { type AuditEntry, seal } from '#engine/audit/chain.ts';
import type { AuditRecords } from '#engine/ports/storage.ts';
import type { AuditEntry as AuditRow } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import type { Session } from './session.ts';

/** Held to the end of the transaction by whoever appends. */
const LOCK = 7_334_218_002;

/** The chain's records. */
export function auditRecords({ prisma: client, query }: Session): AuditRecords {
  return {
    append: async (event) => {
      await client.$queryRawUnsafe(`SELECT 1 FROM (SELECT pg_advisory_xact_lock(${LOCK})) AS held`);
      const last = await client.auditEntry.findFirst({
        orderBy: { seq: 'desc' },
        select: { seq: true, hash: true },
      });
      const entry = seal(event, last);
      await client.auditEntry.create({ data: { ...entry, details: toJson(entry.details) } });
    },
    list: async ({ limit, after }) => {
      const rows = await client.auditEntry.findMany({
        orderBy: { seq: 'desc' },
        take: limit,
        ...(after === undefined ? {} : { where: { seq: { lt: Number(after) } } }),
      });
      return rows.map(toEntry);
    },
    opinions: (actions, since) => query<Opinion>(OPINIONS, [[...actions], since]),
    read: async (afterSeq, limit) => {
      const rows = await client.auditEntry.findMany({
        where: { seq: { gt: afterSeq } },
        orderBy: { seq: 'asc' },
        take: limit,
      });
      return rows.map(toEntry);
    },
  };
}

type Opinion = { readonly action: string; readonly subject: string; readonly count: number };

/** Whoever says something of an answer again has changed their mind; what names no answer stands for itself. */
const OPINIONS = `
  SELECT action, subject, count(*)::int AS count
  FROM (
    SELECT DISTINCT ON (actor, COALESCE(details ->> 'answer', seq::text)) action, subject
    FROM audit
    WHERE action = ANY($1::text[]) AND at >= $2::timestamptz
    ORDER BY actor, COALESCE(details ->> 'answer', seq::text), seq DESC
  ) AS said
  GROUP BY action, subject
  ORDER BY action, subject`;

function toEntry(row: AuditRow): AuditEntry {
  return { ...row, details: fromJson(row.details) };
}
