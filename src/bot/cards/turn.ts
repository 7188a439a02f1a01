// An answer in the making as a card: what was said so far, what is looked up for it, and the button that stops it.
import type { TurnId } from '#engine/ids.ts';
import { type Block, buttons, type Card, type ListItem, text } from '../card.ts';
import type { LiveTask, Progress } from '../live.ts';
import type { Words } from '../words/en.ts';
import { spoken } from '../words/languages.ts';

/** The button that stops an answer. */
export const STOP = 'turn.stop';

const MARK = { running: 'waiting', done: 'done', failed: 'failed' } as const;

/** The card of an answer that goes on. */
export function turnCard(words: Words, { turn, text: said, tasks }: Omit<Progress, 'card'>): Card {
  const list: readonly Block[] =
    tasks.length === 0 ? [] : [{ kind: 'list', items: tasks.map((task) => itemOf(words, task)) }];
  return spoken(words, {
    title: words.assistant.title,
    tone: 'neutral',
    blocks: [text(said === '' ? words.turns.begun : said), ...list, stopButton(words, turn)],
  });
}

function stopButton({ turns }: Words, turn: TurnId): Block {
  return buttons({ label: turns.stop, action: { name: STOP, id: turn } });
}

function itemOf({ turns }: Words, { name, state }: LiveTask): ListItem {
  return {
    mark: MARK[state],
    text: [{ kind: 'code', text: name }, ` (${turns.states[state]})`],
  };
}
