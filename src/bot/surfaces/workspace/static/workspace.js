// The page's own behaviour around htmx: dialogs, panes, times in the reader's words, live state, private answers.
import { startComposer } from './composer.js';

const byId = (id) => document.getElementById(id);
const isNarrow = () => matchMedia('(max-width: 1000px)').matches;

// --- Times ---

const DAY = { year: 'numeric', month: 'short', day: 'numeric' };
const FULL = { ...DAY, hour: 'numeric', minute: '2-digit' };
// The page's language, as the reader's own region writes it.
const { lang } = document.documentElement;
const locale = navigator.languages.find((one) => one.split('-', 1)[0] === lang) ?? lang;
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
const STEPS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

function showTimes() {
  for (const element of document.querySelectorAll('time[datetime]')) {
    const at = new Date(element.dateTime);
    const full = at.toLocaleString(locale, FULL);
    const text = { relative: distance(at), day: at.toLocaleDateString(locale, DAY) };
    const said = text[element.dataset.style] ?? full;
    if (element.textContent !== said) element.textContent = said;
    if (element.title !== full) element.title = full;
  }
}

function distance(at) {
  const difference = at - Date.now();
  for (const [unit, size] of STEPS) {
    if (Math.abs(difference) >= size) return relative.format(Math.trunc(difference / size), unit);
  }
  return document.body.dataset.justNow;
}

// --- Dialogs ---

/** Opens the form that has just arrived; the browser keeps the focus inside and gives it back at the end. */
function openForm() {
  const dialog = document.querySelector('#dialogs dialog:not([open])');
  if (!dialog) return;
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
  dialog.querySelector('input:not([type=hidden]), select, textarea, .primary')?.focus();
}

