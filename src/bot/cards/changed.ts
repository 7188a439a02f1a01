// That a command has changed something, for a channel: one line with the way to its card, which stands elsewhere and stays true.
import { buttons, type Card, note } from '../card.ts';
import type { Words } from '../words/en.ts';
import { oneLine } from './shorten.ts';

/** What was changed, by whom, and what became of it, in the words of who reads it. */
export type Changed = {
  readonly kind: 'approval' | 'case' | 'task' | 'run';
  readonly id: string;
  readonly by: string;
  readonly state: (words: Words) => string;
};

const SHOWS = { approval: 'approval.open', case: 'case.show', task: 'task.show', run: 'run.show' };

/** The line. It names no customer: nobody takes it back when they are forgotten. */
export function changedCard(words: Words, { kind, id, by, state }: Changed): Card {
  const { changed } = words;
  return {
    title: changed.title[kind](id, state(words)),
    tone: 'neutral',
    blocks: [
      note(changed.by(oneLine(by, 60))),
      buttons({ label: changed.show, action: { name: SHOWS[kind], id } }),
    ],
  };
}
