// GET and POST /s/:token: what we offer instead of a refund, and the customer's answer.
import type { OfferOption } from '#engine/actions/effect.ts';
import { isMailAddress } from '#engine/email/guard.ts';
import type { HttpRequest, HttpResponse } from '#engine/ports/http.ts';
import { escapeHtml } from '../escape-html.ts';
import { cleanText, type FormFields, readForm, singleField } from './form-body.ts';
import { answerPage, paragraph, warning } from './page.ts';
import type { PublicWords } from './public-words-en.ts';

/** What the page shows; texts are untrusted. */
export type OfferPage = {
  readonly firstName: string | null;
  readonly orderNumber: string | null;
  readonly options: readonly { readonly kind: OfferOption['kind']; readonly label: string }[];
  /** Whether an answer was recorded; the page then only says so. */
  readonly answered: boolean;
};

export type OfferAnswer = {
  readonly option: OfferOption['kind'];
  /** 1 (not at all satisfied) to 5. */
  readonly score: number | null;
  /** At most 2,000 characters, line breaks as \n. */
  readonly comment: string | null;
};

export type OfferOptions = {
  /** The offer behind a token; null when there is none. Changes nothing. */
  readonly offer: (token: string) => Promise<OfferPage | null>;
  /** Records the first answer. `invalid`: the choice is not one of those offered (any more). */
  readonly answer: (
    token: string,
    answer: OfferAnswer,
  ) => Promise<'recorded' | 'already' | 'unknown' | 'invalid'>;
};

type Shop = { readonly shopName: string; readonly words: PublicWords };
type Filled = {
  readonly option: string | null;
  readonly score: string | null;
  readonly comment: string;
};
type Reading =
  | { readonly kind: 'answer'; readonly answer: OfferAnswer }
  | { readonly kind: 'wrong'; readonly problem: string };

const MAX_COMMENT_LENGTH = 2_000;
const MAX_SHOWN_LENGTH = 80;
const EMPTY: Filled = { option: null, score: null, comment: '' };

/** Shows the choices; `choice` (from a button of the mail) is only preselected, for scanners press buttons too. */
export async function showOffer(
  options: OfferOptions & Shop,
  token: string | null,
  choice: string | null,
): Promise<HttpResponse> {
  const offer = token === null ? null : await options.offer(token);
  if (offer === null) return plain(options, 404, 'unknown');
  if (offer.answered) return plain(options, 200, 'already');
  return form(options, offer, 200, { ...EMPTY, option: choice });
}

/** Takes the one answer. What cannot be taken comes back as the filled form with the reason (422). */
export async function takeOffer(
  options: OfferOptions & Shop,
  token: string | null,
  request: HttpRequest,
): Promise<HttpResponse> {
  const offer = token === null ? null : await options.offer(token);
  if (token === null || offer === null) return plain(options, 404, 'unknown');
  if (offer.answered) return plain(options, 200, 'already');
  const fields = await readForm(request);
  if (fields === null) return form(options, offer, 400, EMPTY, options.words.offer.mustChoose);
  const filled = readFilled(fields);
  const reading = readAnswer(filled, offer, options.words);
  if (reading.kind === 'wrong') return form(options, offer, 422, filled, reading.problem);
  const outcome = await options.answer(token, reading.answer);
  if (outcome === 'invalid') {
    return form(options, offer, 422, filled, options.words.offer.mustChoose);
  }
  if (outcome === 'unknown') return plain(options, 404, 'unknown');
  return plain(options, 200, outcome === 'already' ? 'already' : 'thanks');
}

/** A body over the limit: the way back, for the comment is lost. */
export function refuseLargeOffer(options: Shop): HttpResponse {
  const { words, shopName } = options;
  const { title, tooLarge } = words.offer;
  const main = warning(tooLarge);
  return answerPage({ status: 413, language: words.language, shopName, title, main });
}

