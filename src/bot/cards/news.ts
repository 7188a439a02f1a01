// News that has no card of its own.
import { stepRef } from '#engine/approvals/plan.ts';
import { BY_HAND } from '#engine/flows/record-attempt.ts';
import type { News } from '#engine/ports/notifier.ts';
import { buttons, type Card, facts, note, text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { profileButton } from './customer-facts.ts';
import { handOverCard } from './hand-over.ts';
import { sentenceCard } from './list.ts';
import { oneLine } from './shorten.ts';
import { codeBlocks, stuckButtons } from './steps.ts';

/** News for the team. */
export function newsCard(words: Words, news: News): Card {
  const { events, problems } = words;
  switch (news.kind) {
    case 'quarantined':
      return quarantinedCard(words, news);
    case 'return-without-order': {
      const order = oneLine(news.orderRef ?? words.unknown, 60);
      return sentenceCard(
        events.strayReturn,
        events.strayReturnText(order, words.shop(news.shop)),
        'warning',
      );
    }
    case 'effect-failed':
    case 'effect-uncertain':
      return stuckCard(words, news);
    case 'by-hand':
      return byHandCard(words, news);
    case 'schedule-late':
      return {
        title: events.scheduleLate(oneLine(news.automation, 80)),
        tone: 'warning',
        blocks: [text(events.scheduleLateText, time(new Date(news.at)))],
      };
    case 'hand-over':
      return handOverCard(words, news);
    case 'surface-refuses': {
      const surface = words.surface(news.surface);
      const channels = news.channels.length === 0 ? null : words.list(news.channels);
      return {
        title: events.surfaceRefuses(surface, channels),
        tone: 'bad',
        blocks: [
          text(events.surfaceRefusesText(surface, oneLine(news.reason, 100))),
          note(events.surfaceRefusesNote),
        ],
      };
    }
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
        blocks: [facts([oneLine(news.where, 100), oneLine(words.flaws.playbookFault(news), 300)])],
      };
  }
}

/** A step of a plan that has no card of its own, with what can be done about it. */
function stuckCard(
  words: Words,
  news: Extract<News, { kind: 'effect-failed' | 'effect-uncertain' }>,
): Card {
  const { approvals } = words;
  const status = news.kind === 'effect-failed' ? 'failed' : 'uncertain';
  const say = status === 'failed' ? approvals.stepFailed : approvals.stepUncertain;
  const id = stepRef(news.planId, news.position);
  return {
    title: approvals.steps,
    tone: status === 'failed' ? 'bad' : 'warning',
    blocks: [
      text(say(approvals.step(news.step), oneLine(approvals.reason(news.reason), 300))),
      buttons(...stuckButtons(words, id, status)),
    ],
  };
}

/** What a teammate is asked to do in the shop. */
function byHandCard(words: Words, news: Extract<News, { kind: 'by-hand' }>): Card {
  const { approvals } = words;
  const { effect, planId, position, customerId } = news;
  const id = stepRef(planId, position);
  return {
    title: approvals.byHandTitle,
    tone: 'warning',
    blocks: [
      text(oneLine(approvals.stepWith(effect), 200)),
      ...codeBlocks(words, effect),
      note(approvals.reason(BY_HAND)),
      buttons(...stuckButtons(words, id, 'by-hand'), profileButton(words, customerId)),
    ],
  };
}

function quarantinedCard(words: Words, news: Extract<News, { kind: 'quarantined' }>): Card {
  const { events } = words;
  return {
    title: events.quarantined(words.shop(news.shop), oneLine(news.topic, 60)),
    tone: 'warning',
    blocks: [
      ...(news.issue === null
        ? []
        : [text(oneLine(events.issue(news.issue.path, news.issue.message), 300))]),
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
