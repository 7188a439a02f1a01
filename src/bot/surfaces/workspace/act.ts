// What a person does: types a line, presses a button, submits a form; and what comes back as pieces of the page.
import { crockford } from '#engine/ids.ts';
import type { Channel } from '#engine/playbook/team.ts';
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import { type Card, note, text } from '../../card.ts';
import type { FieldFault } from '../../form.ts';
import type { Input, Reply } from '../../router.ts';
import { visibleText } from '../../visible-text.ts';
import { spoken } from '../../words/languages.ts';
import { faultElementId, formToHtml, formValuesOf } from './form-html.ts';
import { html, type Markup } from './markup.ts';
import { channelNamed } from './pages.ts';
import { questionHtml } from './question.ts';
import { answerHtml, answerText, formOf } from './request.ts';
import { rememberStep, stepOf, type TourStep, tourHtml } from './tour.ts';
import type { Room } from './workspace.ts';

const LONGEST_LINE = 2000;
const LARGEST_FORM = 256 * 1024;

/** One thing done in a channel: what it was, and what to remember it by. */
export type Act = {
  readonly channel: Channel;
  readonly input: Input;
  readonly asked: string | null;
  /** The private answer that this brings up to date; null for a person's own act. */
  readonly refreshes: string | null;
  readonly step: TourStep | null;
};

/** The routes of the composer, of buttons and of forms. */
export function createActRoutes(room: Room): readonly Route[] {
  const post = (
    path: string,
    read: (form: URLSearchParams) => Act | Card | Question | null,
  ): Route => ({
    method: 'POST',
    path,
    maxBodyBytes: LARGEST_FORM,
    async handle(request) {
      const act = read(formOf(request));
      if (act === null) return answerText(400, 'not a request of this page');
      if ('question' in act) return answerHtml(act.question);
      return 'blocks' in act ? answerHtml(whisper(room, act, null)) : perform(room, request, act);
    },
  });
  return [
    post('/workspace/line', (form) => readLine(room, form)),
    post('/workspace/press', (form) => readAction(room, form, 'press')),
    post('/workspace/submit', (form) => readAction(room, form, 'submit')),
  ];
}

/** What a model may have to answer is asked for by what stands for the answer. */
type Question = { readonly question: Markup };

function readLine(room: Room, form: URLSearchParams): Act | Question | null {
  const channel = channelNamed(form.get('channel'));
  const typed = (form.get('line') ?? '').trim();
  if (channel === null || typed.length > LONGEST_LINE) return null;
  if (typed === '') return null;
  // What is no command is said to the assistant.
  if (!typed.startsWith('/') && room.hasModel) return { question: questionHtml(room, typed) };
  const asked: Input = { kind: 'command', name: 'ask', args: { text: typed } };
  if (!typed.startsWith('/'))
    return { channel, input: asked, asked: typed, refreshes: null, step: null };
  const line = typed.replace(/^[/\s]+/, '');
  const input: Input = { kind: 'line', line };
  return { channel, input, asked: typed, refreshes: null, step: stepOf('line', line) };
}

function readAction(
  room: Room,
  form: URLSearchParams,
  kind: 'press' | 'submit',
): Act | Card | null {
  const channel = channelNamed(form.get('channel'));
  const action = room.codec.decode(form.get('action') ?? '');
  if (channel === null) return null;
  if (action === null) return staleButtonCard(room);
  const refreshes = /^whisper-\w+$/.exec(form.get('whisper') ?? '')?.[0] ?? null;
  const input: Input =
    kind === 'press'
      ? { kind, action, ...(refreshes === null ? {} : { isRepeat: true }) }
      : { kind, action, values: formValuesOf(form) };
  if (refreshes !== null && !staysTrue(input)) return null;
  return { channel, input, asked: null, refreshes, step: stepOf(kind, action.name) };
}

/** Whether a press only shows something, and so may be repeated to show it as it is now. */
function staysTrue(input: Input): boolean {
  return input.kind === 'press' && /\.(open|show|timeline)$/.test(input.action.name);
}

async function perform(room: Room, request: HttpRequest, act: Act): Promise<HttpResponse> {
  // Only private answers are stamped: a post is brought up to date by who posts it.
  const place = { channel: act.channel, isPrivate: true };
  const reply = await room.router.handle(room.teammate, act.input, place);
  if (act.refreshes !== null) return answerHtml(showAgain(room, act, reply));
  const pieces = await show(room, act, reply);
  const closes = act.input.kind === 'submit' && reply.kind !== 'faults' && reply.kind !== 'form';
  const headers = closes ? { 'hx-trigger': 'close-dialog' } : {};
  if (act.step === null || !hasWorked(reply)) return answerHtml(pieces, headers);
  const tour = html`<hx-partial hx-target="#tour" hx-swap="outerHTML">${tourHtml(room.words.workspace, request, act.step)}</hx-partial>`;
  return answerHtml([...pieces, tour], { ...headers, ...rememberStep(request, act.step) });
}

