// What we had to do with a customer lately, on their profile: cases, tasks, approvals, mails, notes.
import type { Approval } from '#engine/approvals/approval.ts';
import type { Case } from '#engine/cases/case.ts';
import type { TimelineEntry } from '#engine/customers/timeline.ts';
import type { CustomerView } from '#engine/flows/view-customer.ts';
import type { MailRecord } from '#engine/ports/mail-records.ts';
import type { Task } from '#engine/tasks/task.ts';
import { type Block, type ListItem, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { caseStateText, standingOf } from './case-state.ts';
import { mailState } from './mail.ts';
import { section } from './profile-purchases.ts';
import { oneLine } from './shorten.ts';

const WAITING_SHOWN = 4;

/** What waits first, then what was, newest first. */
export function dealingBlocks(words: Words, view: CustomerView, now: Date): readonly Block[] {
  const { customers } = words;
  const waiting = [
    ...view.openCases.slice(0, WAITING_SHOWN).map((item) => caseItem(words, item, now)),
    ...view.openTasks.slice(0, WAITING_SHOWN).map((item) => taskItem(words, item, now)),
    ...view.pendingApprovals.slice(0, WAITING_SHOWN).map((item) => approvalItem(words, item)),
  ];
  return [
    ...section(customers.waiting, waiting),
    ...section(
      customers.latestApprovals,
      view.settledApprovals.map((item) => approvalItem(words, item)),
    ),
    ...section(
      customers.latestMails,
      view.mails.map((mail) => mailItem(words, mail)),
    ),
    ...section(
      customers.latestNotes,
      view.notes.map((entry) => noteItem(words, entry)),
    ),
  ];
}

function caseItem(words: Words, item: Case, now: Date): ListItem {
  const { cases, separator } = words;
  const standing = standingOf(item, now);
  const { isOverdue: late, isAsleep } = standing;
  const parts = [
    ...(item.orderNumber === null ? [] : [oneLine(item.orderNumber, 40)]),
    ...(item.reason === null ? [] : [oneLine(cases.reasonText(item.reason), 80)]),
    item.assignee === null ? words.nobody : oneLine(item.assignee.name, 60),
    caseStateText(words, standing),
    isAsleep ? cases.snoozed : late ? cases.overdue : cases.due,
  ];
  const at = time(item.snoozedUntil ?? item.dueAt, 'relative');
  return {
    mark: late ? 'failed' : isAsleep ? 'skipped' : 'waiting',
    text: [`${cases.title(item.about, null)} ${parts.join(separator)} `, at],
  };
}

function taskItem(words: Words, task: Task, now: Date): ListItem {
  const { tasks, cases, separator } = words;
  const late = task.dueAt <= now;
  const parts = [
    oneLine(task.title, 100),
    task.assignee === null ? words.nobody : oneLine(task.assignee.name, 60),
    late ? cases.overdue : cases.due,
  ];
  return {
    mark: late ? 'failed' : 'waiting',
    text: [`${tasks.task} ${parts.join(separator)} `, time(task.dueAt, 'relative')],
  };
}

function approvalItem(words: Words, approval: Approval): ListItem {
  const { approvals, separator } = words;
  const { status, summary, createdAt } = approval;
  return {
    mark: status === 'pending' ? 'waiting' : status === 'done' ? 'done' : 'skipped',
    text: [
      time(createdAt, 'day'),
      separator,
      oneLine(summary, 120),
      separator,
      approvals.status(status),
    ],
  };
}

function mailItem(words: Words, record: MailRecord): ListItem {
  const { separator } = words;
  return {
    mark:
      record.status === 'sent' ? 'done' : record.status === 'uncertain' ? 'uncertain' : 'failed',
    text: [
      time(record.at, 'day'),
      separator,
      oneLine(record.mail.subject, 100),
      separator,
      mailState(words, record),
    ],
  };
}

function noteItem(words: Words, entry: TimelineEntry): ListItem {
  return { text: [time(entry.at, 'day'), words.separator, oneLine(words.timeline(entry), 250)] };
}
