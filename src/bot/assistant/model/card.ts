// What a model has answered as a card: its words, the proposals below them, and what they were made from.
import type { TurnId } from '#engine/ids.ts';
import type { KeptAnswer } from '#engine/ports/assistant-records.ts';
import { type Block, type Card, note, text } from '../../card.ts';
import { feedback } from '../../cards/feedback.ts';
import type { Words } from '../../words/en.ts';
import { foldWhereFull } from '../proposal-card.ts';
import { sourceButtons, sourceText } from './sources.ts';

/** What stands below the words: `isOpen`, where a proposal waits for somebody's word; `isEndless`, where there is room for everything. */
type Below = {
  readonly turn: TurnId;
  /** Whom its queries mean. */
  readonly estimates: readonly Block[];
  readonly isOpen: boolean;
  readonly isEndless: boolean;
};

/** The whole card; each of the `proposals` as it stands, its blocks below a line. */
export function modelAnswerCard(
  words: Words,
  { paragraphs, sources, feedback: asks }: Omit<KeptAnswer, 'proposals' | 'queries'>,
  proposals: readonly (readonly Block[])[],
  { turn, estimates, isOpen, isEndless }: Below,
): Card {
  const { title, byModel } = words.assistant;
  const paragraphBlocks = (paragraphs.length === 0 ? ['…'] : paragraphs).map((one) => text(one));
  const said = [...paragraphBlocks, ...estimates];
  const shown = isEndless ? proposals : foldWhereFull(words, said, proposals);
  return {
    title,
    tone: isOpen ? 'warning' : 'neutral',
    blocks: [
      ...said,
      ...shown.flatMap((blocks): readonly Block[] => [{ kind: 'divider' }, ...blocks]),
      note(`${byModel}${sourceText(words, sources)}`),
      ...sourceButtons(words, turn, sources),
      ...(asks === null ? [] : [feedback(words, asks)]),
    ],
  };
}
