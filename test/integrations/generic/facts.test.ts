// The generic webhook's bodies: every type as a fact.
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AT, factOf, order, parse } from './reading.ts';

describe('readBody', () => {
  it('reads a paid order whole, versioned by the envelope', () => {
    const url = 'https://shop.example/o/1';

    expect(
      parse('order.paid', { ...order, discountCodes: ['HELLO'], checkoutId: 'k1', url, extra: 1 }),
    ).toEqual({
      kind: 'events',
      events: [
        {
          shop: 'events',
          dedupeKeys: ['events:msg_1'],
          occurredAt: new Date('2026-08-01T10:00:00Z'),
          historic: false,
          fact: {
            type: 'order.paid',
            customer: { ref: 'c1', email: 'ann@example.com' },
            order: {
              ref: '820982911946154508',
              number: '#1054',
              total: { minor: 6250, currency: 'EUR' },
              placedAt: new Date('2026-08-01T10:00:00Z'),
              version: new Date('2026-08-01T10:00:00Z'),
              paid: true,
              items: [
                {
                  productId: 'p1',
                  title: 'Cup',
                  quantity: 2,
                  price: { minor: 3125, currency: 'EUR' },
                },
              ],
              discountCodes: ['HELLO'],
              checkoutRef: 'k1',
              url,
            },
          },
        },
      ],
    });
  });

  it.each([
    ['order.placed', {}],
    ['order.updated', {}],
    ['order.fulfilled', { fulfilled: true }],
    ['order.cancelled', { cancelled: true }],
  ])('%s says no more of the order’s state than it knows', (type, state) => {
    const { paid, fulfilled, cancelled } = z
      .object({ order: z.looseObject({}) })
      .parse(factOf(type, order)).order;

    expect({ paid, fulfilled, cancelled }).toEqual(state);
  });

  it.each([
    [
      'customer.created',
      { id: 'c1', birthday: '02-29', tags: ['a'], attributes: { size: 4, gone: [] } },
      { customer: { ref: 'c1', birthday: '02-29', tags: ['a'], attributes: { size: 4 } } },
    ],
    [
      'customer.updated',
      { id: 'c1', emailConsent: 'subscribed', country: 'de', firstName: ' ', lastName: null },
      {
        customer: {
          ref: 'c1',
          emailConsent: 'subscribed',
          country: 'DE',
          firstName: null,
          lastName: null,
        },
      },
    ],
    [
      'refund.created',
      { id: 'r1', orderId: 'o1', amount: '5', currency: 'JPY', refundedAt: AT, reason: 'late' },
      {
        customer: null,
        refund: {
          ref: 'r1',
          orderRef: 'o1',
          amount: { minor: 5, currency: 'JPY' },
          refundedAt: new Date(AT),
          reason: 'late',
        },
      },
    ],
    [
      'return.requested',
      { id: 'r1', orderId: 'o1', amount: '1.250', currency: 'KWD', requestedAt: AT },
      {
        customer: null,
        return: {
          ref: 'r1',
          orderRef: 'o1',
          amount: { minor: 1250, currency: 'KWD' },
          items: [],
          requestedAt: new Date(AT),
        },
      },
    ],
    [
      'checkout.started',
      { id: 'k', email: 'a@b.example', currency: 'EUR', total: '0', items: [], startedAt: AT },
      {
        customer: { email: 'a@b.example' },
        checkout: {
          ref: 'k',
          total: { minor: 0, currency: 'EUR' },
          items: [],
          startedAt: new Date(AT),
        },
      },
    ],
    [
      'product.viewed',
      { customer: { id: 'c1' }, productId: 'p1', url: 'javascript:alert(1)' },
      { customer: { ref: 'c1' }, product: { ref: 'p1' } },
    ],
    [
      'appointment.booked',
      { customer: { phone: '+49 30 1234' }, id: 'a1', startsAt: AT, place: 'Berlin' },
      {
        customer: { phone: '+49 30 1234' },
        appointment: { ref: 'a1', startsAt: new Date(AT), place: 'Berlin' },
      },
    ],
    [
      'message.received',
      { customer: { email: 'a@b.example' }, id: 'm1', text: 'Hi\n' },
      { customer: { email: 'a@b.example' }, message: { ref: 'm1', text: 'Hi\n' } },
    ],
    [
      'review.created',
      { customer: { id: 'c1' }, id: 'v1', rating: 5 },
      { customer: { ref: 'c1' }, review: { ref: 'v1', rating: 5 } },
    ],
    [
      'custom.stock.low',
      { customer: { id: 'c1' }, level: 3, where: 'Berlin', nested: {} },
      { customer: { ref: 'c1' }, fields: { level: 3, where: 'Berlin' } },
    ],
  ])('%s is understood', (type, data, fact) => {
    expect(factOf(type, data)).toEqual({ type, ...fact });
  });

  it.each(['order.archived', 'custom.', 'custom.a b', 'checkout.abandoned', 'shop.redacted', ''])(
    'passes over the type "%s"',
    (type) => {
      expect(parse(type, { anything: true }, 'no instant')).toEqual({ kind: 'ignored' });
    },
  );
});