function clearFaults(form) {
  for (const fault of form.querySelectorAll('.fault')) fault.textContent = '';
  for (const field of form.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
}

function showFaults() {
  const faulty = [...document.querySelectorAll('#dialogs .fault')].filter((fault) => fault.textContent);
  for (const fault of faulty) {
    const field = fault.closest('.field');
    const control = field?.querySelector('input:not([type=hidden]), select, textarea');
    control?.setAttribute('aria-invalid', 'true');
    if (fault === faulty[0]) control?.focus();
  }
}

/** Writes into the form what follows from the field that was just changed. */
function fillField() {
  const fill = document.querySelector('#form-preview [data-fill]');
  const control = fill?.closest('form').elements.namedItem(fill.dataset.fill);
  if (control) control.value = fill.dataset.value;
  fill?.remove();
}

/** Asks before a button that cannot be taken back. */
function askFirst(event) {
  const { issueRequest, dropRequest } = event.detail;
  const button = event.target;
  if (!button.dataset?.confirmTitle) return;
  event.preventDefault();
  const dialog = document.createElement('dialog');
  dialog.className = 'dialog dialog-small';
  const heading = element('h2', button.dataset.confirmTitle);
  heading.id = 'confirm-heading';
  dialog.setAttribute('aria-labelledby', heading.id);
  const cancel = element('button', document.body.dataset.cancel, 'button plain');
  const confirm = element('button', button.dataset.confirmLabel, button.className);
  const foot = element('footer', '', 'dialog-foot');
  const body = element('div', '', 'dialog-body');
  body.append(heading, element('p', button.getAttribute('hx-confirm')));
  foot.append(cancel, confirm);
  dialog.append(body, foot);
  cancel.addEventListener('click', () => dialog.close());
  confirm.addEventListener('click', () => dialog.close('yes'));
  dialog.addEventListener('close', () => {
    dialog.remove();
    dialog.returnValue === 'yes' ? issueRequest() : dropRequest();
  });
  document.body.append(dialog);
  dialog.showModal();
  cancel.focus();
}

function element(name, text, className = '') {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

// --- The pane on the right ---

let opener = null;

function closePane() {
  const pane = byId('pane');
  if (!pane.firstElementChild) return false;
  pane.replaceChildren();
  document.body.classList.remove('has-pane');
  if (opener?.isConnected) opener.focus();
  opener = null;
  return true;
}

function enterPane() {
  document.body.classList.add('has-pane');
  byId('pane-title')?.focus();
}

function openPaneName() {
  return byId('pane').firstElementChild?.dataset.pane ?? '';
}

// --- Private answers: they stay with their channel while this page lives ---

const whispers = new Map();
const shownWhispers = new WeakSet();

function putWhispersAside() {
  const own = [...document.querySelectorAll('#messages > .whisper')];
  whispers.set(byId('channel').value, own);
  // What is still being answered stays in the page, where its answer finds it.
  for (const whisper of own) {
    if (whisper.matches('[aria-busy]')) byId('aside').append(whisper);
    else whisper.remove();
  }
}

function bringWhispersBack() {
  const own = whispers.get(byId('channel').value) ?? [];
  byId('messages').append(...own.map((whisper) => byId(whisper.id) ?? whisper));
}

function showNewestWhisper() {
  const whisper = [...document.querySelectorAll('#messages > .whisper')].at(-1);
  if (!whisper || shownWhispers.has(whisper)) return;
  shownWhispers.add(whisper);
  if (isNarrow()) closePane();
  const isTall = whisper.offsetHeight > byId('scroll').clientHeight - 40;
  whisper.scrollIntoView({ block: isTall ? 'start' : 'end' });
  byId('announce').textContent = whisper.querySelector('.card-title')?.textContent ?? '';
}

// --- Live state ---

function showLive(isLive) {
  const live = document.querySelector('.live');
  if (!live) return;
  live.classList.toggle('is-off', !isLive);
  live.querySelector('.live-text').textContent = isLive ? live.dataset.live : live.dataset.offline;
}

function refresh() {
  document.body.dispatchEvent(new CustomEvent('refresh'));
}

let toastTimer;
function toast(text) {
  const box = byId('toast');
  if (!box) return;
  box.textContent = text;
  box.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => (box.hidden = true), 6000);
}

// --- What htmx tells us ---

function on(name, listener) {
  document.addEventListener(name, listener);
}

on('htmx:config:request', ({ detail: { ctx } }) => {
  if (ctx.request.action.startsWith('/workspace/nav')) {
    ctx.request.body.set('hidden', String(document.hidden));
    ctx.request.body.set('pane', openPaneName());
  }
  const form = ctx.sourceElement.closest('dialog form');
  if (form) clearFaults(form);
});
on('htmx:before:request', ({ target }) => target.setAttribute?.('aria-busy', 'true'));
on('htmx:finally:request', ({ target }) => target.removeAttribute?.('aria-busy'));
on('htmx:before:swap', ({ detail: { ctx, tasks } }) => {
  const pane = byId('pane');
  if (tasks.some((task) => task.target === byId('room'))) putWhispersAside();
  const opensPane = tasks.some((task) => task.type === 'main' && task.target === pane);
  if (opensPane && !pane.firstElementChild) opener = ctx.sourceElement;
  ctx.entersPane = opensPane && !ctx.swap.startsWith('innerMorph');
  ctx.changesRoom = tasks.some((task) => task.target === byId('room'));
});
on('htmx:after:swap', ({ detail: { ctx } }) => {
  showTimes();
  openForm();
  fillField();
  showFaults();
  if (ctx.changesRoom) {
    bringWhispersBack();
    refresh();
  }
  if (ctx.changesRoom && isNarrow()) closePane();
  if (ctx.entersPane) enterPane();
  if (ctx.entersPane && openPaneName() === 'mails') refresh();
  showNewestWhisper();
});
on('htmx:confirm', askFirst);
on('htmx:response:error', ({ detail: { ctx } }) => {
  if (ctx.response.status !== 401) toast(document.body.dataset.failed);
});
on('htmx:error', ({ detail: { ctx } }) => {
  if (!ctx.sourceElement.closest('#live')) toast(document.body.dataset.failed);
});
const isLive = ({ target }) => target.id === 'live';
on('htmx:sse:after:connection', (event) => isLive(event) && showLive(true));
on('htmx:sse:error', (event) => isLive(event) && showLive(false));
on('htmx:sse:before:connection', (event) => {
  if (isLive(event) && event.detail.connection.attempt > 0) showLive(false);
});
// An answer that was cut off before its end is waited for no longer.
on('htmx:sse:close', ({ target }) => {
  const whisper = target.closest('.whisper[aria-busy]');
  if (!whisper?.isConnected) return;
  whisper.removeAttribute('aria-busy');
  toast(document.body.dataset.failed);
});
on('htmx:sse:after:message', (event) => isLive(event) && refresh());
on('close-dialog', ({ target }) => target.closest?.('dialog')?.close());
on('visibilitychange', () => document.hidden || refresh());

on('click', ({ target }) => {
  if (target.closest('[data-close-pane]')) closePane();
  target.closest('[data-close-dialog]')?.closest('dialog').close();
  const write = target.closest('[data-write]');
  if (write) {
    byId('line').focus();
    composer.write(write.dataset.write);
  }
  const dismiss = target.closest('[data-dismiss]');
  if (dismiss) byId(dismiss.dataset.dismiss)?.remove();
});

on('keydown', (event) => {
  const isTyping = event.target.matches('input, textarea, select, [contenteditable]');
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  if (document.querySelector('dialog[open]')) return;
  if (event.key === 'Escape' && !event.defaultPrevented) closePane();
  if (event.key === '/' && !isTyping && isPlain && byId('line')) {
    event.preventDefault();
    byId('line').focus();
    if (byId('line').value === '') composer.write('/');
  }
});

const composer = startComposer();
showTimes();
setInterval(() => {
  showTimes();
  // Other replicas do not tell this page of other channels: it asks now and then.
  if (!document.hidden) refresh();
}, 30_000);
