// Merging customers from any face: what the flows answer, as the card of the two or as why not.
import { mergeCustomers } from '#engine/flows/merge-customers.ts';
import {
  nameSuggestion,
  refuseSuggestion,
  type SuggestionSettled,
} from '#engine/flows/settle-suggestion.ts';
import { unmergeCustomer } from '#engine/flows/unmerge-customer.ts';
import { asId, type CustomerId, looksLikeId, type SuggestionId } from '#engine/ids.ts';
import { notFound, refusedAs, shown } from '../answers.ts';
import { oneLine } from '../cards/shorten.ts';
import { suggestionCard } from '../cards/suggestion.ts';
import type { Answer, Context } from '../command.ts';
import { suggestionJson } from '../commands/suggestion-json.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { loadSuggestion } from './suggestion-view.ts';

/** The two as they stand now. */
export async function showSuggestion(
  words: Words,
  { deps }: Pick<Context, 'deps'>,
  id: SuggestionId,
): Promise<Answer> {
  const view = (await loadSuggestion(deps, id)) ?? notFound('suggestion', oneLine(id, 60));
  return shown(suggestionCard(words, view), suggestionJson(view));
}

/** These two by name: they have a card from now on, whether or not we would have found them. */
export async function namePair(
  { deps, teammate }: Context,
  pair: readonly [CustomerId, CustomerId],
): Promise<SuggestionId> {
  return (await nameSuggestion(deps, { pair, by: toDecider(teammate) })).id;
}

/** Merges the two. */
export async function merge(words: Words, context: Context, id: SuggestionId): Promise<Answer> {
  const { deps, teammate } = context;
  return answer(words, context, await mergeCustomers(deps, { id, by: toDecider(teammate) }));
}

/** Says that the two are two people. */
export async function refuse(words: Words, context: Context, id: SuggestionId): Promise<Answer> {
  const { deps, teammate } = context;
  return answer(words, context, await refuseSuggestion(deps, { id, by: toDecider(teammate) }));
}

/** Makes the two customers that a merge made one two again. */
export async function undoMerge(words: Words, context: Context, id: SuggestionId): Promise<Answer> {
  const { deps, teammate } = context;
  return answer(words, context, await unmergeCustomer(deps, { id, by: toDecider(teammate) }));
}

/** The suggestion that an id names: its own, or that of the merge which came of it; null for any other id. */
export async function suggestionNamed(
  { deps }: Pick<Context, 'deps'>,
  id: string,
): Promise<SuggestionId | null> {
  if (looksLikeId('suggestion', id)) return asId('suggestion', id);
  if (!looksLikeId('merge', id)) return null;
  const found = await deps.storage.suggestions.ofMerge(asId('merge', id));
  return found?.id ?? notFound('merge', oneLine(id, 60));
}

async function answer(
  words: Words,
  context: Pick<Context, 'deps'>,
  settled: SuggestionSettled,
): Promise<Answer> {
  const present = await showSuggestion(words, context, settled.id);
  if (settled.kind === 'done') return present;
  const { refusedTitle: title, refusedWhy } = words.suggestions;
  const refusal = { title, code: settled.reason, message: refusedWhy(settled.reason) };
  return refusedAs(refusal, present.kind === 'card' ? present : null);
}
