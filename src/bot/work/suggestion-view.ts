// Reads from storage what the card of two customers who may be one shows.
import type { Identity } from '#engine/customers/identity.ts';
import { chooseSurvivor, type Merge } from '#engine/customers/merge.ts';
import type { Profile } from '#engine/customers/profile.ts';
import type { Suggestion } from '#engine/customers/suggestion.ts';
import type { Deps } from '#engine/deps.ts';
import type { SuggestionId } from '#engine/ids.ts';
import type { RowCounts } from '#engine/ports/merge-records.ts';

/** One of the two, with the shops that know them. */
export type Side = { readonly profile: Profile; readonly identities: readonly Identity[] };

/** A suggestion with its people: as they were before a merge, else as they are. */
export type SuggestionView = {
  readonly suggestion: Suggestion;
  /** Who keeps the record comes first; null where one of them is not there any more. */
  readonly sides: readonly [kept: Side, absorbed: Side] | null;
  readonly merge: Merge | null;
  /** What would go over; only while nobody has decided. */
  readonly moves: RowCounts | null;
};

type Sources = Pick<Deps, 'storage'>;

/** The suggestion as it stands now; null when there is none. */
export async function loadSuggestion(
  deps: Sources,
  id: SuggestionId,
): Promise<SuggestionView | null> {
  const { suggestions, merges } = deps.storage;
  const suggestion = await suggestions.get(id);
  if (suggestion === null) return null;
  const { status, mergeId } = suggestion;
  const merge = mergeId === null ? null : await merges.get(mergeId);
  const sides = status === 'merged' ? sidesOf(merge) : await sidesNow(deps, suggestion);
  const absorbed = status === 'open' ? sides?.[1].profile.id : undefined;
  const moves = absorbed === undefined ? null : await merges.countRows(absorbed);
  return { suggestion, sides, merge, moves };
}

function sidesOf(merge: Merge | null): SuggestionView['sides'] {
  if (merge === null) return null;
  const { kept, absorbed, keptIdentities, absorbedIdentities } = merge;
  return [
    { profile: kept, identities: keptIdentities },
    { profile: absorbed, identities: absorbedIdentities },
  ];
}

async function sidesNow({ storage }: Sources, pair: Suggestion): Promise<SuggestionView['sides']> {
  const { customers } = storage;
  const [one, other] = [await customers.get(pair.oneId), await customers.get(pair.otherId)];
  if (one === null || other === null) return null;
  const { kept, absorbed } = chooseSurvivor(one, other);
  const withNames = async (profile: Profile): Promise<Side> => {
    return { profile, identities: await customers.identitiesOf(profile.id) };
  };
  return [await withNames(kept), await withNames(absorbed)];
}
