// The cards of a thing on one surface: each is posted once, and changed where it stands.
import { createHash } from 'node:crypto';
import { canonicalJson } from '#engine/approvals/plan.ts';
import { VendorError } from '#engine/errors.ts';
import type { NewId } from '#engine/ids.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import type { Channel } from '#engine/playbook/team.ts';
import type { PostSubject } from '#engine/ports/notifier.ts';
import type { Post } from '#engine/ports/post-records.ts';
import type { Storage } from '#engine/ports/storage.ts';
import type { Card } from '../card.ts';
import { purposeOn, wordsOn } from '../languages.ts';
import type { Surface } from '../surface.ts';
import { spoken } from '../words/languages.ts';
import { admitToChannel, digestPostOf, heldBackUntil } from './digests.ts';
import { loadSubjectCard, originsOf } from './subject-cards.ts';
import { forEach, inTurn, notYet, postsOn } from './turns.ts';

/** What posting draws on. */
export type PostingDeps = {
  readonly storage: Storage;
  readonly playbook: Playbook;
  readonly newId: NewId;
  readonly now: () => Date;
  /** Has what waits for a surface tried now, the oldest first: all of it, or so many. */
  readonly hurry: (surface: string, most?: number) => Promise<void>;
  /** Named points of the kill test; a notifier without them is never killed. */
  readonly crashpoint?: (name: string) => void;
};

/** Posts in the channel where that is new, and brings every other post of the thing on this surface up to date. */
export async function publishOn(
  deps: PostingDeps,
  surface: Surface,
  subject: PostSubject,
  channel: Channel,
): Promise<void> {
  const { posts } = deps.storage;
  const here = surface.channelOf(channel);
  // A digest has one post, made with it: it stands for what came into one channel of one surface.
  if (here !== null && subject.kind !== 'digest') {
    const id = deps.newId('post');
    await posts.claim({ id, subject, surface: surface.name, channel: here });
  }
  const own = postsOn(surface, await posts.of(subject));
  const related = await relatedOn(deps, surface, subject);
  await forEach([...own, ...related], (post) =>
    whereStillUsed(surface, post, () => show(deps, surface, post, channel)),
  );
}

/** A channel that team.yml names no more and that takes nothing is left as it is: nobody is going to mend it. */
async function whereStillUsed(
  surface: Surface,
  { channel }: Post,
  work: () => Promise<void>,
): Promise<void> {
  await work().catch((error: unknown) => {
    const isClosed = error instanceof VendorError && error.refused?.what === 'channel';
    if (!isClosed || purposeOn(surface, channel) !== null) throw error;
  });
}

/** The notices or the case that an approval came from show the decision too, wherever they stand on this surface. */
async function relatedOn(
  deps: PostingDeps,
  surface: Surface,
  subject: PostSubject,
): Promise<readonly Post[]> {
  const origins = await originsOf(deps, subject);
  const posts = await Promise.all(origins.map((origin) => deps.storage.posts.of(origin)));
  return postsOn(surface, posts.flat()).filter(({ messageId, digestId }) => messageId ?? digestId);
}

/** A post that a digest stands for has the digest drawn anew; every other one is brought up to date itself. */
async function show(
  deps: PostingDeps,
  surface: Surface,
  post: Post,
  channel: Channel,
): Promise<void> {
  const admitted = await admitToChannel(deps, post, channel);
  if (admitted.digestId !== null) return;
  const until = await heldBackUntil(deps, admitted, channel);
  if (until !== null) throw notYet(surface, 'the channel is quiet', msFrom(deps.now(), until));
  await bringUpToDate(deps, surface, admitted);
  // What was said meanwhile waits for the digest's card.
  if (admitted.subject.kind === 'digest' && admitted.messageId === null)
    await deps.hurry(surface.name);
}

function msFrom(now: Date, until: Date): number {
  return until.getTime() - now.getTime();
}

/**
 * The post whose message stands for a post: its own, or the digest's. One that does not stand yet is brought now, so
 * that what is said under a card waits for nothing else. Null where none ever will. Throws what posting throws.
 */
export async function standingFor(
  deps: PostingDeps,
  surface: Surface,
  post: Post,
): Promise<(Post & { readonly messageId: string }) | null> {
  const find = async () => {
    const own = (await deps.storage.posts.get(post.id)) ?? post;
    return (await digestPostOf(deps, own)) ?? own;
  };
  const found = await find();
  if (found.messageId !== null) return { ...found, messageId: found.messageId };
  const purpose = purposeOn(surface, post.channel);
  const words = wordsOn(deps, surface, post.channel);
  if (purpose === null || (await loadSubjectCard(deps, words, found.subject)) === null) return null;
  await show(deps, surface, found, purpose);
  const shown = await find();
  if (shown.messageId === null) throw notYet(surface, 'the card is not posted yet');
  return { ...shown, messageId: shown.messageId };
}

/** The card is drawn once the turn is ours, so that an older state never overwrites a newer one. */
async function bringUpToDate(deps: PostingDeps, surface: Surface, stale: Post): Promise<void> {
  const { storage, crashpoint = () => {} } = deps;
  await inTurn(deps, surface, stale, async (post) => {
    const { channel, messageId } = post;
    const words = wordsOn(deps, surface, channel);
    const drawn = await loadSubjectCard(deps, words, post.subject);
    if (drawn === null) return;
    const card = spoken(words, drawn);
    const fingerprint = fingerprintOf(card);
    if (messageId !== null && post.fingerprint === fingerprint) return;
    crashpoint(`K9:${surface.name}`);
    const stands = messageId !== null && (await surface.update({ channel, messageId, card }));
    const shown = stands ? messageId : await surface.post({ channel, card, key: keyOf(post) });
    crashpoint(`${stands ? 'K27' : 'K10'}:${surface.name}`);
    await storage.posts.setPosted(post.id, shown, fingerprint);
  });
}

/** The same in every attempt to post, and another one once the post that it made is gone. */
function keyOf(post: Post): string {
  return post.messageId === null ? post.id : `${post.id}/${post.messageId}`;
}

function fingerprintOf(card: Card): string {
  return createHash('sha256').update(canonicalJson(card)).digest('hex');
}
