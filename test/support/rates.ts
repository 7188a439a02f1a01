// How many calls a platform takes of us, for the fakes that say no to more.

/** So many a minute, and so many at once. */
export type Rate = { readonly perMinute: number; readonly atOnce: number };

/**
 * What Slack takes (docs.slack.dev, "Rate limits"): about one message a second in a channel with short bursts, and of what is
 * in tier 3 at least fifty a minute. How many at once it does not say: here as many as come in a third of a minute.
 */
export const SLACK_RATES: Readonly<Record<string, Rate>> = {
  'chat.postMessage': { perMinute: 60, atOnce: 5 },
  'chat.update': { perMinute: 50, atOnce: 17 },
  'conversations.history': { perMinute: 50, atOnce: 17 },
  'conversations.replies': { perMinute: 50, atOnce: 17 },
};

/** A bucket for each key: null for a call that is taken, else after how many whole seconds the next one is. */
export function createBuckets() {
  const full = new Map<string, { tokens: number; at: number }>();
  return {
    refuse(key: string, { perMinute, atOnce }: Rate): number | null {
      const now = Date.now();
      const had = full.get(key) ?? { tokens: atOnce, at: now };
      const tokens = Math.min(atOnce, had.tokens + ((now - had.at) / 60_000) * perMinute);
      full.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
      return tokens >= 1 ? null : Math.ceil(((1 - tokens) * 60) / perMinute);
    },
  };
}

/** What Discord takes of one route of a channel; it says so itself with every answer, and clients keep to that. */
const MOST = 5;
const WINDOW_MS = 5_000;

/** How a route stands after a call. */
export type Window = {
  readonly isTaken: boolean;
  readonly remaining: number;
  readonly resetAfterMs: number;
};

/** A window for each key, which begins with its first call. */
export function createWindows() {
  const open = new Map<string, { count: number; until: number }>();
  return {
    take(key: string): Window {
      const now = Date.now();
      const had = open.get(key);
      const window =
        had === undefined || had.until <= now ? { count: 0, until: now + WINDOW_MS } : had;
      const isTaken = window.count < MOST;
      const count = window.count + (isTaken ? 1 : 0);
      open.set(key, { ...window, count });
      return { isTaken, remaining: MOST - count, resetAfterMs: window.until - now };
    },
  };
}

/** The headers in which Discord says it (docs.discord.com, "Rate Limits"). */
export function windowHeaders(bucket: string, { remaining, resetAfterMs }: Window) {
  return {
    'x-ratelimit-bucket': bucket,
    'x-ratelimit-limit': String(MOST),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset-after': String(resetAfterMs / 1000),
    'x-ratelimit-reset': String((Date.now() + resetAfterMs) / 1000),
  };
}
