// Lines under the cards of a thing: said once, in its thread, and taken back when its person is forgotten.
import type { PostSubject } from '#engine/ports/notifier.ts';
import type { Post } from '#engine/ports/post-records.ts';
import { type Card, note } from '../card.ts';
import { wordsOn } from '../languages.ts';
import type { Surface } from '../surface.ts';
import type { Words } from '../words/en.ts';
import { spoken } from '../words/languages.ts';
import { type PostingDeps, standingFor } from './cards.ts';
import { loadSubjectCard } from './subject-cards.ts';
import { forEach, inTurn, postsOn } from './turns.ts';

type Line = {
  readonly subject: PostSubject;
  readonly posts: readonly Post[];
  readonly key: string;
  /** The line in the language of the channel that it is said in. */
  readonly draw: (words: Words) => Card;
};

/** Says a line under every card of a thing on a surface, once per key; where a digest stands for the card, under that. */
export async function replyOn(
  options: PostingDeps,
  surface: Surface,
  { subject, posts, key, draw }: Line,
): Promise<void> {
  await forEach(postsOn(surface, posts), async (stale) => {
    const stands = await standingFor(options, surface, stale);
    if (stands === null) return;
    // Under a card that stands for many, the line says whom it is about.
    const words = wordsOn(options, surface, stale.channel);
    const card = spoken(words, draw(words));
    const isOwn = stands.id === stale.id;
    const said = isOwn ? card : await withTitleOf(options, words, subject, card);
    await inTurn(options, surface, stale, async (post) => {
      if ((await options.storage.posts.line(post.id, key)) !== null) return;
      // Noted afterwards: a crash in between repeats the line under the same key, which a surface recognises.
      const line = await surface.reply({
        channel: stands.channel,
        messageId: stands.messageId,
        card: said,
        key: `${post.id}/${key}`,
      });
      await options.storage.posts.addLine(post.id, key, line);
    });
  });
}

async function withTitleOf(
  deps: PostingDeps,
  words: Words,
  subject: PostSubject,
  card: Card,
): Promise<Card> {
  const about = await loadSubjectCard(deps, words, subject);
  return about === null ? card : { ...card, blocks: [note(about.title), ...card.blocks] };
}

/**
 * Shows every line under these posts without its words. One that cannot be changed keeps no other from being; then this
 * throws VendorError, so that the job comes back, and is told to the team when it never succeeds.
 */
export async function redactOn(
  deps: Pick<PostingDeps, 'storage' | 'playbook'>,
  surface: Surface,
  { posts, draw }: Pick<Line, 'posts' | 'draw'>,
): Promise<void> {
  await forEach(postsOn(surface, posts), async (post) => {
    const words = wordsOn(deps, surface, post.channel);
    const card = spoken(words, draw(words));
    await forEach(await deps.storage.posts.linesUnder(post.id), async (messageId) => {
      await surface.update({ channel: post.channel, messageId, card });
    });
  });
}
