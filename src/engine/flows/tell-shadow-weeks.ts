// Once a week each automation in shadow gets a card in its channel: what it would have done.
import { dueMonday } from '../automations/shadow-week.ts';
import type { Deps } from '../deps.ts';
import { officeHoursOf } from '../playbook/office-hours.ts';
import { modesOf } from './set-mode.ts';
import { lastMonday, SHADOW_WEEK_KEY, showShadowWeek } from './shadow-week-cards.ts';

/** Asks for the cards that are due. Their Monday is noted in the same transaction; the first start notes it in silence. */
export async function tellShadowWeeks(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
): Promise<void> {
  const { team, automations } = deps.playbook;
  const monday = dueMonday(deps.now(), officeHoursOf(team), team.timezone);
  if (monday === null || (await lastMonday(deps.storage)) === monday) return;
  const mode = await modesOf(deps);
  await deps.storage.transaction(async (records) => {
    await records.settings.lock(SHADOW_WEEK_KEY);
    const last = await lastMonday(records);
    if (last === monday) return;
    await records.settings.set(SHADOW_WEEK_KEY, { monday });
    if (last === null) return;
    const inShadow = automations.filter((each) => mode(each) === 'shadow');
    await records.enqueue(inShadow.map((each) => ({ job: showShadowWeek(each, monday) })));
  });
}
