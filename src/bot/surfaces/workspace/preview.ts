// What is said of a form while somebody fills it in.
import type { HttpRequest, HttpResponse, Route } from '#engine/ports/http.ts';
import { formValuesOf, previewToHtml } from './form-html.ts';
import { html } from './markup.ts';
import { channelNamed } from './pages.ts';
import { answerHtml, answerText, formOf } from './request.ts';
import type { Room } from './workspace.ts';

const LARGEST_FORM = 256 * 1024;

/** `POST /workspace/preview`: the form as it stands, with its sealed action and the field that has just changed. */
export function createPreviewRoute(room: Room): Route {
  return {
    method: 'POST',
    path: '/workspace/preview',
    maxBodyBytes: LARGEST_FORM,
    handle: (request) => preview(room, request),
  };
}

async function preview(room: Room, request: HttpRequest): Promise<HttpResponse> {
  const form = formOf(request);
  const action = room.codec.decode(form.get('action') ?? '');
  if (action === null) return answerText(400, 'not a form of this page');
  const draft = { values: formValuesOf(form), changed: form.get('changed') ?? '' };
  const channel = channelNamed(form.get('channel'));
  const said = await room.router.preview(room.teammate, action, draft, { channel });
  return answerHtml(said === null ? html`` : previewToHtml(said));
}
