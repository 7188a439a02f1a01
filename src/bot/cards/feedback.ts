// Whether an answer of the assistant was of use: the two buttons below it, and what came of them.
import type { Block, Card } from '../card.ts';
import type { Words } from '../words/en.ts';
import { listCard } from './list.ts';
import { oneLine } from './shorten.ts';

/** Who answered: a model, the assistant by itself, or nobody, since nothing was understood. */
export type Answerer = 'model' | 'offline' | 'lost';

/** What teammates said of answers that were made of the same commands. */
export type Opinions = {
  readonly by: Answerer;
  readonly commands: string;
  readonly helpful: number;
  readonly unhelpful: number;
};

/** What a button has room for. */
const ID_MOST = 50;
const MARK = 8;

/** Who answered, which answer it is, and from which commands; nothing of what was said. `answer` is an id. */
export function feedbackId(by: Answerer, commands: readonly string[], answer: string): string {
  const names = [...new Set(commands)].join(', ');
  return `${by}:${answer.slice(-MARK)}:${names}`.slice(0, ID_MOST);
}

/** The two parts of such an id: what is counted, and the answer, of which each person is counted once. */
export function readFeedbackId(id: string): { readonly source: string; readonly answer: string } {
  const [by = '', answer = '', names = ''] = id.split(':', 3);
  return { source: `${by}:${names}`, answer };
}

/** The two buttons below an answer. */
export function feedback({ assistant }: Words, id: string): Block {
  return {
    kind: 'buttons',
    buttons: [
      { label: assistant.helpful, action: { name: 'answer.helpful', id } },
      { label: assistant.unhelpful, action: { name: 'answer.unhelpful', id } },
    ],
    feedback: true,
  };
}

/** What was thought of the answers, the most disliked first. */
export function feedbackCard(words: Words, opinions: readonly Opinions[]): Card {
  const { feedbackTitle, feedbackEmpty, feedbackColumns, answeredBy } = words.assistant;
  return listCard({
    title: feedbackTitle,
    empty: feedbackEmpty,
    columns: feedbackColumns,
    rows: opinions.map(({ by, commands, helpful, unhelpful }) => [
      answeredBy[by],
      oneLine(commands, 60),
      words.number(helpful),
      words.number(unhelpful),
    ]),
    more: null,
  });
}
