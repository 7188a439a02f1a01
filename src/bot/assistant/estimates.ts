// Who a query means, before anything else happens with it: the query, its size and a few examples.
import type { Deps } from '#engine/deps.ts';
import { estimateSegment } from '#engine/flows/segments.ts';
import type { Block } from '../card.ts';
import { estimateCard } from '../cards/segment.ts';
import type { Words } from '../words/en.ts';
import { faultOf, straightenQuotes } from '../work/segment-query.ts';

/** So many are shown in one answer. */
const MOST = 2;

/** What is asked for an estimate by itself, or saved: its query. */
const ASKS: Readonly<Record<string, string>> = {
  'segment estimate': 'query',
  'segment save': 'query',
};

type Said = {
  readonly command: { readonly name: string };
  readonly args: Readonly<Record<string, string>>;
};

/** The queries of commands that somebody should see the size of, each once. */
export function queriesIn(said: readonly Said[]): readonly string[] {
  const queries = said.flatMap(({ command, args }) => args[ASKS[command.name] ?? ''] ?? []);
  return [...new Set(queries.map((query) => straightenQuotes(query).trim()))].slice(0, MOST);
}

/** Each query with its size and its examples as they are now; what cannot be read is left out. */
export async function estimatesOf(
  words: Words,
  deps: Deps,
  queries: readonly string[],
): Promise<readonly Block[]> {
  const readable = queries.filter((query) => faultOf(query) === null);
  const cards = await Promise.all(
    readable.map(async (query) => estimateCard(words, await estimateSegment(deps, query))),
  );
  return cards.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind !== 'buttons'));
}
