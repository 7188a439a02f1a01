// Shows how something stands, one state after the other and no faster than is wanted: of those that come meanwhile, the newest.
import { setTimeout as wait } from 'node:timers/promises';

/** What came of showing a state: how long to leave it at that, and whether it has to be shown again. */
export type Shown = { readonly pauseMs: number; readonly again?: boolean };

export interface NewestState<T> {
  push(state: T): void;
  /** Shows nothing more; waits for what is being shown. */
  stop(): Promise<void>;
}

/** `show` never throws. */
export function createNewestState<T>(show: (state: T) => Promise<Shown>): NewestState<T> {
  const stopped = new AbortController();
  let next: { readonly state: T } | null = null;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    for (let due = next; due !== null && !stopped.signal.aborted; due = next) {
      next = null;
      const { pauseMs, again = false } = await show(due.state);
      if (again) next ??= due;
      await wait(pauseMs, undefined, { signal: stopped.signal }).catch(() => undefined);
    }
    running = null;
  }

  return {
    push(state) {
      next = { state };
      running ??= run();
    },
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