function readFilled(fields: FormFields): Filled {
  return {
    option: singleField(fields, 'option') ?? null,
    // Two scores are no score: the empty text is refused below, null would pass as "none given".
    score:
      singleField(fields, 'score') === undefined ? '?' : (singleField(fields, 'score') ?? null),
    comment: cleanText(singleField(fields, 'comment') ?? ''),
  };
}

function readAnswer(filled: Filled, offer: OfferPage, words: PublicWords): Reading {
  const option = offer.options.find(({ kind }) => kind === filled.option);
  if (option === undefined) return { kind: 'wrong', problem: words.offer.mustChoose };
  const score = filled.score === null || filled.score === '' ? null : filled.score;
  if (score !== null && !/^[1-5]$/.test(score)) {
    return { kind: 'wrong', problem: words.offer.badScore };
  }
  if (filled.comment.length > MAX_COMMENT_LENGTH) {
    return { kind: 'wrong', problem: words.offer.commentTooLong(MAX_COMMENT_LENGTH) };
  }
  const answer = {
    option: option.kind,
    score: score === null ? null : Number(score),
    comment: filled.comment === '' ? null : filled.comment,
  };
  return { kind: 'answer', answer };
}

function plain(
  { shopName, words }: Shop,
  status: number,
  what: 'thanks' | 'already' | 'unknown',
): HttpResponse {
  const title = words.offer[`${what}Title` as const];
  const main = paragraph(words.offer[what]);
  return answerPage({ status, language: words.language, shopName, title, main });
}

function form(
  { shopName, words }: Shop,
  offer: OfferPage,
  status: number,
  filled: Filled,
  problem?: string,
): HttpResponse {
  const say = words.offer;
  const called = offer.firstName?.trim() ?? '';
  // Who has no name is often called by their address, which a forwarded link must not show.
  const name = called === '' || isMailAddress(called) ? null : clip(called);
  const order = offer.orderNumber?.trim() ? clip(offer.orderNumber.trim()) : null;
  const choices = offer.options.map(({ kind, label }) =>
    radio('option', kind, clip(label), filled.option === kind, true),
  );
  const scores = say.scores.map((label, index) => {
    const value = String(index + 1);
    return radio('score', value, label, filled.score === value, false);
  });
  const optional = `<span class="soft">(${escapeHtml(say.optional)})</span>`;
  // Multipart: percent-encoding would treble a comment in most scripts and send it past the body limit.
  const main = `${problem === undefined ? '' : warning(problem)}
${paragraph(name === null ? say.greetingWithoutName : say.greeting(name))}
${paragraph(say.explain(order))}
<form method="post" enctype="multipart/form-data">
<fieldset><legend>${escapeHtml(say.choose)}</legend>${choices.join('')}</fieldset>
<fieldset><legend>${escapeHtml(say.score)} ${optional}</legend><div class="scores">${scores.join('')}</div></fieldset>
<label class="label" for="comment">${escapeHtml(say.comment)} ${optional}</label>
<textarea id="comment" name="comment" maxlength="${MAX_COMMENT_LENGTH}" dir="auto">
${escapeHtml(filled.comment)}</textarea>
<button type="submit">${escapeHtml(say.button)}</button>
</form>`;
  return answerPage({ status, language: words.language, shopName, title: say.title, main });
}

function radio(
  name: string,
  value: string,
  label: string,
  isChecked: boolean,
  isRequired: boolean,
): string {
  const marks = `${isChecked ? ' checked' : ''}${isRequired ? ' required' : ''}`;
  return `<label class="choice"><input type="radio" name="${name}" value="${escapeHtml(value)}"${marks}><span dir="auto">${escapeHtml(label)}</span></label>`;
}

function clip(text: string): string {
  const characters = [...text];
  if (characters.length <= MAX_SHOWN_LENGTH) return text;
  return `${characters.slice(0, MAX_SHOWN_LENGTH - 1).join('')}…`;
}
