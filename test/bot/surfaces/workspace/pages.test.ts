// The page as it is drawn: channels with their unread counts, cards oldest first, the hint until it is put away.
import { describe, expect, it } from 'vitest';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import { createWorkspaceSurface } from '#bot/surfaces/workspace/surface.ts';
import { de } from '#bot/words/de.ts';
import { en } from '#bot/words/en.ts';
import {
  aRequest,
  bodyOf,
  call,
  memoryMails,
  memoryMessages,
  NOW,
  workspaceOptions,
} from '../../../support/workspace.ts';
import { aMail, refundCard } from './samples.ts';

/** Every fixed text around the cards, by a language's own catalogue. */
function textsIn(words: object): readonly string[] {
  return Object.values(words).flatMap((text) =>
    typeof text === 'string' ? [text] : typeof text === 'object' ? textsIn(text) : [],
  );
}

describe('the page in German', () => {
  it('has no English around the cards, each of which says its own language', async () => {
    const surface = createWorkspaceSurface({ messages: memoryMessages(), now: () => NOW });
    const routes = createWorkspaceRoutes(workspaceOptions({ words: de, surface }));
    const english = textsIn(en.workspace).filter((text) => !textsIn(de.workspace).includes(text));
    const pages = ['/c/refunds', '/c/vips', '/workspace/mails', '/workspace/simulator'];

    const drawn = await Promise.all(
      pages.map(async (path) => bodyOf(await call(routes, aRequest({ path })))),
    );
    const [refunds = ''] = drawn;

    expect(refunds).toContain('<html lang="de">');
    expect(refunds).toContain(de.workspace.empty.refunds);
    const left = english.filter((text) =>
      drawn.some((page) => page.includes(`>${text}<`) || page.includes(`"${text}"`)),
    );
    expect(left).toEqual([]);
  });

  it('marks a card of a channel that speaks another language', async () => {
    const messages = memoryMessages();
    const surface = createWorkspaceSurface({ messages, now: () => NOW });
    await surface.post({ channel: 'refunds', card: { ...refundCard(), language: 'en' }, key: '1' });
    const routes = createWorkspaceRoutes(
      workspaceOptions({ words: de, surface, storage: { messages, mails: memoryMails() } }),
    );

    const page = bodyOf(await call(routes, aRequest({ path: '/c/refunds' })));

    expect(page).toContain('<html lang="de">');
    expect(page).toMatch(/<div class="card tone-\w+" lang="en">/);
  });
});

