// What a model has answered as a card: its words, the proposals below them, and what they were made from.
import type { KeptAnswer } from '#engine/ports/assistant-records.ts';
import { type Block, type Card, note, text } from '../../card.ts';
import { feedback } from '../../cards/feedback.ts';
import type { Words } from '../../words/en.ts';
import { foldWhereFull } from '../proposal-card.ts';

/** The whole card; each of the `proposals` as it stands, its blocks below a line. `isOpen`: one waits for somebody's word; `isEndless`: there is room for everything. */
export function modelAnswerCard(
  words: Words,
  { paragraphs, sources, feedback: asks }: Omit<KeptAnswer, 'proposals'>,
  proposals: readonly (readonly Block[])[],
  { isOpen, isEndless }: { readonly isOpen: boolean; readonly isEndless: boolean },
): Card {
  const { title, byModel, sources: from } = words.assistant;
  const said = (paragraphs.length === 0 ? ['…'] : paragraphs).map((one) => text(one));
  const shown = isEndless ? proposals : foldWhereFull(words, said, proposals);
  const made = sources.length === 0 ? '' : ` ${from(sources.join('; '))}`;
  return {
    title,
    tone: isOpen ? 'warning' : 'neutral',
    blocks: [
      ...said,
      ...shown.flatMap((blocks): readonly Block[] => [{ kind: 'divider' }, ...blocks]),
      note(`${byModel}${made}`),
      ...(asks === null ? [] : [feedback(words, asks)]),
    ],
  };
}
