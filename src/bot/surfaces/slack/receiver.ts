// HTTP mode: a plain route that proves Slack's signature on the raw bytes and hands the payload to Bolt.
import type { App, Receiver } from '@slack/bolt';
import { z } from 'zod';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Bolt } from './client.ts';

/** Slack wants an answer within 3 s; a listener that has not given one by now is answered for. */
const ANSWER_BY_MS = 2800;

/** How far a request's timestamp may be off, either way; Bolt itself minds only the past. */
const SKEW_SECONDS = 300;

const MAX_BODY_BYTES = 1024 * 1024;

export type HttpReceiver = { readonly receiver: Receiver; readonly route: Route };

/** Bolt's receiver as one route; `signingSecret` may be two, comma-separated, while rotating. */
export function createHttpReceiver(
  bolt: Bolt,
  options: { readonly signingSecret: string; readonly now: () => Date; readonly log: Log },
): HttpReceiver {
  let app: App | null = null;
  const isSigned = createSignatureCheck(bolt, options);

  async function handle(request: HttpRequest): Promise<HttpResponse> {
    const body = Buffer.from(request.body).toString('utf8');
    if (!isSigned(request, body)) {
      options.log.warn({ bytes: request.body.byteLength }, 'slack request rejected');
      return failure(401, 'unauthorized');
    }
    const payload = parseBody(body, request.headers['content-type'] ?? '');
    if (payload === null) return failure(400, 'unreadable');
    if (payload.ssl_check !== undefined) return { status: 200, body: '' };
    if (payload.type === 'url_verification') return json({ challenge: payload.challenge });
    if (app === null) return { ...failure(503, 'unavailable'), headers: { 'retry-after': '5' } };
    return process(app, payload, request);
  }

  /** The answer is what a listener acknowledges with; the listener may go on working behind it. */
  function process(
    running: App,
    body: Payload,
    { headers }: Pick<HttpRequest, 'headers'>,
  ): Promise<HttpResponse> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve({ status: 200, body: '' }), ANSWER_BY_MS);
      const answer = (response: HttpResponse) => {
        clearTimeout(timer);
        resolve(response);
      };
      const retryNum = Number(headers['x-slack-retry-num'] ?? 0);
      running
        .processEvent({ body, retryNum, ack: async (response) => answer(toResponse(response)) })
        .then(
          () => answer({ status: 200, body: '' }),
          () => answer(failure(500, 'internal')),
        );
    });
  }

  return {
    receiver: {
      init: (bolted) => {
        app = bolted;
      },
      start: async () => undefined,
      stop: async () => {
        app = null;
      },
    },
    route: { method: 'POST', path: '/slack/events', maxBodyBytes: MAX_BODY_BYTES, handle },
  };
}

const Payload = z.looseObject({
  ssl_check: z.unknown().optional(),
  type: z.unknown().optional(),
  challenge: z.unknown().optional(),
});
type Payload = z.infer<typeof Payload>;

function createSignatureCheck(
  bolt: Bolt,
  options: { readonly signingSecret: string; readonly now: () => Date },
): (request: HttpRequest, body: string) => boolean {
  const secrets = options.signingSecret.split(',').filter((secret) => secret !== '');
  return ({ headers }, body) => {
    const signature = headers['x-slack-signature'] ?? '';
    const timestamp = headers['x-slack-request-timestamp'] ?? '';
    if (!/^\d{1,12}$/.test(timestamp) || !/^v0=[0-9a-f]{64}$/.test(signature)) return false;
    const nowMilliseconds = options.now().getTime();
    if (Math.abs(Number(timestamp) - nowMilliseconds / 1000) > SKEW_SECONDS) return false;
    const signed = {
      'x-slack-signature': signature,
      'x-slack-request-timestamp': Number(timestamp),
    };
    return secrets.some((signingSecret) =>
      bolt.isValidSlackRequest({ signingSecret, body, headers: signed, nowMilliseconds }),
    );
  };
}

/** JSON, or a form that is flat (commands) or holds JSON in `payload` (everything else). */
function parseBody(body: string, contentType: string): Payload | null {
  try {
    if (contentType.startsWith('application/json')) return Payload.parse(JSON.parse(body));
    const form = new URLSearchParams(body);
    const payload = form.get('payload');
    return Payload.parse(payload === null ? Object.fromEntries(form) : JSON.parse(payload));
  } catch {
    return null;
  }
}

function toResponse(response: unknown): HttpResponse {
  if (response === undefined || response === null || response === '') {
    return { status: 200, body: '' };
  }
  return typeof response === 'string' ? { status: 200, body: response } : json(response);
}

function json(value: unknown): HttpResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

function failure(status: number, code: string): HttpResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ error: { code } }),
  };
}
