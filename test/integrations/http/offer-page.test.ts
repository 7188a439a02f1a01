// The offer: a choice is taken once, complete, and shown as text.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfferAnswer } from '#integrations/http/offer-page.ts';
import { aSite, multipart, OFFER, TOKEN, tagsOf, UNKNOWN } from '../../support/public-site.ts';

describe('the offer page', () => {
  it('greets, names the order, and preselects the choice of the pressed button without taking it', async () => {
    const site = aSite();

    const page = await site.ask('GET', `/s/${TOKEN}?choice=store-credit`);

    expect(page.status).toBe(200);
    expect(page.body).toContain('Hi Maria,');
    expect(page.body).toContain('#1042');
    expect(page.body.match(/value="([a-z-]+)" checked/g)).toEqual(['value="store-credit" checked']);
    expect(site.answers).toEqual([]);
  });

  it('speaks the customer’s language, and the shop’s where theirs is not known', async () => {
    const site = aSite({ language: 'de' });

    const [page, unknown, way] = [
      await site.ask('GET', `/s/${TOKEN}`),
      await site.ask('GET', `/s/${UNKNOWN}`),
      await site.ask('GET', `/u/${TOKEN}`),
    ];

    expect(page.body).toContain('<html lang="de">');
    expect(page.body).toContain('Guten Tag Maria,');
    expect(way.body).toContain('Abmelden?');
    expect(unknown.body).toContain('<html lang="en">');
  });

  it.each([null, ' ', 'maria@example.com'])('greets %j without a name', async (firstName) => {
    const page = await aSite({ offer: { ...OFFER, firstName } }).ask('GET', `/s/${TOKEN}`);

    expect(page.body).toContain('>Hello,<');
    expect(page.body).not.toContain('maria@');
  });

  it('records an answer once and then says that it was given', async () => {
    const site = aSite();
    const body = 'option=exchange&score=4&comment=Larger%2C+please%0D%0AThanks';

    const [first, second, look] = [
      await site.ask('POST', `/s/${TOKEN}`, body),
      await site.ask('POST', `/s/${TOKEN}`, 'option=refund'),
      await site.ask('GET', `/s/${TOKEN}`),
    ];

    expect(site.answers).toEqual([
      { option: 'exchange', score: 4, comment: 'Larger, please\nThanks' },
    ]);
    expect(first.body).toContain('Thank you');
    expect([second.body, look.body]).toEqual([
      expect.stringContaining('already answered'),
      expect.stringContaining('already answered'),
    ]);
  });
});

describe('an answer', () => {
  it.each<[string, OfferAnswer]>([
    ['option=refund', { option: 'refund', score: null, comment: null }],
    ['option=refund&score=&comment=+%0D%0A', { option: 'refund', score: null, comment: null }],
    ['option=exchange&comment=a%00b', { option: 'exchange', score: null, comment: 'ab' }],
  ])('takes %s', async (body, answer) => {
    const site = aSite();

    await site.ask('POST', `/s/${TOKEN}`, body);

    expect(site.answers).toEqual([answer]);
  });

  it.each([
    'score=5',
    'option=code',
    'option=exchange&option=refund',
    'option=exchange&score=6',
    'option=exchange&score=0',
    'option=exchange&score=4.5',
    'option=exchange&score=1&score=5',
    `option=exchange&comment=${'x'.repeat(2_001)}`,
  ])('refuses %s', async (body) => {
    const site = aSite();

    const page = await site.ask('POST', `/s/${TOKEN}`, body);

    expect(page.status).toBe(422);
    expect(page.body).toContain('role="alert"');
    expect(site.answers).toEqual([]);
  });

  it('takes 2,000 characters of any script in the form it offers', async () => {
    const site = aSite();
    const comment = '好'.repeat(2_000);

    const body = multipart(`option=exchange&comment=${comment}`);
    await site.ask('POST', `/s/${TOKEN}`, body, 'multipart/form-data; boundary=X');

    expect(site.answers).toMatchObject([{ comment }]);
  });

  it('keeps what was filled in when something is wrong with it', async () => {
    const page = await aSite().ask(
      'POST',
      `/s/${TOKEN}`,
      'option=refund&score=9&comment=A+%3Cb%3E',
    );

    expect(page.body).toContain('value="refund" checked');
    expect(page.body).toContain('A &lt;b&gt;</textarea>');
  });

  it('refuses an unknown token and a file', async () => {
    const site = aSite();
    const file = 'Content-Disposition: form-data; name="option"; filename="a"\r\n\r\nexchange';

    const unknown = await site.ask('POST', `/s/${UNKNOWN}`, 'option=exchange');
    const upload = await site.ask(
      'POST',
      `/s/${TOKEN}`,
      `--X\r\n${file}\r\n--X--\r\n`,
      'multipart/form-data; boundary=X',
    );

    expect([unknown.status, upload.status]).toEqual([404, 400]);
    expect(site.answers).toEqual([]);
  });

  it('shows whatever shop and customer are called as text', async () => {
    const single = { ...OFFER, options: OFFER.options.slice(2) };
    const plain = await aSite({ offer: single }).ask('GET', `/s/${TOKEN}`);

    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 60 }), async (name) => {
        const hostile = `</textarea><script>${name}"><img src=x>`;
        const site = aSite({
          shopName: hostile,
          offer: {
            ...OFFER,
            firstName: hostile,
            orderNumber: hostile,
            options: [{ kind: 'refund', label: hostile }],
          },
        });

        const { body } = await site.ask('GET', `/s/${TOKEN}?choice=${encodeURIComponent(name)}`);

        expect(tagsOf(body)).toEqual(tagsOf(plain.body));
      }),
      { numRuns: 50 },
    );
  });
});
