// Lines in the thread of a thing's card: what came of it, and who is called.
import type { Person } from '#engine/playbook/team.ts';
import type { ThreadNote, Waiting } from '#engine/ports/notifier.ts';
import type { ActionRef } from '../action-id.ts';
import { type Block, buttons, type Card, note, type Text, text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { sentenceCard } from './list.ts';
import { mentionOf } from './mention.ts';
import { fewLines, oneLine } from './shorten.ts';

/** One line in the thread of a thing's card. */
export function threadCard(words: Words, said: ThreadNote, people: readonly Person[]): Card {
  const { cases, approvals } = words;
  switch (said.kind) {
    case 'customer-chose':
      return chosenCard(words, said);
    case 'case-due':
    case 'case-awake':
      return caseDueCard(words, said, people);
    case 'case-escalated':
      return escalatedCard(words, said);
    case 'case-reopened':
      return {
        title: cases.reopenedLine(oneLine(said.by, 60)),
        tone: 'warning',
        blocks: [{ kind: 'quote', text: fewLines(said.text) }],
      };
    case 'task-due':
      return taskDueCard(words, said, people);
    case 'code-redeemed':
    case 'code-expired':
      return outcomeCard(words, said);
    case 'approval-waits':
      return waitingCard(words, said, { name: 'approval.open', id: said.approvalId });
    case 'bulk-waits':
      return waitingCard(words, said, { name: 'batch.show', id: said.batchId });
    case 'note':
      return {
        title: cases.noteLine(oneLine(said.by, 60)),
        tone: 'neutral',
        blocks: [{ kind: 'quote', text: fewLines(said.text) }],
      };
    case 'offer-sent':
      return sentenceCard(cases.offer, cases.offerSent, 'good');
    case 'refund-made':
      return sentenceCard(cases.refund, cases.refundMade(words.money(said.money)), 'good');
    case 'credit-given':
      return sentenceCard(cases.credit, cases.creditGiven(words.money(said.money)), 'good');
    case 'exchange-sent':
      return sentenceCard(cases.exchange, cases.exchangeSent, 'good');
    case 'reply-sent':
      return sentenceCard(cases.reply, cases.replySent, 'neutral');
    case 'decline-sent':
      return sentenceCard(cases.decline, cases.declineSent, 'neutral');
    case 'step-failed':
      return sentenceCard(
        approvals.steps,
        approvals.stepFailed(
          approvals.step(said.step),
          oneLine(approvals.reason(said.reason), 300),
        ),
        'bad',
      );
  }
}

/** Calls who has the case. */
function caseDueCard(
  words: Words,
  { kind, assignee, dueAt }: Extract<ThreadNote, { kind: 'case-due' | 'case-awake' }>,
  people: readonly Person[],
): Card {
  const { cases } = words;
  const who = assignee === null ? [] : [mentionOf(people, assignee), words.separator];
  const line = kind === 'case-due' ? cases.dueLine : cases.awakeLine;
  const free = assignee === null ? [` ${cases.nobodyHasIt}`] : [];
  return {
    title: kind === 'case-due' ? cases.dueSoon : cases.awake,
    tone: 'warning',
    blocks: [text(...who, line, time(new Date(dueAt)), '.', ...free)],
  };
}

/** A case for which somebody with more say is called. */
function escalatedCard(
  words: Words,
  { by, text: said, assignee, dueAt, to }: Extract<ThreadNote, { kind: 'case-escalated' }>,
): Card {
  const { cases } = words;
  const called = to.people.flatMap((person): Text => [{ kind: 'mention', ...person }, ' ']);
  const unnamed =
    to.role === null || called.length > 0 ? [] : [cases.calledRole(words.role[to.role])];
  const has = cases.hasIt(assignee === null ? null : oneLine(assignee, 60));
  return {
    title: cases.escalatedTitle(by === null ? null : oneLine(by, 60)),
    tone: 'bad',
    blocks: [
      text(...called, ...unnamed, cases.waitsSince, time(new Date(dueAt)), `. ${has}`),
      ...(said === null ? [] : [{ kind: 'quote', text: fewLines(said) } as const]),
    ],
  };
}

/** Calls who has the task. */
function taskDueCard(
  words: Words,
  { assignee, dueAt }: Extract<ThreadNote, { kind: 'task-due' }>,
  people: readonly Person[],
): Card {
  const { tasks } = words;
  const who = assignee === null ? [] : [mentionOf(people, assignee), words.separator];
  const free = assignee === null ? [` ${tasks.nobodyHasIt}`] : [];
  return {
    title: tasks.reminder,
    tone: 'warning',
    blocks: [text(...who, `${tasks.due} `, time(dueAt, 'relative'), ...free)],
  };
}

/** What stands where a line about a forgotten person stood. */
export function forgottenLineCard(words: Words): Card {
  return { title: words.customers.forgottenLine, tone: 'neutral', blocks: [] };
}

function chosenCard(words: Words, said: Extract<ThreadNote, { kind: 'customer-chose' }>): Card {
  const { cases } = words;
  const comment: readonly Block[] =
    said.comment === null || said.comment.trim() === ''
      ? []
      : [{ kind: 'quote', text: fewLines(said.comment), by: cases.fromCustomer }];
  const score = said.score === null ? [] : [note(cases.score(said.score))];
  return {
    title: cases.chose(said.option, said.money === null ? null : words.money(said.money)),
    tone: 'good',
    blocks: [...score, ...comment],
  };
}

/** What came of a code, weeks after it was decided on. */
function outcomeCard(
  { outcomes, money }: Words,
  said: Extract<ThreadNote, { kind: 'code-redeemed' | 'code-expired' }>,
): Card {
  if (said.kind === 'code-expired')
    return sentenceCard(outcomes.expiredTitle, outcomes.expired, 'neutral');
  const order = said.order === null ? null : oneLine(said.order, 40);
  const sentence = outcomes.redeemed(order, money(said.total), said.days);
  return sentenceCard(outcomes.redeemedTitle, sentence, 'good');
}

/** A decision that waits, with who is called and when it is too late. */
function waitingCard(
  words: Words,
  { to, since, until, needsSecond }: Waiting,
  open: ActionRef,
): Card {
  const { approvals } = words;
  const called = (to?.people ?? []).flatMap(
    (person): Text => [{ kind: 'mention', ...person }, ' '],
  );
  const role = to?.role ?? null;
  const unnamed =
    role === null || called.length > 0 ? [] : [approvals.calledRole(words.role[role])];
  return {
    title: to === null ? approvals.stillWaiting : approvals.escalatedTitle,
    tone: 'warning',
    blocks: [
      text(
        ...called,
        ...unnamed,
        approvals.waitsSince,
        time(new Date(since)),
        approvals.waitsUntil,
        time(new Date(until)),
        '.',
      ),
      ...(needsSecond ? [note(approvals.needsSecond)] : []),
      buttons({ label: approvals.open, action: open }),
    ],
  };
}
