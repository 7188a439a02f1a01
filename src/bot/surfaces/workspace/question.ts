// What was asked in plain words, with what stands for its answer until it comes.
import { crockford } from '#engine/ids.ts';
import { type Card, text } from '../../card.ts';
import { spoken } from '../../words/languages.ts';
import { html, type Markup } from './markup.ts';
import type { Room } from './workspace.ts';

/** What stands for an answer until it comes: it asks for it by itself, so that the composer is free for the next line. */
export function questionHtml(room: Room, asked: string): Markup {
  const id = `whisper-${crockford(16, room.randomBytes)}`;
  const { assistant, turns } = room.words;
  const card: Card = { title: assistant.title, tone: 'neutral', blocks: [text(turns.begun)] };
  const drawn = room.view.question(spoken(room.words, card), { id, at: room.now(), asked });
  return html`<hx-partial hx-target="#messages" hx-swap="beforeend">${drawn}</hx-partial>`;
}