describe('GET /c/:channel', () => {
  it('shows the cards oldest first and the rest behind a button', async () => {
    const { get } = await start(31);

    const page = await get('/c/refunds');

    const names = [...page.matchAll(/Refund request: (Customer \d+)/g)].map((one) => one[1]);
    expect(names).toHaveLength(30);
    expect([names[0], names.at(-1)]).toEqual(['Customer 2', 'Customer 31']);
    const earlier = /\/workspace\/earlier\?channel=refunds&after=([^"]+)"/.exec(page)?.[1] ?? '';
    expect(await get('/workspace/earlier', { channel: 'refunds', after: earlier })).toContain(
      'Customer 1,',
    );
  });

  it('counts what this browser has not seen, until the channel is opened', async () => {
    const { get, cookies } = await start(3);

    const before = await get('/c/vips');
    await get('/c/refunds');
    const after = await get('/c/vips');

    expect(before).toContain('3 unread');
    expect(after).not.toContain('unread</span>');
    expect(cookies.get('regulars_seen')).toContain('refunds:3');
  });

  it('leaves what comes to a hidden page unread', async () => {
    const { get } = await start(2);

    await get('/workspace/nav', { channel: 'refunds', hidden: 'true' });

    expect(await get('/c/vips')).toContain('2 unread');
  });

  it('gives a fragment to the page itself and a document to a person', async () => {
    const { get } = await start(1);

    expect(await get('/c/refunds', {}, { 'hx-request': 'true' })).not.toContain('<!doctype');
    expect(await get('/c/refunds')).toContain('<!doctype html>');
  });

  it('does not know other channels', async () => {
    const { routes } = await start(0);

    expect((await call(routes, aRequest({ path: '/c/payroll' }))).status).toBe(404);
  });

  it('shows the hint until it is put away', async () => {
    const { get, post } = await start(0);

    expect(await get('/c/refunds')).toContain('Step 1 of 6');
    await post('/workspace/tour/hide');
    expect(await get('/c/refunds')).not.toContain('Step 1 of 6');
  });

  it('says that a card of another version cannot be shown', async () => {
    const { get, messages } = await start(0);
    await messages.add({ id: 'old', channel: 'refunds', threadOf: null, card: { v: 0 }, at: NOW });

    expect(await get('/c/refunds')).toContain('cannot be shown');
  });
});

describe('GET /workspace/mails', () => {
  it('lists every mail with its reason, and none without its status', async () => {
    const { get } = await start(0);

    const list = await get('/workspace/mails');

    expect(list).toContain('Not sent');
    expect(list).toContain('No marketing consent');
    expect(list).toContain('50 % off');
  });

  it('shuts the mail itself into a sandbox that runs and loads nothing', async () => {
    const { routes } = await start(0);

    const { headers, body } = await call(
      routes,
      aRequest({ path: '/workspace/mails/mail_1/html' }),
    );

    const policy = headers?.['content-security-policy'] ?? '';
    expect(policy).toMatch(
      /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';/,
    );
    expect(policy).not.toContain('script');
    expect(policy).toContain("frame-ancestors 'self'");
    expect(body).toContain('<head><base target="_blank">');
  });

  it('gives the text version as text', async () => {
    const { get } = await start(0);

    expect(await get('/workspace/mails/mail_1', { view: 'text' })).toContain(
      'Unsubscribe: https://',
    );
  });
});

describe('GET /workspace/static/:file', () => {
  it('lets browsers keep a file under its own version, and nothing else be read', async () => {
    const { get, routes } = await start(0);
    const link = /\/workspace\/static\/workspace\.css\?v=([\w-]+)/.exec(await get('/'))?.[1] ?? '';
    const file = (name: string, query = {}) =>
      call(routes, aRequest({ path: `/workspace/static/${name}`, query }));

    expect((await file('workspace.css', { v: link })).headers?.['cache-control']).toContain(
      'immutable',
    );
    expect((await file('workspace.css')).headers?.['cache-control']).toBe('no-cache');
    expect((await file('htmx.js')).status).toBe(200);
    expect((await file('..%2Fguard.ts')).status).toBe(404);
    expect((await file('constructor')).status).toBe(404);
  });
});

async function start(count: number) {
  const messages = memoryMessages();
  const surface = createWorkspaceSurface({ messages, now: () => NOW });
  for (let at = 1; at <= count; at += 1) {
    const card = refundCard('open', `Customer ${at}`);
    await surface.post({ channel: 'refunds', card, key: String(at) });
  }
  const held = aMail({ status: 'not-sent', reason: 'No marketing consent' });
  const storage = { messages, mails: memoryMails([aMail(), held]) };
  const routes = createWorkspaceRoutes(workspaceOptions({ surface, storage }));
  const cookies = new Map<string, string>([['regulars_seen', `mails:${NOW.getTime()}`]]);
  const ask = async (method: string, path: string, query = {}, headers = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await call(
      routes,
      aRequest({ method, path, query, headers: { cookie, ...headers } }),
    );
    const [, name = '', value = ''] =
      /^(\w+)=([^;]*)/.exec(response.headers?.['set-cookie'] ?? '') ?? [];
    if (name !== '') cookies.set(name, value);
    return bodyOf(response);
  };
  return {
    routes,
    messages,
    cookies,
    get: (path: string, query = {}, headers = {}) => ask('GET', path, query, headers),
    post: (path: string) => ask('POST', path),
  };
}
