// The page around the messages: document, channels on the left, room in the middle, a pane on the right.
import { CHANNELS, type Channel } from '#engine/playbook/team.ts';
import type { Teammate } from '../../teammate.ts';
import type { Words } from '../../words/en.ts';
import { languageOfWords } from '../../words/languages.ts';
import type { Assets } from './assets.ts';
import { icon } from './icons.ts';
import { html, type Markup } from './markup.ts';
import { UNREAD_LIMIT, type Unread } from './unread.ts';
import type { WorkspaceWords } from './words.ts';

/** What the left side shows. */
export type NavView = {
  readonly current: Channel;
  readonly unread: Unread;
  readonly teammate: Teammate;
  readonly canSignOut: boolean;
};

/** What the room in the middle shows; `messages` are drawn already, oldest first. */
export type RoomView = {
  readonly channel: Channel;
  readonly messages: readonly Markup[];
  /** The id after which the earlier ones come; null when these are all. */
  readonly earlierThan: string | null;
  readonly tour: Markup;
  /** Changes since this instant are sent as soon as the page listens. */
  readonly at: Date;
};

/** htmx without what a strict policy forbids; refused answers are told by the script, not put into the page. */
const HTMX_CONFIG = JSON.stringify({
  history: 'reload',
  includeIndicatorCSS: false,
  // Settling writes style attributes, which the policy does not allow.
  defaultSettleDelay: 0,
  noSwap: [204, 304, '4xx', '5xx'],
});

/** A whole document. Everything it loads comes from this server. */
export function documentHtml(
  words: Words,
  title: string,
  { body, assets }: { readonly body: Markup; readonly assets: Assets },
): Markup {
  const { failed, cancel, justNow } = words.workspace;
  return html`<!doctype html>
<html lang="${languageOfWords(words)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="htmx-config" content="${HTMX_CONFIG}">
<title>${title}</title>
<link rel="icon" href="${assets.url('icon.svg')}">
<link rel="stylesheet" href="${assets.url('workspace.css')}">
<script src="${assets.url('htmx.js')}" defer></script>
<script src="${assets.url('workspace.js')}" type="module"></script>
</head>
<body data-failed="${failed}" data-cancel="${cancel}" data-just-now="${justNow}">
${body}
</body>
</html>`;
}

/** The workspace: everything inside the body. Buttons anywhere in it say which channel is open. */
export function workspaceHtml(words: WorkspaceWords, nav: NavView, room: RoomView): Markup {
  return html`<a class="skip" href="#stream">${words.skipToStream}</a>
<div class="app" hx-include:inherited="#channel">
<nav class="side" aria-label="${words.product}">${brandHtml(words)}<div class="nav" id="nav" hx-get="/workspace/nav" hx-trigger="refresh from:body throttle:700ms" hx-swap="innerMorph" hx-target="this">${navHtml(words, nav)}</div>${youHtml(words, nav)}</nav>
<main class="room" id="room">${roomHtml(words, room)}</main>
<aside class="pane" id="pane" aria-label="${words.tools}"></aside>
<div id="dialogs"></div>
<div id="aside" hidden></div>
</div>
<div class="sr-only" id="announce" role="status" aria-live="polite"></div>
<div class="toast" id="toast" role="status" hidden></div>`;
}

/** What the browser's tab says: how much is unread, and where one is. */
export function pageTitle(words: WorkspaceWords, channel: Channel, unread: Unread): string {
  const total = [...unread.channels.values()].reduce((sum, count) => sum + count, unread.mails);
  return `${total === 0 ? '' : `(${total}) `}#${channel} · ${words.product}`;
}

/** The links on the left with their unread counts. */
export function navHtml(words: WorkspaceWords, { current, unread }: NavView): Markup {
  const channels = CHANNELS.map((channel) => {
    const count = channel === current ? 0 : (unread.channels.get(channel) ?? 0);
    return html`<li><a class="nav-link${count > 0 ? ' is-unread' : ''}" href="/c/${channel}" hx-get="/c/${channel}" hx-target="#room" hx-push-url="true"${channel === current ? html` aria-current="page"` : null}>${icon('hash')}<span class="nav-name">${channel}</span>${badgeHtml(words, count)}</a></li>`;
  });
  const mails = unread.mails;
  return html`<h2 class="nav-head" id="nav-channels">${words.channels}</h2><ul class="nav-channels" aria-labelledby="nav-channels">${channels}</ul><h2 class="nav-head" id="nav-tools">${words.tools}</h2><ul class="nav-tools" aria-labelledby="nav-tools"><li><button type="button" class="nav-link${mails > 0 ? ' is-unread' : ''}" hx-get="/workspace/mails" hx-target="#pane">${icon('mail')}<span class="nav-name">${words.mailbox}</span>${badgeHtml(words, mails)}</button></li><li><button type="button" class="nav-link" hx-get="/workspace/simulator" hx-target="#pane">${icon('shop')}<span class="nav-name">${words.simulator}</span></button></li></ul>`;
}

