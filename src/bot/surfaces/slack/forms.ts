// The forms of a card from the fullest on: what a workspace refuses is left out, one thing after the other, and remembered.
import type { ActionCodec } from '../../action-id.ts';
import type { Card } from '../../card.ts';
import { cardToBlocks, LONG_KNOWN, type SlackMessage } from './blocks.ts';
import type { PictureFiles } from './pictures.ts';
import { type RecentBlocks, recentIn } from './recent-blocks.ts';

/** What decides how a card looks in a workspace. */
export type Looks = {
  readonly codec: ActionCodec;
  readonly pictures: PictureFiles;
  readonly recent: RecentBlocks;
};

/** A message, or a modal or a Home tab, in one of the looks that it may have. */
export type Form<Drawn = SlackMessage> = {
  /** Drawn when it is needed, which for all but the first is hardly ever. */
  readonly draw: () => Drawn;
  /** It was refused and the next form was taken: what it has more is at fault. */
  readonly blame: () => void;
};

/** A message that has nothing to leave out. */
export function onlyForm<Drawn>(draw: () => Drawn): Form<Drawn> {
  return { draw, blame: () => undefined };
}

/** With recent blocks, then without them, then without pictures; of these only those that differ. Never throws. */
export async function formsOf(looks: Looks, card: Card): Promise<readonly Form[]> {
  const { codec, recent } = looks;
  const pictures = await looks.pictures.of(card);
  const full = cardToBlocks(card, codec, { pictures, recent: recent.taken() });
  const used = recentIn(full.blocks);
  const hasPictures = pictures.size > 0;
  if (used.size === 0 && !hasPictures) return [onlyForm(() => full)];
  const newest = { draw: () => full, blame: () => recent.refused(used) };
  const pictured = {
    draw: () => cardToBlocks(card, codec, { ...LONG_KNOWN, pictures }),
    blame: () => looks.pictures.forget(),
  };
  return [
    ...(used.size > 0 ? [newest] : []),
    ...(hasPictures ? [pictured] : []),
    onlyForm(() => cardToBlocks(card, codec)),
  ];
}

/** Calls with one form after the other until one is taken. Throws what is no refusal, and the last one. */
export async function firstTaken<Drawn, T>(
  forms: readonly Form<Drawn>[],
  call: (drawn: Drawn) => Promise<T>,
  isRefusal: (error: unknown) => boolean,
): Promise<T> {
  let blame = () => {};
  for (const [at, form] of forms.entries()) {
    try {
      const result = await call(form.draw());
      blame();
      return result;
    } catch (error) {
      if (at === forms.length - 1 || !isRefusal(error)) throw error;
      blame = form.blame;
    }
  }
  throw new RangeError('a card has at least one form');
}
