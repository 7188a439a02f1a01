// Counts anew which products the same people bought; called by the clock, and harmless however often.
import type { Deps } from '../deps.ts';
import { addDuration } from '../time.ts';

/** What was bought before this long says little about what to offer now. */
const YEARS_COUNTED = 2;

/** Brings what people also bought up to date, all of it in one transaction. */
export async function refreshRecommendations(
  deps: Pick<Deps, 'storage' | 'now' | 'log'>,
): Promise<void> {
  const since = addDuration(deps.now(), { amount: -YEARS_COUNTED, unit: 'y' });
  const pairs = await deps.storage.transaction((records) => records.recommendations.refresh(since));
  deps.log.info({ pairs }, 'recommendations were refreshed');
}
