// Every recorded body under its topic, against the values that people read from it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Fact } from '#engine/events/shop-event.ts';
import { changed, deliver, eventOf, eventsOf, factOf, fixture } from './deliveries.ts';

const EXPECTED = z
  .array(
    z.object({
      file: z.string(),
      platform: z.string(),
      topic: z.string(),
      expected: z.record(z.string(), z.unknown()),
    }),
  )
  .parse(JSON.parse(readFileSync(new URL('../../fixtures/expected.json', import.meta.url), 'utf8')))
  .filter(({ platform }) => platform === 'shopify');

describe('every recorded body', () => {
  it.each([
    ['orders/create', 'orders-create.docs-sample.json', ['order.placed']],
    ['orders/create', 'orders-create.json', ['order.placed', 'order.paid']],
    ['orders/paid', 'orders-paid.json', ['order.paid']],
    ['orders/updated', 'orders-updated.json', ['order.updated']],
    ['orders/cancelled', 'orders-cancelled.json', ['order.cancelled']],
    ['refunds/create', 'refunds-create.json', ['refund.created']],
    ['returns/request', 'returns-request.json', ['return.requested']],
    ['returns/request', 'returns-request.docs-sample.json', ['return.requested']],
    ['returns/approve', 'returns-request.json', ['return.approved']],
    ['returns/decline', 'returns-request.json', ['return.declined']],
    ['customers/create', 'customers-create.json', ['customer.created']],
    ['customers/update', 'customers-update.json', ['customer.updated']],
    ['customers/delete', 'customers-update.json', ['customer.deleted']],
    ['customer.tags_added', 'customer.tags_added.json', ['customer.updated']],
    ['customer.tags_removed', 'customer.tags_added.json', ['customer.updated']],
    [
      'customers_email_marketing_consent/update',
      'customers_email_marketing_consent-update.json',
      ['customer.updated'],
    ],
    ['checkouts/create', 'checkouts-create.json', ['checkout.started']],
    ['checkouts/update', 'checkouts-update.json', ['checkout.updated']],
    ['customers/data_request', 'customers-data_request.json', ['customer.data-requested']],
    ['customers/redact', 'customers-redact.json', ['customer.redacted']],
    ['shop/redact', 'shop-redact.json', ['shop.redacted']],
  ])('%s with %s is read as %j', (topic, file, types) => {
    expect(eventsOf(topic, fixture(file)).map((event) => event.fact.type)).toEqual(types);
  });

  it.each(EXPECTED)('$file says what people read in it', ({ file, topic, expected }) => {
    const summary = summarise(eventsOf(topic, fixture(file))[0]?.fact);
    const known = Object.entries(expected).filter(([key]) => key in summary);

    expect(summary).toMatchObject(Object.fromEntries(known));
    expect(known.length).toBeGreaterThan(4);
  });
});

describe('checkouts', () => {
  it("of nobody yet are nobody's", () => {
    expect(factOf('checkouts/create', fixture('checkouts-create.json'))).toMatchObject({
      customer: null,
      checkout: { ref: '35481578373269', total: { minor: 3270, currency: 'INR' } },
    });
  });

  it('keep ids that no double can hold', () => {
    expect(factOf('checkouts/update', fixture('checkouts-update.json'))).toMatchObject({
      customer: { ref: '603851970716743426', email: 'john@example.com' },
      checkout: { ref: '981820079255243537', total: { minor: 42188 } },
    });
  });

  it('that became an order are completed, once', () => {
    const bytes = changed('checkouts-create.json', { completed_at: '2023-09-22T08:14:46-04:00' });
    const event = eventOf('checkouts/update', bytes);

    expect(event.fact.type).toBe('checkout.completed');
    expect(event.dedupeKeys).toContain('shopify:checkout-completed:35481578373269');
  });
});

describe('privacy topics', () => {
  it.each([
    ['customers/redact', 'customers-redact.json'],
    ['customers/data_request', 'customers-data_request.json'],
  ])('%s names the person', (topic, file) => {
    expect(factOf(topic, fixture(file))).toMatchObject({
      customer: { ref: '191167', email: 'john@example.com', phone: '555-625-1199' },
    });
  });

  it.each([
    ['customers/redact', 'a data request', fixture('customers-data_request.json')],
    ['customers/redact', 'a customer', fixture('customers-update.json')],
    ['shop/redact', 'a redaction of one person', fixture('customers-redact.json')],
    ['shop/redact', 'another shop', changed('shop-redact.json', { shop_domain: 'other.example' })],
  ])('%s with the body of %s is unreadable', (topic, _what, bytes) => {
    expect(deliver(topic, bytes).kind).toBe('unreadable');
  });
});

/** Our facts under the names of expected.json. */
function summarise(fact: Fact | undefined): Readonly<Record<string, unknown>> {
  if (fact === undefined) return {};
  const who = 'customer' in fact ? fact.customer : null;
  const person = { customerId: who?.ref ?? null, customerEmail: who?.email ?? null };
  if ('order' in fact) {
    const { order } = fact;
    return {
      ...person,
      ...(who ? { customerPhone: who.phone } : {}),
      orderId: order.ref,
      orderName: order.number,
      currency: order.total.currency,
      totalMinor: order.total.minor,
      lineCount: order.items.length,
      unitCount: order.items.reduce((sum, item) => sum + item.quantity, 0),
      financialStatus: order.paid ? 'paid' : 'unpaid',
      discountCodes: order.discountCodes,
      cancelled: order.cancelled ?? false,
      test: order.test ?? false,
    };
  }
  if ('refund' in fact) {
    const { refund } = fact;
    return {
      customerEmail: person.customerEmail,
      refundId: refund.ref,
      orderId: refund.orderRef,
      refundMinor: refund.amount.minor,
      currency: refund.amount.currency,
      note: refund.reason,
    };
  }
  return { ...person, firstName: who?.firstName, lastName: who?.lastName, tags: who?.tags };
}
