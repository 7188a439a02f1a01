// A card as HTML: every text escaped and visible as it is, times for the browser to put into the reader's own words.
import type { Chart } from '#engine/ports/chart-renderer.ts';
import type { ActionCodec } from '../../action-id.ts';
import {
  type Block,
  type Button,
  type Card,
  type Fact,
  type Inline,
  inlineToText,
  type ListItem,
  MARK,
  type Text,
} from '../../card.ts';
import { shareOf } from '../../chart.ts';
import { visibleText } from '../../visible-text.ts';
import type { Words } from '../../words/en.ts';
import { wordsIn } from '../../words/languages.ts';
import { cutText, foldedText } from './fold.ts';
import { html, type Markup } from './markup.ts';

/** What a card needs to know of the page: the id its title gets, and the one plain-http origin that may be linked to. */
export type CardPlace = { readonly id: string; readonly knownOrigin: string };

/** What blocks need besides: what seals their buttons, and the words of their language. */
export type Drawing = CardPlace & { readonly codec: ActionCodec; readonly words: Words };

/** Longer titles are cut; the whole text stands in the card's own blocks. */
const TITLE = { graphemes: 160, lines: 1, units: 600 } as const;

/** Draws a card; its buttons carry what the codec made of their actions. */
export function cardToHtml(card: Card, codec: ActionCodec, place: CardPlace): Markup {
  const title = cutText(card.title, TITLE);
  const drawing = { ...place, codec, words: wordsIn(card.language) };
  const blocks = card.blocks.map((block) => blockToHtml(block, drawing));
  const lang = card.language === undefined ? null : html` lang="${card.language}"`;
  return html`<div class="card tone-${card.tone}"${lang}><h3 class="card-title" id="${place.id}-title" dir="auto">${visibleText(title)}${title === card.title ? null : '…'}</h3>${blocks}</div>`;
}

/** Draws blocks on their own, as above the fields of a form. */
export function blocksToHtml(blocks: readonly Block[], drawing: Drawing): Markup {
  return html`${blocks.map((block) => blockToHtml(block, drawing))}`;
}

/** An instant for the browser to localise; until then it is UTC. */
export function timeToHtml(at: Date, style: 'relative' | 'full' | 'day'): Markup {
  const plain = inlineToText({ kind: 'time', at, style });
  return html`<time datetime="${at.toISOString()}" data-style="${style}">${plain}</time>`;
}

function blockToHtml(block: Block, drawing: Drawing): Markup {
  switch (block.kind) {
    case 'text':
      return html`<div class="text">${inlinesToHtml(block.text, drawing)}</div>`;
    case 'note':
      return html`<div class="note">${inlinesToHtml(block.text, drawing)}</div>`;
    case 'facts':
      return html`<dl class="facts">${block.facts.map((fact) => factToHtml(fact, drawing))}</dl>`;
    case 'list':
      return html`<ul class="list">${block.items.map((item) => itemToHtml(item, drawing))}</ul>`;
    case 'quote':
      return quoteToHtml(block, drawing);
    case 'code':
      return codeToHtml(block);
    case 'chart':
      return chartToHtml(block.chart);
    case 'table':
      return tableToHtml(block, drawing);
    case 'divider':
      return html`<hr>`;
    case 'buttons':
      return buttonsToHtml(block.buttons, drawing.codec);
  }
}

function inlinesToHtml(pieces: Text, drawing: Drawing): Markup {
  return html`${pieces.map((piece) => inlineToHtml(piece, drawing))}`;
}

function inlineToHtml(piece: Inline, drawing: Drawing): Markup {
  if (typeof piece === 'string') return addressText(piece, drawing);
  switch (piece.kind) {
    case 'strong':
      return html`<strong dir="auto">${foldedText(piece.text, drawing.words)}</strong>`;
    case 'code':
      return html`<code dir="auto">${foldedText(piece.text, drawing.words)}</code>`;
    case 'time':
      return timeToHtml(piece.at, piece.style);
    case 'mention':
      return html`<strong dir="auto">${foldedText(`@${piece.name}`, drawing.words)}</strong>`;
    case 'link':
      return linkToHtml(piece.text, piece.url, drawing);
  }
}

/** Text in which an e-mail address that is too long for its line breaks before the @, not anywhere. */
function addressText(text: string, { words }: Drawing): Markup {
  if (!/^\S{1,64}@\S{1,190}$/.test(text.trim())) return foldedText(text, words);
  const at = text.lastIndexOf('@');
  return html`${visibleText(text.slice(0, at))}<wbr>${visibleText(text.slice(at))}`;
}

/** A link where it is safe to follow, else its words and address as text. */
function linkToHtml(text: string, url: string, { knownOrigin, words }: Drawing): Markup {
  const href = safeHref(url, knownOrigin);
  if (href === null)
    return html`${visibleText(text)} <span class="address">(${foldedText(url, words)})</span>`;
  return html`<a href="${href}" target="_blank" rel="noopener noreferrer">${visibleText(text)}</a>`;
}

