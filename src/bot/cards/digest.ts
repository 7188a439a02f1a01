// One card that stands for many: how many came, the newest of them, and a way to each.
import type { PostId } from '#engine/ids.ts';
import type { Digest } from '#engine/ports/post-records.ts';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  type ListItem,
  note,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';

/** A digest with some of the things that it stands for, as their cards are now; null where one is gone. */
export type DigestView = {
  readonly digest: Digest;
  readonly page: { readonly limit: number; readonly skip: number };
  readonly cards: readonly { readonly postId: PostId; readonly card: Card | null }[];
};

/** How many things a page of a digest shows, each with a button. */
export const DIGEST_PAGE = 10;

/** The card in the channel: it changes while more comes in. */
export function digestCard(words: Words, view: DigestView): Card {
  const { digests } = words;
  const { digest, cards } = view;
  return {
    title: digests.title(digest.count),
    tone: 'warning',
    blocks: [
      text(...digests.between(time(digest.since, 'full'), time(digest.lastAt, 'full'))),
      { kind: 'list', items: itemsOf(words, view) },
      ...(digest.count > cards.length ? [note(words.more(digest.count - cards.length))] : []),
      buttons(pageButton(digests.open, view, 0)),
    ],
  };
}

/** One page of a digest, for who asked: each thing can be opened and worked on. */
export function digestPageCard(words: Words, view: DigestView): Card {
  const { digests } = words;
  const { digest, page, cards } = view;
  const next = page.skip + cards.length;
  return {
    title: digests.title(digest.count),
    tone: 'neutral',
    blocks: [
      ...cards.flatMap(({ postId, card }): readonly Block[] =>
        card === null ? [] : [text(card.title), buttons(openButton(words, postId))],
      ),
      buttons(next < digest.count ? pageButton(digests.next, view, next) : null),
    ],
  };
}

function itemsOf(words: Words, { cards }: DigestView): readonly ListItem[] {
  return cards.map(({ card }) => ({ text: [card?.title ?? words.customers.forgottenLine] }));
}

function pageButton(label: string, { digest }: DigestView, skip: number): Button {
  return { label, action: { name: 'digest.open', id: digest.id, version: skip } };
}

function openButton(words: Words, id: PostId): Button {
  return { label: words.digests.show, action: { name: 'digest.card', id } };
}
