// The weekly cards of automations in shadow: for which Monday they were asked last, and how one is drawn anew.
import { z } from 'zod';
import { channelTold } from '../actions/notify.ts';
import type { Automation } from '../automations/automation.ts';
import { shadowWeekRef } from '../automations/shadow-week.ts';
import type { Job } from '../ports/job-queue.ts';
import type { Records } from '../ports/storage.ts';

/** Where it is noted for which Monday cards were asked. */
export const SHADOW_WEEK_KEY = 'shadow-week';

const Told = z.object({ monday: z.string() });

/** The Monday for which cards were asked last; null: never yet. */
export async function lastMonday({ settings }: Pick<Records, 'settings'>): Promise<string | null> {
  return Told.safeParse(await settings.get(SHADOW_WEEK_KEY)).data?.monday ?? null;
}

/** The job that posts an automation's card in its channel, or brings it up to date. */
export function showShadowWeek(
  { name, actions }: Pick<Automation, 'name' | 'actions'>,
  monday: string,
) {
  const subject = { kind: 'shadow-week', id: shadowWeekRef(name, monday) } as const;
  return { name: 'publish', subject, channel: channelTold(actions) } as const satisfies Job;
}

/** Draws the card of the week anew, if there is one, when the mode is switched: it offers another thing then. Inside a transaction. */
export async function redrawShadowWeek(
  records: Records,
  automation: Pick<Automation, 'name' | 'actions'>,
): Promise<void> {
  const monday = await lastMonday(records);
  if (monday === null) return;
  const job = showShadowWeek(automation, monday);
  if ((await records.posts.of(job.subject)).length > 0) await records.enqueue([{ job }]);
}
