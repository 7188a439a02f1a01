// What could stand next in a query that is being typed on a line, and the segments that are meant by their names.
import type { Deps } from '#engine/deps.ts';
import { listSegments } from '#engine/flows/segments.ts';
import { tierNames } from '#engine/playbook/tiers.ts';
import { suggestNext } from '#engine/segments/suggest.ts';
import { literalText } from '#engine/segments/tokens.ts';
import type { Words } from '../words/en.ts';
import { quoteWord } from './line.ts';
import type { Offered } from './offered.ts';

/** A query as it stands on the line: what is finished, and the word under the cursor as it was typed. */
export type TypedQuery = { readonly finished: string; readonly current: string };

/** How many names are offered before the fields. */
const NAMES = 3;

type Sources = Pick<Deps, 'storage' | 'playbook' | 'now'> & { readonly words: Words };

/** Names of segments that begin as the text does. */
export async function offerSegments(deps: Sources, begun: string): Promise<readonly Offered[]> {
  const typed = begun.toLowerCase();
  return (await listSegments(deps))
    .filter(({ name }) => name.toLowerCase().startsWith(typed))
    .map(({ name, title, query }) => ({
      insert: quoteWord(name),
      label: name,
      hint: title === name ? query : title,
    }));
}

/** Names where the text has only begun, then what the language allows there. */
export async function offerQuery(
  deps: Sources,
  { finished, current }: TypedQuery,
): Promise<readonly Offered[]> {
  const quote = finished === '' ? (/^["“„«]/.exec(current)?.[0] ?? '') : '';
  const begun = current.slice(quote.length);
  const names = finished === '' && quote === '' ? await offerSegments(deps, begun) : [];
  return [...names.slice(0, NAMES), ...offerNext(deps, { finished, quote, begun })];
}

/** Only the word under the cursor is replaced; a text of several words is gone on with. */
function offerNext(
  deps: Sources,
  {
    finished,
    quote,
    begun,
  }: { readonly finished: string; readonly quote: string; readonly begun: string },
): readonly Offered[] {
  const text = finished + begun;
  const { from, asks, suggestions, begun: word } = suggestNext(text, text.length);
  const held = valuesHeld(deps, asks, word).map((value) => ({ text: value, meaning: '' }));
  return [...suggestions, ...held].flatMap(({ text: next, meaning = '' }) => {
    const whole = text.slice(0, from) + next;
    if (!whole.startsWith(finished)) return [];
    const hint = meaning === '' ? '' : deps.words.segments.meaning(next, meaning);
    return [{ insert: quote + whole.slice(finished.length), label: next, hint }];
  });
}

/** What the playbook has of a field's values. */
function valuesHeld({ playbook }: Sources, asks: string | null, begun: string): readonly string[] {
  const values =
    asks === 'tier'
      ? tierNames(playbook.team)
      : asks === 'activity_id'
        ? playbook.templates.map(({ name }) => name)
        : [];
  const typed = begun.replace(/^'/, '').toLowerCase();
  return values
    .filter((value) => value.toLowerCase().startsWith(typed))
    .map((value) => literalText({ kind: 'string', value }));
}