/** https anywhere, plain http only to ourselves; no user names in addresses, which make one host look like another. */
function safeHref(url: string, knownOrigin: string): string | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  const isKnown = parsed.protocol === 'https:' || parsed.origin === knownOrigin;
  return isKnown && parsed.username === '' && parsed.password === '' ? parsed.href : null;
}

/** A value of more characters than this gets a row of its own. */
const WIDE = 46;

function factToHtml(fact: Fact, drawing: Drawing): Markup {
  const length = fact.value.reduce((sum, piece) => sum + inlineToText(piece).length, 0);
  return html`<div class="fact${length > WIDE ? ' wide' : ''}"><dt>${visibleText(fact.label)}</dt><dd dir="auto">${inlinesToHtml(fact.value, drawing)}</dd></div>`;
}

function itemToHtml(item: ListItem, drawing: Drawing): Markup {
  const mark = item.mark ?? 'none';
  return html`<li class="mark-${mark}"><span class="mark" aria-hidden="true">${MARK[mark]}</span><span class="item" dir="auto">${inlinesToHtml(item.text, drawing)}</span></li>`;
}

function quoteToHtml(block: Extract<Block, { kind: 'quote' }>, { words }: Drawing): Markup {
  const by = block.by === undefined ? null : html`<footer>${visibleText(block.by)}</footer>`;
  return html`<blockquote><div dir="auto">${foldedText(block.text, words)}</div>${by}</blockquote>`;
}

/** A screen reader hears the sign at the beginning of a changed line; the colour says it once more. */
function codeToHtml(block: Extract<Block, { kind: 'code' }>): Markup {
  const lines = visibleText(block.text).split('\n');
  const spans = lines.map((line) => {
    const changed = block.language === 'diff' ? DIFF_CLASS[line.charAt(0)] : undefined;
    return changed === undefined ? `${line}\n` : html`<span class="${changed}">${line}</span>`;
  });
  return html`<pre class="code" tabindex="0" dir="ltr">${spans}</pre>`;
}

const DIFF_CLASS: Readonly<Record<string, string>> = { '+': 'added', '-': 'removed' };

function tableToHtml(block: Extract<Block, { kind: 'table' }>, drawing: Drawing): Markup {
  const head = block.columns.map((column, at) => {
    const isNumeric = block.rows.length > 0 && block.rows.every((row) => isNumber(row[at] ?? ''));
    return html`<th scope="col"${isNumeric ? NUMBER : null}>${visibleText(column)}</th>`;
  });
  const rows = block.rows.map(
    (row) =>
      html`<tr>${row.map((cell) => html`<td dir="auto"${isNumber(cell) ? NUMBER : null}>${inlineToHtml(cell, drawing)}</td>`)}</tr>`,
  );
  return html`<div class="table" role="region" tabindex="0" aria-label="${visibleText(block.caption)}"><table><caption>${visibleText(block.caption)}</caption><thead><tr>${head}</tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** A table whose rows are bars too: read out as one, and drawn by the length of a cell's own picture. */
function chartToHtml({ title, columns, bars }: Chart): Markup {
  const [label, value] = columns.map(visibleText);
  const rows = bars.map((bar) => {
    const width = (shareOf(bar, bars) * 100).toFixed(1);
    const drawn = html`<svg class="bar" aria-hidden="true"><rect width="${width}%" height="100%"/></svg>`;
    return html`<tr><th scope="row" dir="auto">${visibleText(bar.label)}</th><td class="number" dir="auto">${visibleText(bar.text)}</td><td class="drawn">${drawn}</td></tr>`;
  });
  return html`<div class="table chart" role="region" tabindex="0" aria-label="${visibleText(title)}"><table><caption>${visibleText(title)}</caption><thead><tr><th scope="col">${label ?? ''}</th><th scope="col" class="number">${value ?? ''}</th><td></td></tr></thead><tbody>${rows}</tbody></table></div>`;
}

/** Amounts and counts line up on the right. */
function isNumber(cell: Inline): boolean {
  return /^[\p{Sc}A-Z\s]{0,4}-?\d[\d.,\s]*[%\p{Sc}]?$/u.test(inlineToText(cell).trim());
}

const NUMBER = html` class="number"`;

function buttonsToHtml(buttons: readonly Button[], codec: ActionCodec): Markup {
  if (buttons.length === 0) return html``;
  return html`<div class="actions">${buttons.map((button) => buttonToHtml(button, codec))}</div>`;
}

/** One press at a time in a row of buttons: the second is dropped while the first is on its way. */
function buttonToHtml(button: Button, codec: ActionCodec): Markup {
  const confirm = button.confirm;
  const ask =
    confirm === undefined
      ? null
      : html` hx-confirm="${confirm.text}" data-confirm-title="${confirm.title}" data-confirm-label="${confirm.confirm}"`;
  return html`<button type="button" class="button ${button.style ?? 'plain'}" name="action" value="${codec.encode(button.action)}" hx-post="/workspace/press" hx-swap="none" hx-sync="closest .actions:drop"${ask}>${visibleText(button.label)}</button>`;
}
