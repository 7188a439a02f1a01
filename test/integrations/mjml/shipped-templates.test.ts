// The templates that ship: sound, complete with or without their values, and fit for the mail clients people use.
import { caniemail } from 'caniemail';
import { afterAll, describe, expect, it } from 'vitest';
import { mayMail } from '#engine/email/guard.ts';
import { type MailTemplate, showsCode } from '#engine/playbook/playbook.ts';
import { createMailRenderer } from '#integrations/mjml/mail-renderer.ts';
import { ENGLISH } from '../../support/english.ts';
import { MAIL_EXAMPLE, readShippedTemplate, TEMPLATE_NAMES } from '../../support/mail-templates.ts';

/**
 * What some client ignores without harm: rounded corners become square, dark mode stays light, MJML's own resets have
 * nothing to reset, and the wrapper's label falls back to the text. Anything else (flex, forms, web fonts,
 * background images, scripts …) would break a mail, and fails the test.
 */
const HARMLESS = new Set([
  'border-radius',
  'border-collapse',
  'color-scheme meta tag',
  '@media',
  'Chaining selectors',
  'Child combinator',
  'outline',
  'word-spacing',
  'max-height property',
  'opacity',
  'overflow',
  'table-layout',
  'cursor',
  'target attribute',
  '<body> element',
]);
const CLIENTS = [
  'gmail.desktop-webmail',
  'gmail.android',
  'gmail.ios',
  'outlook.windows',
  'outlook.outlook-com',
  'outlook.macos',
  'outlook.android',
  'outlook.ios',
  'apple-mail.*',
] as const;

const templates = await Promise.all(TEMPLATE_NAMES.map(readShippedTemplate));
const renderer = createMailRenderer({
  publicUrl: 'http://127.0.0.1:3000',
  timezone: 'Europe/Berlin',
  locale: 'en',
});

afterAll(() => renderer.close());

describe.each(TEMPLATE_NAMES)('the template %s', (name) => {
  it('has no problem', async () => {
    expect(await renderer.checkTemplate(await readShippedTemplate(name))).toEqual([]);
  });

  it('uses nothing that Gmail, Outlook or Apple Mail would show broken', async () => {
    const { html } = await renderer.render(await readShippedTemplate(name), MAIL_EXAMPLE);

    const { issues } = caniemail({ clients: [...CLIENTS], html });

    const titles = [...issues.errors.values()].flat().map(({ title }) => title);
    expect([...new Set(titles)].filter((title) => !HARMLESS.has(title))).toEqual([]);
  });

  it('reads well without a first name, an order number, or a personal line', async () => {
    const values = {
      ...MAIL_EXAMPLE,
      customer: { first_name: null, name: 'Customer 4711' },
      order: { number: null },
      offer: { ...MAIL_EXAMPLE.offer, line: '' },
    };

    const template = await readShippedTemplate(name);
    const { subject, text } = await renderer.render(template, values);

    expect(text).toContain(template.language === 'de' ? 'Guten Tag,' : 'Hi there,');
    expect(`${subject}\n${text}`).not.toMatch(/undefined|null|order \.|of order|\n\n\n| ,/);
  });

  it('stays under the size at which Gmail cuts a mail off', async () => {
    const { html } = await renderer.render(await readShippedTemplate(name), MAIL_EXAMPLE);

    expect(Buffer.byteLength(html)).toBeLessThan(50_000);
  });
});

describe('every template in German', () => {
  const originals = templates.filter(({ language }) => language === undefined);

  it.each(originals.map(({ name }) => name))('%s has a twin that shows the same values', (name) => {
    const [own, twin] = [name, `${name}.de`].map((one) => templates.find((t) => t.name === one));

    expect(twin?.purpose).toBe(own?.purpose);
    expect(valuesOf(twin)).toEqual(valuesOf(own));
    expect(twin?.subject).not.toBe(own?.subject);
    expect(`${twin?.subject} ${twin?.preheader} ${wordsOf(twin)}`).not.toMatch(ENGLISH);
  });
});

/** What the mail shows of the customer, the order and all else, whatever it says around it. */
function valuesOf(template: MailTemplate | undefined): readonly string[] {
  const { subject = '', preheader = '', source = '' } = template ?? {};
  const outputs = `${subject} ${preheader} ${source}`.match(/\{[{%][^}]*\}/g) ?? [];
  return [...new Set(outputs.flatMap((one) => one.match(/\b[a-z]+\.[a-z_]+\b/g) ?? []))].toSorted();
}

/** The text of the body, without its marks. */
function wordsOf(template: MailTemplate | undefined): string {
  const body = template?.source.slice(template.source.indexOf('<mj-body')) ?? '';
  return body.replace(/<[^>]*>|\{[{%][^}]*\}\}?/g, ' ');
}

describe('the marketing templates', () => {
  const marketing = templates.filter(({ purpose }) => purpose === 'marketing');

  it.each(marketing.map(({ name }) => name))('%s passes the mail guard', async (name) => {
    const template = await readShippedTemplate(name);
    const parts = await renderer.render(template, MAIL_EXAMPLE);

    const permission = mayMail({
      purpose: template.purpose,
      profile: {
        email: 'maria@example.com',
        emailConsent: { state: 'subscribed', at: null, source: null },
      },
      suppressed: false,
      marketingToday: 0,
      marketingThisWeek: 0,
      limits: { email_cap_per_day: 1, email_cap_per_week: 3 },
      hasPostalAddress: true,
      mail: {
        template: name,
        purpose: template.purpose,
        to: 'maria@example.com',
        toName: 'Maria',
        unsubscribeUrl: MAIL_EXAMPLE.unsubscribe_url,
        ...parts,
      },
    });

    expect(permission).toEqual({ kind: 'allowed' });
    if (!showsCode(template)) return;
    expect(parts.text).toContain(MAIL_EXAMPLE.discount.code);
    expect(parts.text).toContain(
      template.language === 'de' ? '31. Oktober 2026' : 'October 31, 2026',
    );
  });
});

describe('the mails of a cart', () => {
  it('show each line with its amount, and lead back to the cart', async () => {
    const { text } = await renderer.render(
      await readShippedTemplate('cart-reminder'),
      MAIL_EXAMPLE,
    );

    expect(text).toContain('2 × A Love Supreme €58.00');
    expect(text).toContain('Total €92.00');
    expect(text).toContain(`Back to my cart (${MAIL_EXAMPLE.checkout.url})`);
  });

  it('do without a list and a button where the shop gave neither', async () => {
    const values = { ...MAIL_EXAMPLE, checkout: { total: null, items: [], url: null } };
    const { html, text } = await renderer.render(
      await readShippedTemplate('cart-reminder'),
      values,
    );

    expect(text).not.toMatch(/Total|Back to my cart/);
    expect(html).not.toContain('href=""');
  });
});

describe('refund-alternatives', () => {
  it('names every choice with its link', async () => {
    const { text } = await renderer.render(
      await readShippedTemplate('refund-alternatives'),
      MAIL_EXAMPLE,
    );

    for (const { label, url } of MAIL_EXAMPLE.offer.options) {
      expect(text).toContain(`${label} (${url})`);
    }
    expect(text).toContain('aside for you.\nJust say the word.');
  });
});
