// What a customer's body says, and what it leaves open.
import { describe, expect, it } from 'vitest';
import { changed, factOf, fixture } from './deliveries.ts';

describe('customers', () => {
  it('say nothing of tags and consent where the body has none', () => {
    expect(factOf('customers/create', fixture('customers-create.json'))).toEqual({
      type: 'customer.created',
      customer: {
        ref: '706405506930370084',
        email: 'bob@biller.com',
        phone: null,
        firstName: 'Bob',
        lastName: 'Biller',
        country: 'CA',
        region: 'ON',
        city: 'Ottawa',
        createdAt: new Date('2021-12-31T19:00:00-05:00'),
      },
    });
  });

  it('of the old shape bring all their tags', () => {
    const bytes = changed('customers-update.json', { tags: ' VIP, wholesale,, ' });

    expect(factOf('customers/update', bytes)).toMatchObject({
      customer: { tags: ['VIP', 'wholesale'] },
    });
  });

  it('gain and lose single tags', () => {
    const body = fixture('customer.tags_added.json');

    expect([
      factOf('customer.tags_added', body),
      factOf('customer.tags_removed', body),
    ]).toMatchObject([
      { customer: { ref: '1', addTags: ['tag1', 'tag2'] } },
      { customer: { ref: '1', removeTags: ['tag1', 'tag2'] } },
    ]);
  });
});

describe('consent', () => {
  it.each([
    [{ email_marketing_consent: { state: 'subscribed' } }, 'subscribed'],
    [{ email_marketing_consent: { state: 'unsubscribed' } }, 'unsubscribed'],
    [{ email_marketing_consent: { state: 'pending' } }, 'pending'],
    [{ email_marketing_consent: { state: 'not_subscribed' } }, 'unknown'],
    [{ email_marketing_consent: { state: 'redacted' } }, 'unsubscribed'],
    [{ accepts_marketing: true }, 'subscribed'],
    [{ accepts_marketing: false }, 'unsubscribed'],
    [{ accepts_marketing: true, email_marketing_consent: { state: 'pending' } }, 'pending'],
  ])('of a body with %j is %s', (fields, emailConsent) => {
    const bytes = changed('customers-update.json', fields);

    expect(factOf('customers/update', bytes)).toMatchObject({ customer: { emailConsent } });
  });

  it.each([
    ['customers_email_marketing_consent/update', 'emailConsent'],
    ['customers_marketing_consent/update', 'smsConsent'],
  ])('is withdrawn on %s', (topic, channel) => {
    const change = { state: 'unsubscribed', consent_updated_at: '2026-11-25T11:00:00Z' };
    const body = Buffer.from(
      JSON.stringify({
        id: 7,
        customer_id: 7,
        email_marketing_consent: change,
        sms_marketing_consent: change,
      }),
    );

    expect(factOf(topic, body)).toEqual({
      type: 'customer.updated',
      customer: { ref: '7', [channel]: 'unsubscribed' },
    });
  });
});
