// The route for interactions, on the real server: only what Discord signed in time is let in, and answered once.
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createReceiver } from '#bot/surfaces/discord/receiver.ts';
import { aPress, PUBLIC_KEY, signatureOf } from '../../../support/discord-payloads.ts';
import { createRecordingLog, serve } from '../../../support/serving.ts';
import { NOW } from './discord-setup.ts';

/** A server with the route, and what reached the handler. */
async function open() {
  const taken: unknown[] = [];
  const route = createReceiver({
    publicKey: PUBLIC_KEY,
    now: () => NOW,
    log: createRecordingLog(),
    take: async (payload, respond) => {
      taken.push(payload);
      const { type } = Object(payload);
      if (type === 1) await respond({ type: 1 });
      if (type === 3) await respond({ type: 6 });
      if (type === 9) throw new Error('unforeseen');
    },
  });
  const { url } = await serve([route]);
  const send = async (body: string, headers: Readonly<Record<string, string>>) => {
    const response = await fetch(`${url}/discord/interactions`, { method: 'POST', body, headers });
    return { status: response.status, json: await response.json() };
  };
  return { taken, send };
}

const PING = JSON.stringify({ id: '1', type: 1 });
const SIGNED = signatureOf(PING, NOW);
const SIGNATURE = 'x-signature-ed25519';
const STRANGER = generateKeyPairSync('ed25519').privateKey;

describe('createReceiver', () => {
  it('answers a ping', async () => {
    const { send } = await open();

    expect(await send(PING, SIGNED)).toEqual({ status: 200, json: { type: 1 } });
  });

  it.each([
    ['without a signature', {}],
    ['with a short signature', { ...SIGNED, [SIGNATURE]: SIGNED[SIGNATURE]?.slice(2) ?? '' }],
    ['with letters for a signature', { ...SIGNED, [SIGNATURE]: 'z'.repeat(128) }],
    ['with a signature of zeros', { ...SIGNED, [SIGNATURE]: '0'.repeat(128) }],
    ['signed by somebody else', signatureOf(PING, NOW, STRANGER)],
    ['signed for another body', signatureOf(`${PING} `, NOW)],
    ['signed for another time', { ...SIGNED, 'x-signature-timestamp': '1795600801' }],
    ['without a time', { ...SIGNED, 'x-signature-timestamp': '' }],
    ['signed more than five minutes ago', signatureOf(PING, new Date(NOW.getTime() - 301_000))],
    ['signed more than five minutes ahead', signatureOf(PING, new Date(NOW.getTime() + 301_000))],
  ])('refuses a request %s', async (_how, headers) => {
    const { send, taken } = await open();

    expect(await send(PING, headers)).toMatchObject({ status: 401 });
    expect(taken).toEqual([]);
  });

  it('gives the first answer again to an interaction that is sent again', async () => {
    const { send, taken } = await open();
    const body = JSON.stringify(aPress('x'));

    const answers = await Promise.all([
      send(body, signatureOf(body, NOW)),
      send(body, signatureOf(body, new Date(NOW.getTime() + 60_000))),
    ]);

    expect(answers).toEqual([
      { status: 200, json: { type: 6 } },
      { status: 200, json: { type: 6 } },
    ]);
    expect(taken).toHaveLength(1);
  });

  it.each([
    ['{"type":77}', 400],
    ['no json', 400],
    ['{"type":9}', 500],
  ])('answers %j with %d', async (body, status) => {
    const { send } = await open();

    expect(await send(body, signatureOf(body, NOW))).toMatchObject({ status });
  });
});
