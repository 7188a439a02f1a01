// The first-run hint: six things to do, ticked off as they are done; what is done is remembered by the browser.
import type { HttpRequest, Route } from '#engine/ports/http.ts';
import { icon } from './icons.ts';
import { html, type Markup } from './markup.ts';
import { answerHtml, cookieOf, setCookie } from './request.ts';
import type { WorkspaceWords } from './words.ts';

/** The steps, in the order in which they are shown. */
export const TOUR_STEPS = ['take', 'offer', 'edit', 'approve', 'mail', 'customer'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

const COOKIE = 'regulars_tour';
const OFF = 'off';

/** The hint as this browser should see it; an empty place once it was hidden. */
export function tourHtml(
  words: WorkspaceWords,
  request: HttpRequest,
  justDone: TourStep | null = null,
): Markup {
  const done = doneIn(request, justDone);
  return html`<section class="tour" id="tour" aria-label="${words.tour.label}">${done === null ? null : stripHtml(words, done)}</section>`;
}

/** The headers that remember a step; none when it is nothing new. */
export function rememberStep(
  request: HttpRequest,
  step: TourStep | null,
): Readonly<Record<string, string>> {
  const done = doneIn(request, null);
  if (step === null || done === null || done.includes(step)) return {};
  return { 'set-cookie': setCookie(COOKIE, [...done, step].join('.')) };
}

/** What of the tour a press, a form or a line was; null for anything else. */
export function stepOf(kind: 'press' | 'submit' | 'line', text: string): TourStep | null {
  if (kind === 'line') return /^customer\s+show\s/.test(text) ? 'customer' : null;
  if (kind === 'press' && /(^|[.-])take\b/.test(text)) return 'take';
  if (kind === 'press' && /(^|[.-])approve\b/.test(text)) return 'approve';
  if (kind === 'submit' && /(^|[.-])offer\b/.test(text)) return 'offer';
  if (kind === 'submit' && /(^|[.-])edit\b/.test(text)) return 'edit';
  return null;
}

/** `POST /workspace/tour/hide` puts the hint away for good. */
export function createTourRoute(): Route {
  return {
    method: 'POST',
    path: '/workspace/tour/hide',
    maxBodyBytes: 1024,
    handle: async () => answerHtml(html``, { 'set-cookie': setCookie(COOKIE, OFF) }),
  };
}

function doneIn(request: HttpRequest, justDone: TourStep | null): readonly TourStep[] | null {
  const value = cookieOf(request, COOKIE) ?? '';
  if (value === OFF) return null;
  const names = value.split('.');
  const isDone = (step: TourStep) => step === justDone || names.includes(step);
  // Who approves without an edit has nothing left to edit.
  return TOUR_STEPS.filter((step) => isDone(step) || (step === 'edit' && isDone('approve')));
}

function stripHtml(words: WorkspaceWords, done: readonly TourStep[]): Markup {
  const next = TOUR_STEPS.find((step) => !done.includes(step));
  const dots = TOUR_STEPS.map(
    (step) =>
      html`<span class="dot${done.includes(step) ? ' is-done' : step === next ? ' is-next' : ''}"></span>`,
  );
  return html`<span class="dots" aria-hidden="true">${dots}</span><p class="tour-text" role="status">${next === undefined ? finishedHtml(words) : nextHtml(words, next)}</p><button type="button" class="icon-button" aria-label="${words.tour.hide}" title="${words.tour.hide}" hx-post="/workspace/tour/hide" hx-target="#tour" hx-swap="innerHTML swapEmpty:true">${icon('close')}</button>`;
}

function finishedHtml(words: WorkspaceWords): Markup {
  return html`<b>${words.tour.done}</b> ${words.tour.doneText}`;
}

/** Every second piece is the name of something on the screen; what can be gone to is a link. */
function nextHtml(words: WorkspaceWords, step: TourStep): Markup {
  const number = TOUR_STEPS.indexOf(step) + 1;
  const pieces = words.tour.steps[step].map((piece, index) =>
    index % 2 === 0 ? html`${piece} ` : html`${nameHtml(words, piece)} `,
  );
  return html`<span class="tour-number">${words.tour.step(number, TOUR_STEPS.length)}</span> ${pieces}`;
}

function nameHtml(words: WorkspaceWords, name: string): Markup {
  if (name.startsWith('#')) {
    const path = `/c/${name.slice(1)}`;
    return html`<a href="${path}" hx-get="${path}" hx-target="#room" hx-push-url="true">${name}</a>`;
  }
  if (name.startsWith('/')) {
    return html`<button type="button" class="chip-link" data-write="${name} ">${name}</button>`;
  }
  if (name !== words.mailbox) return html`<strong>${name}</strong>`;
  return html`<button type="button" class="chip-link" hx-get="/workspace/mails" hx-target="#pane">${name}</button>`;
}
