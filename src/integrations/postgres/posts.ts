// Where cards stand on the surfaces, what was said once, and the workspace's own messages.
import type { MessageRecords, PostRecords, WorkspaceMessage } from '#engine/ports/post-records.ts';
import { admitPost } from './digests.ts';
import type { Message as MessageRow } from './generated/client.ts';
import { fromJson, toJson } from './json.ts';
import { toPost } from './post-row.ts';
import type { Client, Session } from './session.ts';

/** Posts of cards. */
export function postRecords(session: Session): PostRecords {
  const client = session.prisma;
  return {
    of: async ({ kind, id }) => {
      const rows = await client.post.findMany({
        where: { subjectKind: kind, subjectId: id },
        orderBy: { id: 'asc' },
      });
      return rows.map(toPost);
    },
    standingAs: async (surface, messageIds) => {
      const row = await client.post.findFirst({
        where: { surface, messageId: { in: [...messageIds] } },
      });
      return row === null ? null : toPost(row).subject;
    },
    get: async (id) => {
      const row = await client.post.findUnique({ where: { id } });
      return row === null ? null : toPost(row);
    },
    claim: async ({ subject, ...post }) => {
      const key = {
        subjectKind: subject.kind,
        subjectId: subject.id,
        surface: post.surface,
        channel: post.channel,
      };
      await client.post.createMany({ data: [{ ...key, id: post.id }], skipDuplicates: true });
      return toPost(
        await client.post.findUniqueOrThrow({
          where: { subjectKind_subjectId_surface_channel: key },
        }),
      );
    },
    admit: async (id, ask) => {
      const row = await client.post.findUniqueOrThrow({ where: { id } });
      if (row.admittedAt !== null) return toPost(row);
      await admitPost(session, id, ask);
      return toPost(await client.post.findUniqueOrThrow({ where: { id } }));
    },
    setPosted: async (id, messageId, fingerprint) => {
      await client.post.update({ where: { id }, data: { messageId, fingerprint } });
    },
    ...turnsAt(client),
    line: async (postId, key) => {
      const row = await client.line.findUnique({ where: { postId_key: { postId, key } } });
      return row?.messageId ?? null;
    },
    addLine: async (postId, key, messageId) => {
      await client.line.createMany({ data: [{ postId, key, messageId }], skipDuplicates: true });
    },
    linesUnder: async (postId) => {
      const rows = await client.line.findMany({ where: { postId } });
      return rows.map(({ messageId }) => messageId);
    },
    once: async (key, at) => {
      const { count } = await client.said.createMany({ data: [{ key, at }], skipDuplicates: true });
      return count === 1;
    },
  };
}

/** One process at a time at a post. */
function turnsAt(client: Client): Pick<PostRecords, 'lease' | 'release' | 'releaseAll'> {
  return {
    lease: async (id, now, until) => {
      const rows = await client.post.updateManyAndReturn({
        where: { id, OR: [{ leasedUntil: null }, { leasedUntil: { lte: now } }] },
        data: { leasedUntil: until },
      });
      return rows[0] === undefined ? null : toPost(rows[0]);
    },
    release: async (id) => {
      await client.post.updateMany({ where: { id }, data: { leasedUntil: null } });
    },
    releaseAll: async () => {
      await client.post.updateMany({
        where: { leasedUntil: { not: null } },
        data: { leasedUntil: null },
      });
    },
  };
}

/** Messages of the workspace. */
export function messageRecords(client: Client): MessageRecords {
  return {
    add: async ({ card, ...message }) => {
      await client.message.createMany({
        data: [{ ...message, card: toJson(card), updatedAt: message.at }],
        skipDuplicates: true,
      });
    },
    replace: async (id, card, at) => {
      await client.message.updateMany({
        where: { id },
        data: { card: toJson(card), updatedAt: at },
      });
    },
    get: async (id) => {
      const row = await client.message.findUnique({ where: { id } });
      return row === null ? null : toMessage(row);
    },
    list: async (channel, { limit, after }) => {
      const rows = await client.message.findMany({
        where: { channel, threadOf: null },
        orderBy: { seq: 'desc' },
        take: limit,
        ...(after === undefined ? {} : { cursor: { id: after }, skip: 1 }),
      });
      return rows.map(toMessage);
    },
    thread: async (id) => {
      const rows = await client.message.findMany({
        where: { threadOf: id },
        orderBy: { seq: 'asc' },
      });
      return rows.map(toMessage);
    },
  };
}

function toMessage(row: MessageRow): WorkspaceMessage {
  return { ...row, seq: Number(row.seq), card: fromJson(row.card) };
}
