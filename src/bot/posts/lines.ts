// Lines under the cards of a thing: said once, in its thread, and taken back when its person is forgotten.
import { VendorError } from '#engine/errors.ts';
import type { PostSubject } from '#engine/ports/notifier.ts';
import type { Post } from '#engine/ports/post-records.ts';
import { type Card, note } from '../card.ts';
import { wordsOn } from '../languages.ts';
import type { Surface } from '../surface.ts';
import type { Words } from '../words/en.ts';
import { spoken } from '../words/languages.ts';
import { digestPostOf } from './digests.ts';
import { loadSubjectCard } from './subject-cards.ts';
import { inTurn, notYet, postsOn } from './turns.ts';

type LineDeps = Parameters<typeof loadSubjectCard>[0];

type Line = {
  readonly subject: PostSubject;
  readonly posts: readonly Post[];
  readonly key: string;
  /** The line in the language of the channel that it is said in. */
  readonly draw: (words: Words) => Card;
};

/** Says a line under every card of a thing on a surface, once per key; where a digest stands for the card, under that. */
export async function replyOn(
  options: LineDeps,
  surface: Surface,
  { subject, posts, key, draw }: Line,
): Promise<void> {
  for (const stale of postsOn(surface, posts)) {
    const digest = await digestPostOf(options, stale);
    // Under a card that stands for many, the line says whom it is about.
    const words = wordsOn(options, surface, stale.channel);
    const card = spoken(words, draw(words));
    const said = digest === null ? card : await withTitleOf(options, words, subject, card);
    await inTurn(options, surface, stale, async (post) => {
      const { channel, messageId } = digest ?? post;
      if (messageId === null) throw notYet(surface, 'the card is not posted yet');
      if ((await options.storage.posts.line(post.id, key)) !== null) return;
      // Noted afterwards: a crash in between repeats the line under the same key, which a surface recognises.
      const line = await surface.reply({
        channel,
        messageId,
        card: said,
        key: `${post.id}/${key}`,
      });
      await options.storage.posts.addLine(post.id, key, line);
    });
  }
}

async function withTitleOf(
  deps: LineDeps,
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
  deps: Pick<LineDeps, 'storage' | 'playbook'>,
  surface: Surface,
  { posts, draw }: Pick<Line, 'posts' | 'draw'>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const post of postsOn(surface, posts)) {
    const words = wordsOn(deps, surface, post.channel);
    const card = spoken(words, draw(words));
    for (const messageId of await deps.storage.posts.linesUnder(post.id)) {
      const update = surface.update({ channel: post.channel, messageId, card });
      await update.catch((error: unknown) => failures.push(error));
    }
  }
  if (failures.length > 0) throw stillThere(surface, failures);
}

/** Comes back even where the surface refused: what is said of who is forgotten may not stand in silence. */
function stillThere(surface: Surface, failures: readonly unknown[]): VendorError {
  const waits = failures.map((error) => (error instanceof VendorError && error.retryAfterMs) || 0);
  const longest = Math.max(...waits);
  return new VendorError('a line about somebody forgotten could not be changed', {
    vendor: surface.name,
    retryable: true,
    retryAfterMs: longest === 0 ? null : longest,
    cause: failures[0],
  });
}
