// Two customers are named as perhaps one person, or are said to be two.
import type { Decider } from '../approvals/approval.ts';
import { likenessOf } from '../customers/likeness.ts';
import { newSuggestion, type Suggestion } from '../customers/suggestion.ts';
import type { Deps } from '../deps.ts';
import { InvariantError } from '../errors.ts';
import type { CustomerId, SuggestionId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { showSuggestions } from './show-suggestion.ts';

type SettleDeps = Pick<Deps, 'storage' | 'now' | 'newId'>;

/** Why a word on a suggestion is not taken. */
export type SuggestionRefusal = 'settled' | 'gone' | 'not-merged' | 'undone' | 'merged-since';

/** What became of a word on a suggestion. */
export type SuggestionSettled =
  | { readonly kind: 'done'; readonly id: SuggestionId }
  | { readonly kind: 'refused'; readonly id: SuggestionId; readonly reason: SuggestionRefusal };

/** Notes that a teammate asks about these two, so that they have a card; one that was refused or undone is open again. */
export async function nameSuggestion(
  deps: SettleDeps,
  command: { readonly pair: readonly [CustomerId, CustomerId]; readonly by: Decider },
): Promise<Suggestion> {
  const { pair, by } = command;
  if (pair[0] === pair[1]) throw new InvariantError('a customer is one person with themselves');
  return deps.storage.transaction(async (records) => {
    const alike = await records.suggestions.pairOf(...pair);
    const { clues, score } = alike === null ? { clues: [], score: 0 } : likenessOf(alike);
    const id = deps.newId('suggestion');
    const named = newSuggestion({ id, pair, clues, score, foundAt: deps.now(), requestedBy: by });
    await records.suggestions.add([named]);
    const known = (await records.suggestions.ofPair(...pair)) ?? named;
    if (known.status === 'open') return known;
    const again = { ...known, status: 'open', requestedBy: by } as const;
    const fresh = { ...again, decidedBy: null, decidedAt: null } as const;
    await records.suggestions.settle(known, fresh);
    await showAgain(records, fresh);
    return fresh;
  });
}

/** These two are different people: the pair is never suggested again. */
export async function refuseSuggestion(
  deps: SettleDeps,
  command: { readonly id: SuggestionId; readonly by: Decider },
): Promise<SuggestionSettled> {
  const { id, by } = command;
  return deps.storage.transaction(async (records) => {
    const seen = await records.suggestions.get(id);
    if (seen === null) return { kind: 'refused', id, reason: 'gone' };
    const decided = { decidedBy: by, decidedAt: deps.now(), status: 'refused' } as const;
    if (
      seen.status !== 'open' ||
      !(await records.suggestions.settle(seen, { ...seen, ...decided }))
    )
      return { kind: 'refused', id, reason: 'settled' };
    await records.audit.append({
      at: deps.now(),
      actor: by.person,
      action: 'customer.kept-apart',
      subject: seen.oneId,
      details: { other: seen.otherId, suggestionId: id, surface: by.surface },
    });
    await showAgain(records, seen);
    return { kind: 'done', id };
  });
}

/** Only where there is a card: who looks at two in private tells the team nothing. */
async function showAgain(
  records: Pick<Records, 'enqueue'>,
  { id, shownAt, mergeId }: Suggestion,
): Promise<void> {
  if (shownAt !== null || mergeId !== null) await showSuggestions(records, [id]);
}
