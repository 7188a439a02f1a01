// The pane on the right: a head with its name and a way to close it, and whatever it shows.
import { icon } from './icons.ts';
import { html, type Markup } from './markup.ts';
import type { WorkspaceWords } from './words.ts';

/** Draws a pane; `name` tells the script which one is open, `back` leads to the list it came from. */
export function paneHtml(
  words: WorkspaceWords,
  pane: {
    readonly name: 'thread' | 'mails' | 'mail' | 'simulator';
    readonly title: string;
    readonly body: Markup;
    readonly back?: string;
  },
): Markup {
  const back =
    pane.back === undefined
      ? null
      : html`<button type="button" class="icon-button" hx-get="${pane.back}" hx-target="#pane" aria-label="${words.back}" title="${words.back}">${icon('back')}</button>`;
  return html`<section class="pane-box pane-${pane.name}" data-pane="${pane.name}" aria-labelledby="pane-title"><header class="pane-head">${back}<h2 id="pane-title" tabindex="-1">${pane.title}</h2><button type="button" class="icon-button" data-close-pane aria-label="${words.close}" title="${words.close}">${icon('close')}</button></header><div class="pane-body">${pane.body}</div></section>`;
}
