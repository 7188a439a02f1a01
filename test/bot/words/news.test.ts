// What the team is told by itself: every kind of news and every line of a thread, in German and otherwise than in English.
import { describe, expect, it } from 'vitest';
import type { Card } from '#bot/card.ts';
import { newsCard } from '#bot/cards/news.ts';
import { threadCard } from '#bot/cards/thread.ts';
import { de } from '#bot/words/de.ts';
import type { Words } from '#bot/words/en.ts';
import { en } from '#bot/words/en.ts';
import type { CaseId, CustomerId, EventId, PlanId } from '#engine/ids.ts';
import type { News, ThreadNote } from '#engine/ports/notifier.ts';
import { ENGLISH, wordsOf } from '../../support/english.ts';

const AT = '2026-11-25T12:00:00.000Z';
const MONEY = { minor: 12_345, currency: 'KWD' };
const ids = {
  plan: 'pln_7ZK3QW8XN2AB' as PlanId,
  customer: 'cus_7ZK3QW8XN2AB' as CustomerId,
  event: 'evt_7ZK3QW8XN2AB' as EventId,
  case: 'case_7ZK3QW8XN2AB' as CaseId,
};
const NOBODY = { role: 'admin', people: [] } as const;
const WAITING = { since: AT, until: AT, needsSecond: true };

const NEWS: readonly News[] = [
  {
    ...{ kind: 'quarantined', shop: 'shopify', topic: 'orders/paid', id: 'qua_1' },
    issue: { path: 'total', message: 'is missing' },
  },
  { kind: 'return-without-order', shop: 'shopify', eventId: ids.event, orderRef: null },
  ...(['effect-failed', 'effect-uncertain'] as const).map(
    (kind): News => ({
      ...{ kind, planId: ids.plan, position: 0, step: 'send-email', reason: 'no-consent' },
    }),
  ),
  {
    ...{ kind: 'by-hand', planId: ids.plan, position: 0, customerId: ids.customer },
    effect: { kind: 'withdraw-discount', code: 'DANKE-1' },
  },
  { kind: 'schedule-late', automation: 'Wochengruß', at: AT },
  { kind: 'hand-over', count: 0, cases: [] },
  {
    kind: 'hand-over',
    count: 12,
    cases: [
      {
        ...{ id: ids.case, order: '1054', assignee: null, dueAt: AT, snoozedUntil: AT },
        ...{ isOverdue: true, isEscalated: true },
      },
    ],
  },
  { kind: 'surface-refuses', surface: 'slack', channels: ['refunds'], reason: 'xyz' },
  { kind: 'surface-refuses', surface: 'discord', channels: [], reason: 'xyz' },
  { kind: 'job-dead', job: 'advance-run', error: 'xyz' },
  {
    ...{ kind: 'playbook-fault', where: 'team.yml:4', path: ['limits', 'case_due'] },
    flaw: { reason: 'duration' },
    meanwhile: { kind: 'strictest', limits: ['case_due'] },
  },
];

const LINES: readonly ThreadNote[] = [
  ...['exchange', 'store-credit', 'code', 'refund'].map(
    (option): ThreadNote => ({
      ...{ kind: 'customer-chose', option, money: MONEY, score: 4, comment: 'gut' },
    }),
  ),
  ...(['case-due', 'case-awake'] as const).flatMap((kind): readonly ThreadNote[] => [
    { kind, assignee: null, dueAt: AT },
    { kind, assignee: 'Ben', dueAt: AT },
  ]),
  ...[null, 'Ben'].map(
    (by): ThreadNote => ({
      ...{ kind: 'case-escalated', by, text: null, assignee: by, dueAt: AT, to: NOBODY },
    }),
  ),
  { kind: 'case-reopened', by: 'Ben', text: 'noch offen' },
  { kind: 'task-due', assignee: null, dueAt: new Date(AT) },
  { kind: 'approval-waits', approvalId: 'apr_7ZK3QW8XN2AB' as never, ...WAITING, to: null },
  { kind: 'approval-waits', approvalId: 'apr_7ZK3QW8XN2AB' as never, ...WAITING, to: NOBODY },
  { kind: 'bulk-waits', batchId: 'bat_7ZK3QW8XN2AB' as never, ...WAITING, to: NOBODY },
  { kind: 'code-redeemed', order: null, total: MONEY, days: 1 },
  { kind: 'code-redeemed', order: '1054', total: MONEY, days: 12 },
  { kind: 'code-expired' },
  { kind: 'note', by: 'Ben', text: 'ruft an' },
  { kind: 'offer-sent' },
  { kind: 'refund-made', money: MONEY },
  { kind: 'credit-given', money: MONEY },
  { kind: 'decline-sent' },
  { kind: 'exchange-sent' },
  { kind: 'reply-sent' },
  { kind: 'step-failed', step: 'create-discount', reason: 'no-consent' },
];

function said({ title, blocks }: Card): string {
  return [title, ...blocks.flatMap(wordsOf)].join('\n');
}

function both(draw: (words: Words) => Card): readonly [string, string] {
  return [said(draw(en)), said(draw(de))];
}

describe('what the team is told by itself', () => {
  it.each(NEWS.map((news) => [news.kind, news] as const))('news: %s', (_, news) => {
    const [english, german] = both((words) => newsCard(words, news));

    expect(german).not.toBe(english);
    expect(german).not.toMatch(ENGLISH);
    expect(german).not.toMatch(/send-email|withdraw-discount/);
  });

  it.each(LINES.map((line) => [line.kind, line] as const))('in a thread: %s', (_, line) => {
    const [english, german] = both((words) => threadCard(words, line, []));

    expect(german).not.toBe(english);
    expect(german).not.toMatch(ENGLISH);
    expect(german).not.toMatch(/create-discount|store-credit/);
  });

  it('writes amounts with the decimals of their currency as the language does', () => {
    const line = { kind: 'refund-made', money: MONEY } as const;

    expect(said(threadCard(de, line, []))).toMatch(/12,345\sKWD/);
    expect(said(threadCard(en, line, []))).toMatch(/KWD\s12\.345/);
    expect(de.money({ minor: 6_200, currency: 'JPY' })).toMatch(/^6\.200\s¥$/);
  });
});
