// A channel kept quiet: its cards are held back and come as one card when the quiet is over.
import type { Decider } from '../approvals/approval.ts';
import type { Deps } from '../deps.ts';
import type { Channel, Team } from '../playbook/team.ts';
import type { Records } from '../ports/storage.ts';
import { endOfQuiet, parseQuietHours } from '../quiet-hours.ts';

/** A channel by its purpose, on one surface. */
export type MutedPlace = { readonly surface: string; readonly channel: Channel };

/** Keeps a channel of one surface quiet until an instant; null lets it speak again. Audited. */
export async function muteChannel(
  deps: Pick<Deps, 'storage' | 'now'>,
  command: MutedPlace & { readonly until: Date | null; readonly by: Decider },
): Promise<void> {
  const { surface, channel, until, by } = command;
  await deps.storage.transaction(async (records) => {
    await records.settings.set(keyOf(command), until?.toISOString() ?? null);
    await reschedule(deps, records, command);
    await records.audit.append({
      at: deps.now(),
      actor: by.person,
      action: until === null ? 'channel.unmuted' : 'channel.muted',
      subject: `${surface}/${channel}`,
      details: { until: until?.toISOString() ?? null },
    });
  });
}

/** What was held back comes when the quiet ends now: at once, or later than was said before. */
async function reschedule(
  { now }: Pick<Deps, 'now'>,
  records: Records,
  { surface, channel, until }: MutedPlace & { readonly until: Date | null },
): Promise<void> {
  const place = { surface, purpose: channel };
  const ids = await records.digests.reschedule(place, now(), until ?? now());
  await records.enqueue(
    ids.map((id) => ({
      job: { name: 'publish', subject: { kind: 'digest', id }, channel },
      ...(until === null ? {} : { notBefore: until }),
    })),
  );
}

/** Until when a channel is quiet now, muted by a teammate or by its hours in team.yml; null when it speaks. */
export async function quietUntil(
  deps: { readonly storage: Pick<Records, 'settings'>; readonly team: Team; readonly now: Date },
  place: MutedPlace,
): Promise<Date | null> {
  const { storage, team, now } = deps;
  const muted = await storage.settings.get(keyOf(place));
  const ends = [
    typeof muted === 'string' ? new Date(muted) : null,
    quietHoursEnd(team, place.channel, now),
  ].filter((end) => end !== null && end > now);
  return ends.reduce<Date | null>(
    (last, end) => (last === null || (end ?? last) > last ? end : last),
    null,
  );
}

function quietHoursEnd(team: Team, channel: Channel, now: Date): Date | null {
  const hours = parseQuietHours(team.channels.quiet[channel] ?? '');
  return hours === null ? null : endOfQuiet(now, hours, team.timezone);
}

function keyOf({ surface, channel }: MutedPlace): string {
  return `muted/${surface}/${channel}`;
}
