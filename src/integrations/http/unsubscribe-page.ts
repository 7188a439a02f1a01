// GET and POST /u/:token: the way out of marketing mail, by RFC 8058's one click or by a person's.
import type { HttpRequest, HttpResponse } from '#engine/ports/http.ts';
import { type FormFields, readForm } from './form-body.ts';
import { answerPage, paragraph, warning } from './page.ts';
import type { PublicWords } from './public-words-en.ts';

export type UnsubscribeOptions = {
  /** Whether a token is one of ours; changes nothing. */
  readonly isKnown: (token: string) => Promise<boolean>;
  /** Ends marketing for good; the same answer when it already had ended. */
  readonly unsubscribe: (token: string) => Promise<'done' | 'unknown'>;
};

type Shop = { readonly shopName: string; readonly words: PublicWords };

/** Shows the question. Link scanners follow every link of a mail, so that looking changes nothing. */
export async function showUnsubscribe(
  options: UnsubscribeOptions & Shop,
  token: string | null,
): Promise<HttpResponse> {
  const isKnown = token !== null && (await options.isKnown(token));
  return question(options, isKnown ? 200 : 404);
}

/**
 * Unsubscribes on the spot: no cookie, no login, no second question, no redirect (RFC 8058 §3.2). Neither page shows an
 * address: whoever holds a forwarded mail must not learn one.
 */
export async function takeUnsubscribe(
  options: UnsubscribeOptions & Shop,
  token: string | null,
  request: HttpRequest,
): Promise<HttpResponse> {
  const { words, shopName } = options;
  if (!isOneClick(await readForm(request))) {
    return question(options, 400, words.unsubscribe.badRequest);
  }
  const outcome = token === null ? 'unknown' : await options.unsubscribe(token);
  if (outcome === 'unknown') return question(options, 404, words.unsubscribe.unknownLink);
  return answerPage({
    status: 200,
    language: words.language,
    shopName,
    title: words.unsubscribe.doneTitle,
    main: paragraph(words.unsubscribe.done(shopName)),
  });
}

/** The page's own form sends the same one field as a mail provider does. */
function isOneClick(fields: FormFields | null): boolean {
  if (fields === null || fields.length !== 1) return false;
  const [name, value] = fields[0] ?? [];
  return name === 'List-Unsubscribe' && value === 'One-Click';
}

function question({ shopName, words }: Shop, status: number, problem?: string): HttpResponse {
  const main = `${problem === undefined ? '' : warning(problem)}
${paragraph(words.unsubscribe.explain(shopName))}
<form method="post">
<input type="hidden" name="List-Unsubscribe" value="One-Click">
<button type="submit">${words.unsubscribe.button}</button>
</form>`;
  const { title } = words.unsubscribe;
  return answerPage({ status, language: words.language, shopName, title, main });
}
