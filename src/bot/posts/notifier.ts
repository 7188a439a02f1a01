// The Notifier port, spoken as cards: each thing is posted once on every surface, and changed where it stands.
import { createHash } from 'node:crypto';
import { canonicalJson } from '#engine/approvals/plan.ts';
import { VendorError } from '#engine/errors.ts';
import type { NewId } from '#engine/ids.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import type { Channel } from '#engine/playbook/team.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Notifier, PostSubject } from '#engine/ports/notifier.ts';
import type { Post } from '#engine/ports/post-records.ts';
import type { Storage } from '#engine/ports/storage.ts';
import type { Card } from '../card.ts';
import { newsCard } from '../cards/news.ts';
import { forgottenLineCard, threadCard } from '../cards/thread.ts';
import { channelLanguage, wordsOn } from '../languages.ts';
import type { Surface } from '../surface.ts';
import type { Words } from '../words/en.ts';
import { spoken, wordsIn } from '../words/languages.ts';
import { admitToChannel, isHeldBack } from './digests.ts';
import { redactOn, replyOn } from './lines.ts';
import { loadSubjectCard, originsOf } from './subject-cards.ts';
import { inTurn, postsOn } from './turns.ts';

/** What the notifier draws on. */
export type NotifierOptions = {
  readonly storage: Storage;
  readonly surfaces: readonly Surface[];
  readonly playbook: Playbook;
  readonly newId: NewId;
  readonly now: () => Date;
  readonly log: Log;
  /** Named points of the kill test; a notifier without them is never killed. */
  readonly crashpoint?: (name: string) => void;
};

/** A notifier over the surfaces that are connected. */
export function createNotifier(options: NotifierOptions): Notifier {
  return {
    publish: (name, subject, channel) =>
      onSurface(options, name, async (surface) => {
        const words = wordsIn(channelLanguage(options.playbook.team, channel));
        if ((await loadSubjectCard(options, words, subject)) === null) return;
        await publishOn(options, surface, subject, channel);
        await refreshRelated(options, surface, subject, channel);
      }),
    reply: (name, subject, key, said) =>
      onSurface(options, name, async (surface) => {
        const draw = (words: Words) => threadCard(words, said, options.playbook.team.people);
        const posts = await options.storage.posts.of(subject);
        await replyOn(options, surface, { subject, posts, key, draw });
      }),
    redact: (name, subject) =>
      onSurface(options, name, async (surface) => {
        const posts = await options.storage.posts.of(subject);
        await redactOn(options, surface, { posts, draw: forgottenLineCard });
      }),
    tell: (name, channel, key, news) =>
      onSurface(options, name, async (surface) => {
        const words = wordsIn(channelLanguage(options.playbook.team, channel));
        const card = spoken(words, newsCard(words, news));
        await tellOn(options, surface, { channel, key, card });
      }),
  };
}

/** Runs the work where the surface is connected; fails where it may be tried again. */
async function onSurface(
  { surfaces, log }: NotifierOptions,
  name: string,
  work: (surface: Surface) => Promise<void>,
): Promise<void> {
  const surface = surfaces.find((each) => each.name === name);
  if (surface === undefined) return;
  try {
    await work(surface);
  } catch (error) {
    if (!(error instanceof VendorError) || error.retryable) throw error;
    log.warn({ surface: name, status: error.status }, 'surface not told');
  }
}

/** Posts in the channel where that is new, and brings every other post of the thing on this surface up to date. */
async function publishOn(
  options: NotifierOptions,
  surface: Surface,
  subject: PostSubject,
  channel: Channel,
): Promise<void> {
  const { posts } = options.storage;
  const here = surface.channelOf(channel);
  // A digest has one post, made with it: it stands for what came into one channel of one surface.
  if (here !== null && subject.kind !== 'digest') {
    const id = options.newId('post');
    await posts.claim({ id, subject, surface: surface.name, channel: here });
  }
  for (const post of postsOn(surface, await posts.of(subject)))
    await show(options, surface, post, channel);
}

/** A post that a digest stands for has the digest drawn anew; every other one is brought up to date itself. */
async function show(
  options: NotifierOptions,
  surface: Surface,
  post: Post,
  channel: Channel,
): Promise<void> {
  const admitted = await admitToChannel(options, post, channel);
  if (admitted.digestId !== null || (await isHeldBack(options, admitted, channel))) return;
  await bringUpToDate(options, surface, admitted);
}

/** The notices or the case that an approval came from show the decision too, wherever they stand on this surface. */
async function refreshRelated(
  options: NotifierOptions,
  surface: Surface,
  subject: PostSubject,
  channel: Channel,
): Promise<void> {
  for (const origin of await originsOf(options, subject)) {
    const posts = postsOn(surface, await options.storage.posts.of(origin));
    for (const post of posts.filter(({ messageId, digestId }) => messageId ?? digestId))
      await show(options, surface, post, channel);
  }
}

/** The card is drawn once the turn is ours, so that an older state never overwrites a newer one. */
async function bringUpToDate(
  options: NotifierOptions,
  surface: Surface,
  stale: Post,
): Promise<void> {
  const { storage, crashpoint = () => {} } = options;
  await inTurn(options, surface, stale, async (post) => {
    const { channel, messageId } = post;
    const words = wordsOn(options, surface, channel);
    const drawn = await loadSubjectCard(options, words, post.subject);
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

async function tellOn(
  options: NotifierOptions,
  surface: Surface,
  told: { readonly channel: Channel; readonly key: string; readonly card: Card },
): Promise<void> {
  const channel = surface.channelOf(told.channel);
  if (channel === null) return;
  await sayOnce(options, `${surface.name}/${told.key}`, async () => {
    await surface.post({ channel, card: told.card, key: told.key });
  });
}

/**
 * Says something unless it was said. It is noted as said afterwards: a crash in between repeats it under the same key,
 * which a surface may recognise; noting it first would lose it while a surface is down.
 */
async function sayOnce(
  { storage, now }: NotifierOptions,
  key: string,
  say: () => Promise<void>,
): Promise<void> {
  const said = `said/${key}`;
  if (typeof (await storage.settings.get(said)) === 'string') return;
  await say();
  await storage.settings.set(said, now().toISOString());
}

function fingerprintOf(card: Card): string {
  return createHash('sha256').update(canonicalJson(card)).digest('hex');
}
