// Lines in a thread, and news that has no card of its own.
import type { News, ThreadNote } from '#engine/ports/notifier.ts';
import { type Block, buttons, type Card, facts, note, text } from '../card.ts';
import type { Words } from '../words/en.ts';
import { sentenceCard } from './list.ts';
import { fewLines, oneLine } from './shorten.ts';

/** One line in the thread of a thing's card. */
export function threadCard(words: Words, said: ThreadNote): Card {
  const { cases, approvals } = words;
  switch (said.kind) {
    case 'customer-chose':
      return chosenCard(words, said);
    case 'case-due':
      return sentenceCard(
        cases.due,
        cases.dueLine(said.assignee === null ? null : oneLine(said.assignee, 60)),
        'warning',
      );
    case 'note':
      return {
        title: cases.noteLine(oneLine(said.by, 60)),
        tone: 'neutral',
        blocks: [{ kind: 'quote', text: fewLines(said.text) }],
      };
    case 'offer-sent':
      return sentenceCard(cases.offer, cases.offerSent, 'good');
    case 'step-failed':
      return sentenceCard(
        approvals.steps,
        approvals.stepFailed(oneLine(said.step), oneLine(approvals.reason(said.reason), 300)),
        'bad',
      );
  }
}

/** News for the team. */
export function newsCard(words: Words, news: News): Card {
  const { events, problems } = words;
  switch (news.kind) {
    case 'quarantined':
      return quarantinedCard(words, news);
    case 'job-dead':
      return {
        title: problems.title,
        tone: 'bad',
        blocks: [text(events.jobDead(news.job)), note(oneLine(news.error, 300))],
      };
    case 'playbook-fault':
      return {
        title: events.playbookFault,
        tone: 'warning',
        blocks: [facts([oneLine(news.where, 100), oneLine(news.message, 300)])],
      };
  }
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

function quarantinedCard(words: Words, news: Extract<News, { kind: 'quarantined' }>): Card {
  const { events } = words;
  return {
    title: events.quarantined(words.shop(news.shop), oneLine(news.topic, 60)),
    tone: 'warning',
    blocks: [
      text(oneLine(news.issue, 300)),
      note(events.quarantinedKept, words.separator, news.id),
      buttons(
        { label: events.readAgain, action: { name: 'event.reread', id: news.id } },
        {
          label: events.drop,
          action: { name: 'event.drop', id: news.id },
          style: 'danger',
          confirm: events.dropConfirm,
        },
      ),
    ],
  };
}
