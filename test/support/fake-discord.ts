// A Discord of our own on loopback: the REST API and the gateway, strict about every body and recording every call.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { isDeepStrictEqual } from 'node:util';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import {
  type Answered,
  APP_ID,
  Body,
  createDiscordWorld,
  type DiscordPosted,
  type Result,
  TOKEN,
} from './discord-world.ts';
import { createWindows, windowHeaders } from './rates.ts';

/** One call as it arrived; `auth` is what it was made with. */
export type DiscordCall = {
  readonly route: string;
  readonly auth: string;
  readonly body: Readonly<Record<string, unknown>>;
};

/** What goes wrong with the next call of a route; `lost` carries it out and drops the connection. */
export type Trouble =
  | { readonly kind: 'refused'; readonly status: number; readonly code: number }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'lost' };

/** What an application said when it identified itself. */
export type Identified = { readonly token: string; readonly intents: number };

export interface FakeDiscord {
  /** For `DISCORD_API_URL`. */
  readonly apiUrl: string;
  readonly world: ReturnType<typeof createDiscordWorld>;
  /** Every call whose route ("POST /channels/1/messages") begins so. */
  calls(route: string): readonly DiscordCall[];
  /** What stands in the channels, oldest first. */
  messages(): readonly DiscordPosted[];
  /** What was sent along with messages, by the file's name. */
  readonly uploads: ReadonlyMap<string, string>;
  remove(id: string): void;
  /** Says that something was done, to whoever holds the gateway. */
  push(interaction: Readonly<Record<string, unknown>>): Promise<void>;
  /** Lets somebody write a message. */
  write(message: Readonly<Record<string, unknown>>): Promise<void>;
  /** What the interaction with this token was answered with; waits for an answer that `isEnough`. */
  answered(token: string, isEnough?: (answer: Answered) => boolean): Promise<Answered>;
  /** Every identification so far. */
  identified(): readonly Identified[];
  /** Waits until so many gateway connections stand. */
  connected(count?: number): Promise<void>;
  /** Ends every gateway connection with a code. */
  hangUp(code: number): void;
  /** Takes the answer to an interaction that was sent over HTTP; throws when Discord would not. */
  takeAnswer(token: string, callback: unknown): void;
  /** The next call whose route begins so goes wrong. */
  trouble(route: string, trouble: Trouble): void;
  /** Takes no more posts and changes in a channel than Discord does, says how many, and answers 429 to more. */
  limitRates(): void;
  /** How many calls were answered 429 for their number. */
  refusedForRate(): number;
  stop(): Promise<void>;
}

