// Where a surface refuses posts until somebody mends it: noted for `check`, and told to the team once.

import { z } from 'zod';
import { CHANNELS, type Channel } from '#engine/playbook/team.ts';
import type { SettingRecords, Storage } from '#engine/ports/storage.ts';
import type { Surface } from '../surface.ts';

type RefusalDeps = { readonly storage: Storage; readonly now: () => Date };

/** A channel by the surface's own id, or null for all of it. */
type Place = { readonly surface: Surface; readonly channel: string | null };

const Noted = z.object({ since: z.iso.datetime(), reason: z.string() }).nullable();

/** A refusal as `check` shows it; `channel` is null where all is refused. */
type Refusal = {
  readonly surface: string;
  readonly channel: string | null;
  readonly reason: string;
  readonly since: Date;
};

/** How long a place that took something is not looked up again: another process may have noted what is over. */
const LOOK_AGAIN_MS = 5 * 60_000;

export interface Refusals {
  /** Notes it, and has the team told unless it was. */
  note(place: Place, reason: string): Promise<void>;
  /** Notes that the place takes posts. */
  clear(place: Place): Promise<void>;
}

/** The refusals of all surfaces. */
export function createRefusals({ storage, now }: RefusalDeps): Refusals {
  const cleared = new Map<string, number>();
  return {
    async note(place, reason) {
      const key = keyOf(place);
      const channels = purposesOf(place);
      cleared.delete(key);
      await storage.transaction(async ({ settings, enqueue }) => {
        await settings.lock(key);
        if (Noted.parse(await settings.get(key)) !== null) return;
        const since = now().toISOString();
        await settings.set(key, { since, reason });
        const news = {
          kind: 'surface-refuses',
          surface: place.surface.name,
          channels,
          reason,
        } as const;
        await enqueue([
          { job: { name: 'tell', channel: 'reports', key: `${key}/${since}`, news } },
        ]);
      });
    },
    async clear(place) {
      const key = keyOf(place);
      const at = now().getTime();
      if (at - (cleared.get(key) ?? Number.NEGATIVE_INFINITY) < LOOK_AGAIN_MS) return;
      if ((await storage.settings.get(key)) !== null) await storage.settings.set(key, null);
      cleared.set(key, at);
    },
  };
}

/** What is refused now. */
export async function listRefusals(settings: SettingRecords): Promise<readonly Refusal[]> {
  const noted = await settings.all(PREFIX);
  return [...noted].flatMap(([key, value]) => {
    const refusal = Noted.parse(value);
    if (refusal === null) return [];
    const [surface = '', channel = null] = key.slice(PREFIX.length).split('/');
    return [{ surface, channel, reason: refusal.reason, since: new Date(refusal.since) }];
  });
}

/** Where news that everybody must see goes on a surface: the first of its channels that takes posts. */
export async function openChannel(
  settings: SettingRecords,
  surface: Surface,
  wanted: Channel,
): Promise<Channel> {
  const refused = (await listRefusals(settings)).filter(
    ({ surface: name }) => name === surface.name,
  );
  const isOpen = (channel: Channel) => {
    const id = surface.channelOf(channel);
    return id !== null && refused.every((refusal) => refusal.channel !== id);
  };
  return [wanted, ...CHANNELS].find(isOpen) ?? wanted;
}

const PREFIX = 'refused/';

function keyOf({ surface, channel }: Place): string {
  return PREFIX + (channel === null ? surface.name : `${surface.name}/${channel}`);
}

function purposesOf({ surface, channel }: Place): readonly Channel[] {
  return CHANNELS.filter((purpose) => channel !== null && surface.channelOf(purpose) === channel);
}
