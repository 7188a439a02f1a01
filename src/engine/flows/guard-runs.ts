// Asks the guards of an automation for many customers at once, with what the database says of each.
import type { Automation, RunningMode } from '../automations/automation.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { countedSince } from '../email/caps.ts';
import type { CustomerId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { type Hindered, mailingOf, type Past, whyLeftOut } from '../runs/guards.ts';

type GuardDeps = Pick<Deps, 'playbook' | 'now'>;

/** The easternmost and the westernmost day are this far apart, so that everybody's week is loaded. */
const ZONES_APART_MS = 2 * 86_400_000;

/** Who is left out of a run by hand, and why; `again`: re-entry is not asked. */
export async function guardRuns(
  deps: GuardDeps,
  records: Pick<Records, 'runs' | 'mails'>,
  asked: {
    readonly automation: Automation;
    readonly mode: RunningMode;
    readonly profiles: readonly Profile[];
    readonly again: boolean;
  },
): Promise<ReadonlyMap<CustomerId, Hindered>> {
  const { profiles, again, mode } = asked;
  const automation: Automation = again
    ? { ...asked.automation, reentry: { kind: 'always' } }
    : asked.automation;
  const mailing = mailingOf(automation, deps.playbook.templates);
  const pastOf = await pastOfMany(deps, records, { automation, mode }, profiles);
  const setting = { now: deps.now(), team: deps.playbook.team };
  return new Map(
    profiles.flatMap((profile) => {
      const why = whyLeftOut({ automation, mailing }, profile, pastOf(profile), setting);
      return why === null ? [] : [[profile.id, why] as const];
    }),
  );
}

/** What the past says of each, in as many statements as for one. */
export async function pastOfMany(
  deps: GuardDeps,
  records: Pick<Records, 'runs' | 'mails'>,
  { automation, mode }: { readonly automation: Automation; readonly mode: RunningMode },
  profiles: readonly Profile[],
): Promise<(profile: Profile) => Past> {
  const ids = profiles.map(({ id }) => id);
  const emails = profiles.flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()]));
  const week = countedSince(deps.now(), deps.playbook.team.timezone);
  const starts = await records.runs.lastStarts({ automation: automation.name, mode }, ids);
  const sent = await records.mails.marketingSince(ids, new Date(week.getTime() - ZONES_APART_MS));
  const suppressed = await records.mails.suppressions(emails);
  return ({ id, email }) => ({
    lastStart: starts.get(id) ?? null,
    sent: sent.get(id) ?? [],
    suppression: email === null ? null : (suppressed.get(email.toLowerCase()) ?? null),
  });
}
