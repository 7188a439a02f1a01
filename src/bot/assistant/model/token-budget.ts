// The tokens that a teammate may use up in a day, and what an answer costs that was broken off.
import { z } from 'zod';
import type { Records } from '#engine/ports/storage.ts';
import { dayOf } from '#engine/time.ts';
import type { Context } from '../../command.ts';

/** What is left to somebody today. */
export type Budget = { left: number; readonly spend: (tokens: number) => Promise<void> };

/** Tokens that a teammate has left today, by the shop's day. */
export async function budgetOf({ deps, teammate }: Context): Promise<Budget> {
  const { storage, playbook, now } = deps;
  const { timezone, limits } = playbook.team;
  const key = `assistant-tokens:${teammate.person}`;
  const day = dayOf(now(), timezone);
  const usedIn = async ({ settings }: Pick<Records, 'settings'>) => {
    const kept = Used.safeParse(await settings.get(key));
    return kept.success && kept.data.day === day ? kept.data.tokens : 0;
  };
  const budget: Budget = {
    left: limits.assistant_tokens_per_day - (await usedIn(storage)),
    spend: (tokens) => {
      budget.left -= tokens;
      return storage.transaction(async (records) => {
        await records.settings.lock(key);
        await records.settings.set(key, { day, tokens: (await usedIn(records)) + tokens });
      });
    },
  };
  return budget;
}

const Used = z.object({ day: z.string(), tokens: z.number() });

/** Letters of a token, on average (OpenAI, "What are tokens and how to count them", read November 2026). */
const LETTERS = 4;

/** About how many tokens texts are: a round that is broken off is charged for, and its server does not say how much. */
export function estimateTokens(...texts: readonly string[]): number {
  return Math.ceil(texts.reduce((sum, { length }) => sum + length, 0) / LETTERS);
}
