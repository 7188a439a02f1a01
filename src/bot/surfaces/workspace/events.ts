// Live updates: every change of a card is sent to the open pages as server-sent events that carry pieces of the page.

import type { Channel } from '#engine/playbook/team.ts';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import type { WorkspaceMessage } from '#engine/ports/post-records.ts';
import { cardFromJson } from './card-json.ts';
import { html, type Markup } from './markup.ts';
import { headElementId, threadElementId } from './message-html.ts';
import { channelNamed, drawWithReplies } from './pages.ts';
import { answerText, EVENT_STREAM } from './request.ts';
import type { Change } from './surface.ts';
import type { Room } from './workspace.ts';

/**
 * How long a stream may be quiet before the database is asked: another replica may have changed a card. The answer, or
 * a comment, also keeps proxies from closing the stream.
 */
const QUIET_MS = 5_000;
/** How far back a page is brought up to date; older cards it gets by reloading. */
const LOOKED_AT = 50;

/** A page that listens: what it shows, and of which moment it knows each card. */
type Listener = { readonly open: Channel; readonly known: Map<string, number> };

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
    headers: EVENT_STREAM,
    body: events(room, channel, Number.isNaN(since) ? null : since, request.signal),
  };
}

async function* events(
  room: Room,
  open: Channel,
  since: number | null,
  signal: AbortSignal,
): AsyncGenerator<string> {
  // Listening comes first: what changes while the past is read is sent twice rather than never.
  const changes = room.surface.changes(signal);
  const listener: Listener = { open, known: new Map() };
  yield `retry: 1000\n: ${room.now().toISOString()}\n\n`;
  // A second of grace: the page was drawn a moment after its instant was taken.
  const isMissed = (at: number) => since !== null && at >= since - 1000;
  for (const change of await news(room, listener, isMissed))
    yield await tell(room, listener, change);
  for await (const change of withSilences(changes, signal)) {
    const told = change === null ? await news(room, listener, () => true) : [change];
    if (told.length === 0) yield ': still here\n\n';
    for (const one of told) yield await tell(room, listener, one);
  }
}

/** The cards that stand otherwise than the page knows them; those that `counts` leaves out are known from now on. */
async function news(
  room: Room,
  { open, known }: Listener,
  counts: (updatedAt: number) => boolean,
): Promise<readonly Change[]> {
  const latest = await room.storage.messages.list(open, { limit: LOOKED_AT });
  const changed = latest.filter(({ id, updatedAt }) => known.get(id) !== updatedAt.getTime());
  for (const { id, updatedAt } of changed) known.set(id, updatedAt.getTime());
  return changed
    .filter(({ updatedAt }) => counts(updatedAt.getTime()))
    .toReversed()
    .map(({ id }) => ({ channel: open, messageId: id, threadOf: null }));
}

/** The changes, and null whenever there was none for a while. */
async function* withSilences(
  changes: AsyncIterable<Change>,
  signal: AbortSignal,
): AsyncGenerator<Change | null> {
  const iterator = changes[Symbol.asyncIterator]();
  let next = iterator.next();
  while (!signal.aborted) {
    const result = await orNullAfter(next, QUIET_MS);
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
async function tell(room: Room, { open, known }: Listener, change: Change): Promise<string> {
  const message = await room.storage.messages.get(change.messageId);
  if (message === null) return ': gone\n\n';
  if (message.channel === open) known.set(message.id, message.updatedAt.getTime());
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
    ? announce(room.words.workspace.newCard(`#${message.channel}`, titleOf(message)))
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
  return [card, drawn, announce(room.words.workspace.reply(titleOf(reply)))];
}

/** Says it to who does not see the page. */
export function announce(sentence: string): Markup {
  return html`<hx-partial hx-target="#announce" hx-swap="textContent">${sentence}</hx-partial>`;
}

function isNew(message: WorkspaceMessage): boolean {
  return message.updatedAt.getTime() === message.at.getTime();
}

function titleOf(message: WorkspaceMessage): string {
  return cardFromJson(message.card)?.title ?? '';
}

/** A message without a name is put into the page by htmx; lines keep the format whatever the text holds. */
export function toEvent(pieces: readonly Markup[]): string {
  const data = pieces.map((piece) => piece.markup).join('');
  return `${data
    .split(/\r\n|\r|\n/)
    .map((line) => `data: ${line}`)
    .join('\n')}\n\n`;
}
