// The clock as a trigger: what has come since the last tick becomes jobs, in the transaction that notes the tick.
import { z } from 'zod';
import type { Automation } from '../automations/automation.ts';
import { lastMet, parseCron } from '../automations/cron.ts';
import { type Due, dueDays, type Stretch } from '../automations/due.ts';
import type { Deps } from '../deps.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { Records } from '../ports/storage.ts';
import { modesOf } from './set-mode.ts';

type TickDeps = Pick<Deps, 'storage' | 'playbook' | 'now' | 'log'>;

const KEY = 'clock';

/** When the clock was last looked at, and which automations it was asked for. */
const Clock = z.object({ at: z.date(), known: z.array(z.string()) });

/** What is missed for longer than this is not made up for: a late birthday is worse than none. */
const CATCH_UP_MS = 86_400_000;

/** From here on a tick is said to be late. */
const LATE_MS = 10 * 60_000;

/**
 * Starts what dates and schedules ask for since it was last called. After a time without a process, ticks of the last
 * day are made up for, each automation once, and the team is told. An automation that is new begins with the next tick.
 */
export async function tickAutomations(deps: TickDeps): Promise<void> {
  const timed = deps.playbook.automations.filter(
    ({ trigger: { kind } }) => kind === 'date' || kind === 'schedule',
  );
  if (timed.length === 0) return;
  const mode = await modesOf(deps);
  await deps.storage.transaction(async (records) => {
    await records.settings.lock(KEY);
    const clock = Clock.safeParse(await records.settings.get(KEY)).data;
    const until = deps.now();
    await records.settings.set(KEY, { at: until, known: timed.map(({ name }) => name) });
    if (clock === undefined) return;
    const after = new Date(Math.max(clock.at.getTime(), until.getTime() - CATCH_UP_MS));
    const zones = await zonesFor(records, timed);
    for (const automation of timed) {
      if (mode(automation) === 'off' || !clock.known.includes(automation.name)) continue;
      const due = dueOf(deps, automation, { after, until }, zones);
      if (due !== null) await records.enqueue(jobsFor(automation, due, until));
    }
  });
}

async function zonesFor(
  records: Records,
  timed: readonly Automation[],
): Promise<readonly string[]> {
  const isAsked = timed.some(({ trigger }) => trigger.kind === 'date');
  return isAsked ? records.calendar.zones() : [];
}

function dueOf(
  { playbook }: Pick<Deps, 'playbook'>,
  { trigger }: Automation,
  stretch: Stretch,
  zones: readonly string[],
): Due | null {
  const { timezone } = playbook.team;
  if (trigger.kind === 'date') {
    const days = dueDays(trigger, stretch, zones, timezone);
    return days.length === 0 ? null : { kind: 'date', days };
  }
  const cron = trigger.kind === 'schedule' ? parseCron(trigger.cron) : null;
  const at = cron === null ? null : lastMet(cron, stretch.after, stretch.until, timezone);
  return at === null ? null : { kind: 'schedule', at: at.toISOString() };
}

function jobsFor({ name, title }: Automation, due: Due, now: Date): readonly Enqueued[] {
  const start: Enqueued = { job: { name: 'start-due', automation: name, due } };
  if (due.kind === 'date' || now.getTime() - Date.parse(due.at) < LATE_MS) return [start];
  const news = { kind: 'schedule-late', automation: title, at: due.at } as const;
  const key = `late:${name}:${due.at}`;
  return [start, { job: { name: 'tell', channel: 'reports', key, news } }];
}
