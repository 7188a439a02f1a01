// Interactions over HTTP: a plain route that proves Discord's signature on the raw bytes and answers each one once.
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { APIInteractionResponse } from 'discord.js';
import { z } from 'zod';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Respond } from './answers.ts';
import { codeOf } from './client.ts';

/** How far a request's timestamp may be off, either way. */
const SKEW_SECONDS = 300;

const MAX_BODY_BYTES = 1024 * 1024;

/** How long an interaction can be answered, and so be sent again. */
const KEPT_MS = 15 * 60_000;

export type ReceiverOptions = {
  /** 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Calls `respond` once, or not at all for what is none of our interactions; it may go on working behind that. */
  readonly take: (payload: unknown, respond: Respond) => Promise<void>;
  readonly now: () => Date;
  readonly log: Log;
};

/** The route to mount. The same interaction sent again gets the first answer again. */
export function createReceiver(options: ReceiverOptions): Route {
  const { now, log } = options;
  const isSigned = createSignatureCheck(options);
  const answered = new Map<
    string,
    { readonly at: number; readonly answer: Promise<HttpResponse> }
  >();

  function forgetOld(at: number): void {
    for (const [id, one] of answered) {
      if (at - one.at < KEPT_MS) return;
      answered.delete(id);
    }
  }

  function answerOnce(id: string, payload: unknown): Promise<HttpResponse> {
    const at = now().getTime();
    forgetOld(at);
    const known = answered.get(id);
    if (known !== undefined) return known.answer;
    const answer = firstAnswer(options, payload);
    answered.set(id, { at, answer });
    return answer;
  }

  return {
    method: 'POST',
    path: '/discord/interactions',
    maxBodyBytes: MAX_BODY_BYTES,
    async handle(request) {
      if (!isSigned(request)) {
        log.warn({ bytes: request.body.byteLength }, 'discord request rejected');
        return failure(401, 'unauthorized');
      }
      const payload = parseBody(request.body);
      const parsed = Identified.safeParse(payload);
      return parsed.success ? answerOnce(parsed.data.id, payload) : firstAnswer(options, payload);
    },
  };
}

const Identified = z.object({ id: z.string().min(1) });

/** The first answer as a response; what comes after it goes another way. */
function firstAnswer({ take, log }: ReceiverOptions, payload: unknown): Promise<HttpResponse> {
  return new Promise((resolve) => {
    const respond = async (answer: APIInteractionResponse) => resolve(json(200, answer));
    take(payload, respond).then(
      () => resolve(failure(400, 'unreadable')),
      (error: unknown) => {
        log.error({ code: codeOf(error) }, 'discord interaction failed');
        resolve(failure(500, 'internal'));
      },
    );
  });
}

/** An Ed25519 public key in DER is these bytes and the key's own 32 (RFC 8410). */
const DER_PREFIX = '302a300506032b6570032100';

function createSignatureCheck(options: Pick<ReceiverOptions, 'publicKey' | 'now'>) {
  const der = Buffer.from(DER_PREFIX + options.publicKey, 'hex');
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return ({ headers, body }: HttpRequest): boolean => {
    const timestamp = headers['x-signature-timestamp'] ?? '';
    const signature = headers['x-signature-ed25519'] ?? '';
    if (!/^\d{1,12}$/.test(timestamp) || !/^[0-9a-f]{128}$/i.test(signature)) return false;
    const off = Math.abs(options.now().getTime() / 1000 - Number(timestamp));
    return off <= SKEW_SECONDS && isGood(key, { timestamp, signature, body });
  };
}

function isGood(
  key: KeyObject,
  signed: { readonly timestamp: string; readonly signature: string; readonly body: Uint8Array },
): boolean {
  const message = Buffer.concat([Buffer.from(signed.timestamp), signed.body]);
  return verify(null, message, key, Buffer.from(signed.signature, 'hex'));
}

function parseBody(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return null;
  }
}

function failure(status: number, code: string): HttpResponse {
  return json(status, { error: { code } });
}

function json(status: number, value: unknown): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}
