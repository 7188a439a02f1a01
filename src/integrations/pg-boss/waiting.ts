// Jobs that wait for something outside: put back where they stood in line, and brought forward once it is there.
import type { Database } from '../postgres/database.ts';
import type { Lane } from './lanes.ts';

/** A job that asked to be tried again later; `retryCount` names the attempt that was taken. */
export type Waiting = { readonly id: string; readonly retryCount: number; readonly waitMs: number };

type Querying = Pick<Database, 'query'>;

/** Puts jobs back into their lane. It is no failure of theirs: they keep their place and all of their attempts. */
export async function putBack(
  { query }: Querying,
  lane: Lane,
  waiting: readonly Waiting[],
): Promise<void> {
  if (waiting.length === 0) return;
  const ids = waiting.map(({ id }) => id);
  const attempts = waiting.map(({ retryCount }) => retryCount);
  const waits = waiting.map(({ waitMs }) => Math.ceil(waitMs));
  await query(PUT_BACK, [lane, ids, attempts, waits]);
}

/** Has those that were put back tried now: the oldest, at most so many. */
export async function bringForward({ query }: Querying, lane: Lane, most: number): Promise<void> {
  await query(BRING_FORWARD, [lane, most]);
}

/** A job that another worker has taken up meanwhile is left alone. They are kept for as long again as they were to be. */
const PUT_BACK = `UPDATE pgboss.job j
  SET state = 'retry', heartbeat_on = NULL, retry_limit = j.retry_limit + 1, start_after = w.due,
    keep_until = w.due + (j.keep_until - j.start_after)
  FROM (SELECT id, attempt, now() + ms * interval '1 millisecond' AS due
    FROM unnest($2::uuid[], $3::int[], $4::bigint[]) AS asked (id, attempt, ms)) w
  WHERE j.name = $1 AND j.id = w.id AND j.retry_count = w.attempt AND j.state = 'active'`;

const BRING_FORWARD = `UPDATE pgboss.job SET start_after = now() WHERE name = $1 AND id IN (
  SELECT id FROM pgboss.job WHERE name = $1 AND state = 'retry' AND start_after > now()
  ORDER BY created_on, id LIMIT $2)`;
