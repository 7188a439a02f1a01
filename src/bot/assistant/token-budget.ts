// What a teammate may still have a language model use today.
import { z } from 'zod';
import type { Records } from '#engine/ports/storage.ts';
import { dayOf } from '#engine/time.ts';
import type { Context } from '../command.ts';

/** Tokens that a teammate has left today, by the shop's day. */
export async function budgetOf({ deps, teammate }: Context) {
  const { storage, playbook, now } = deps;
  const { timezone, limits } = playbook.team;
  const key = `assistant-tokens:${teammate.person}`;
  const day = dayOf(now(), timezone);
  const usedIn = async ({ settings }: Pick<Records, 'settings'>) => {
    const kept = Used.safeParse(await settings.get(key));
    return kept.success && kept.data.day === day ? kept.data.tokens : 0;
  };
  return {
    left: limits.assistant_tokens_per_day - (await usedIn(storage)),
    spend: (tokens: number) =>
      storage.transaction(async (records) => {
        await records.settings.lock(key);
        await records.settings.set(key, { day, tokens: (await usedIn(records)) + tokens });
      }),
  };
}

const Used = z.object({ day: z.string(), tokens: z.number() });
