// The refund case card in the states that people see.
import { describe, expect, it } from 'vitest';
import { buttonsOf, cardToText } from '#bot/card.ts';
import { type CaseView, refundCaseCard } from '#bot/cards/refund-case.ts';
import { en } from '#bot/words/en.ts';
import type { Offer } from '#engine/cases/case.ts';
import { aCase, anApproval, hours, MARIA } from '../../support/bot-things.ts';
import { aProfile, NOW } from '../../support/subjects.ts';

const USD = 'USD';

const SETTLE = ['Offer alternatives', 'Settle'] as const;
const WRITE = ['Reply', 'Draft a reply'] as const;
const WORK = ['Note', 'Resolve', 'Snooze', 'Escalate'] as const;

function draw(view: Partial<CaseView> = {}) {
  const card = refundCaseCard(en, {
    case: aCase(),
    profile: aProfile({
      firstName: 'Ada',
      lastName: 'King',
      totals: {
        orders: 4,
        spent: { minor: 620000, currency: USD },
        refunds: 1,
        refunded: { minor: 1500, currency: USD },
      },
    }),
    order: null,
    approval: null,
    mention: null,
    paused: false,
    now: NOW,
    ...view,
  });
  return { card, text: cardToText(card), labels: buttonsOf(card).map(({ label }) => label) };
}

function anOffer(answer: Offer['answer']): Offer {
  const options = [
    { kind: 'exchange' },
    { kind: 'store-credit', minor: 6000, currency: USD },
    { kind: 'refund' },
  ] as const;
  return { options, token: 't', offeredAt: NOW, answer };
}

describe('refundCaseCard', () => {
  it('says who asks for what and why, what they are worth, and by when', () => {
    const { text } = draw();

    for (const part of [
      'Ada King',
      '#1054',
      '2 × Blue Train',
      'too small',
      '$6,200.00',
      '1 refund ($15.00)',
      'Answer by',
    ])
      expect(text).toContain(part);
  });

  it.each([
    ['open', {}, ['Take', ...SETTLE, ...WRITE, ...WORK, 'Profile']],
    [
      'taken',
      { assignee: MARIA },
      ['Reassign', ...SETTLE, ...WRITE, ...WORK, 'Give back', 'Profile'],
    ],
    ['resolved', { assignee: MARIA, resolution: 'refunded' }, ['Reopen', 'Profile']],
  ] as const)('offers what can be done while it is %s', (status, more, expected) => {
    expect(draw({ case: aCase({ status, ...more }) }).labels).toEqual(expected);
  });

  it('opens the waiting approval instead of asking for a second one', () => {
    expect(draw({ approval: anApproval() }).labels).toContain('Open approval');
    for (const label of SETTLE)
      expect(draw({ approval: anApproval() }).labels).not.toContain(label);
  });

  it('shows what the customer chose, and lets a teammate confirm it', () => {
    const answer = {
      option: 'store-credit',
      score: 4,
      comment: 'nice <!channel>',
      at: NOW,
    } as const;

    const { text, labels } = draw({ case: aCase({ status: 'taken', offer: anOffer(answer) }) });

    expect(text).toContain('The customer chose store credit of $60.00. Score 4 of 5.');
    expect(text).toContain('> nice <!channel>');
    expect(labels).toContain('Confirm choice');
  });

  it('is marked as overdue from its due time on', () => {
    expect(draw({ case: aCase({ dueAt: NOW }) }).text).toContain('overdue since');
    expect(draw({ case: aCase({ dueAt: hours(1) }) }).text).not.toContain('overdue');
  });

  it('says until when it sleeps, who escalated it, and who is named on it', () => {
    const item = aCase({ snoozedUntil: hours(20), escalatedAt: hours(-1), escalatedBy: 'Alex' });

    const { text, card } = draw({
      case: item,
      mention: { kind: 'mention', name: 'Ann', slack: 'U1', discord: null },
    });

    expect(text).toContain('Snoozed until');
    expect(text).toContain('Escalated: by Alex');
    expect(text).toContain('@Ann');
    expect(card.tone).toBe('bad');
  });

  it('can be drawn for a guest nobody knows, and an order nobody knows', () => {
    const item = aCase({ customerId: null, orderNumber: null, orderRef: null, reason: null });

    const { text } = draw({ case: item, profile: null });

    expect(text).toContain('Refund request');
    expect(text).toContain('Order: unknown');
  });

  it('keeps its size whatever a customer writes', () => {
    const flood = 'x'.repeat(10_000).replaceAll('xx', 'x\n');

    const { text } = draw({
      case: aCase({ reason: flood, note: flood, items: [{ title: flood, quantity: 1 }] }),
      profile: aProfile({ firstName: flood }),
    });

    expect(text.length).toBeLessThan(3_000);
    expect(text.split('\n').length).toBeLessThan(40);
  });
});
