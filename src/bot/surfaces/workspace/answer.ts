// An answer in plain words: it is shown as it is made, in the place of the question, and is whole where the stream ends.
import type { HttpRequest, Route } from '#engine/ports/http.ts';
import type { Live, Progress } from '../../live.ts';
import type { Input, Reply } from '../../router.ts';
import { visibleText } from '../../visible-text.ts';
import { type Act, show } from './act.ts';
import { announce, toEvent } from './events.ts';
import { cardToHtml } from './html.ts';
import { html, type Markup } from './markup.ts';
import { channelNamed } from './pages.ts';
import { answerText, EVENT_STREAM, formOf } from './request.ts';
import type { Room } from './workspace.ts';

const LONGEST_LINE = 2000;
const LARGEST_FORM = 16 * 1024;

/** `POST /workspace/answer`: the answer to what was asked, as server-sent events that carry pieces of the page. */
export function createAnswerRoute(room: Room): Route {
  return {
    method: 'POST',
    path: '/workspace/answer',
    maxBodyBytes: LARGEST_FORM,
    handle: async (request) => {
      const form = formOf(request);
      const channel = channelNamed(form.get('channel'));
      const id = /^whisper-\w+$/.exec(form.get('whisper') ?? '')?.[0];
      const asked = form.get('line') ?? '';
      if (channel === null || id === undefined || asked.length > LONGEST_LINE)
        return answerText(400, 'not a request of this page');
      const input: Input = { kind: 'command', name: 'ask', args: { text: asked } };
      const act: Act = { channel, input, asked, refreshes: null, step: null };
      return { status: 200, headers: EVENT_STREAM, body: answer(room, request, act, id) };
    },
  };
}

/** Nobody reads a private answer whose page is gone: it is stopped. */
async function* answer(
  room: Room,
  { signal }: HttpRequest,
  act: Act,
  id: string,
): AsyncGenerator<string> {
  const left = new AbortController();
  const states = createStates(AbortSignal.any([signal, left.signal]));
  const asking = room.router.handle(room.teammate, act.input, {
    channel: act.channel,
    live: states.live,
  });
  const ended = asking.finally(states.end);
  yield ': asked\n\n';
  try {
    let told = '';
    for await (const progress of states.all()) {
      yield toEvent(progressHtml(room, id, progress, told));
      told = progress.text;
    }
    yield toEvent(await endHtml(room, act, await ended, id));
  } finally {
    left.abort();
  }
}

/** The newest state whenever somebody is ready for it, until the end. */
function createStates(signal: AbortSignal) {
  let newest: Progress | null = null;
  let hasEnded = false;
  let wake = () => {};
  const live: Live = {
    isShared: false,
    signal,
    show: (progress) => {
      newest = progress;
      wake();
    },
  };
  return {
    live,
    end: () => {
      hasEnded = true;
      wake();
    },
    async *all(): AsyncGenerator<Progress> {
      while (!hasEnded) {
        const next = newest;
        newest = null;
        if (next !== null) yield next;
        else await new Promise<void>((resolve) => (wake = resolve));
      }
    },
  };
}

/** The state in its place; who does not see it hears what is new. */
function progressHtml(
  room: Room,
  id: string,
  { card, text: said }: Progress,
  told: string,
): readonly Markup[] {
  const drawn = cardToHtml(card, room.codec, { id, knownOrigin: room.publicOrigin });
  const more = visibleText(said.slice(told.length).trim());
  return [
    html`<hx-partial hx-target="#${id}-body" hx-swap="innerMorph">${drawn}</hx-partial>`,
    ...(more === '' ? [] : [announce(more)]),
  ];
}

/** The answer in the place of the question; what is not a private card takes none. */
async function endHtml(room: Room, act: Act, reply: Reply, id: string): Promise<readonly Markup[]> {
  if (reply.kind === 'card' && reply.visible === 'asker') {
    const { asked } = act;
    const drawn = room.view.whisper(reply.card, { id, at: room.now(), asked, again: null });
    const sentence = room.words.workspace.answered;
    return [
      html`<hx-partial hx-target="#${id}" hx-swap="outerMorph">${drawn}</hx-partial>`,
      announce(sentence),
    ];
  }
  return [
    html`<hx-partial hx-target="#${id}" hx-swap="delete"></hx-partial>`,
    ...(await show(room, act, reply)),
  ];
}
