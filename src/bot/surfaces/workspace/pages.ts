// The routes that draw the workspace and its parts: a channel, the links on the left, earlier messages, a thread.

import { CHANNELS, type Channel } from '#engine/playbook/team.ts';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import type { WorkspaceMessage } from '#engine/ports/post-records.ts';
import type { Markup } from './markup.ts';
import { html } from './markup.ts';
import {
  documentHtml,
  earlierHtml,
  type NavView,
  navHtml,
  pageTitle,
  roomHtml,
  workspaceHtml,
} from './page.ts';
import { paneHtml } from './pane.ts';
import { answerHtml, answerText, isFragment } from './request.ts';
import { tourHtml } from './tour.ts';
import { countUnread, type Unread } from './unread.ts';
import type { WorkspaceWords } from './words.ts';
import type { Room } from './workspace.ts';

/** How many messages are shown at first, and with each "earlier". */
const PAGE = 30;

/** The routes; `/` shows the refunds. */
export function createPageRoutes(room: Room): readonly Route[] {
  return [
    get('/', (request) => showChannel(room, request, 'refunds')),
    get('/c/:channel', (request) =>
      withChannel(request.params['channel'], (channel) => showChannel(room, request, channel)),
    ),
    get('/workspace/nav', (request) =>
      withChannel(request.query['channel'], (channel) => showNav(room, request, channel)),
    ),
    get('/workspace/earlier', (request) =>
      withChannel(request.query['channel'], (channel) => showEarlier(room, request, channel)),
    ),
    get('/workspace/thread/:id', (request) => showThread(room, request.params['id'] ?? '')),
  ];
}

/** A purpose's name as typed into an address; null for any other text. */
export function channelNamed(name: string | null | undefined): Channel | null {
  return CHANNELS.find((channel) => channel === name) ?? null;
}

function get(path: string, handle: Route['handle']): Route {
  return { method: 'GET', path, maxBodyBytes: 0, handle };
}

async function withChannel(
  name: string | undefined,
  show: (channel: Channel) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  const channel = channelNamed(name);
  return channel === null ? answerText(404, 'no such channel') : show(channel);
}

async function showChannel(
  room: Room,
  request: HttpRequest,
  channel: Channel,
): Promise<HttpResponse> {
  const at = room.now();
  const words = room.words.workspace;
  const page = await messagesOf(room, channel, null);
  const unread = await countUnread(room.storage, request, { channel, mails: false });
  const view = { channel, ...page, tour: tourHtml(words, request), at };
  const nav = navView(room, channel, unread);
  const headers = { 'set-cookie': unread.cookie };
  if (isFragment(request)) {
    const links = html`<hx-partial hx-target="#nav" hx-swap="innerMorph">${navHtml(words, nav)}</hx-partial>`;
    return answerHtml([titleHtml(words, channel, unread), roomHtml(words, view), links], headers);
  }
  const title = pageTitle(words, channel, unread);
  const body = workspaceHtml(words, nav, view);
  return answerHtml(documentHtml(room.words, title, { body, assets: room.assets }), headers);
}

/** What is on a screen that nobody looks at is not seen. */
async function showNav(room: Room, request: HttpRequest, channel: Channel): Promise<HttpResponse> {
  const isHidden = request.query['hidden'] === 'true';
  const mails = !isHidden && /^mails?$/.test(request.query['pane'] ?? '');
  const shown = { channel: isHidden ? null : channel, mails };
  const unread = await countUnread(room.storage, request, shown);
  const words = room.words.workspace;
  const nav = navHtml(words, navView(room, channel, unread));
  return answerHtml([titleHtml(words, channel, unread), nav], { 'set-cookie': unread.cookie });
}

/** In an answer to the page, htmx takes it for the document's own. */
function titleHtml(words: WorkspaceWords, channel: Channel, unread: Unread): Markup {
  return html`<title>${pageTitle(words, channel, unread)}</title>`;
}

async function showEarlier(
  room: Room,
  request: HttpRequest,
  channel: Channel,
): Promise<HttpResponse> {
  const { messages, earlierThan } = await messagesOf(room, channel, request.query['after'] ?? null);
  const partial = html`<hx-partial hx-target="#messages" hx-swap="afterbegin">${messages}</hx-partial>`;
  return answerHtml([html`${earlierHtml(room.words.workspace, channel, earlierThan)}`, partial]);
}

async function showThread(room: Room, id: string): Promise<HttpResponse> {
  const message = await room.storage.messages.get(id);
  if (message === null) return answerText(404, 'no such card');
  const replies = await room.storage.messages.thread(id);
  const body = room.view.thread(message, oldestFirst(replies));
  const words = room.words.workspace;
  return answerHtml(paneHtml(words, { name: 'thread', title: words.thread, body }));
}

async function messagesOf(
  room: Room,
  channel: Channel,
  after: string | null,
): Promise<{ readonly messages: readonly Markup[]; readonly earlierThan: string | null }> {
  const page = after === null ? { limit: PAGE } : { limit: PAGE, after };
  const newestFirst = await room.storage.messages.list(channel, page);
  const messages = await Promise.all(newestFirst.map((message) => drawWithReplies(room, message)));
  const last = newestFirst.length === PAGE ? newestFirst.at(-1) : undefined;
  return { messages: messages.toReversed(), earlierThan: last?.id ?? null };
}

/** A message as it stands in the stream. */
export async function drawWithReplies(room: Room, message: WorkspaceMessage): Promise<Markup> {
  const replies = await room.storage.messages.thread(message.id);
  return room.view.message(message, replies.length);
}

function oldestFirst(messages: readonly WorkspaceMessage[]): readonly WorkspaceMessage[] {
  return messages.toSorted((a, b) => a.seq - b.seq);
}

function navView(room: Room, current: Channel, unread: Unread): NavView {
  return { current, unread, teammate: room.teammate, canSignOut: room.canSignOut };
}
