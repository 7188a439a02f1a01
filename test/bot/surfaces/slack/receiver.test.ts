// HTTP mode's door: what is not signed by Slack, now, gets no further.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HttpRequest } from '#engine/ports/http.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aCommand, aSignedRequest } from '../../../support/slack-payloads.ts';
import { NOW, SECRET, startSlack } from './slack-setup.ts';

const router = aRouter(() => ({ kind: 'done' }));
let slack: Awaited<ReturnType<typeof startSlack>>;
beforeAll(async () => {
  slack = await startSlack({ mode: 'http', router });
});
afterAll(() => slack.stop());

function post(request: HttpRequest) {
  if (slack.app.route === null) throw new Error('no route in http mode');
  return slack.app.route.handle(request);
}

function signed(payload: Record<string, unknown> | string, at = NOW, secret = SECRET) {
  return aSignedRequest(payload, { secret, at });
}

function withHeader(name: string, value: string | undefined) {
  const request = signed(aCommand({ command: '/regulars' }));
  return { ...request, headers: { ...request.headers, [name]: value } };
}

const CHALLENGE = { type: 'url_verification', challenge: 'abc' };
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

describe('the route of /slack/events', () => {
  it.each([
    ['another secret', signed(aCommand({ command: '/regulars' }), NOW, 'other')],
    ['a signature of six minutes ago', signed(aCommand({ command: '/regulars' }), minutes(-6))],
    ['one of six minutes ahead', signed(aCommand({ command: '/regulars' }), minutes(6))],
    ['no signature', withHeader('x-slack-signature', undefined)],
    ['no timestamp', withHeader('x-slack-request-timestamp', undefined)],
    ['a timestamp with a tail', withHeader('x-slack-request-timestamp', '1795600800abc')],
    ['another scheme', withHeader('x-slack-signature', `v1=${'a'.repeat(64)}`)],
    ['a cut signature', withHeader('x-slack-signature', 'v0=abc')],
    ['another body', { ...signed(aCommand({ command: '/regulars' })), body: Buffer.from('x=1') }],
    ['an unsigned challenge', { ...signed(CHALLENGE), headers: {} }],
  ])('answers 401 to %s, and nothing happens', async (_, request) => {
    const response = await post(request);

    expect(response.status).toBe(401);
    expect(response.body).toBe('{"error":{"code":"unauthorized"}}');
    expect(router.asked).toEqual([]);
  });

  it('answers a signed challenge with it', async () => {
    const response = await post(signed(CHALLENGE));

    expect(response).toMatchObject({ status: 200, body: '{"challenge":"abc"}' });
  });

  it('answers a signed ssl_check', async () => {
    expect(await post(signed({ ssl_check: '1' }))).toMatchObject({ status: 200, body: '' });
  });

  it.each(['{broken', '["a list"]'])('answers 400 to the signed body %s', async (body) => {
    expect((await post(signed(body))).status).toBe(400);
  });

  it('answers an event that nobody listens to', async () => {
    const event = { type: 'event_callback', event_id: 'E1', team_id: 'T1', event: { type: 'x' } };

    expect((await post(signed(event))).status).toBe(200);
  });

  it('takes either secret while they are rotated, and 503 after it was stopped', async () => {
    const rotating = await startSlack({ mode: 'http', router, secret: `new,${SECRET}` });
    const answers = [];
    for (const secret of ['new', SECRET]) {
      answers.push(await rotating.app.route?.handle(signed({ ssl_check: '1' }, NOW, secret)));
    }
    await rotating.stop();
    const late = await rotating.app.route?.handle(signed(aCommand({ command: '/regulars' })));

    expect(answers.map((answer) => answer?.status)).toEqual([200, 200]);
    expect(late?.status).toBe(503);
  });
});
