// What one teammate has before them: their cases, what waits for their decision, the day's numbers, and where to begin.
import type { Approval } from '#engine/approvals/approval.ts';
import type { Batch } from '#engine/batches/batch.ts';
import type { Case } from '#engine/cases/case.ts';
import type { DayNumbers } from '#engine/ports/report-records.ts';
import type { Task } from '#engine/tasks/task.ts';
import {
  type Block,
  type Button,
  buttons,
  type Card,
  facts,
  type Inline,
  note,
  strong,
  text,
  time,
} from '../card.ts';
import type { Words } from '../words/en.ts';
import { batchTitle } from './batch.ts';
import { orderName } from './refund-case.ts';
import { reviewButton } from './review.ts';
import { oneLine } from './shorten.ts';

/** The things of a list that are shown, and how many there are in all (`atLeast` where nobody counted further). */
export type Shown<Thing> = { readonly shown: readonly Thing[]; readonly count: number };

export type HomeView = {
  readonly name: string;
  readonly mine: Shown<Case>;
  readonly free: Shown<Case>;
  /** Their own, the soonest due first. */
  readonly tasks: Shown<Task>;
  /** null: this teammate decides nothing. */
  readonly approvals: Shown<Approval> | null;
  /** What they may decide for many at once, the first to expire first. */
  readonly bulk: Shown<BulkWaiting>;
  readonly today: DayNumbers;
  readonly paused: boolean;
  readonly now: Date;
};

/** The whole card. */
export function homeCard(words: Words, view: HomeView): Card {
  const { home } = words;
  return {
    title: home.title(oneLine(view.name, 60)),
    tone: 'neutral',
    blocks: [
      ...(view.paused ? [note(words.paused)] : []),
      ...decisions(words, view),
      ...section(home.mine, home.noneMine, view.mine, (item) => caseRow(words, item, view.now)),
      ...section(home.tasks, home.noTasks, view.tasks, (task) => taskRow(words, task, view.now)),
      ...section(home.free, home.noneFree, view.free, (item) => caseRow(words, item, view.now)),
      { kind: 'divider' },
      text(strong(home.today)),
      numbers(words, view.today),
      buttons(
        ...quickActions(words),
        (view.approvals?.count ?? 0) > 1 ? reviewButton(words) : null,
      ),
    ],
  };
}

/** A batch that waits for one decision. */
export type BulkWaiting = { readonly id: string; readonly batch: Batch; readonly expiresAt: Date };

/** One by one, and for many at once; that nothing waits is said where both are empty. */
function decisions(words: Words, { approvals, bulk }: HomeView): readonly Block[] {
  const { home } = words;
  const onlyBulk = approvals?.count === 0 && bulk.count > 0;
  return [
    ...section(home.approvals, home.noApprovals, onlyBulk ? null : approvals, (item) =>
      approvalRow(words, item),
    ),
    ...section(home.bulk, '', bulk.count === 0 ? null : bulk, (item) => bulkRow(words, item)),
  ];
}

type Row = { readonly line: readonly Inline[]; readonly button: Button };

function section<Thing>(
  title: (count: number) => string,
  empty: string,
  things: Shown<Thing> | null,
  rowOf: (thing: Thing) => Row,
): readonly Block[] {
  if (things === null) return [];
  if (things.count === 0) return [text(strong(title(0))), note(empty)];
  return [
    text(strong(title(things.count))),
    ...things.shown.flatMap((thing): readonly Block[] => {
      const { line, button } = rowOf(thing);
      return [text(...line), buttons(button)];
    }),
  ];
}

function approvalRow(words: Words, approval: Approval): Row {
  return {
    line: [
      oneLine(approval.summary, 120),
      words.separator,
      ...words.home.expires(time(approval.expiresAt, 'relative')),
    ],
    button: { label: words.approvals.open, action: { name: 'approval.open', id: approval.id } },
  };
}

function bulkRow(words: Words, { id, batch, expiresAt }: BulkWaiting): Row {
  return {
    line: [
      oneLine(batchTitle(words, batch), 120),
      words.separator,
      ...words.home.expires(time(expiresAt, 'relative')),
    ],
    button: { label: words.approvals.open, action: { name: 'batch.show', id } },
  };
}

function caseRow(words: Words, item: Case, now: Date): Row {
  const order = orderName(item, null);
  const due = item.dueAt <= now ? words.home.overdue : words.home.due;
  return {
    line: [
      words.home.refund(order === null ? null : oneLine(order, 40)),
      words.separator,
      ...due(time(item.dueAt, 'relative')),
    ],
    button: { label: words.home.openCase, action: { name: 'case.show', id: item.id } },
  };
}

function taskRow(words: Words, task: Task, now: Date): Row {
  const due = task.dueAt <= now ? words.home.overdue : words.home.due;
  return {
    line: [oneLine(task.title, 120), words.separator, ...due(time(task.dueAt, 'relative'))],
    button: { label: words.tasks.open, action: { name: 'task.show', id: task.id } },
  };
}

function numbers(words: Words, today: DayNumbers): Block {
  const { home } = words;
  return facts(
    [home.orders, home.withAmount(today.orders, words.money(today.revenue))],
    [home.refunds, home.withAmount(today.refunds, words.money(today.refunded))],
    [home.newCustomers, words.number(today.newCustomers)],
    [home.casesToday, home.openedAndResolved(today.casesOpened, today.casesResolved)],
    [home.mails, words.number(today.mailsSent)],
  );
}

function quickActions(words: Words): readonly Button[] {
  const { home } = words;
  return [
    { label: home.findCustomer, action: { name: 'customer.find', id: '' }, style: 'primary' },
    { label: home.findSegment, action: { name: 'segment.find', id: '' } },
    { label: home.newSegment, action: { name: 'segment.change', id: '' } },
    { label: home.previewMail, action: { name: 'email.preview', id: '' } },
  ];
}
