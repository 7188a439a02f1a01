// Of several processes one keeps the connection, and another takes it over when that one is gone.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { electOne, type Turn } from '#bot/surfaces/elected-connection.ts';
import type { Connection } from '#bot/surfaces/kept-connection.ts';
import { createRecordingLog } from '../../support/serving.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Who has the turn, or that nobody can say. */
let holder: string | null;
let isAway = false;
beforeEach(() => {
  holder = null;
  isAway = false;
});

function aTurn(name: string): Turn {
  return {
    async take() {
      if (isAway) throw new Error('database down');
      holder ??= name;
      return holder === name;
    },
    async giveBack() {
      if (holder === name) holder = null;
    },
  };
}

function aProcess(name: string) {
  let isUp = false;
  const connection: Connection = {
    start: async () => {
      isUp = true;
    },
    stop: async () => {
      isUp = false;
    },
    isReady: () => isUp,
  };
  const log = createRecordingLog();
  const elected = electOne({ surface: 'discord', connection, turn: aTurn(name), log });
  return { elected, isUp: () => isUp };
}

describe('electOne', () => {
  it('connects one of two, and counts the one that stands by as ready', async () => {
    const [first, second] = [aProcess('a'), aProcess('b')];

    await first.elected.start();
    await second.elected.start();

    expect([first.isUp(), second.isUp()]).toEqual([true, false]);
    expect([first.elected.isReady(), second.elected.isReady()]).toEqual([true, true]);
    await Promise.all([first.elected.stop(), second.elected.stop()]);
  });

  it('lets the other one take over when the first stops', async () => {
    const [first, second] = [aProcess('a'), aProcess('b')];
    await first.elected.start();
    await second.elected.start();

    await first.elected.stop();
    await vi.advanceTimersByTimeAsync(5000);

    expect([first.isUp(), second.isUp()]).toEqual([false, true]);
    await second.elected.stop();
  });

  it('lets go when somebody else has the turn', async () => {
    const first = aProcess('a');
    await first.elected.start();

    holder = 'b';
    await vi.advanceTimersByTimeAsync(5000);

    expect(first.isUp()).toBe(false);
    await first.elected.stop();
  });

  it('keeps the connection while the database is away for a moment, and not for longer than a turn', async () => {
    const first = aProcess('a');
    await first.elected.start();
    isAway = true;

    await vi.advanceTimersByTimeAsync(10_000);
    const soon = first.isUp();
    await vi.advanceTimersByTimeAsync(5000);

    expect([soon, first.isUp()]).toEqual([true, false]);
    await first.elected.stop();
  });
});
