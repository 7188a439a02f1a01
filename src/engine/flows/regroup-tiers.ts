// When the bounds in team.yml have changed, everybody is put on the level of their spend, and no automation hears of it.
import { canonicalJson } from '../approvals/plan.ts';
import type { Deps } from '../deps.ts';
import type { CustomerId } from '../ids.ts';
import { measuresOf } from '../playbook/tiers.ts';

/** The ladder by which everybody was last grouped. */
const GROUPED = 'tiers-grouped';
/** Few enough that nobody waits long for a customer who is being moved. */
const PAGE = 20_000;

/**
 * Regroups the whole base where the ladder is another one than last time; gives how many have moved. It moves them
 * without events: they have neither spent nor got back anything. Doing it twice at once does no harm.
 */
export async function regroupTiers(
  deps: Pick<Deps, 'storage' | 'playbook' | 'log'>,
): Promise<number> {
  const { settings, tiers } = deps.storage;
  const { ladder } = measuresOf(deps.playbook.team);
  const wanted = ladder === null ? null : canonicalJson(ladder);
  if (((await settings.get(GROUPED)) ?? null) === wanted) return 0;
  let moved = 0;
  let after: { readonly after?: CustomerId } = {};
  while (ladder !== null) {
    const page = await tiers.regroup(ladder, { limit: PAGE, ...after });
    moved += page.moved;
    if (page.last === null) break;
    after = { after: page.last };
  }
  await settings.set(GROUPED, wanted);
  if (moved > 0) deps.log.info({ customers: moved }, 'customers were regrouped');
  return moved;
}
