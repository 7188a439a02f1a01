// Two customers who may be one person: found by us or named by a teammate, until somebody says what they are.
import type { Decider } from '../approvals/approval.ts';
import type { CustomerId, MergeId, SuggestionId } from '../ids.ts';
import type { Clue } from './likeness.ts';

/**
 * `refused`: two people, and never suggested again. `undone`: merged, and taken apart. `moot`: they became one by
 * another merge, or one of them was forgotten.
 */
export type SuggestionStatus = 'open' | 'merged' | 'refused' | 'undone' | 'moot';

export type Suggestion = {
  readonly id: SuggestionId;
  /** The smaller id of the two, so that a pair has one name. */
  readonly oneId: CustomerId;
  readonly otherId: CustomerId;
  readonly clues: readonly Clue[];
  readonly score: number;
  readonly status: SuggestionStatus;
  /** The newest merge that came of it. */
  readonly mergeId: MergeId | null;
  readonly foundAt: Date;
  /** Who named the two; null when they were found. */
  readonly requestedBy: Decider | null;
  readonly decidedBy: Decider | null;
  readonly decidedAt: Date | null;
  /** Since when the team has a card of it; null while it stands on the list only. */
  readonly shownAt: Date | null;
};

/** A pair as it is first written down. */
export function newSuggestion(
  found: Pick<Suggestion, 'id' | 'clues' | 'score' | 'foundAt' | 'requestedBy'> & {
    readonly pair: readonly [CustomerId, CustomerId];
  },
): Suggestion {
  const { pair, ...given } = found;
  const [oneId, otherId] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
  const undecided = { mergeId: null, decidedBy: null, decidedAt: null, shownAt: null } as const;
  return { ...given, oneId, otherId, status: 'open', ...undecided };
}
