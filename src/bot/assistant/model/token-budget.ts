// The tokens that a teammate may use up in a day: set aside before a model is asked, and settled by what it said it took.
import { z } from 'zod';
import { VendorError } from '#engine/errors.ts';
import type {
  CallResult,
  ModelConversation,
  ModelRound,
  ModelTool,
} from '#engine/ports/language-model.ts';
import type { Records } from '#engine/ports/storage.ts';
import { dayOf } from '#engine/time.ts';
import type { Context } from '../../command.ts';

/** What somebody may use up today. */
export type Budget = {
  /** Sets tokens aside, so that questions at the same time do not spend the same ones; null where nothing is left. */
  readonly reserve: (tokens: number) => Promise<Reserved | null>;
};

type Reserved = {
  /** Says what it was in the end, of what was set aside. A process that dies before has spent all of it. */
  readonly settle: (tokens: number) => Promise<void>;
};

/** A teammate's own, by the shop's day. */
export function budgetOf({ deps, teammate }: Context): Budget {
  const { storage, playbook, now } = deps;
  const { timezone, limits } = playbook.team;
  const key = `assistant-tokens:${teammate.person}`;
  const usedOn = async (day: string, { settings }: Pick<Records, 'settings'>) => {
    await settings.lock(key);
    const kept = Used.safeParse(await settings.get(key));
    return kept.success && kept.data.day === day ? kept.data.tokens : 0;
  };
  const change = (day: string, by: (used: number) => number | null) =>
    storage.transaction(async (records) => {
      const tokens = by(await usedOn(day, records));
      if (tokens !== null) await records.settings.set(key, { day, tokens: Math.max(0, tokens) });
      return tokens !== null;
    });
  return {
    reserve: async (tokens) => {
      const day = dayOf(now(), timezone);
      const most = limits.assistant_tokens_per_day;
      if (!(await change(day, (used) => (used < most ? used + tokens : null)))) return null;
      return {
        settle: async (took) => {
          // What was asked yesterday is not today's.
          if (dayOf(now(), timezone) === day) await change(day, (used) => used + took - tokens);
        },
      };
    },
  };
}

const Used = z.object({ day: z.string(), tokens: z.number() });

/** What an answer may come to, as far as it is set aside. */
const ANSWER = 1000;

/** A round to be asked: `sent` is all that the model reads for it, `heard` what it has said until then. */
type Asked = {
  readonly conversation: ModelConversation;
  readonly results: readonly CallResult[];
  readonly more?: readonly ModelTool[];
  readonly sent: readonly string[];
  readonly heard: () => string;
};

/** The next round of a conversation; null where the budget is used up. Throws VendorError. */
export async function nextWithin(budget: Budget, asked: Asked): Promise<ModelRound | null> {
  const { conversation, results, more, sent, heard } = asked;
  const reserved = await budget.reserve(estimateTokens(...sent) + ANSWER);
  if (reserved === null) return null;
  let took = 0;
  try {
    const round = await conversation.next(results, more);
    took = round.tokens ?? estimateTokens(...sent, round.text, JSON.stringify(round.calls));
    return round;
  } catch (error) {
    if (heard() !== '' || mayHaveWorked(error)) took = estimateTokens(...sent, heard());
    throw error;
  } finally {
    await reserved.settle(took);
  }
}

/** Whether a model may have read what it was sent, although it did not answer. */
function mayHaveWorked(error: unknown): boolean {
  return !(error instanceof VendorError) || error.ambiguous;
}

/** Letters of a token, on average (OpenAI, "What are tokens and how to count them", read November 2026). */
const LETTERS = 4;

/** About how many tokens texts are, where nobody says how many they were. */
function estimateTokens(...texts: readonly string[]): number {
  return Math.ceil(texts.reduce((sum, { length }) => sum + length, 0) / LETTERS);
}