/** Starts one on a port of its own. */
export async function startFakeDiscord(): Promise<FakeDiscord> {
  const world = createDiscordWorld();
  const troubles: { readonly route: string; readonly trouble: Trouble }[] = [];
  const calls: DiscordCall[] = [];
  const waiting = new Set<() => void>();
  const open = new Set<WebSocket>();
  const identified: Identified[] = [];
  const uploads = new Map<string, string>();
  let sequence = 1;
  const windows = createWindows();
  let isLimited = false;
  let refused = 0;

  const server = createServer((request, response) => {
    void readBody(request, uploads).then((body) => answer(request, body, response));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', welcome);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const gateway = `ws://127.0.0.1:${port}`;

  function wake(): void {
    for (const check of waiting) check();
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

  function welcome(socket: WebSocket): void {
    send(socket, { op: 10, d: { heartbeat_interval: 41_250 } });
    socket.on('message', (data) => hear(socket, Packet.parse(JSON.parse(String(data)))));
    socket.on('close', () => {
      open.delete(socket);
      wake();
    });
  }

  function hear(socket: WebSocket, { op, d }: z.infer<typeof Packet>): void {
    if (op === 1) send(socket, { op: 11 });
    if (op === 6) greet(socket, 'RESUMED', {});
    if (op !== 2) return;
    const said = z.object({ token: z.string(), intents: z.int() }).parse(d);
    identified.push(said);
    if (said.token !== TOKEN) socket.close(4004);
    else greet(socket, 'READY', readiness(gateway));
  }

  function greet(socket: WebSocket, t: string, d: unknown): void {
    open.add(socket);
    dispatch(socket, t, d);
    wake();
  }

  function dispatch(socket: WebSocket, t: string, d: unknown): void {
    send(socket, { op: 0, s: sequence++, t, d });
  }

  function answer(request: IncomingMessage, body: unknown, response: ServerResponse): void {
    const [asked = '', query = ''] = (request.url ?? '').split('?', 2);
    const path = decodeURIComponent(asked).replace('/api/v10', '');
    const route = `${request.method} ${path}`;
    const auth = request.headers.authorization ?? '';
    calls.push({ route, auth, body: z.record(z.string(), z.unknown()).parse(body) });
    const at = troubles.findIndex((one) => route.startsWith(one.route));
    const [found] = at === -1 ? [] : troubles.splice(at, 1);
    const trouble = found?.trouble ?? null;
    const tooMany = isLimited ? meter(route, response) : null;
    const result = inTrouble(trouble) ?? tooMany ?? carryOut(route, auth, body, query);
    if (trouble?.kind === 'lost') response.destroy();
    else respond(response, result, trouble?.kind === 'status' ? trouble.retryAfter : undefined);
    wake();
  }

  /** Posts and changes are counted by their channel. */
  function meter(route: string, response: ServerResponse): Result | null {
    const [, method = '', channel = ''] =
      /^(POST|PATCH) \/channels\/(\d+)\/messages(?:\/\d+)?$/.exec(route) ?? [];
    if (channel === '') return null;
    const window = windows.take(`${method} ${channel}`);
    const headers = windowHeaders(`bucket-${method}`, window);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (window.isTaken) return null;
    refused += 1;
    const seconds = window.resetAfterMs / 1000;
    response.setHeader('retry-after', Math.ceil(seconds));
    return { status: 429, body: { message: 'too many', retry_after: seconds, global: false } };
  }

  function carryOut(route: string, auth: string, body: unknown, query: string): Result {
    const [method = '', path = ''] = route.split(' ');
    const isOpen = /^\/(interactions|webhooks)\//.test(path);
    if (!isOpen && auth !== `Bot ${TOKEN}`)
      return { status: 401, body: { code: 0, message: '401: Unauthorized' } };
    if (path === '/gateway/bot') return { status: 200, body: gatewayInfo(gateway) };
    return world.carryOut(method, path, Body.parse(body), query);
  }

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    uploads,
    world,
    calls: (route) => calls.filter((call) => call.route.startsWith(route)),
    messages: () => [...world.messages.values()],
    remove: (id) => void world.messages.delete(id),
    async push(interaction) {
      await until(() => (open.size === 0 ? null : open));
      for (const socket of open) dispatch(socket, 'INTERACTION_CREATE', interaction);
    },
    async write(message) {
      await until(() => (open.size === 0 ? null : open));
      for (const socket of open) dispatch(socket, 'MESSAGE_CREATE', message);
    },
    answered: (token, isEnough = () => true) =>
      until(() => {
        const found = world.answers.get(token);
        return found !== undefined && isEnough(found) ? found : null;
      }),
    identified: () => identified,
    connected: (count = 1) =>
      until(() => (open.size === count ? open : null)).then(() => undefined),
    hangUp(code) {
      for (const socket of open) socket.close(code);
    },
    takeAnswer(token, callback) {
      const path = `/interactions/1/${token}/callback`;
      const { status, body } = world.carryOut('POST', path, Body.parse(callback));
      if (status !== 204) throw new Error(JSON.stringify(body));
      wake();
    },
    trouble: (route, trouble) => void troubles.push({ route, trouble }),
    limitRates() {
      isLimited = true;
    },
    refusedForRate: () => refused,
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const Packet = z.object({ op: z.int(), d: z.unknown() });

function send(socket: WebSocket, packet: unknown): void {
  socket.send(JSON.stringify(packet));
}

function gatewayInfo(url: string) {
  const limit = { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 16 };
  return { url, shards: 1, session_start_limit: limit };
}

function readiness(gateway: string) {
  return {
    v: 10,
    user: { id: APP_ID, username: 'Regulars', discriminator: '0', bot: true },
    guilds: [],
    session_id: 'session',
    resume_gateway_url: gateway,
    application: { id: APP_ID, flags: 0 },
  };
}

function inTrouble(trouble: Trouble | null): Result | null {
  if (trouble === null || trouble.kind === 'lost') return null;
  const code = trouble.kind === 'refused' ? trouble.code : 0;
  return { status: trouble.status, body: { code, message: 'trouble' } };
}

async function readBody(request: IncomingMessage, uploads: Uploads): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) return readForm(Buffer.concat(chunks), type, uploads);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : JSON.parse(text);
}

/** The body that came with files; nothing counts as attached unless what it lists is what was sent. */
async function readForm(bytes: Buffer, type: string, uploads: Uploads): Promise<unknown> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': type },
  }).formData();
  const body = WithFiles.parse(JSON.parse(z.string().parse(form.get('payload_json'))));
  const sent = [...form.keys()].filter((key) => key !== 'payload_json');
  for (const part of form.values())
    if (typeof part !== 'string') uploads.set(part.name, await part.text());
  const listed = body.attachments.map(({ id }) => `files[${id}]`);
  return isDeepStrictEqual(sent, listed) ? body : { ...body, attachments: [] };
}

type Uploads = Map<string, string>;

const WithFiles = z.looseObject({ attachments: z.array(z.looseObject({ id: z.string() })) });

/** discord.js takes no empty body for JSON. */
function respond(response: ServerResponse, result: Result, retryAfter?: number): void {
  response.statusCode = result.status;
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  if (result.body === undefined) return void response.end();
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(result.body));
}
