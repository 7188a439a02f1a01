// One card that stands for many: whether a post gets into its channel by itself, and what a digest stands for.
import { asId, type PostId } from '#engine/ids.ts';
import type { DigestRecords, PostRecords } from '#engine/ports/post-records.ts';
import { toPost } from './post-row.ts';
import { lockKeys, type Session } from './session.ts';

/** The time within which a channel's cards are counted; a digest that nothing joined for so long is closed. */
const WINDOW_MS = 60_000;

/** Digests of posts. */
export function digestRecords({ prisma, query }: Session): DigestRecords {
  return {
    get: async (id) => {
      const row = await prisma.digest.findUnique({ where: { id } });
      if (row === null) return null;
      const { _count, _min } = await prisma.post.aggregate({
        where: { digestId: id },
        _count: true,
        _min: { admittedAt: true },
      });
      const { surface, channel, lastAt } = row;
      const since = _min.admittedAt ?? lastAt;
      return { id, surface, channel, since, lastAt, count: _count };
    },
    posts: async (id, { limit, skip }) => {
      const rows = await prisma.post.findMany({
        where: { digestId: id },
        orderBy: [{ admittedAt: 'desc' }, { id: 'desc' }],
        take: limit,
        skip,
      });
      return rows.map(toPost);
    },
    ask: async (id, now, at) => {
      const rows = await query(
        'UPDATE digests SET due_at = $3 WHERE id = $1 AND due_at <= $2 RETURNING id',
        [id, now, at],
      );
      return rows.length === 0 ? null : at;
    },
    reschedule: async ({ surface, purpose }, now, at) => {
      const rows = await query<{ id: string }>(
        `UPDATE digests SET due_at = $4 WHERE surface = $1 AND purpose = $2 AND due_at > $3
          RETURNING id`,
        [surface, purpose, now, at],
      );
      return rows.map((row) => asId('digest', row.id));
    },
  };
}

/**
 * Lets a post into its channel, or into the channel's digest. The cards of a channel take turns, in the transaction of
 * the session, so that two workers count each other's.
 */
export async function admitPost(
  { query }: Session,
  id: PostId,
  ask: Parameters<PostRecords['admit']>[1],
): Promise<void> {
  const [post] = await query<{ surface: string; channel: string }>(
    'SELECT surface, channel FROM posts WHERE id = $1',
    [id],
  );
  if (post === undefined) return;
  const { surface, channel } = post;
  await lockKeys(query, [`posts/${surface}/${channel}`]);
  const since = new Date(ask.now.getTime() - WINDOW_MS);
  const [seen] = await query<{ count: number }>(COUNT, [surface, channel, since]);
  const digestId =
    (seen?.count ?? 0) < ask.most ? null : await digestFor(query, { surface, channel, since }, ask);
  await query(
    'UPDATE posts SET admitted_at = $2, digest_id = $3 WHERE id = $1 AND admitted_at IS NULL',
    [id, ask.now, digestId],
  );
}

const COUNT = `SELECT count(*)::int AS count FROM posts
  WHERE surface = $1 AND channel = $2 AND admitted_at > $3`;

async function digestFor(
  query: Session['query'],
  place: { readonly surface: string; readonly channel: string; readonly since: Date },
  { now, purpose, newDigestId }: Parameters<PostRecords['admit']>[1],
): Promise<string> {
  const { surface, channel, since } = place;
  const [open] = await query<{ id: string }>(JOIN, [surface, channel, since, now]);
  if (open !== undefined) return open.id;
  // Due since always: the first who asks for it has it drawn.
  await query(
    `INSERT INTO digests (id, surface, channel, purpose, last_at, due_at)
      VALUES ($1, $2, $3, $4, $5, to_timestamp(0))`,
    [newDigestId, surface, channel, purpose, now],
  );
  return newDigestId;
}

/** One that waits to be drawn is joined however long ago it began: a channel that is kept quiet gets one card at the end. */
const JOIN = `UPDATE digests SET last_at = $4 WHERE id = (
  SELECT id FROM digests WHERE surface = $1 AND channel = $2 AND (last_at > $3 OR due_at > $4)
  ORDER BY last_at DESC LIMIT 1) RETURNING id`;
