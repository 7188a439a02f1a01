// What of a model's words may be shown, and how much of it already while it is still speaking.
import { asciiAddress } from '#engine/email/address.ts';
import { clip } from '../../cards/shorten.ts';
import type { Context } from '../../command.ts';
import { ADDRESS } from '../../contacts.ts';
import { maskText } from '../../masking.ts';
import { withoutLinks } from './links.ts';
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

/** How somebody alone is shown them; a program that is not told who customers are gets the handles. */
export function showingFor(
  { deps, isMasked = false }: Pick<Context, 'deps' | 'isMasked'>,
  masker: Showing['masker'],
): Showing {
  const shown = isMasked ? { reveal: (text: string) => text } : masker;
  return { masker: shown, ownHost: new URL(deps.publicUrl).host, isMasked: false };
}

/** A model's words with the people they are about, without addresses of strangers and calls to everybody. */
export function toShown(said: string, { masker, ownHost, isMasked }: Showing): string {
  const stripped = withoutLinks(said.replace(ADDRESS, '[…]'), ownHost).replace(CALLS, '[…]');
  // A name is what somebody typed into a shop's form: it is no more than a name here.
  const named = masker.reveal(stripped, (name, isKnown) =>
    isAddress(name) ? (isKnown ? name : '[…]') : namesOnly(name, null).replace(/\s+/gu, ' '),
  );
  // Parts of a name may be a link or a call once they stand side by side.
  const known = withoutLinks(named, ownHost).replace(CALLS, '[…]');
  return clip((isMasked ? maskText(known) : known).trim(), ANSWER_MOST);
}

/** Words of ours with names in them that somebody typed into a shop's form; of addresses only `own` stands. */
export function namesOnly(text: string, own: string | null): string {
  const known = text.replace(ADDRESS, (address) => (address === own ? address : '[…]'));
  return withoutLinks(known, null).replace(CALLS, '[…]');
}

/** An address is no link by its host; with more than its parts in it, it is no address. */
function isAddress(name: string): boolean {
  return name.match(ADDRESS)?.[0] === name && asciiAddress(name) !== null;
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

const CALLS = /<(?:[@#!]|id:|\/[\w -]{1,40}:(?=\d))[^>]{0,100}>|@(?:everyone|here|channel)\b/gi;

/** A call that has begun and may hold spaces. */
const OPEN_CALL = /<(?:[@#!]|id:|\/[\w -]{1,40}:\d)[^>]{0,100}$/i;
