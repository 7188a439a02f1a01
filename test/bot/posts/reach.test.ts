// While a surface does not answer: how often it is asked, in which order what waits comes, and what one bad message does.
import { beforeEach, describe, expect, it } from 'vitest';
import { createReach } from '#bot/posts/reach.ts';
import type { Surface } from '#bot/surface.ts';
import { VendorError } from '#engine/errors.ts';

const HOUR_MS = 3_600_000;
const CARD = { title: 'A card', tone: 'neutral', blocks: [] } as const;

/** A surface, and the jobs that stand in line for it. */
function createLine() {
  const clock = { ms: Date.UTC(2026, 10, 26) };
  const waiting: { readonly job: string; dueAt: number }[] = [];
  const shown: string[] = [];
  const asked: string[] = [];
  const line = { isAway: false, bad: new Set<string>() };
  const surface: Surface = {
    name: 'slack',
    channelOf: (channel) => channel,
    post: async ({ key }) => {
      asked.push(key);
      if (line.isAway || line.bad.has(key))
        throw new VendorError('no answer', { vendor: 'slack', retryable: true });
      shown.push(key);
      return key;
    },
    update: async () => true,
    reply: async ({ key }) => key,
    isReady: () => true,
    start: async () => {},
    stop: async () => {},
  };
  const reach = createReach({
    now: () => new Date(clock.ms),
    log: { debug() {}, info() {}, warn() {}, error() {} },
    refusals: { note: async () => {}, clear: async () => {} },
    hurry: async (_surface, most = waiting.length) => {
      for (const job of waiting.slice(0, most)) job.dueAt = Math.min(job.dueAt, clock.ms);
    },
  });

  async function attempt(job: string): Promise<number | null> {
    try {
      await reach.during(surface, job).post({ channel: 'C1', card: CARD, key: job });
      return null;
    } catch (error) {
      if (error instanceof VendorError) return error.retryAfterMs;
      throw error;
    }
  }

  /** Takes up what is due, oldest first, until nothing is. */
  async function run(): Promise<void> {
    for (;;) {
      const due = waiting.filter(({ dueAt }) => dueAt <= clock.ms);
      if (due.length === 0) return;
      for (const one of due) {
        const waitMs = await attempt(one.job);
        if (waitMs === null) waiting.splice(waiting.indexOf(one), 1);
        else one.dueAt = clock.ms + waitMs;
      }
    }
  }

  return {
    ...{ line, shown, asked, reach },
    async comes(...jobs: readonly string[]) {
      waiting.push(...jobs.map((job) => ({ job, dueAt: clock.ms })));
      await run();
    },
    /** Lets time pass, from one due job to the next. */
    async pass(ms: number) {
      const end = clock.ms + ms;
      for (;;) {
        const next = Math.min(...waiting.map(({ dueAt }) => dueAt));
        if (next > end) break;
        clock.ms = Math.max(clock.ms, next);
        await run();
      }
      clock.ms = end;
    },
    run,
  };
}

let place: ReturnType<typeof createLine>;
beforeEach(() => {
  place = createLine();
});

describe('a surface that does not answer', () => {
  it('is asked again for days, one at a time and at most every five minutes, and shows all in order', async () => {
    const jobs = Array.from({ length: 20 }, (_, index) => `job-${index}`);
    place.line.isAway = true;
    await place.comes(...jobs);
    await place.pass(HOUR_MS);
    const asked = place.asked.length;

    await place.pass(24 * HOUR_MS);
    const inADay = place.asked.length - asked;
    place.line.isAway = false;
    await place.pass(HOUR_MS / 12);

    expect(inADay).toBeLessThanOrEqual(2 * 24 * 12);
    expect(inADay).toBeGreaterThanOrEqual(24 * 12);
    expect(place.shown).toEqual(jobs);
  });

  it('shows all in order as soon as it is back', async () => {
    place.line.isAway = true;
    await place.comes('a', 'b', 'c');
    await place.pass(HOUR_MS);
    place.line.isAway = false;

    await place.reach.back('slack');
    await place.run();

    expect(place.shown).toEqual(['a', 'b', 'c']);
  });

  it('is asked at once when something new comes, and shows what is older first', async () => {
    place.line.isAway = true;
    await place.comes('a', 'b');
    await place.pass(HOUR_MS);
    place.line.isAway = false;

    await place.comes('c', 'd');

    expect(place.shown).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a message that gets no answer by itself', () => {
  it('holds up no other, and is tried again all the same', async () => {
    place.line.bad.add('bad').add('worse');
    await place.comes('bad', 'worse', 'a', 'b');
    await place.pass(HOUR_MS);
    await place.comes('c');
    place.line.bad.clear();

    await place.comes('d');

    expect(place.shown.slice(0, 3)).toEqual(['a', 'b', 'c']);
    expect(new Set(place.shown.slice(3))).toEqual(new Set(['bad', 'worse', 'd']));
  });
});
