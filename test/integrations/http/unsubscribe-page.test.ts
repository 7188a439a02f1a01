// The way out: looking changes nothing, one click does, and nothing is told about anyone.
import { describe, expect, it } from 'vitest';
import { aSite, FORM, multipart, ONE_CLICK, TOKEN, UNKNOWN } from '../../support/public-site.ts';

describe('the unsubscribe page', () => {
  it('changes nothing when it is looked at', async () => {
    const site = aSite();

    const page = await site.ask('GET', `/u/${TOKEN}`);

    expect(page.status).toBe(200);
    expect(page.body).toContain('<form method="post">');
    expect(site.unsubscribed).toEqual([]);
  });

  it.each<[string, string, string | Uint8Array]>([
    ['a provider, url-encoded', FORM, ONE_CLICK],
    ['a provider with a charset', `${FORM}; charset=utf-8`, ONE_CLICK],
    ['a provider, multipart (RFC 8058)', 'multipart/form-data; boundary=X', multipart(ONE_CLICK)],
  ])('takes one click from %s', async (_, type, body) => {
    const site = aSite();

    const page = await site.ask('POST', `/u/${TOKEN}`, body, type);

    expect(page.status).toBe(200);
    expect(page.headers).not.toHaveProperty('set-cookie');
    expect(page.headers).not.toHaveProperty('location');
    expect(site.unsubscribed).toEqual([TOKEN]);
  });

  it('takes what its own form sends', async () => {
    const site = aSite();
    const { body } = await site.ask('GET', `/u/${TOKEN}`);
    const fields = [...body.matchAll(/<input type="hidden" name="(.+?)" value="(.+?)">/g)];

    const sent = fields.map(([, name = '', value = '']) => [name, value]);
    await site.ask('POST', `/u/${TOKEN}`, new URLSearchParams(sent).toString());

    expect(site.unsubscribed).toEqual([TOKEN]);
  });

  it.each([
    ['nothing', ''],
    ['another value', 'List-Unsubscribe=Two-Clicks'],
    ['another name', 'Unsubscribe=One-Click'],
    ['something beside it', `${ONE_CLICK}&x=1`],
    ['it twice', `${ONE_CLICK}&${ONE_CLICK}`],
    ['JSON', '{"List-Unsubscribe":"One-Click"}'],
  ])('refuses a post that holds %s', async (_, body) => {
    const site = aSite();

    const page = await site.ask('POST', `/u/${TOKEN}`, body);

    expect(page.status).toBe(400);
    expect(site.unsubscribed).toEqual([]);
  });

  it('refuses any other type of body', async () => {
    const site = aSite();

    expect((await site.ask('POST', `/u/${TOKEN}`, ONE_CLICK, 'text/plain')).status).toBe(400);
    expect(site.unsubscribed).toEqual([]);
  });

  it('shows the same page to an unknown token, with 404, and asks nobody about a malformed one', async () => {
    const site = aSite();
    const known = await site.ask('GET', `/u/${TOKEN}`);

    const unknown = await site.ask('GET', `/u/${UNKNOWN}`);
    const malformed = await site.ask('GET', '/u/..%2F..');
    const posted = await site.ask('POST', `/u/${UNKNOWN}`, ONE_CLICK);

    expect([unknown.status, malformed.status, posted.status]).toEqual([404, 404, 404]);
    expect([unknown.body, malformed.body]).toEqual([known.body, known.body]);
    expect(site.asked).toEqual([TOKEN, UNKNOWN]);
  });
});
