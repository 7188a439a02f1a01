// What holds for every public page.
import { describe, expect, it } from 'vitest';
import { aSite, ONE_CLICK, TOKEN, UNKNOWN } from '../../support/public-site.ts';

describe('every public page', () => {
  it.each<[string, 'GET' | 'POST', string, string]>([
    ['the question', 'GET', `/u/${TOKEN}`, ''],
    ['the confirmation', 'POST', `/u/${TOKEN}`, ONE_CLICK],
    ['the offer', 'GET', `/s/${TOKEN}`, ''],
    ['the thanks', 'POST', `/s/${TOKEN}`, 'option=refund'],
    ['not found', 'GET', `/s/${UNKNOWN}`, ''],
    ['too large', 'POST', `/s/${TOKEN}`, 'x'.repeat(16_385)],
  ])('runs nothing and cannot be framed, kept or listed: %s', async (_, method, path, body) => {
    const page = await aSite().ask(method, path, body);

    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none';.*frame-ancestors 'none'/,
      ),
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(page.body).not.toMatch(/<script|\son[a-z]+=|style="|src=/i);
  });

  it.each(['/u/', '/s/'])('a body over 16 KiB is refused on %s', async (path) => {
    const page = await aSite().ask('POST', `${path}${TOKEN}`, 'x'.repeat(16_385));

    expect(page.status).toBe(413);
  });
});
