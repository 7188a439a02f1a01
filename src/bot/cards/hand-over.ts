// What is left of the refund cases at the end of a shift: how many, which are late, who has what.
import type { HandOver } from '#engine/ports/notifier.ts';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  facts,
  type Inline,
  note,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import { caseStateText } from './case-state.ts';
import { oneLine } from './shorten.ts';

/** How many cases stand on the card, and how many of those have a button. */
const ROWS = 10;
const OPENED = 3;

type Left = HandOver['cases'][number];

/** The card, in the channel at the end of a shift and to whoever asks. */
export function handOverCard(words: Words, { cases, count }: HandOver): Card {
  const { handOver } = words.cases;
  if (count === 0)
    return { title: handOver.nothing, tone: 'good', blocks: [text(handOver.nothingText)] };
  const overdue = cases.filter(({ isOverdue }) => isOverdue).length;
  return {
    title: handOver.title(count),
    tone: overdue > 0 ? 'bad' : 'neutral',
    blocks: [
      facts(
        [handOver.overdue, String(overdue)],
        [handOver.free, String(cases.filter(({ assignee }) => assignee === null).length)],
        [handOver.asleep, String(cases.filter(({ snoozedUntil }) => snoozedUntil !== null).length)],
      ),
      {
        kind: 'table',
        caption: handOver.title(count),
        columns: handOver.columns,
        rows: cases.slice(0, ROWS).map((item) => rowOf(words, item)),
      },
      ...rest(words, count),
      buttons(
        { label: handOver.giveMine, action: { name: 'case.hand-over', id: '' } },
        ...cases.slice(0, OPENED).map((item) => openButton(words, item)),
      ),
    ],
  };
}

function rowOf(words: Words, item: Left): readonly Inline[] {
  const { assignee, isOverdue, isEscalated, snoozedUntil } = item;
  const status = assignee === null ? 'open' : 'taken';
  const isAsleep = snoozedUntil !== null;
  return [
    nameOf(item),
    caseStateText(words, { status, resolution: null, isOverdue, isEscalated, isAsleep }),
    oneLine(assignee ?? words.nobody, 40),
    time(new Date(item.dueAt)),
    snoozedUntil === null ? '' : time(new Date(snoozedUntil)),
  ];
}

function rest(words: Words, count: number): readonly Block[] {
  return count <= ROWS ? [] : [note(words.cases.handOver.more(count - ROWS))];
}

function openButton(words: Words, item: Left): Button {
  const label = words.cases.handOver.openCase(nameOf(item));
  return { label, action: { name: 'case.show', id: item.id } };
}

function nameOf({ order, id }: Left): string {
  return order === null ? id : oneLine(order, 30);
}
