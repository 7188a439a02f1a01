// What stays of an event whose person is forgotten.
import { describe, expect, it } from 'vitest';
import { withoutPerson } from '#engine/events/forget.ts';
import type { Fact } from '#engine/events/shop-event.ts';

const AT = new Date('2026-01-02T03:04:05Z');
const MONEY = { minor: 4_200, currency: 'EUR' };
const customer = { ref: 'c-1', email: 'secret@example.com', firstName: 'Secret' };
const refund = { ref: 'r-1', orderRef: 'o-1', amount: MONEY, refundedAt: AT, reason: 'Secret' };

/** One fact of every kind that holds words of or about a person, all of them "secret". */
const FACTS: readonly Fact[] = [
  { type: 'customer.created', customer },
  { type: 'refund.created', customer, refund },
  {
    type: 'return.requested',
    customer,
    return: {
      ref: 't-1',
      orderRef: 'o-1',
      amount: MONEY,
      reason: 'Secret',
      note: 'Secret',
      items: [{ title: 'Record', quantity: 1, note: 'Secret' }],
      requestedAt: AT,
    },
  },
  {
    type: 'checkout.started',
    customer,
    checkout: {
      ref: 'k',
      total: MONEY,
      url: 'https://secret.example.com',
      items: [],
      startedAt: AT,
    },
  },
  {
    type: 'appointment.booked',
    customer,
    appointment: { ref: 'a', startsAt: AT, title: 'Secret', place: 'Secret' },
  },
  { type: 'message.received', customer, message: { ref: 'm', subject: 'Secret', text: 'Secret' } },
  { type: 'review.created', customer, review: { ref: 'v', rating: 4, text: 'Secret' } },
  { type: 'custom.quiz', customer, fields: { answer: 'Secret' } },
];

describe('withoutPerson', () => {
  it.each(FACTS.map((fact) => [fact.type, fact] as const))(
    'leaves no word of a person in %s',
    (_type, fact) => {
      const kept = withoutPerson(fact);

      expect(JSON.stringify(kept)).not.toMatch(/secret/i);
      expect(kept.type).toBe(fact.type);
    },
  );

  it('keeps what was paid back, when and for which order', () => {
    const kept = withoutPerson({ type: 'refund.created', customer, refund });

    const { reason: _reason, ...sums } = refund;
    expect(kept).toEqual({ type: 'refund.created', customer: {}, refund: sums });
  });
});
