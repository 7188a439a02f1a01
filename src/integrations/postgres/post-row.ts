// A post as its table holds it.
import { asId } from '#engine/ids.ts';
import type { Post } from '#engine/ports/post-records.ts';
import type { Post as PostRow } from './generated/client.ts';
import { fromJson } from './json.ts';

/** The row as the post that the engine knows. */
export function toPost(row: PostRow): Post {
  return {
    id: asId('post', row.id),
    subject: fromJson({ kind: row.subjectKind, id: row.subjectId }),
    surface: row.surface,
    channel: row.channel,
    messageId: row.messageId,
    fingerprint: row.fingerprint,
    digestId: row.digestId === null ? null : asId('digest', row.digestId),
  };
}
