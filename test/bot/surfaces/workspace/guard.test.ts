// The door: who gets in, and who is told why not.
import { describe, expect, it } from 'vitest';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import { aPost, aRequest, bodyOf, call, workspaceOptions } from '../../../support/workspace.ts';

const routes = createWorkspaceRoutes(workspaceOptions());
const PRESS = { channel: 'refunds', action: 'x' };

describe('guardRoute without a password', () => {
  it.each(['127.0.0.1:3000', 'localhost:8080', '[::1]:3000', 'LOCALHOST'])(
    'lets this machine in as %s',
    async (host) => {
      expect((await call(routes, aRequest({ headers: { host } }))).status).toBe(200);
    },
  );

  it.each([
    'evil.example:3000',
    '192.168.1.5:3000',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '',
  ])('refuses a rebound or foreign Host %j', async (host) => {
    expect((await call(routes, aRequest({ headers: { host } }))).status).toBe(403);
  });

  it('refuses another machine that only says Host: localhost', async () => {
    const request = aRequest({ remoteAddress: '192.168.1.7', headers: { host: 'localhost' } });

    expect((await call(routes, request)).status).toBe(403);
  });

  it.each([
    'forwarded',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-server',
    'via',
    'x-real-ip',
  ])('refuses what a tunnel marks with %s, even when it is empty', async (name) => {
    const response = await call(routes, aRequest({ headers: { [name]: '' } }));

    expect(response.status).toBe(403);
    expect(bodyOf(response)).toContain('WORKSPACE_PASSWORD');
  });

  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['another port', { origin: 'http://127.0.0.1:4000' }],
    ['another name of this machine', { origin: 'http://localhost:3000' }],
    ['a sandbox', { origin: 'null' }],
    ['nowhere', { origin: undefined }],
    ['a page that says so', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling', { 'sec-fetch-site': 'same-site' }],
  ])('refuses a post from %s', async (_whence, headers) => {
    for (const path of [
      '/workspace/press',
      '/workspace/line',
      '/workspace/submit',
      '/workspace/simulate',
    ]) {
      expect((await call(routes, aPost(path, PRESS, headers))).status).toBe(403);
    }
  });

  it('takes a post from its own page', async () => {
    const response = await call(
      routes,
      aPost('/workspace/press', PRESS, { 'sec-fetch-site': 'same-origin' }),
    );

    expect(response.status).toBe(200);
  });

  it('forbids foreign code, frames and guesses about types on every page', async () => {
    const { headers } = await call(routes, aRequest());

    expect(headers?.['content-security-policy']).toContain("script-src 'self';");
    expect(headers?.['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers?.['x-content-type-options']).toBe('nosniff');
    expect(headers?.['referrer-policy']).toBe('same-origin');
  });
});

describe('guardRoute with a password', () => {
  const locked = createWorkspaceRoutes(
    workspaceOptions({ password: 'open sesame', publicOrigin: 'https://desk.example' }),
  );
  const there = {
    host: 'desk.example',
    origin: 'https://desk.example',
    'x-forwarded-for': '1.2.3.4',
  };

  it('sends a stranger to the sign-in page, and a piece of a page likewise', async () => {
    const page = await call(locked, aRequest({ headers: there }));
    const piece = await call(locked, aRequest({ headers: { ...there, 'hx-request': 'true' } }));

    expect(page).toMatchObject({ status: 303, headers: { location: '/workspace/login' } });
    expect(piece).toMatchObject({ status: 401, headers: { 'hx-redirect': '/workspace/login' } });
  });

  it.each(['/workspace/events', '/workspace/mails', '/workspace/complete', '/c/refunds'])(
    'shows nothing of %s without a session',
    async (path) => {
      expect((await call(locked, aRequest({ path, headers: there }))).status).toBe(303);
    },
  );

  it('opens with the password, from anywhere, and keeps a session', async () => {
    const login = await call(locked, aPost('/workspace/login', { password: 'open sesame' }, there));
    const cookie = login.headers?.['set-cookie'] ?? '';
    const session = cookie.split(';')[0] ?? '';

    const page = await call(locked, aRequest({ headers: { ...there, cookie: session } }));

    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Max-Age=43200; Secure$/);
    expect(page.status).toBe(200);
  });

  it('refuses even a signed-in post from another origin', async () => {
    const login = await call(locked, aPost('/workspace/login', { password: 'open sesame' }, there));
    const cookie = (login.headers?.['set-cookie'] ?? '').split(';')[0] ?? '';

    const response = await call(
      locked,
      aPost('/workspace/press', PRESS, { ...there, cookie, origin: 'https://evil.example' }),
    );

    expect(response.status).toBe(403);
  });
});
