// Whether a card gets into its channel by itself, or is one of many that one card stands for.
import { quietUntil } from '#engine/flows/mute-channel.ts';
import type { NewId } from '#engine/ids.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import type { Channel } from '#engine/playbook/team.ts';
import type { Post } from '#engine/ports/post-records.ts';
import type { Records, Storage } from '#engine/ports/storage.ts';

type DigestDeps = {
  readonly storage: Storage;
  readonly playbook: Playbook;
  readonly newId: NewId;
  readonly now: () => Date;
};

/** How long a digest's card stands before it is drawn anew, however much comes in. */
const REDRAW_MS = 2_000;

/**
 * Decides for a post without a card, once, and has the digest that stands for it drawn. The post as it is then: one
 * with a `digestId` has no card of its own.
 */
export async function admitToChannel(
  deps: DigestDeps,
  post: Post,
  channel: Channel,
): Promise<Post> {
  if (post.subject.kind === 'digest' || post.messageId !== null) return post;
  return deps.storage.transaction(async (records) => {
    const now = deps.now();
    const quiet = await quietUntil(
      { storage: records, team: deps.playbook.team, now },
      { surface: post.surface, channel },
    );
    const admitted = await records.posts.admit(post.id, {
      now,
      most: quiet === null ? deps.playbook.team.limits.storm_threshold : 0,
      purpose: channel,
      newDigestId: deps.newId('digest'),
    });
    if (admitted.digestId !== null)
      await redraw(deps, records, { post: admitted, channel, at: quiet ?? now });
    return admitted;
  });
}

/** Until when a digest without a card waits for its channel's quiet to end, earlier where that ends earlier; null: no longer. */
export async function heldBackUntil(
  deps: DigestDeps,
  { subject, surface, messageId }: Post,
  channel: Channel,
): Promise<Date | null> {
  if (subject.kind !== 'digest' || messageId !== null) return null;
  const { storage, playbook } = deps;
  const now = deps.now();
  const end = await quietUntil({ storage, team: playbook.team, now }, { surface, channel });
  if (end !== null) await storage.digests.ask(subject.id, now, end);
  return end;
}

/** The post of the digest that stands for a post, or null where the post stands for itself. */
export async function digestPostOf(
  { storage }: Pick<DigestDeps, 'storage'>,
  post: Post,
): Promise<Post | null> {
  if (post.digestId === null) return null;
  const posts = await storage.posts.of({ kind: 'digest', id: post.digestId });
  return posts.find(({ surface }) => surface === post.surface) ?? null;
}

/** The first card of a digest comes at once, or when the quiet ends; later ones no oftener than anybody reads. */
async function redraw(
  deps: DigestDeps,
  records: Records,
  { post, channel, at }: { readonly post: Post; readonly channel: Channel; readonly at: Date },
): Promise<void> {
  if (post.digestId === null) return;
  const subject = { kind: 'digest', id: post.digestId } as const;
  const id = deps.newId('post');
  const card = await records.posts.claim({
    id,
    subject,
    surface: post.surface,
    channel: post.channel,
  });
  const now = deps.now();
  const isFirst = card.messageId === null && card.id === id;
  const wanted = isFirst || at > now ? at : new Date(now.getTime() + REDRAW_MS);
  const dueAt = await records.digests.ask(post.digestId, now, wanted);
  if (dueAt === null) return;
  const job = { name: 'publish', subject, channel } as const;
  await records.enqueue([dueAt > now ? { job, notBefore: dueAt } : { job }]);
}
