// Customers who may be one person as `--json` shows them.
import type { Suggestion } from '#engine/customers/suggestion.ts';
import type { SuggestionView } from '../work/suggestion-view.ts';
import { customerRefJson } from './customer-json.ts';

/** One pair with what a merge would move, or did; who keeps the record comes first. */
export function suggestionJson({ suggestion, sides, merge, moves }: SuggestionView) {
  return {
    ...suggestionRowJson(suggestion),
    customers: sides?.map(({ profile }) => customerRefJson(profile)) ?? [],
    wouldMove: moves,
    merge:
      merge === null
        ? null
        : {
            id: merge.id,
            customerId: merge.kept.id,
            at: merge.at,
            undoneAt: merge.undoneAt,
            ...(merge.parted ?? {}),
          },
  };
}

/** A pair as a row of the list. */
export function suggestionRowJson(suggestion: Suggestion) {
  const { id, status, score, clues, oneId, otherId, foundAt } = suggestion;
  const { requestedBy, decidedBy, decidedAt } = suggestion;
  return {
    ...{ id, status, score, clues, customerIds: [oneId, otherId], foundAt },
    requestedBy: requestedBy?.name ?? null,
    decidedBy: decidedBy?.name ?? null,
    decidedAt,
  };
}
