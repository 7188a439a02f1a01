// What could follow in the line that is being typed, as options of the composer's list.
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import { startOfWord } from '../../line/line.ts';
import type { Suggestion } from '../../router.ts';
import { visibleText } from '../../visible-text.ts';
import { html, type Markup } from './markup.ts';
import { channelNamed } from './pages.ts';
import { answerHtml } from './request.ts';
import type { Room } from './workspace.ts';

const LONGEST_LINE = 2000;
const SHOWN = 8;

/** `GET /workspace/complete?line=`: list items, each with the whole line it would make. */
export function createCompleteRoute(room: Room): Route {
  return {
    method: 'GET',
    path: '/workspace/complete',
    maxBodyBytes: 0,
    handle: (request) => complete(room, request),
  };
}

async function complete(room: Room, request: HttpRequest): Promise<HttpResponse> {
  const typed = (request.query['line'] ?? '').slice(0, LONGEST_LINE);
  if (!typed.startsWith('/')) return answerHtml(html``);
  const line = typed.slice(1);
  const channel = channelNamed(request.query['channel']);
  const suggestions = await room.router.complete(room.teammate, line, { channel });
  // A closed quote may end the line: what follows is a word of its own.
  const kept = line.slice(0, startOfWord(line)).replace(/\S$/, '$& ');
  return answerHtml(suggestions.slice(0, SHOWN).map((one, at) => optionHtml(one, at, `/${kept}`)));
}

function optionHtml({ insert, label, hint }: Suggestion, at: number, kept: string): Markup {
  return html`<li role="option" id="option-${at}" aria-selected="false" data-line="${kept}${insert} "><span class="option-label" dir="auto">${visibleText(label)}</span><span class="option-hint" dir="auto">${visibleText(hint)}</span></li>`;
}
