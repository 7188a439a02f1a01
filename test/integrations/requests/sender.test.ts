// Requests of automations over real HTTP: signed, named, and nowhere but where they may go.
import { afterEach, describe, expect, it } from 'vitest';
import { keyOf, verifySignature } from '#integrations/generic/signature.ts';
import { createHttpClient } from '#integrations/http-client.ts';
import { createRequestSender } from '#integrations/requests/sender.ts';
import { type Receiver, type ReceiverReply, startReceiver } from '../../support/receiver.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
const OLD = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const NEW = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

async function aSender(replies: readonly ReceiverReply[], isAllowed = true) {
  const receiver: Receiver = await startReceiver(replies);
  const http = createHttpClient({ allowedOrigins: isAllowed ? [receiver.origin] : [] });
  open.push(http.close, receiver.stop);
  const sender = createRequestSender({ secrets: [NEW, OLD], http, now: () => NOW });
  const request = {
    url: `${receiver.origin}/vip?x=1`,
    method: 'POST',
    body: '{"name":"Müller"}',
    contentType: 'application/json',
    id: 'req_pln_1_0',
  } as const;
  return { receiver, sender, request };
}

describe('createRequestSender', () => {
  it('signs the body with every secret that is valid, under an id that names the request', async () => {
    const { receiver, sender, request } = await aSender([{ status: 202 }]);

    expect(await sender.send(request)).toEqual({ status: 202 });

    const [got] = receiver.received;
    const body = Buffer.from(got?.body ?? '');
    expect(got).toMatchObject({ method: 'POST', path: '/vip?x=1', body: request.body });
    expect(got?.headers).toMatchObject({
      'content-type': 'application/json',
      'idempotency-key': 'req_pln_1_0',
      'webhook-id': 'req_pln_1_0',
    });
    for (const secret of [OLD, NEW])
      expect(verifySignature([keyOf(secret)], got?.headers ?? {}, body, NOW).kind).toBe('genuine');
  });

  it('gives a refusal as its status, and says what may have arrived', async () => {
    const { sender, request } = await aSender([{ status: 404 }, { status: 503 }, 'hangs-up']);

    expect(await sender.send(request)).toEqual({ status: 404 });
    await expect(sender.send(request)).rejects.toMatchObject({ status: 503, ambiguous: true });
    await expect(sender.send(request)).rejects.toMatchObject({ ambiguous: true });
  });

  it('follows no redirect, so that a receiver cannot send it elsewhere', async () => {
    const { receiver, sender, request } = await aSender([
      { status: 307, headers: { location: '/elsewhere' } },
    ]);

    await expect(sender.send(request)).rejects.toMatchObject({ status: 307, retryable: false });
    expect(receiver.received).toHaveLength(1);
  });

  it('reaches no private address that the operator has not named', async () => {
    const { receiver, sender, request } = await aSender([{ status: 200 }], false);
    const secure = { ...request, url: request.url.replace('http:', 'https:') };
    // What a name stands for is judged when the connection is made, so that it cannot change in between.
    const named = { ...secure, url: secure.url.replace('127.0.0.1', 'localhost') };

    for (const refused of [request, secure, named])
      await expect(sender.send(refused)).rejects.toMatchObject({
        retryable: false,
        ambiguous: false,
      });
    expect(receiver.received).toEqual([]);
  });
});
