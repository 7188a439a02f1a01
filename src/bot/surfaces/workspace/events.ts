// Live updates: every change of a card is sent to the open pages as server-sent events that carry pieces of the page.

import type { Channel } from '#engine/playbook/team.ts';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import type { WorkspaceMessage } from '#engine/ports/storage.ts';
import { workspace as words } from '../../words/en-workspace.ts';
import { cardFromJson } from './card-json.ts';
import { html, type Markup } from './markup.ts';
import { headElementId, threadElementId } from './message-html.ts';
import { channelNamed, drawWithReplies } from './pages.ts';
import { answerText } from './request.ts';
import type { Change } from './surface.ts';
import type { Room } from './workspace.ts';

/** A comment this often keeps proxies from closing a quiet stream, and notices browsers that are gone. */
const HEARTBEAT_MS = 20_000;
/** How far back a page that was away is brought up to date; older cards it gets by reloading. */
const CAUGHT_UP = 50;

/** `GET /workspace/events?channel=&since=`: first what changed since the page was drawn, then what changes. */
export function createEventsRoute(room: Room): Route {
  return {
    method: 'GET',
    path: '/workspace/events',
    maxBodyBytes: 0,
    handle: async (request) => {
      const channel = channelNamed(request.query['channel']);
      return channel === null ? answerText(404, 'no such channel') : stream(room, request, channel);
    },
  };
}

function stream(room: Room, request: HttpRequest, channel: Channel): HttpResponse {
  const since = Date.parse(request.query['since'] ?? '');
  return {
    status: 200,
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
    body: events(room, channel, Number.isNaN(since) ? null : since, request.signal),
  };
}

async function* events(
  room: Room,
  channel: Channel,
  since: number | null,
  signal: AbortSignal,
): AsyncGenerator<string> {
  // Listening comes first: what changes while the past is read is sent twice rather than never.
  const changes = room.surface.changes(signal);
  yield `retry: 1000\n: ${room.now().toISOString()}\n\n`;
  for (const change of await missedSince(room, channel, since))
    yield await tell(room, channel, change);
  for await (const change of withHeartbeat(changes, signal)) {
    yield change === null ? ': still here\n\n' : await tell(room, channel, change);
  }
}

async function missedSince(
  room: Room,
  channel: Channel,
  since: number | null,
): Promise<readonly Change[]> {
  if (since === null) return [];
  const newest = await room.storage.messages.list(channel, { limit: CAUGHT_UP });
  return newest
    .filter((message) => message.updatedAt.getTime() >= since - 1000)
    .toReversed()
    .map((message) => ({ channel, messageId: message.id, threadOf: null }));
}

/** The changes, and null whenever there was none for a while. */
async function* withHeartbeat(
  changes: AsyncIterable<Change>,
  signal: AbortSignal,
): AsyncGenerator<Change | null> {
  const iterator = changes[Symbol.asyncIterator]();
  let next = iterator.next();
  while (!signal.aborted) {
    const result = await orNullAfter(next, HEARTBEAT_MS);
    if (result?.done === true) return;
    if (result !== null) next = iterator.next();
    yield result === null ? null : result.value;
  }
}

async function orNullAfter<T>(promise: Promise<T>, milliseconds: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([promise, silence]);
  } finally {
    clearTimeout(timer);
  }
}

/** One change as an event for the page that shows `open`; other channels only learn that there is something. */
async function tell(room: Room, open: Channel, change: Change): Promise<string> {
  const message = await room.storage.messages.get(change.messageId);
  if (message === null) return ': gone\n\n';
  const pieces =
    change.threadOf === null
      ? await ofCard(room, open, message)
      : await ofReply(room, open, message, change.threadOf);
  return toEvent(pieces);
}

async function ofCard(
  room: Room,
  open: Channel,
  message: WorkspaceMessage,
): Promise<readonly Markup[]> {
  const head = html`<hx-partial hx-target="#${headElementId(message.id)}" hx-swap="outerMorph">${room.view.head(message)}</hx-partial>`;
  const announcement = isNew(message)
    ? announce(words.newCard(`#${message.channel}`, titleOf(message)))
    : null;
  if (message.channel !== open) return [head, html`${announcement}`];
  const drawn = await drawWithReplies(room, message);
  return [
    html`<hx-partial hx-target="#messages" hx-swap="message">${drawn}</hx-partial>`,
    head,
    html`${announcement}`,
  ];
}

async function ofReply(
  room: Room,
  open: Channel,
  reply: WorkspaceMessage,
  threadOf: string,
): Promise<readonly Markup[]> {
  const drawn = html`<hx-partial hx-target="#${threadElementId(threadOf)}" hx-swap="message">${room.view.reply(reply)}</hx-partial>`;
  const parent = await room.storage.messages.get(threadOf);
  if (parent === null || parent.channel !== open) return [drawn];
  const card = html`<hx-partial hx-target="#messages" hx-swap="message">${await drawWithReplies(room, parent)}</hx-partial>`;
  return [card, drawn, announce(words.reply(titleOf(reply)))];
}

function announce(sentence: string): Markup {
  return html`<hx-partial hx-target="#announce" hx-swap="textContent">${sentence}</hx-partial>`;
}

function isNew(message: WorkspaceMessage): boolean {
  return message.updatedAt.getTime() === message.at.getTime();
}

function titleOf(message: WorkspaceMessage): string {
  return cardFromJson(message.card)?.title ?? '';
}

/** A message without a name is put into the page by htmx; lines keep the format whatever the text holds. */
function toEvent(pieces: readonly Markup[]): string {
  const data = pieces.map((piece) => piece.markup).join('');
  return `${data
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}`)
    .join('\n')}\n\n`;
}