function hasWorked(reply: Reply): boolean {
  return reply.kind === 'done' || (reply.kind === 'card' && reply.refused === undefined);
}

/** What is to be seen of a reply; what is for all is posted. */
export async function show(room: Room, act: Act, reply: Reply): Promise<readonly Markup[]> {
  switch (reply.kind) {
    case 'form':
      return [
        html`<hx-partial hx-target="#dialogs" hx-swap="innerHTML">${formToHtml(reply.form, room.codec, room.publicOrigin)}</hx-partial>`,
      ];
    case 'faults':
      return reply.faults.map(faultHtml);
    case 'done':
      return act.asked === null ? [] : [whisper(room, doneCard(room), act)];
    case 'card':
      if (reply.visible === 'asker')
        return reply.stamp === 'itself'
          ? stamped(room, act, reply)
          : [...stamped(room, act, reply), whisper(room, withoutFile(room, reply), act)];
      await postForAll(room, act.channel, reply.card);
      return stamped(room, act, reply);
  }
}

/** A page gives no file; it says what does. */
function withoutFile({ words }: Room, { card, file }: Extract<Reply, { kind: 'card' }>): Card {
  if (file === undefined) return card;
  return { ...card, blocks: [...card.blocks, note(words.files.inTerminal)] };
}

/** The answer's stamp in the place of the private card whose button was pressed. */
function stamped(
  room: Room,
  { input }: Act,
  { stamp, card }: Extract<Reply, { kind: 'card' }>,
): readonly Markup[] {
  if (stamp === undefined || (input.kind !== 'press' && input.kind !== 'submit')) return [];
  const drawn = drawWhisper(
    room,
    null,
    stamp === 'itself' ? card : stamp,
    `whisper-${newName(room)}`,
  );
  const pressed = `.whisper:has(button[value='${room.codec.encode(input.action)}'])`;
  return [html`<hx-partial hx-target="${pressed}" hx-swap="outerHTML">${drawn}</hx-partial>`];
}

/** The private answer as it is now, in its place. What cannot be shown any more stays as it was last seen. */
function showAgain(room: Room, act: Act, reply: Reply): readonly Markup[] {
  if (act.refreshes === null || reply.kind !== 'card' || reply.visible !== 'asker') return [];
  const drawn = drawWhisper(room, act, reply.card, act.refreshes);
  return [
    html`<hx-partial hx-target="#${act.refreshes}" hx-swap="outerMorph">${drawn}</hx-partial>`,
  ];
}

/** The open pages, this one too, get it as a change of the channel. */
async function postForAll(room: Room, channel: Channel, card: Card): Promise<void> {
  await room.surface.post({ channel, card, key: `answer:${newName(room)}` });
}

function whisper(room: Room, card: Card, act: Pick<Act, 'asked' | 'input'> | null): Markup {
  const drawn = drawWhisper(room, act, card, `whisper-${newName(room)}`);
  return html`<hx-partial hx-target="#messages" hx-swap="beforeend">${drawn}</hx-partial>`;
}

function drawWhisper(
  room: Room,
  act: Pick<Act, 'asked' | 'input'> | null,
  card: Card,
  id: string,
): Markup {
  const input = act?.input;
  const again =
    input?.kind === 'press' && staysTrue(input) ? room.codec.encode(input.action) : null;
  return room.view.whisper(card, { id, at: room.now(), asked: act?.asked ?? null, again });
}

function newName(room: Room): string {
  return crockford(16, room.randomBytes);
}

function faultHtml({ field, message }: FieldFault): Markup {
  return html`<hx-partial hx-target="#${faultElementId(field)}" hx-swap="innerHTML">${visibleText(message)}</hx-partial>`;
}

function staleButtonCard({ words }: Room): Card {
  const { title, text: sentence } = words.workspace.staleButton;
  return spoken(words, { title, tone: 'warning', blocks: [text(sentence)] });
}

function doneCard({ words }: Room): Card {
  const { done, doneText } = words.workspace;
  return spoken(words, { title: done, tone: 'good', blocks: [text(doneText)] });
}
