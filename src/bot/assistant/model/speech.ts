// What of a model's words may be shown, and how much of it already while it is still speaking.
import { clip } from '../../cards/shorten.ts';
import type { Context } from '../../command.ts';
import { maskText } from '../../masking.ts';
import type { Masker } from './masker.ts';

const ANSWER_MOST = 3000;

/** How words are made fit to be shown. */
export type Showing = {
  readonly masker: Pick<Masker, 'reveal'>;
  /** The one host to which links may lead. */
  readonly ownHost: string;
  /** Whether a channel reads them, which is not told addresses and numbers. */
  readonly isMasked: boolean;
};

/** How somebody alone is shown them. */
export function showingFor({ deps }: Pick<Context, 'deps'>, masker: Showing['masker']): Showing {
  return { masker, ownHost: new URL(deps.publicUrl).host, isMasked: false };
}

/** A model's words with the people they are about, without addresses of strangers and calls to everybody. */
export function toShown(said: string, { masker, ownHost, isMasked }: Showing): string {
  const stripped = withoutLinks(said, ownHost).replace(CALLS, '[…]').replace(ADDRESS, '[…]');
  // A name is what somebody typed into a shop's form: it is no more than a name here.
  const known = masker.reveal(stripped, (name) =>
    withoutLinks(name, null).replace(CALLS, '[…]').replace(/\s+/gu, ' '),
  );
  return clip((isMasked ? maskText(known) : known).trim(), ANSWER_MOST);
}

/**
 * The beginning of what was said that nothing said later can change: whole lines and sentences. A link, a mention, a
 * handle and an address hold no space and a number to call no letter, so that none of them reaches over such an end.
 */
export function settledPart(said: string): string {
  let end = 0;
  for (const { index, 0: found } of said.matchAll(ENDS)) end = index + found.length;
  const settled = said.slice(0, end);
  const open = OPEN_CALL.exec(settled);
  return open === null ? settled : settled.slice(0, open.index);
}

/** Shows what is said as it settles. Where that should not go on with what was shown, nothing more is shown. */
export function createSpeech(showing: Showing): { readonly hear: (said: string) => string } {
  let shown = '';
  return {
    hear: (said) => {
      const next = toShown(settledPart(said), showing);
      if (next.startsWith(shown)) shown = next;
      return shown;
    },
  };
}

/** A line's end, or a sentence's before a letter. */
const ENDS = /\n|[.!?…:;]["')\]»“”’]{0,3}[ \t]+(?=\p{L})/gu;

/** Whatever a client may make a link of; a scheme may stand right behind a letter or `_`, which formats in chats. */
const LINK =
  /(?:[a-z][a-z0-9+.-]{0,20}:[/\\]{2}|\bwww\.|[/\\]{2}(?=[^\s/\\]{0,100}\.))[^\s)>\]|"]+|\b(?:javascript|vbscript|data|file|mailto|tel|sms|slack|discord):[^\s)>\]]+/gi;

const CALLS = /<(?:[@#!]|id:|\/[\w -]{1,40}:(?=\d))[^>]{0,100}>|@(?:everyone|here|channel)\b/gi;

/** A call that has begun and may hold spaces. */
const OPEN_CALL = /<(?:[@#!]|id:|\/[\w -]{1,40}:\d)[^>]{0,100}$/i;

/** People are handles to a model, so it was given no address that it could say. */
const ADDRESS = /[^\s"'(),:;<>@[\]\\|]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;

/** A text without links to anywhere but this host. */
export function withoutLinks(text: string, ownHost: string | null): string {
  return text.replace(LINK, (link) => {
    const host = URL.parse(link)?.host;
    return host !== undefined && host === ownHost ? link : '[…]';
  });
}
