// A template and its values become a mail in which every value is still only text.
import { afterAll, describe, expect, it } from 'vitest';
import { en } from '#bot/words/en.ts';
import { UserError } from '#engine/errors.ts';
import { createMailRenderer } from '#integrations/mjml/mail-renderer.ts';
import { aTemplate } from '../../support/mail-templates.ts';

const OPTIONS = { publicUrl: 'http://127.0.0.1:3000', timezone: 'Asia/Tokyo', locale: 'en' };
const renderer = createMailRenderer(OPTIONS);
const GREETING = aTemplate({
  subject: 'For {{ name }}',
  preheader: 'Dear {{ name }}',
  body: '<mj-text>Hi {{ name }}!</mj-text>',
});

const HOSTILE = [
  '{{ secret }}',
  '{% assign name = secret %}{{ secret | upcase }}',
  '<script>alert(1)</script>',
  '</mj-text></mj-column><mj-raw><script>alert(1)</script></mj-raw>',
  '--><img src="https://evil.example/x">',
  `"><a href='https://evil.example'>click</a>`,
  '<!channel> @everyone &lt;b&gt;',
  "O'Brien & Töchter <Sales>",
  'Nguyễn 👩‍👩‍👧 שלום',
];

afterAll(() => renderer.close());

describe('createMailRenderer', () => {
  it.each(HOSTILE)('shows %j as it is, in HTML and in text', async (name) => {
    const plain = await renderer.render(GREETING, { name: 'Maria', secret: 'S3CRET' });

    const mail = await renderer.render(GREETING, { name, secret: 'S3CRET' });

    expect(tagsOf(mail.html)).toEqual(tagsOf(plain.html));
    expect(mail.text).toBe(`Hi ${name}!\n`);
    expect(mail.subject).toBe(`For ${name}`);
    expect(mail.html).not.toContain('S3CRET');
  });

  it('keeps a value of ten thousand characters whole in the body and short in the subject', async () => {
    const name = 'x😀'.repeat(5_000);

    const mail = await renderer.render(GREETING, { name });

    expect(mail.text).toBe(`Hi ${name}!\n`);
    expect([...mail.subject]).toHaveLength(200);
    expect(mail.subject.isWellFormed()).toBe(true);
  });

  it('leaves controls, line ends and direction marks of a value out of the subject', async () => {
    const name = 'Maria\r\nBcc: eve@evil.example\u0000\u0085\u2028\u202Egnp.exe';

    const mail = await renderer.render(GREETING, { name });

    expect(mail.subject).toBe('For Maria Bcc: eve@evil.example gnp.exe');
    expect(mail.html).not.toMatch(/(?!\n)\p{Cc}|\u2028|\u202E/u);
  });

  it('keeps the line breaks a teammate typed, and nothing else of what they typed as markup', async () => {
    const template = aTemplate({ body: '<mj-text>{{ line | newline_to_br }}</mj-text>' });

    const mail = await renderer.render(template, { line: 'Dear <b>Maria</b>,\r\nsee you.' });

    expect(mail.html).toContain('Dear &lt;b&gt;Maria&lt;/b&gt;,<br>see you.');
    expect(mail.text).toBe('Dear <b>Maria</b>,\nsee you.\n');
  });

  it('shows dates in the zone of the shop', async () => {
    const template = aTemplate({
      body: '<mj-text>{{ at | date: "%B %-d, %Y %H:%M" }}</mj-text>',
    });

    const mail = await renderer.render(template, { at: '2026-09-30T22:30:00.000Z' });

    expect(mail.text).toBe('October 1, 2026 07:30\n');
  });
});

describe('a template', () => {
  it('lets a condition or a loop stand around elements', async () => {
    const template = aTemplate({
      body: '{% for n in names %}<mj-text>{{ n }}</mj-text>{% endfor %}{% if no %}<mj-text>no</mj-text>{% endif %}',
    });

    const mail = await renderer.render(template, { names: ['a', 'b'] });

    expect(mail.text).toBe('a\n\nb\n');
  });

  it('refuses a value that would become a link of its own', async () => {
    const template = aTemplate({ body: '<mj-button href="{{ link }}">Go</mj-button>' });

    const rendering = renderer.render(template, { link: 'javascript:alert(1)' });

    await expect(rendering).rejects.toThrow(UserError);
  });

  it('refuses a marketing mail whose template leaves out the way out or the postal address', async () => {
    const values = {
      unsubscribe_url: 'https://shop.example/u/t',
      shop: { postal_address: 'Lange Str. 5,\n10115 Berlin' },
    };
    const link = '<mj-text><a href="{{ unsubscribe_url }}">Unsubscribe</a></mj-text>';
    const address = '<mj-text>{{ shop.postal_address }}</mj-text>';

    const [both, ...one] = [link + address, link, address].map((body) =>
      renderer.render(aTemplate({ purpose: 'marketing', body }), values),
    );

    expect(await both).toMatchObject({ subject: 'Hello' });
    for (const rendering of one) await expect(rendering).rejects.toThrow(UserError);
  });
});

describe('a broken template', () => {
  it.each([
    ['a filter that is not there', '<mj-text>{{ x | shout }}</mj-text>', /shout.*line 3/],
    ['the filter that undoes the escape', '<mj-text>{{ x | raw }}</mj-text>', /raw.*line 3/],
    ['a tag that would read a file', '<mj-text>{% render "a" %}</mj-text>', /render.*line 3/],
    ['an element that is not there', '<mj-headline>Hi</mj-headline>', /mj-headline.*line 3/],
    ['an element left open', '<mj-text>Hi', /mj-text.*line 3/],
    ['a loop without end', '<mj-text>{% for i in (1..99999999) %}x{% endfor %}</mj-text>', /limit/],
  ])('fails by %s, which is named with its line', async (_, body, message) => {
    const error: unknown = await renderer.render(aTemplate({ body }), {}).catch((e) => e);

    if (!(error instanceof UserError)) throw error;
    expect(error.problem).toMatchObject({ code: 'invalid', field: 'emails/test' });
    expect(en.problem(error.problem)).toMatch(message);
  });

  it('ends the process of a mail that takes too long, and says so', async () => {
    const slow = createMailRenderer({ ...OPTIONS, timeLimitMs: 1 });
    const body = '<mj-text>{{ x }}</mj-text>\n'.repeat(1000);

    const rendering = slow.render(aTemplate({ body }), {});

    await expect(rendering).rejects.toMatchObject({
      problem: { reason: 'template', flaw: null },
    });
    await slow.close();
  });

  it('starts again after it was closed', async () => {
    await renderer.close();

    expect(await renderer.render(aTemplate({}), {})).toMatchObject({ text: 'Hello\n' });
  });
});

function tagsOf(html: string): readonly string[] {
  return html.match(/<[/!]?[a-z-]+/gi) ?? [];
}
