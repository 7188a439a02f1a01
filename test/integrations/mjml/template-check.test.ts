// What a merchant is told about a template before any mail is made from it.
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '#bot/words/en.ts';
import { createMailRenderer } from '#integrations/mjml/mail-renderer.ts';
import { aTemplate } from '../../support/mail-templates.ts';

const renderer = createMailRenderer({
  publicUrl: 'http://127.0.0.1:3000',
  timezone: 'UTC',
  locale: 'en',
});

afterAll(() => renderer.close());

async function check(template: Parameters<typeof aTemplate>[0]) {
  const problems = await renderer.checkTemplate(aTemplate(template));
  return problems.map(({ line, flaw }) => ({ line, message: en.flaws.templateFlaw(flaw) }));
}

describe('checkTemplate', () => {
  it('finds nothing in a sound template', async () => {
    const body = '<mj-text>Hi {{ customer.first_name | default: "there" }}</mj-text>';

    expect(await check({ body })).toEqual([]);
  });

  it.each([
    ['an unknown filter', '\n<mj-text>{{ customer.name | shout }}</mj-text>', 4, /shout/],
    ['broken Liquid', '<mj-text>{{ customer.name </mj-text>', 3, /not closed/],
    ['an unknown element', '\n\n<mj-headline />', 5, /mj-headline/],
    ['an unknown attribute', '<mj-text colour="red">x</mj-text>', 3, /colour/],
    ['an element never closed', '<mj-text>x', 3, /mj-text.*never closed/],
    ['an end without a beginning', '</mj-table>', 3, /closes nothing/],
    ['an include', '<mj-include path="/etc/passwd" />', 3, /mj-include/],
    ['a value MJML would drop', '{{ customer.name }}', 3, /between elements/],
    ['an unknown value', '<mj-text>{{ client.name }}</mj-text>', 3, /client.*customer/],
    ['a slip in a value', '<mj-text>{{ customer.frist_name }}</mj-text>', 3, /first_name/],
    [
      'a customer in a link',
      '<mj-text><a href="https://x.example/{{ customer.name }}">x</a></mj-text>',
      3,
      /link/,
    ],
    [
      'a customer in a style',
      '<mj-text><p style="color: {{ customer.name }}">x</p></mj-text>',
      3,
      /style/,
    ],
    ['a link without https', '<mj-button href="http://x.example">x</mj-button>', 3, /https/],
  ])('names %s and its line', async (_, body, line, message) => {
    const problems = await check({ body });

    expect(problems).toContainEqual({ line, message: expect.stringMatching(message) });
  });

  it('asks a marketing template for the way out and the postal address', async () => {
    const problems = await check({ purpose: 'marketing' });

    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('unsubscribe_url'),
      expect.stringContaining('shop.postal_address'),
    ]);
  });

  it('calls a mail with a discount marketing, whatever its front matter says', async () => {
    const body = '<mj-text>{{ discount.code }}</mj-text>';

    const problems = await check({ body });

    expect(problems).toEqual([{ line: null, message: expect.stringContaining('marketing') }]);
  });

  it('reads the subject too', async () => {
    const problems = await check({ subject: 'Hi {{ customer.nmae }}' });

    expect(problems).toEqual([{ line: null, message: expect.stringContaining('subject') }]);
  });
});
