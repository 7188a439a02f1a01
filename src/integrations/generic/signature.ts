// Standard Webhooks signatures (github.com/standard-webhooks, spec/standard-webhooks.md): secrets, making and checking.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { InvariantError } from '#engine/errors.ts';
import type { Headers, Rejected } from '#engine/ports/webhook-source.ts';

const PREFIX = 'whsec_';
/** "Between 24 bytes (192 bits) and 64 bytes (512 bits)": the specification, Signature scheme. */
const MIN_SECRET_BYTES = 24;
const MAX_SECRET_BYTES = 64;
const TOLERANCE_SECONDS = 300;
const MAX_SIGNATURES = 16;

/** Whether a text can be a secret: base64 of 24 to 64 bytes, padded or not, usually after `whsec_`. */
export function isWebhookSecret(text: string): boolean {
  const encoded = withoutPrefix(text).replace(/={1,2}$/, '');
  if (!/^[A-Za-z0-9+/]+$/.test(encoded) || encoded.length % 4 === 1) return false;
  const { byteLength } = Buffer.from(encoded, 'base64');
  return byteLength >= MIN_SECRET_BYTES && byteLength <= MAX_SECRET_BYTES;
}

/** The key in a secret. Throws InvariantError for one that holds no bytes: everybody could sign with it. */
export function keyOf(secret: string): Uint8Array {
  const key = Buffer.from(withoutPrefix(secret), 'base64');
  if (key.byteLength === 0) throw new InvariantError('a webhook secret holds no bytes');
  return key;
}

/**
 * Checks who sent a message, over its raw bytes, with every key that is valid now. The package's own `verify` is not
 * used: it decodes the body as UTF-8 before signing, so that two different broken bodies share a signature; it reads
 * `1614265330abc` as a timestamp; it takes ids with dots, by which one signature fits two messages; and its clock is the
 * process's.
 */
export function verifySignature(
  keys: readonly Uint8Array[],
  headers: Headers,
  body: Uint8Array,
  now: Date,
): { readonly kind: 'genuine'; readonly id: string } | Rejected {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signature = headers['webhook-signature'];
  if (!id || !timestamp || !signature) return rejected('header-missing');
  if (!/^[A-Za-z0-9_-]{1,128}$/.test(id)) return rejected('id-malformed');
  if (!/^[0-9]{1,12}$/.test(timestamp)) return rejected('timestamp-malformed');
  const offSeconds = Math.abs(Math.floor(now.getTime() / 1000) - Number(timestamp));
  if (offSeconds > TOLERANCE_SECONDS) return rejected('timestamp-outside-window');
  const signatures = signature.split(' ');
  if (signatures.length > MAX_SIGNATURES) return rejected('too-many-signatures');
  const isGenuine = keys.some((key) => {
    const mac = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body);
    const expected = `v1,${mac.digest('base64')}`;
    return signatures.some((given) => isSame(given, expected));
  });
  return isGenuine ? { kind: 'genuine', id } : rejected('signature-unknown');
}

/** The three headers that prove a message of ours; `at` is cut to whole seconds. */
export function signHeaders(
  secret: string,
  message: { readonly id: string; readonly at: Date; readonly body: string },
): Readonly<Record<string, string>> {
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(Math.floor(message.at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(message.id, message.at, message.body),
  };
}

function withoutPrefix(secret: string): string {
  return secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret;
}

function rejected(reason: string): Rejected {
  return { kind: 'rejected', reason };
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}
