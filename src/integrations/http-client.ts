// Outbound calls: timeout, size, retries and the egress guard; failures become VendorError.
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, type Dispatcher, request as send } from 'undici';
import { VendorError } from '#engine/errors.ts';
import { lookupPublic, refusalOf } from './egress.ts';

/** One call to a vendor. */
export type HttpCall = {
  /** Who is called, for the error: "shopify". */
  readonly vendor: string;
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Whether the same call twice leaves the vendor as once; only then it is tried again here. */
  readonly idempotent: boolean;
  /** For one attempt, connecting included; the client's own when absent. */
  readonly timeoutMs?: number;
};

/** What the vendor answered; header names in lower case, repeated ones joined with ", ". */
export type HttpAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
};

export interface HttpClient {
  /**
   * Calls and reads the whole answer. 2xx and 4xx (but 429) are returned. Throws VendorError for everything else:
   * - network failure or timeout: `retryable`; `ambiguous` unless the connection was never made (or nothing can change: GET)
   * - 5xx: `retryable`, `ambiguous` (but GET), with `status`
   * - 429: `retryable`, with `status` and `retryAfterMs`
   * - 3xx (never followed), an answer over the size limit, a refused address: not retryable
   */
  request(call: HttpCall): Promise<HttpAnswer>;
  /** Closes idle connections and ends the rest. */
  close(): Promise<void>;
}

export type HttpClientOptions = {
  /** For one attempt; 10 s when absent. */
  readonly timeoutMs?: number;
  /** 5 MiB when absent. */
  readonly maxAnswerBytes?: number;
  /** Attempts of an idempotent call; 3 when absent. */
  readonly attempts?: number;
  /**
   * Origins (`http://127.0.0.1:9999`) that the operator named in a variable: only for these are plain http, loopback and
   * private addresses allowed. Every other call must be https to a public address.
   */
  readonly allowedOrigins?: readonly string[];
  /** Waits between attempts; tests give one that does not. */
  readonly wait?: (ms: number) => Promise<unknown>;
};

const TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 4_000;
const MAX_ANSWER_BYTES = 5 * 1024 * 1024;
const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 250;
/** A longer `Retry-After` is the job queue's to wait for, not ours: a worker must not stand still. */
const LONGEST_PAUSE_MS = 5_000;

type Settings = Required<Omit<HttpClientOptions, 'allowedOrigins'>> & {
  readonly allowedOrigins: ReadonlySet<string>;
  readonly open: Agent;
  readonly guarded: Agent;
};

/** Makes a client; one for the process is enough. */
export function createHttpClient(options: HttpClientOptions = {}): HttpClient {
  const settings: Settings = {
    timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
    maxAnswerBytes: options.maxAnswerBytes ?? MAX_ANSWER_BYTES,
    attempts: options.attempts ?? ATTEMPTS,
    wait: options.wait ?? sleep,
    allowedOrigins: new Set((options.allowedOrigins ?? []).map((origin) => new URL(origin).origin)),
    open: new Agent({ connectTimeout: CONNECT_TIMEOUT_MS }),
    guarded: new Agent({ connectTimeout: CONNECT_TIMEOUT_MS, connect: { lookup: lookupPublic } }),
  };
  return {
    request: (call) => callWithRetries(settings, call),
    async close() {
      await Promise.all([settings.open.destroy(), settings.guarded.destroy()]);
    },
  };
}

async function callWithRetries(settings: Settings, call: HttpCall): Promise<HttpAnswer> {
  const dispatcher = chooseDispatcher(settings, call);
  const attempts = call.idempotent ? settings.attempts : 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await callOnce(settings, dispatcher, call);
    } catch (cause) {
      const error = toVendorError(call, cause);
      const pauseMs = error.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (attempt - 1);
      if (!error.retryable || attempt >= attempts || pauseMs > LONGEST_PAUSE_MS) throw error;
      await settings.wait(pauseMs);
    }
  }
}

function chooseDispatcher(settings: Settings, call: HttpCall): Dispatcher {
  const url = new URL(call.url);
  if (settings.allowedOrigins.has(url.origin)) return settings.open;
  const refusal = refusalOf(url);
  if (refusal === null) return settings.guarded;
  throw new VendorError(`${call.vendor} was not called: ${refusal}`, {
    vendor: call.vendor,
    retryable: false,
  });
}

async function callOnce(
  settings: Settings,
  dispatcher: Dispatcher,
  call: HttpCall,
): Promise<HttpAnswer> {
  const answer = await send(call.url, {
    dispatcher,
    method: call.method,
    headers: call.headers ?? {},
    body: call.body ?? null,
    signal: AbortSignal.timeout(call.timeoutMs ?? settings.timeoutMs),
  });
  const headers = flatten(answer.headers);
  const failure = failureOf(call, answer.statusCode, headers);
  if (failure) {
    // Reads a short rest so that the connection can be used again, and cuts a long one off.
    await answer.body.dump({ limit: 64 * 1024 });
    throw failure;
  }
  const text = await readText(call, answer, settings.maxAnswerBytes);
  return { status: answer.statusCode, headers, text };
}

function failureOf(
  call: HttpCall,
  status: number,
  headers: Readonly<Record<string, string>>,
): VendorError | null {
  if (status < 300 || (status >= 400 && status < 500 && status !== 429)) return null;
  return new VendorError(`${call.vendor} answered ${status}`, {
    vendor: call.vendor,
    status,
    retryable: status === 429 || status >= 500,
    ambiguous: status >= 500 && call.method !== 'GET',
    retryAfterMs: readRetryAfter(headers['retry-after']),
  });
}

async function readText(
  call: HttpCall,
  answer: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer.body) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > maxBytes) throw tooLarge(call, answer.statusCode, maxBytes);
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(call: HttpCall, status: number, maxBytes: number): VendorError {
  return new VendorError(`${call.vendor} answered more than ${maxBytes} bytes`, {
    vendor: call.vendor,
    status,
    retryable: false,
    ambiguous: call.method !== 'GET',
  });
}

/** `Retry-After` in milliseconds: seconds (also with a fraction, as Shopify sends) or an HTTP date; null when unusable. */
function readRetryAfter(value: string | undefined): number | null {
  if (value === undefined) return null;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : null;
}

function flatten(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

/** Failures before a connection stood: the vendor cannot have seen the call. */
const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function toVendorError(call: HttpCall, cause: unknown): VendorError {
  if (cause instanceof VendorError) return cause;
  const code = codeOf(cause);
  const refused = code === 'EGRESS_REFUSED' || code === 'UND_ERR_INVALID_ARG';
  const neverSent = refused || NEVER_SENT.has(code) || /CERT|TLS|SSL|LEAF_SIG/.test(code);
  return new VendorError(`${call.vendor} could not be reached: ${code}`, {
    vendor: call.vendor,
    retryable: !refused,
    ambiguous: !neverSent && call.method !== 'GET',
    cause,
  });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'timeout';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
