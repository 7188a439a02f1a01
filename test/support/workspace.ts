// A workspace over memory, served on a free port: routes mounted on node:http as the real server mounts them.
import { createActionCodec } from '#bot/action-id.ts';
import type { Reply, Router } from '#bot/router.ts';
import type { WorkspaceOptions } from '#bot/surfaces/workspace/routes.ts';
import { createWorkspaceSurface } from '#bot/surfaces/workspace/surface.ts';
import type { WorkspaceStorage } from '#bot/surfaces/workspace/workspace.ts';
import { en } from '#bot/words/en.ts';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import type { MailRecord } from '#engine/ports/mail-records.ts';
import type { MessageRecords, WorkspaceMessage } from '#engine/ports/post-records.ts';

export const NOW = new Date('2026-05-04T10:00:00Z');

export const codec = createActionCodec(new Uint8Array(32).fill(7));

/** Messages in memory, as the database keeps them. */
export function memoryMessages(): MessageRecords & { remove(id: string): void } {
  const kept = new Map<string, WorkspaceMessage>();
  const newestFirst = () => [...kept.values()].sort((a, b) => b.seq - a.seq);
  let seq = 0;
  return {
    async add(message) {
      if (kept.has(message.id)) throw new Error('duplicate key');
      seq += 1;
      kept.set(message.id, { ...message, seq, updatedAt: message.at });
    },
    async replace(id, card, at) {
      const message = kept.get(id);
      if (message) kept.set(id, { ...message, card, updatedAt: at });
    },
    get: async (id) => kept.get(id) ?? null,
    async list(channel, { limit, after }) {
      const all = newestFirst().filter((one) => one.channel === channel && one.threadOf === null);
      const from = after === undefined ? 0 : all.findIndex((one) => one.id === after) + 1;
      return all.slice(from, from + limit);
    },
    thread: async (id) => newestFirst().filter((one) => one.threadOf === id),
    remove: (id) => kept.delete(id),
  };
}

/** Mails in memory, newest first. */
export function memoryMails(mails: readonly MailRecord[] = []): WorkspaceStorage['mails'] {
  return {
    get: async (id) => mails.find((mail) => mail.id === id) ?? null,
    list: async ({ limit }) => mails.slice(0, limit),
  };
}

/** A router that answers everything with one reply and remembers what it was asked. */
export function recordingRouter(reply: Reply): Router & { readonly asked: unknown[] } {
  const asked: unknown[] = [];
  return {
    asked,
    async handle(_teammate, input) {
      asked.push(input);
      return reply;
    },
    complete: async () => [
      { insert: 'customer', label: 'customer', hint: 'Profiles, tags and notes' },
    ],
    preview: async () => null,
    completeArgument: async () => [],
  };
}

/** The parts of a workspace, any of which a test may replace. */
export function workspaceOptions(changes: Partial<WorkspaceOptions> = {}): WorkspaceOptions {
  const messages = memoryMessages();
  let counter = 0;
  return {
    router: recordingRouter({ kind: 'done' }),
    surface: createWorkspaceSurface({ messages, now: () => NOW }),
    storage: { messages, mails: memoryMails() },
    simulator: null,
    words: en,
    codec,
    teammate: { person: 'local', name: 'You', role: 'admin', surface: 'workspace' },
    password: null,
    hasModel: false,
    publicOrigin: 'http://127.0.0.1:3000',
    now: () => NOW,
    randomBytes: (count) => new Uint8Array(count).fill(counter++ % 256),
    ...changes,
  };
}

/** A request as the server would hand it over, from the workspace's own page. */
export function aRequest(changes: Partial<HttpRequest> = {}): HttpRequest {
  return {
    method: 'GET',
    path: '/',
    params: {},
    query: {},
    body: new Uint8Array(),
    remoteAddress: '127.0.0.1',
    signal: new AbortController().signal,
    ...changes,
    headers: { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', ...changes.headers },
  };
}

/** A form posted by the page. */
export function aPost(path: string, fields: Record<string, string>, headers = {}): HttpRequest {
  const body = new TextEncoder().encode(new URLSearchParams(fields).toString());
  return aRequest({ method: 'POST', path, body, headers });
}

/** Hands a request to the route it is for. */
export async function call(routes: readonly Route[], request: HttpRequest): Promise<HttpResponse> {
  for (const route of routes) {
    const params = route.method === request.method ? match(route.path, request.path) : null;
    if (params !== null) return route.handle({ ...request, params });
  }
  return { status: 404, body: '' };
}

/** The text of an answer that is not a stream. */
export function bodyOf(response: HttpResponse): string {
  if (typeof response.body === 'string') return response.body;
  if (response.body instanceof Uint8Array) return new TextDecoder().decode(response.body);
  throw new Error('a stream has no text yet');
}

function match(pattern: string, path: string): Record<string, string> | null {
  const names = [...pattern.matchAll(/:(\w+)/g)].map((found) => found[1] ?? '');
  const found = new RegExp(`^${pattern.replace(/:\w+/g, '([^/]+)')}$`).exec(path);
  if (!found) return null;
  return Object.fromEntries(
    names.map((name, at) => [name, decodeURIComponent(found[at + 1] ?? '')]),
  );
}
