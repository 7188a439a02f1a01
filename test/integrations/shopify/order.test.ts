// Orders, refunds and returns of the recorded bodies, and what in them is easily misread.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changed, deliver, eventOf, eventsOf, factOf, fixture, NOW } from './deliveries.ts';

describe('orders', () => {
  it('keep ids that no double can hold', () => {
    expect(factOf('orders/paid', fixture('orders-paid.json'))).toMatchObject({
      customer: { ref: '115310627314723954' },
      order: {
        ref: '820982911946154508',
        items: [{ lineItemRef: '866550311766439020' }, { lineItemRef: '141249953214522974' }],
      },
    });
  });

  it('keep any id digit by digit, as a number and as a global id', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }), fc.boolean(), (id, global) => {
        const body = `{"id":1,"order_id":${global ? `"gid://shopify/Order/${id}"` : id}}`;
        const fact = factOf('returns/close', Buffer.from(body));

        expect(fact).toMatchObject({ return: { orderRef: String(id) } });
      }),
    );
  });

  it('belong to the customer, whatever the e-mail of this order is', () => {
    expect(factOf('orders/paid', fixture('orders-paid.json'))).toMatchObject({
      customer: {
        email: 'john@example.com',
        firstName: 'John',
        country: 'CA',
        region: 'ON',
        city: 'Ottawa',
        locale: 'en',
      },
    });
  });

  it('name the checkout that they came of, where they came of one', () => {
    const [placed] = eventsOf('orders/create', fixture('orders-create.json'));
    const checkout = factOf('checkouts/create', fixture('checkouts-create.json'));

    expect(placed?.fact).toMatchObject({ order: { checkoutRef: '35481578373269' } });
    expect(checkout).toMatchObject({ checkout: { ref: '35481578373269' } });
    expect(factOf('orders/paid', fixture('orders-paid.json'))).not.toHaveProperty(
      'order.checkoutRef',
    );
  });

  it('without a customer and with an empty e-mail belong to nobody', () => {
    const bytes = fixture('recorded.shopify-orders-create-hkd-no-customer.json');
    const facts = eventsOf('orders/create', bytes).map((event) => event.fact);

    expect(facts).toMatchObject([{ customer: null }, { customer: null }]);
  });

  it('of a guest belong to their e-mail', () => {
    const bytes = changed('orders-updated.json', { customer: null, email: 'guest@example.com' });

    expect(factOf('orders/updated', bytes)).toMatchObject({
      customer: { email: 'guest@example.com', locale: 'en-IN' },
    });
  });

  it('say since when, in which state and where staff find them', () => {
    expect(factOf('orders/updated', fixture('orders-updated.json'))).toMatchObject({
      order: {
        number: '#1085',
        placedAt: new Date('2023-09-22T08:14:46-04:00'),
        version: new Date('2023-09-22T09:02:10-04:00'),
        paid: true,
        test: true,
        url: 'https://example-store.myshopify.com/admin/orders/5159806763157',
      },
    });
  });

  it('carry hostile names as they are', () => {
    const name = `<!channel> <b>x</b> \u202e ${'字'.repeat(10_000)}`;
    const customer = { id: 7, first_name: name, last_name: ' ', email: '' };
    const bytes = changed('orders-updated.json', { customer });

    expect(factOf('orders/updated', bytes)).toMatchObject({
      customer: { ref: '7', firstName: name, lastName: null, email: null },
    });
  });
});

describe('an order', () => {
  it.each([
    ['orders/paid', { test: false, financial_status: 'pending' }, 'financial_status'],
    ['orders/paid', { test: false, financial_status: 'voided' }, 'financial_status'],
    ['orders/fulfilled', { test: false }, 'fulfillment_status'],
    ['orders/cancelled', {}, 'cancelled_at'],
  ])('whose body denies the topic %s (%j) is unreadable', (topic, fields, path) => {
    expect(deliver(topic, changed('orders-create.json', fields))).toMatchObject({
      kind: 'unreadable',
      issues: [{ path }],
    });
  });
});

describe('totals', () => {
  it.each([
    ['JPY', '1000', 1000],
    ['JPY', '1000.00', 1000],
    ['KWD', '1.234', 1234],
    ['USD', 32.7, 3270],
    ['USD', 0, 0],
  ])('of %s %s are whole minor units', (currency, total, minor) => {
    const bytes = changed('orders-updated.json', { currency, total_price: total, line_items: [] });

    expect(factOf('orders/updated', bytes)).toMatchObject({
      order: { total: { minor, currency } },
    });
  });

  it('are the original ones, for refunds are told apart', () => {
    const bytes = changed('orders-updated.json', { current_total_price: '10.00' });

    expect(factOf('orders/updated', bytes)).toMatchObject({ order: { total: { minor: 3000 } } });
  });
});

describe('refunds', () => {
  it('are the sum of what was paid back, in the currency of the shop where none is said', () => {
    expect(factOf('refunds/create', fixture('refunds-create.json'))).toEqual({
      type: 'refund.created',
      customer: null,
      refund: {
        ref: '890088186047892319',
        orderRef: '820982911946154508',
        amount: { minor: 8500, currency: 'USD' },
        refundedAt: new Date('2021-12-31T19:00:00-05:00'),
        reason: 'Things were damaged',
      },
    });
  });

  it('leave out what failed, is pending or is no refund', () => {
    const money = { amount: '10.00', currency: 'USD' };
    const transactions = [
      { ...money, kind: 'refund', status: 'success' },
      { ...money, kind: 'refund', status: 'failure' },
      { ...money, kind: 'refund', status: 'pending' },
      { ...money, kind: 'void', status: 'success' },
    ];
    const bytes = changed('refunds-create.json', { transactions });

    expect(factOf('refunds/create', bytes)).toMatchObject({ refund: { amount: { minor: 1000 } } });
  });

  it('without money are zero', () => {
    expect(
      factOf('refunds/create', changed('refunds-create.json', { transactions: [] })),
    ).toMatchObject({ refund: { amount: { minor: 0, currency: 'USD' } } });
  });
});

describe('returns', () => {
  it('name the order and the lines, and are as old as their delivery', () => {
    const at = '2026-11-25T11:00:00Z';
    const { fact } = eventOf('returns/request', fixture('returns-request.json'), {
      'x-shopify-triggered-at': at,
    });

    expect(fact).toEqual({
      type: 'return.requested',
      customer: null,
      return: {
        ref: '3547267221',
        orderRef: '5196695273621',
        reason: 'unwanted',
        items: [{ title: '', quantity: 1, reason: 'unwanted', lineItemRef: '12695210000533' }],
        requestedAt: new Date(at),
      },
    });
  });

  it('are closed by a body of three fields', () => {
    const body = Buffer.from('{"id":1,"order_id":820982911946154508,"status":"closed"}');
    const { fact, occurredAt } = eventOf('returns/close', body);

    expect(fact).toMatchObject({
      type: 'return.closed',
      return: { ref: '1', orderRef: '820982911946154508', items: [] },
    });
    expect(occurredAt).toEqual(NOW);
  });
});
