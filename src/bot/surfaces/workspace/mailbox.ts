// The mailbox pane: every mail that was sent or held back, with its reason, as the customer sees it and as text.

import { asId } from '#engine/ids.ts';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import type { MailRecord } from '#engine/ports/mail-records.ts';
import { visibleText } from '../../visible-text.ts';
import { timeToHtml } from './html.ts';
import { icon } from './icons.ts';
import { html, type Markup } from './markup.ts';
import { paneHtml } from './pane.ts';
import { answerHtml, answerText } from './request.ts';
import { rememberStep, tourHtml } from './tour.ts';
import type { WorkspaceWords } from './words.ts';
import type { Room } from './workspace.ts';

const SHOWN = 50;

/** The list, one mail, and its HTML for a frame of its own. */
export function createMailboxRoutes(room: Room): readonly Route[] {
  const one =
    (show: (mail: MailRecord, request: HttpRequest) => HttpResponse): Route['handle'] =>
    async (request) => {
      const mail = await room.storage.mails.get(asId('mail', request.params['id'] ?? ''));
      return mail === null ? answerText(404, 'no such mail') : show(mail, request);
    };
  return [
    { method: 'GET', path: '/workspace/mails', maxBodyBytes: 0, handle: () => showMails(room) },
    {
      method: 'GET',
      path: '/workspace/mails/:id',
      maxBodyBytes: 0,
      handle: one((mail, request) => showMail(room.words.workspace, mail, request)),
    },
    { method: 'GET', path: '/workspace/mails/:id/html', maxBodyBytes: 0, handle: one(showFrame) },
  ];
}

async function showMails(room: Room): Promise<HttpResponse> {
  const words = room.words.workspace;
  const mails = await room.storage.mails.list({ limit: SHOWN });
  const list =
    mails.length === 0
      ? html`<div class="empty is-shown"><span class="empty-mark" aria-hidden="true">${icon('mail')}</span><p class="empty-title">${words.noMails}</p><p>${words.noMailsHint}</p></div>`
      : html`<ul class="mails">${mails.map((mail) => rowHtml(words, mail))}</ul>`;
  const body = html`<div hx-get="/workspace/mails" hx-trigger="refresh from:body throttle:700ms" hx-target="#pane" hx-swap="innerMorph"><p class="pane-about">${words.mailboxAbout}</p>${list}</div>`;
  return answerHtml(paneHtml(words, { name: 'mails', title: words.mailbox, body }));
}

function showMail(words: WorkspaceWords, record: MailRecord, request: HttpRequest): HttpResponse {
  const isText = request.query['view'] === 'text';
  const body = html`${headHtml(words, record)}${viewsHtml(words, record, isText)}${isText ? textHtml(record) : frameHtml(words, record)}`;
  const pane = paneHtml(words, {
    name: 'mail',
    title: words.mailbox,
    body,
    back: '/workspace/mails',
  });
  const tour = html`<hx-partial hx-target="#tour" hx-swap="outerHTML">${tourHtml(words, request, 'mail')}</hx-partial>`;
  return answerHtml([pane, tour], rememberStep(request, 'mail'));
}

/**
 * The mail's own HTML, alone in a sandbox: no script, no form, nothing loaded from anywhere. Links open in a tab of
 * their own, so that a customer's choice can be tried out.
 */
function showFrame({ mail }: MailRecord): HttpResponse {
  const base = '<base target="_blank">';
  const body = /<head[^>]*>/i.test(mail.html)
    ? mail.html.replace(/<head[^>]*>/i, (head) => head + base)
    : base + mail.html;
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': FRAME_POLICY,
      'x-frame-options': 'SAMEORIGIN',
    },
    body,
  };
}

const FRAME_POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

function rowHtml(words: WorkspaceWords, record: MailRecord): Markup {
  const { mail } = record;
  const reason =
    record.reason === null
      ? null
      : html`<span class="mail-reason" dir="auto">${visibleText(record.reason)}</span>`;
  return html`<li id="mail-${record.id}"><button type="button" class="mail-row" hx-get="/workspace/mails/${record.id}" hx-target="#pane"><span class="mail-to" dir="auto">${visibleText(mail.toName === '' ? mail.to : mail.toName)}</span>${timeToHtml(record.at, 'relative')}<span class="mail-subject" dir="auto">${visibleText(mail.subject)}</span>${statusHtml(words, record)}${reason}</button></li>`;
}

function statusHtml(words: WorkspaceWords, record: MailRecord): Markup {
  return html`<span class="chip chip-${record.status}">${words.mailStatus[record.status]}</span>`;
}

function headHtml(words: WorkspaceWords, record: MailRecord): Markup {
  const { mail } = record;
  const reason =
    record.reason === null
      ? null
      : html`<p class="mail-reason" dir="auto">${visibleText(record.reason)}</p>`;
  return html`<div class="mail-head"><h3 dir="auto">${visibleText(mail.subject)}</h3><p class="mail-line">${words.mailTo} <b dir="auto">${visibleText(mail.toName)}</b> <span dir="auto">&lt;${visibleText(mail.to)}&gt;</span></p><p class="mail-line">${statusHtml(words, record)} <span class="chip">${words.mailPurpose[mail.purpose]}</span> ${timeToHtml(record.at, 'full')}</p>${reason}</div>`;
}

function viewsHtml(words: WorkspaceWords, record: MailRecord, isText: boolean): Markup {
  const view = (label: string, query: string, isCurrent: boolean) =>
    html`<button type="button" class="tab" aria-pressed="${isCurrent ? 'true' : 'false'}" hx-get="/workspace/mails/${record.id}${query}" hx-target="#pane">${label}</button>`;
  return html`<div class="tabs" role="group" aria-label="${words.mailViews}">${view(words.mailView.html, '', !isText)}${view(words.mailView.text, '?view=text', isText)}</div>`;
}

function frameHtml(words: WorkspaceWords, record: MailRecord): Markup {
  return html`<iframe class="mail-frame" title="${words.mailFrame(record.mail.subject)}" src="/workspace/mails/${record.id}/html" sandbox="allow-popups allow-popups-to-escape-sandbox" loading="eager" referrerpolicy="no-referrer"></iframe>`;
}

function textHtml(record: MailRecord): Markup {
  return html`<div class="mail-text" dir="auto">${visibleText(record.mail.text)}</div>`;
}
