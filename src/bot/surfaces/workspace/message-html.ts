// A message in the stream, in a thread, or whispered to one person.
import type { WorkspaceMessage } from '#engine/ports/post-records.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { Card } from '../../card.ts';
import { visibleText } from '../../visible-text.ts';
import { cardFromJson } from './card-json.ts';
import { cardToHtml, timeToHtml } from './html.ts';
import { icon } from './icons.ts';
import { html, type Markup } from './markup.ts';
import type { WorkspaceWords } from './words.ts';

/** Draws messages of one installation. */
export interface MessageView {
  /** A message with the number of replies under it. */
  message(message: WorkspaceMessage, replies: number): Markup;
  /** A card's thread: the card once more, and what was said under it. */
  thread(message: WorkspaceMessage, replies: readonly WorkspaceMessage[]): Markup;
  /** One reply, as it stands in a thread. */
  reply(message: WorkspaceMessage): Markup;
  /** The card at the head of its thread. */
  head(message: WorkspaceMessage): Markup;
  /** What was asked, with a card that stands for the answer; it asks for that as soon as it is shown. */
  question(
    card: Card,
    question: { readonly id: string; readonly at: Date; readonly asked: string },
  ): Markup;
  /**
   * An answer for who asked alone; it lives as long as the page. `asked` is what they typed; `again` is the sealed
   * action that gives it anew whenever something has changed.
   */
  whisper(
    card: Card,
    whisper: {
      readonly id: string;
      readonly at: Date;
      readonly asked: string | null;
      readonly again: string | null;
    },
  ): Markup;
}

/** A view whose buttons are sealed by the codec and whose plain-http links lead to `knownOrigin` alone. */
export function createMessageView(
  codec: ActionCodec,
  knownOrigin: string,
  words: WorkspaceWords,
): MessageView {
  const cardOf = (stored: unknown, id: string) => {
    const card = cardFromJson(stored);
    if (card === null)
      return html`<div class="card tone-warning"><p class="note" id="${id}-title">${words.brokenCard}</p></div>`;
    return cardToHtml(card, codec, { id, knownOrigin });
  };
  const article = (message: WorkspaceMessage, id: string, foot: Markup | null) =>
    html`<article class="message" id="${id}" data-seq="${message.seq}" aria-labelledby="${id}-title">${byline(words, message.at)}${cardOf(message.card, id)}${foot}</article>`;

  return {
    message: (message, replies) =>
      article(message, messageElementId(message.id), repliesLink(words, message.id, replies)),
    reply: (message) => article(message, messageElementId(message.id), null),
    head: (message) => article(message, headElementId(message.id), null),
    thread(message, replies) {
      const list = replies.map((reply) => this.reply(reply));
      return html`${this.head(message)}<div class="replies" id="${threadElementId(message.id)}" data-empty="${words.noReplies}">${list}</div>`;
    },
    question(card, { id, at, asked }) {
      const values = JSON.stringify({ whisper: id, line: asked });
      // What asks stands beside what changes, which would begin it anew.
      const asks = html`<div hidden hx-post="/workspace/answer" hx-vals="${values}" hx-trigger="load" hx-swap="none"></div>`;
      return html`<article class="message whisper" id="${id}" aria-busy="true" aria-labelledby="${id}-title">${byline(words, at)}<p class="private">${icon('eye')} ${words.onlyYou}</p>${askedToHtml(asked)}<div id="${id}-body">${cardToHtml(card, codec, { id, knownOrigin })}</div>${asks}</article>`;
    },
    whisper(card, { id, at, asked, again }) {
      const question = asked === null ? null : askedToHtml(asked);
      return html`<article class="message whisper" id="${id}"${again === null ? null : refresher(id, again)} aria-labelledby="${id}-title">${byline(words, at)}<p class="private">${icon('eye')} ${words.onlyYou} <button type="button" class="link-button" data-dismiss="${id}">${words.dismiss}</button></p>${question}${cardToHtml(card, codec, { id, knownOrigin })}</article>`;
    },
  };
}

function askedToHtml(asked: string): Markup {
  return html`<p class="asked"><code dir="auto">${visibleText(asked)}</code></p>`;
}

/** Where a message stands in the stream. */
function messageElementId(id: string): string {
  return `m-${id}`;
}

/** Where a card stands at the head of its thread. */
export function headElementId(id: string): string {
  return `head-${id}`;
}

/** Where the replies to a card stand. */
export function threadElementId(id: string): string {
  return `thread-${id}`;
}

/** A private answer that asks for itself again, so that its buttons never name a state that has passed. */
function refresher(id: string, again: string): Markup {
  const values = JSON.stringify({ action: again, whisper: id });
  return html` hx-post="/workspace/press" hx-vals="${values}" hx-trigger="refresh from:body throttle:900ms" hx-swap="none"`;
}

function byline(words: WorkspaceWords, at: Date): Markup {
  return html`<span class="avatar" aria-hidden="true">R</span><p class="byline"><b>${words.product}</b> <span class="app-chip">${words.app}</span> ${timeToHtml(at, 'relative')}</p>`;
}

function repliesLink(words: WorkspaceWords, id: string, count: number): Markup | null {
  if (count === 0) return null;
  return html`<button type="button" class="replies-link" id="replies-${id}" hx-get="/workspace/thread/${id}" hx-target="#pane" hx-swap="innerHTML">${icon('thread')} ${words.replies(count)}</button>`;
}
