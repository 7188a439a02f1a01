// A model's words before anybody reads them: with the people, without strangers' addresses, and cut.
import { clip } from '../cards/shorten.ts';
import type { Context } from '../command.ts';
import type { Masker } from './masker.ts';

const ANSWER_MOST = 3000;

/** A model's words as they may be shown: with the people, and without addresses of strangers. */
export function toShown({ deps }: Pick<Context, 'deps'>, masker: Masker, said: string): string {
  const own = new URL(deps.publicUrl).host;
  const stripped = said.replace(/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s)>\]]+/gi, (link) =>
    URL.parse(link)?.host === own ? link : '[…]',
  );
  const known = stripped.replace(/<[@#!][^>]*>|@(?:everyone|here|channel)\b/gi, '[…]');
  return clip(masker.reveal(known).trim() || '…', ANSWER_MOST);
}
