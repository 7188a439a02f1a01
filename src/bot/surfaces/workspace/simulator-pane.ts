// The shop-simulator pane: one button for each thing a customer could do now.
import type { HttpResponse, Route } from '#engine/ports/http.ts';
import { visibleText } from '../../visible-text.ts';
import { icon } from './icons.ts';
import { html, type Markup } from './markup.ts';
import { paneHtml } from './pane.ts';
import { answerHtml, answerText, formOf } from './request.ts';
import type { Simulator } from './simulator.ts';
import type { WorkspaceWords } from './words.ts';
import type { Room } from './workspace.ts';

/** The pane, and what its buttons do. */
export function createSimulatorRoutes(room: Room): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/workspace/simulator',
      maxBodyBytes: 0,
      handle: async () => {
        const words = room.words.workspace;
        const body = room.simulator === null ? offHtml(words) : onHtml(words, room.simulator);
        return answerHtml(paneHtml(words, { name: 'simulator', title: words.simulator, body }));
      },
    },
    {
      method: 'POST',
      path: '/workspace/simulate',
      maxBodyBytes: 4096,
      handle: (request) => simulate(room.simulator, formOf(request).get('name') ?? ''),
    },
  ];
}

async function simulate(simulator: Simulator | null, name: string): Promise<HttpResponse> {
  if (simulator === null || !simulator.describe.some((one) => one.name === name)) {
    return answerText(404, 'nothing of that name to simulate');
  }
  const { text } = await simulator.run(name);
  return answerHtml(html`<li>${icon('check')}<span dir="auto">${visibleText(text)}</span></li>`);
}

function onHtml(words: WorkspaceWords, simulator: Simulator): Markup {
  const items = simulator.describe.map(
    ({ name, label, hint }) =>
      html`<li><button type="button" class="simulate" name="name" value="${name}" hx-post="/workspace/simulate" hx-target="#simulated" hx-swap="afterbegin" hx-sync="this:drop"><b>${label}</b><span>${hint}</span></button></li>`,
  );
  return html`<p class="pane-about">${words.simulatorAbout}</p><ul class="simulator">${items}</ul><ul class="simulated" id="simulated" aria-live="polite"></ul><p class="small-print">${words.simulatorData}</p>`;
}

function offHtml(words: WorkspaceWords): Markup {
  return html`<div class="empty is-shown"><span class="empty-mark" aria-hidden="true">${icon('shop')}</span><p class="empty-title">${words.noSimulator}</p><p>${words.noSimulatorHint}</p></div>`;
}
