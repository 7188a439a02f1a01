// GET and POST /r/:token: a customer asks for a return, where the shop itself has no way to.
import type { HttpRequest, HttpResponse } from '#engine/ports/http.ts';
import { escapeHtml } from '../escape-html.ts';
import { cleanText, type FormFields, readForm, singleField } from './form-body.ts';
import { answerPage, paragraph, warning } from './page.ts';
import { type PublicWords, RETURN_REASONS } from './public-words-en.ts';

/** What was filled in. */
type ReturnForm = {
  readonly orderNumber: string | null;
  readonly reason: string;
  readonly note: string | null;
};

export type ReturnOptions = {
  /** Whether a token is one of ours; changes nothing. */
  readonly isKnown: (token: string) => Promise<boolean>;
  /** Takes the request. `no-order`: the customer has no order of this number. */
  readonly requestReturn: (
    token: string,
    form: ReturnForm,
  ) => Promise<'recorded' | 'already' | 'unknown' | 'no-order'>;
};

type Shop = { readonly shopName: string; readonly words: PublicWords };
type Filled = { readonly order: string; readonly reason: string | null; readonly note: string };

const MAX_NOTE_LENGTH = 2_000;
const MAX_NUMBER_LENGTH = 40;

/** Shows the form; the number of the order (from the mail's link) is only filled in. Nobody learns an address here. */
export async function showReturn(
  options: ReturnOptions & Shop,
  token: string | null,
  order: string | null,
): Promise<HttpResponse> {
  if (token === null || !(await options.isKnown(token))) return plain(options, 404, 'unknown');
  const number = cleanText(order ?? '').slice(0, MAX_NUMBER_LENGTH);
  return form(options, 200, { order: number, reason: null, note: '' });
}

/** Takes the request. What cannot be taken comes back as the filled form with the reason (422). */
export async function takeReturn(
  options: ReturnOptions & Shop,
  token: string | null,
  request: HttpRequest,
): Promise<HttpResponse> {
  if (token === null || !(await options.isKnown(token))) return plain(options, 404, 'unknown');
  const filled = readFilled((await readForm(request)) ?? []);
  const { words } = options;
  const reason = RETURN_REASONS.find((known) => known === filled.reason);
  if (reason === undefined) return form(options, 422, filled, words.returns.mustChoose);
  if (filled.note.length > MAX_NOTE_LENGTH)
    return form(options, 422, filled, words.offer.commentTooLong(MAX_NOTE_LENGTH));
  const outcome = await options.requestReturn(token, {
    orderNumber: filled.order === '' ? null : filled.order,
    reason,
    note: filled.note === '' ? null : filled.note,
  });
  if (outcome === 'no-order') return form(options, 422, filled, words.returns.noOrder);
  if (outcome === 'unknown') return plain(options, 404, 'unknown');
  return plain(options, 200, outcome === 'already' ? 'already' : 'thanks');
}

function readFilled(fields: FormFields): Filled {
  return {
    order: cleanText(singleField(fields, 'order') ?? '').slice(0, MAX_NUMBER_LENGTH),
    reason: singleField(fields, 'reason') ?? null,
    note: cleanText(singleField(fields, 'note') ?? ''),
  };
}

function plain(
  { shopName, words }: Shop,
  status: number,
  what: 'thanks' | 'already' | 'unknown',
): HttpResponse {
  const { returns, offer } = words;
  const [title, text] =
    what === 'unknown' ? [offer.unknownTitle, offer.unknown] : [returns.thanksTitle, returns[what]];
  const main = paragraph(text);
  return answerPage({ status, language: words.language, shopName, title, main });
}

function form(
  { shopName, words }: Shop,
  status: number,
  filled: Filled,
  problem?: string,
): HttpResponse {
  const { returns: say, offer } = words;
  const optional = `<span class="soft">(${escapeHtml(offer.optional)})</span>`;
  const reasons = RETURN_REASONS.map((reason) => {
    const checked = filled.reason === reason ? ' checked' : '';
    return `<label class="choice"><input type="radio" name="reason" value="${reason}"${checked} required><span dir="auto">${escapeHtml(say.reasons[reason])}</span></label>`;
  });
  // Multipart: percent-encoding would treble a text in most scripts and send it past the body limit.
  const main = `${problem === undefined ? '' : warning(problem)}
${paragraph(say.explain(shopName))}
<form method="post" enctype="multipart/form-data">
<label class="label" for="order">${escapeHtml(say.order)} ${optional}</label>
<input class="line" id="order" name="order" maxlength="${MAX_NUMBER_LENGTH}" value="${escapeHtml(filled.order)}">
<fieldset><legend>${escapeHtml(say.reason)}</legend>${reasons.join('')}</fieldset>
<label class="label" for="note">${escapeHtml(say.note)} ${optional}</label>
<textarea id="note" name="note" maxlength="${MAX_NOTE_LENGTH}" dir="auto">
${escapeHtml(filled.note)}</textarea>
<button type="submit">${escapeHtml(say.button)}</button>
</form>`;
  return answerPage({ status, language: words.language, shopName, title: say.title, main });
}
