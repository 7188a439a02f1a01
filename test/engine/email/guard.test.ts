// Whom we may mail: consent, suppression, caps, and what a marketing mail carries.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMailAddress, isUnsubscribeUrl, type MailRequest, mayMail } from '#engine/email/guard.ts';
import type { RenderedMail } from '#engine/email/message.ts';
import type { ConsentState } from '#engine/events/shop-event.ts';

const URL_OUT = 'https://shop.example/u/tok3n';

const ADDRESSES = [
  'maria@example.com',
  "o'brien+shop@example.co.uk",
  'a..b@docomo.ne.jp',
  'maría@example.com',
  'käufer@münchen.example',
  `${'x'.repeat(64)}@example.com`,
];

const NO_ADDRESSES = [
  '',
  'maria',
  '@example.com',
  'maria@',
  'maria@localhost',
  'maria@127.0.0.1',
  'maria@[127.0.0.1]',
  'maria@example..com',
  'maria@-example.com',
  'maria@exa mple.com',
  'maria@example.com/x',
  'maria@example.com:25',
  'maria@ex%61mple.com',
  '"maria, eve"@example.com',
  'maria@example.com, eve@example.com',
  'Maria <maria@example.com>',
  'maria@example.com\r\nBcc: eve@example.com',
  'maria\u0000@example.com',
  'mar\u202Eia@example.com',
  'a@b@example.com',
  `${'x'.repeat(65)}@example.com`,
  `maria@${'long-label.'.repeat(30)}com`,
];

describe('mayMail', () => {
  it('lets marketing go to a subscriber with room under the caps', () => {
    expect(mayMail(aRequest({}))).toEqual({ kind: 'allowed' });
  });

  it.each<[string, Partial<MailRequest>]>([
    ['no-email', { profile: aPerson({ email: null }) }],
    ['no-email', { profile: aPerson({ email: ' ' }) }],
    ['bad-address', { profile: aPerson({ email: 'a@b.example, eve@b.example' }) }],
    ['bad-address', { mail: aMail({ to: 'a@b.example\r\nBcc: eve@b.example' }) }],
    ['suppressed', { suppressed: true }],
    ['no-consent', { profile: aPerson({ consent: 'unknown' }) }],
    ['unsubscribed', { profile: aPerson({ consent: 'unsubscribed' }) }],
    ['no-postal-address', { hasPostalAddress: false }],
    ['no-unsubscribe-link', { mail: aMail({ unsubscribeUrl: null }) }],
    ['no-unsubscribe-link', { mail: aMail({ html: '<p>Hello</p>' }) }],
    ['no-unsubscribe-link', { mail: aMail({ text: 'Hello' }) }],
    ['daily-cap', { marketingToday: 1 }],
    ['weekly-cap', { marketingThisWeek: 3 }],
  ])('refuses marketing: %s', (reason, change) => {
    expect(mayMail(aRequest(change))).toEqual({ kind: 'refused', reason });
  });

  it('lets a transactional mail go to whoever can take mail, without consent and above the caps', () => {
    const request = aRequest({
      purpose: 'transactional',
      mail: aMail({ purpose: 'transactional', unsubscribeUrl: null }),
      profile: aPerson({ consent: 'unsubscribed' }),
      marketingToday: 9,
      marketingThisWeek: 9,
      hasPostalAddress: false,
    });

    expect(mayMail(request)).toEqual({ kind: 'allowed' });
  });

  it('refuses a transactional mail to an address that bounced for good', () => {
    const request = aRequest({ purpose: 'transactional', mail: null, suppressed: true });

    expect(mayMail(request)).toEqual({ kind: 'refused', reason: 'suppressed' });
  });

  it('a mail rendered as marketing needs consent even where the caller calls it transactional', () => {
    const request = aRequest({
      purpose: 'transactional',
      profile: aPerson({ consent: 'unknown' }),
    });

    expect(mayMail(request)).toEqual({ kind: 'refused', reason: 'no-consent' });
  });
});

describe('isMailAddress', () => {
  it.each(ADDRESSES)('takes %s', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  it.each(NO_ADDRESSES)('refuses %j', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });

  it('never takes a text that could be read as two addresses or as a header', () => {
    const hostile = fc.constantFrom(
      ',',
      ';',
      '<',
      '>',
      '"',
      '\r',
      '\n',
      '\u0000',
      '\u0085',
      '\u2028',
    );
    fc.assert(
      fc.property(fc.string(), hostile, fc.string(), (head, bad, tail) => {
        expect(isMailAddress(`${head}${bad}${tail}@example.com`)).toBe(false);
      }),
    );
  });
});

describe('isUnsubscribeUrl', () => {
  it.each(['https://shop.example/u/t', 'http://127.0.0.1:3000/u/t', 'http://localhost/u/t'])(
    'takes %s',
    (url) => {
      expect(isUnsubscribeUrl(url)).toBe(true);
    },
  );

  it.each([
    'http://shop.example/u/t',
    'http://localhost.evil.example/u/t',
    'mailto:a@b.example',
    'https://shop.example/u/t>\r\nBcc: eve@b.example',
    'https://shop.example/u/t>, <mailto:eve@b.example',
  ])('refuses %j', (url) => {
    expect(isUnsubscribeUrl(url)).toBe(false);
  });
});

function aRequest(change: Partial<MailRequest>): MailRequest {
  return {
    purpose: 'marketing',
    profile: aPerson({}),
    suppressed: false,
    marketingToday: 0,
    marketingThisWeek: 2,
    limits: { email_cap_per_day: 1, email_cap_per_week: 3 },
    mail: aMail({}),
    hasPostalAddress: true,
    ...change,
  };
}

function aPerson(change: {
  readonly email?: string | null;
  readonly consent?: ConsentState;
}): MailRequest['profile'] {
  const { email = 'maria@example.com', consent = 'subscribed' } = change;
  return { email, emailConsent: { state: consent, at: null, source: null } };
}

function aMail(change: Partial<RenderedMail>): RenderedMail {
  return {
    template: 'vip-thanks',
    purpose: 'marketing',
    to: 'maria@example.com',
    toName: 'Maria',
    subject: 'Thank you',
    html: `<a href="${URL_OUT}">Unsubscribe</a>`,
    text: `Unsubscribe (${URL_OUT})`,
    unsubscribeUrl: URL_OUT,
    ...change,
  };
}
