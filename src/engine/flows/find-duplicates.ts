// Looks for customers that may be one person, among those who are new or changed; a person decides.
import { isSuggested, likenessOf } from '../customers/likeness.ts';
import { newSuggestion } from '../customers/suggestion.ts';
import type { Deps } from '../deps.ts';
import { showSuggestions } from './show-suggestion.ts';

type FindDeps = Pick<Deps, 'storage' | 'now' | 'newId' | 'log'>;

/** How many customers are compared in one transaction, and how many transactions one job is good for. */
const AT_ONCE = 500;
const ROUNDS = 20;

/** How many undecided cards the team has at most, so that they crowd nothing out; the others wait on the list. */
const CARDS = 5;

/** Rows that came under an absorbed id while it was being merged are looked for this long. */
const STRAGGLERS_MS = 48 * 3_600_000;

/** Compares everybody who is new or changed, and shows the team the likeliest pairs, as many as it can bear. */
export async function findDuplicates(deps: FindDeps): Promise<void> {
  const { storage, log } = deps;
  const at = deps.now();
  await storage.transaction((records) =>
    records.merges.gatherStragglers(new Date(at.getTime() - STRAGGLERS_MS)),
  );
  let found = 0;
  let more = true;
  for (let round = 0; more && round < ROUNDS; round += 1) {
    const compared = await compareSome(deps, at);
    found += compared.found;
    more = compared.more;
  }
  if (found > 0) log.info({ found }, 'possible duplicates were found');
  if (more) return storage.enqueue([{ job: { name: 'find-duplicates' } }]);
  await storage.transaction(async (records) =>
    showSuggestions(records, await records.suggestions.takeToShow(CARDS, at)),
  );
}

async function compareSome(
  { storage, newId }: FindDeps,
  foundAt: Date,
): Promise<{ readonly found: number; readonly more: boolean }> {
  return storage.transaction(async ({ suggestions }) => {
    const { pairs, more } = await suggestions.compare(AT_ONCE);
    const likely = pairs.flatMap((pair) => {
      const { clues, score } = likenessOf(pair);
      if (!isSuggested({ score })) return [];
      const id = newId('suggestion');
      const both = [pair.one.id, pair.other.id] as const;
      return [newSuggestion({ id, pair: both, clues, score, foundAt, requestedBy: null })];
    });
    await suggestions.add(likely);
    return { found: likely.length, more };
  });
}
