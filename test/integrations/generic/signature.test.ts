// Standard Webhooks: the published vectors, and agreement with the published package.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  isWebhookSecret,
  keyOf,
  signHeaders,
  verifySignature,
} from '#integrations/generic/signature.ts';

const Vectors = z.object({
  config: z.array(z.object({ id: z.string(), secret: z.string(), expect: z.string() })),
  sign: z.array(
    z.object({
      id: z.string(),
      secret: z.string(),
      msgId: z.string(),
      timestamp: z.number(),
      expected: z.string(),
      bodyUtf8: z.string(),
    }),
  ),
  verify: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      secrets: z.array(z.string()),
      now: z.number(),
      headers: z.record(z.string(), z.string()),
      bodyBase64: z.string(),
      expect: z.enum(['accept', 'reject']),
    }),
  ),
});

const vectors = Vectors.parse(
  JSON.parse(
    readFileSync(new URL('../../fixtures/standard-webhooks-vectors.json', import.meta.url), 'utf8'),
  ),
);

const SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const NOW = new Date(1_614_265_330_000);

function check(body: Uint8Array, changed: Readonly<Record<string, string>> = {}): string {
  const signed = signHeaders(SECRET, { id: 'msg_1', at: NOW, body: 'the body' });
  const result = verifySignature([keyOf(SECRET)], { ...signed, ...changed }, body, NOW);
  return result.kind === 'genuine' ? 'genuine' : result.reason;
}

describe('isWebhookSecret', () => {
  it.each(vectors.config)('$id: $expect', ({ secret, expect: expected }) => {
    expect(isWebhookSecret(secret)).toBe(expected.startsWith('save'));
  });
});

describe('signHeaders', () => {
  it.each(vectors.sign)('$id signs as published', (vector) => {
    const headers = signHeaders(vector.secret, {
      id: vector.msgId,
      at: new Date(vector.timestamp * 1000),
      body: vector.bodyUtf8,
    });

    expect(headers).toEqual({
      'webhook-id': vector.msgId,
      'webhook-timestamp': String(vector.timestamp),
      'webhook-signature': vector.expected,
    });
  });
});

describe('verifySignature', () => {
  it.each(vectors.verify)('$id: $name: $expect', (vector) => {
    const result = verifySignature(
      vector.secrets.map(keyOf),
      vector.headers,
      Buffer.from(vector.bodyBase64, 'base64'),
      new Date(vector.now * 1000),
    );

    expect(result.kind).toBe(vector.expect === 'accept' ? 'genuine' : 'rejected');
  });

  it('agrees with the published package on every text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.uint8Array({ minLength: 24 }),
        (text, key) => {
          const secret = `whsec_${Buffer.from(key).toString('base64')}`;
          const headers = {
            'webhook-id': 'msg_1',
            'webhook-timestamp': '1614265330',
            'webhook-signature': new Webhook(secret).sign('msg_1', NOW, text),
          };

          expect(verifySignature([keyOf(secret)], headers, Buffer.from(text), NOW).kind).toBe(
            'genuine',
          );
        },
      ),
    );
  });

  it('tells apart bodies that are the same only when decoded', () => {
    expect(check(Buffer.from('the body'))).toBe('genuine');
    expect(check(Buffer.from([...Buffer.from('the body'), 0xff]))).toBe('signature-unknown');
    const replaced = signHeaders(SECRET, { id: 'msg_1', at: NOW, body: '\uFFFD' });
    expect(verifySignature([keyOf(SECRET)], replaced, Buffer.from([0xff]), NOW)).toEqual({
      kind: 'rejected',
      reason: 'signature-unknown',
    });
  });

  it.each([
    [{ 'webhook-timestamp': '1614265330abc' }, 'timestamp-malformed'],
    [{ 'webhook-timestamp': '+1614265330' }, 'timestamp-malformed'],
    [{ 'webhook-timestamp': '1614265330.0' }, 'timestamp-malformed'],
    [{ 'webhook-timestamp': '1614265029' }, 'timestamp-outside-window'],
    [{ 'webhook-timestamp': '1614265631' }, 'timestamp-outside-window'],
    [{ 'webhook-id': 'msg.1' }, 'id-malformed'],
    [{ 'webhook-id': 'msg_1\n' }, 'id-malformed'],
    [{ 'webhook-id': 'm'.repeat(129) }, 'id-malformed'],
    [{ 'webhook-signature': Array(17).fill('v1,x').join(' ') }, 'too-many-signatures'],
    [{ 'webhook-signature': '' }, 'header-missing'],
  ])('%o is refused before any signature is made', (changed, reason) => {
    expect(check(Buffer.from('the body'), changed)).toBe(reason);
  });

  it.each([-300, 300])('still takes a timestamp %d seconds off', (offSeconds) => {
    const at = new Date(NOW.getTime() + offSeconds * 1000);
    const headers = signHeaders(SECRET, { id: 'msg_1', at, body: 'x' });

    expect(verifySignature([keyOf(SECRET)], headers, Buffer.from('x'), NOW).kind).toBe('genuine');
  });

  it('takes either secret while they rotate', () => {
    const [older, newer] = [SECRET, 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX'];
    const keys = [newer, older].map(keyOf);

    for (const secret of [older, newer]) {
      const headers = signHeaders(secret, { id: 'msg_1', at: NOW, body: 'x' });
      expect(verifySignature(keys, headers, Buffer.from('x'), NOW).kind).toBe('genuine');
    }
  });
});

describe('keyOf', () => {
  it('refuses a secret that holds nothing', () => {
    expect(() => keyOf('whsec_')).toThrow('holds no bytes');
  });
});