/** The room: its name, the first-run hint, the messages, and where to type. */
export function roomHtml(words: WorkspaceWords, room: RoomView): Markup {
  const { channel } = room;
  const since = encodeURIComponent(room.at.toISOString());
  return html`<input type="hidden" id="channel" name="channel" value="${channel}">
<div id="live" hidden hx-sse:connect="/workspace/events?channel=${channel}&since=${since}" hx-swap="none" hx-config="sse.pauseOnBackground:false, sse.reconnectMaxDelay:5000"></div>
<header class="room-head"><h1 class="room-name"><span class="room-hash" aria-hidden="true">#</span>${channel}</h1><p class="room-purpose">${words.purposes[channel]}</p><p class="live" data-live="${words.live}" data-offline="${words.offline}"><span class="live-dot"></span><span class="live-text">${words.live}</span></p></header>
${room.tour}
<div class="scroll" id="scroll" tabindex="-1"><div class="stream" id="stream" tabindex="-1" role="region" aria-label="#${channel}">${earlierHtml(words, channel, room.earlierThan)}<div class="messages" id="messages">${room.messages}</div>${emptyHtml(words, channel)}</div></div>
${composerHtml(words)}`;
}

/** The button that fetches the messages before these. */
export function earlierHtml(
  words: WorkspaceWords,
  channel: Channel,
  earlierThan: string | null,
): Markup | null {
  if (earlierThan === null) return null;
  return html`<button type="button" class="button plain earlier" hx-get="/workspace/earlier?channel=${channel}&after=${earlierThan}" hx-swap="outerHTML">${words.earlier}</button>`;
}

function brandHtml(words: WorkspaceWords): Markup {
  return html`<p class="brand"><span class="brand-mark" aria-hidden="true">R</span><span class="brand-name">${words.product}</span></p>`;
}

function youHtml(words: WorkspaceWords, { teammate, canSignOut }: NavView): Markup {
  const signOut = canSignOut
    ? html`<form method="post" action="/workspace/logout"><button class="link-button" type="submit">${words.signOut}</button></form>`
    : null;
  return html`<div class="you"><span class="you-face" aria-hidden="true">${teammate.name.slice(0, 1)}</span><div><b>${teammate.name}</b><span>${words.you(teammate.role)}</span></div>${signOut}</div>`;
}

function badgeHtml(words: WorkspaceWords, count: number): Markup | null {
  if (count === 0) return null;
  const isMore = count >= UNREAD_LIMIT;
  return html`<span class="badge"><span aria-hidden="true">${count}${isMore ? '+' : ''}</span><span class="sr-only">${words.unread(count, isMore)}</span></span>`;
}

/** Shown by the style sheet while there is no message beside it. */
function emptyHtml(words: WorkspaceWords, channel: Channel): Markup {
  return html`<div class="empty"><span class="empty-mark" aria-hidden="true">${icon('hash')}</span><p class="empty-title">${words.empty[channel]}</p><p>${words.emptyHint}</p><button type="button" class="button plain" hx-get="/workspace/simulator" hx-target="#pane">${words.emptySimulator}</button></div>`;
}

function composerHtml(words: WorkspaceWords): Markup {
  return html`<form class="composer" id="composer" hx-post="/workspace/line" hx-swap="none" hx-sync="this:drop" autocomplete="off"><div class="completions" id="completions-box" hidden><ul id="completions" role="listbox" aria-label="${words.suggestions}"></ul><p class="keys" aria-hidden="true">${words.suggestionKeys}</p></div><label class="sr-only" for="line">${words.composerLabel}</label><input id="line" name="line" type="text" role="combobox" aria-expanded="false" aria-controls="completions" aria-autocomplete="list" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="2000" placeholder="${words.composerPlaceholder}" hx-get="/workspace/complete" hx-trigger="input delay:90ms, complete" hx-target="#completions" hx-sync="this:replace"><button class="send" type="submit" aria-label="${words.send}" title="${words.send}">${icon('send')}</button></form>`;
}
