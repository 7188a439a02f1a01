// The composer: a combobox whose options the server offers, and a memory of the lines that were run.

const byId = (id) => document.getElementById(id);
const line = () => byId('line');
const options = () => [...document.querySelectorAll('#completions [role=option]')];
const active = () => document.querySelector('#completions [aria-selected=true]');

const typed = [];
let recalled = 0;

/** Listens for typing anywhere in the page, since the composer is drawn anew with each channel. */
export function startComposer() {
  document.addEventListener('keydown', (event) => event.target === line() && onKey(event));
  document.addEventListener('focusout', (event) => event.target === line() && close());
  document.addEventListener('htmx:after:swap', ({ detail: { ctx } }) => {
    if (ctx.sourceElement === line()) open();
  });
  document.addEventListener('htmx:after:request', ({ detail: { ctx } }) => {
    if (ctx.sourceElement.id === 'composer' && ctx.response.status < 400) sent();
  });
  document.addEventListener('submit', ({ target }) => target.id === 'composer' && close(), true);
  // Pressing the mouse would take the focus away before the click arrives.
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest('#completions-box')) event.preventDefault();
  });
  document.addEventListener('click', ({ target }) => {
    const option = target.closest('#completions [role=option]');
    if (option) take(option);
  });
  return { write };
}

function onKey(event) {
  const isOpen = !byId('completions-box').hidden;
  const handled = isOpen ? onListKey(event) : onLineKey(event);
  if (handled) event.preventDefault();
}

function onListKey(event) {
  if (event.key === 'ArrowDown') return move(1);
  if (event.key === 'ArrowUp') return move(-1);
  if (event.key === 'Escape') return close();
  if (event.key === 'Tab' && !event.shiftKey) return take(active() ?? options()[0]);
  if (event.key === 'Enter' && active()) return take(active());
  return false;
}

function onLineKey(event) {
  if (event.key === 'ArrowUp' && (line().value === '' || recalled > 0)) return recall(1);
  if (event.key === 'ArrowDown' && recalled > 0) return recall(-1);
  if (event.key === 'ArrowDown' && line().value.startsWith('/')) return write(line().value);
  return false;
}

function open() {
  const hasSome = options().length > 0 && document.activeElement === line();
  byId('completions-box').hidden = !hasSome;
  line().setAttribute('aria-expanded', String(hasSome));
  line().removeAttribute('aria-activedescendant');
}

function close() {
  byId('completions-box').hidden = true;
  line().setAttribute('aria-expanded', 'false');
  line().removeAttribute('aria-activedescendant');
  for (const option of options()) option.setAttribute('aria-selected', 'false');
  return true;
}

function move(step) {
  const all = options();
  const from = all.indexOf(active());
  const next = from === -1 && step < 0 ? all.length - 1 : (from + step + all.length) % all.length;
  for (const option of all) option.setAttribute('aria-selected', String(option === all[next]));
  line().setAttribute('aria-activedescendant', all[next].id);
  all[next].scrollIntoView({ block: 'nearest' });
  return true;
}

function take(option) {
  write(option.dataset.line);
  line().focus();
  return true;
}

/** Puts a text into the line and asks what could follow. */
function write(text) {
  line().value = text;
  line().setSelectionRange(text.length, text.length);
  line().scrollLeft = line().scrollWidth;
  htmx.trigger(line(), 'complete');
  return true;
}

function recall(step) {
  recalled = Math.min(Math.max(recalled + step, 0), typed.length);
  line().value = recalled === 0 ? '' : (typed.at(-recalled) ?? '');
  return true;
}

function sent() {
  if (line().value.trim() !== '') typed.push(line().value);
  recalled = 0;
  line().value = '';
  close();
  line().focus();
}
