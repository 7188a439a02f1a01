// A Slack of our own on loopback: the Web API, Socket Mode and response_urls, strict about blocks and recording every call.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { SCOPES } from '#bot/surfaces/slack/manifest.ts';
import { createBuckets, type Rate, SLACK_RATES } from './rates.ts';
import {
  Args,
  createSlackWorld,
  type FakeFile,
  type FakeUser,
  type SlackPosted,
} from './slack-world.ts';

/** One call as it arrived: arguments that were JSON are parsed; `token` is what it was made with. */
export type SlackCall = {
  readonly method: string;
  readonly token: string;
  readonly args: Readonly<Record<string, unknown>>;
};

/** What goes wrong with the next call of a method; `lost` carries it out and drops the connection. */
export type Trouble =
  | { readonly kind: 'refused'; readonly error: string }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'lost' };

export interface FakeSlack {
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  /** Every call of a method so far, or all of them; answers to response_urls are calls of `response_url`. */
  calls(method?: string): readonly SlackCall[];
  /** The next call of a method after those already taken by this function; waits for it. */
  nextCall(method: string): Promise<SlackCall>;
  /** What stands in the channels, oldest first. */
  messages(): readonly SlackPosted[];
  remove(ts: string): void;
  /** The latest state of each modal by its id. */
  views(): ReadonlyMap<string, unknown>;
  /** A fresh response_url of this Slack. */
  responseUrl(): string;
  /** Says something over the socket and gives what it is acknowledged with. */
  push(
    type: 'slash_commands' | 'interactive' | 'events_api',
    payload: Readonly<Record<string, unknown>>,
  ): Promise<unknown>;
  /** Says goodbye on the socket that stands longest, as Slack regularly does, or cuts it. */
  hangUp(how: 'refresh' | 'cut'): void;
  /** Waits until so many sockets stand; unset: any. */
  connected(count?: number): Promise<void>;
  /** What was uploaded, by its id; one that is taken away can be shown no more. */
  readonly files: Map<string, FakeFile>;
  /** Types of blocks that this workspace does not know: a message with one is refused. */
  readonly unknownBlocks: Set<string>;
  /** Channels that another company reads along in. */
  readonly sharedChannels: Set<string>;
  readonly users: Map<string, FakeUser>;
  readonly groups: Map<string, readonly string[]>;
  /** What the bot's token was given; every scope of the manifest unless a test takes some away. */
  readonly scopes: Set<string>;
  trouble(method: string, trouble: Trouble): void;
  /** Goes away, socket and all, or comes back: what is asked meanwhile is not answered. */
  setAway(isAway: boolean): void;
  /** Takes no more calls than Slack does, and answers 429 to the rest; until then any number. */
  limitRates(): void;
  /** How many calls of a method were answered 429 for their number. */
  refusedForRate(method: string): number;
  stop(): Promise<void>;
}

/** Starts one on a port of its own. */
export async function startFakeSlack(): Promise<FakeSlack> {
  const world = createSlackWorld();
  const scopes = new Set<string>(SCOPES);
  let away = false;
  let rates: Readonly<Record<string, Rate>> = {};
  const buckets = createBuckets();
  const refused = new Map<string, number>();
  const troubles = new Map<string, Trouble[]>();
  const calls: SlackCall[] = [];
  const taken = new Map<string, number>();
  const waiting = new Set<() => void>();
  const acks = new Map<string, (payload: unknown) => void>();
  /** The sockets that stand, the oldest first, and those of them that were told goodbye. */
  const standing = new Set<WebSocket>();
  const told = new Set<WebSocket>();
  let envelopes = 0;

  const server = createServer((request, response) => {
    void readBody(request).then((body) => take(request, body, response));
  });
  const sockets = new WebSocketServer({ server, path: '/link' });
  sockets.on('connection', (opened) => {
    standing.add(opened);
    opened.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    opened.on('message', (data) => {
      const ack = z
        .object({ envelope_id: z.string(), payload: z.unknown().optional() })
        .parse(JSON.parse(String(data)));
      acks.get(ack.envelope_id)?.(ack.payload);
    });
    opened.on('close', () => {
      standing.delete(opened);
      wake();
    });
    wake();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = z.object({ port: z.int() }).parse(server.address());
  const origin = `http://127.0.0.1:${address.port}`;

  function wake(): void {
    for (const check of waiting) check();
  }

  function staying(): readonly WebSocket[] {
    return [...standing].filter((one) => !told.has(one));
  }

  function until<T>(look: () => T | null): Promise<T> {
    return new Promise((resolve) => {
      const check = () => {
        const found = look();
        if (found === null) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  }

  /** Messages are counted by their channel, all else over the workspace. */
  function tooMany(method: string, args: SlackCall['args']): Trouble | undefined {
    const rate = rates[method];
    if (rate === undefined) return undefined;
    const key = method === 'chat.postMessage' ? `${method} ${String(args['channel'])}` : method;
    const wait = buckets.refuse(key, rate);
    if (wait === null) return undefined;
    refused.set(method, (refused.get(method) ?? 0) + 1);
    return { kind: 'status', status: 429, retryAfter: wait };
  }

  function take(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const [, id] = /^\/upload\/(F\d+)$/.exec(request.url ?? '') ?? [];
    if (id === undefined) answer(request, body.toString('utf8'), response);
    else response.writeHead(world.upload(id, body) ? 200 : 404).end(`OK - ${body.length}`);
  }

  function answer(request: IncomingMessage, body: string, response: ServerResponse): void {
    if (away) return void response.destroy();
    const path = (request.url ?? '').split('?')[0] ?? '';
    const method = path.startsWith('/api/') ? path.slice(5) : 'response_url';
    const args = readArgs(body, request.headers['content-type'] ?? '');
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const trouble = troubles.get(method)?.shift() ?? tooMany(method, args);
    const result =
      trouble?.kind === 'refused' || trouble?.kind === 'status'
        ? { ok: false, error: 'error' in trouble ? trouble.error : 'trouble' }
        : world.carryOut(method, Args.parse(args), origin);
    calls.push({ method, token, args });
    response.setHeader('x-oauth-scopes', [...scopes].join(','));
    if (trouble?.kind === 'lost') response.destroy();
    else
      send(
        response,
        result,
        trouble?.kind === 'status' ? trouble : { status: statusOf(method, result) },
      );
    wake();
  }

  return {
    apiUrl: `${origin}/api/`,
    calls: (method) => calls.filter((call) => method === undefined || call.method === method),
    async nextCall(method) {
      const index = taken.get(method) ?? 0;
      taken.set(method, index + 1);
      return until(() => calls.filter((call) => call.method === method)[index] ?? null);
    },
    messages: () => [...world.messages.values()],
    remove: (ts) => void world.messages.delete(ts),
    views: () => world.views,
    responseUrl: () => `${origin}/response/${++envelopes}`,
    async push(type, payload) {
      const open = await until(() => staying()[0] ?? [...standing][0] ?? null);
      const envelopeId = `envelope-${++envelopes}`;
      const acked = new Promise<unknown>((resolve) => acks.set(envelopeId, resolve));
      const envelope = { type, envelope_id: envelopeId, payload, accepts_response_payload: true };
      open.send(JSON.stringify(envelope));
      return acked;
    },
    hangUp(how) {
      const [oldest] = staying();
      if (oldest === undefined) return;
      told.add(oldest);
      if (how === 'cut') oldest.terminate();
      else oldest.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
    },
    connected: async (count) => {
      await until(
        () => (count === undefined ? standing.size > 0 : standing.size === count) || null,
      );
    },
    files: world.files,
    unknownBlocks: world.unknownBlocks,
    sharedChannels: world.sharedChannels,
    users: world.users,
    groups: world.groups,
    scopes,
    trouble(method, trouble) {
      troubles.set(method, [...(troubles.get(method) ?? []), trouble]);
    },
    setAway(isAway) {
      away = isAway;
      if (away) for (const open of sockets.clients) open.terminate();
    },
    limitRates() {
      rates = SLACK_RATES;
    },
    refusedForRate: (method) => refused.get(method) ?? 0,
    async stop() {
      for (const open of sockets.clients) open.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** Nested arguments arrive as JSON in a form, answers to response_urls as JSON. */
function readArgs(body: string, contentType: string): SlackCall['args'] {
  if (contentType.startsWith('application/json'))
    return z.record(z.string(), z.unknown()).parse(JSON.parse(body));
  const entries = [...new URLSearchParams(body)].map(([name, value]): [string, unknown] => [
    name,
    // What is said may look like JSON and is not.
    name !== 'text' && /^[[{]/.test(value) ? JSON.parse(value) : value,
  ]);
  return Object.fromEntries(entries);
}

/** A response_url says by its status that it does not take a message, the Web API in its answer. */
function statusOf(method: string, { ok }: { readonly ok: boolean }): number {
  return method === 'response_url' && !ok ? 400 : 200;
}

function send(
  response: ServerResponse,
  result: unknown,
  how: { readonly status: number; readonly retryAfter?: number },
): void {
  response.statusCode = how.status;
  if (how.retryAfter !== undefined) response.setHeader('retry-after', how.retryAfter);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(result));
}
