// Trying a call again that may be made twice: where its platform says that it is too much, or where its answer was lost.
import { setTimeout as wait } from 'node:timers/promises';
import type { VendorError } from '#engine/errors.ts';

/** How often it is tried, how long it is waited for where the platform says so, and how long after a lost answer. */
const TRIES = 3;
const LONGEST_WAIT_MS = 20_000;
const LOST_WAIT_MS = 500;

/** Waits and tries again, a few times; `toVendorError` reads a failure. Throws what the call throws. */
export async function patiently<T>(
  toVendorError: (error: unknown, what: string) => VendorError,
  call: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call();
    } catch (error) {
      const { retryAfterMs, ambiguous } = toVendorError(error, 'an answer');
      const waitMs = retryAfterMs ?? (ambiguous ? LOST_WAIT_MS : null);
      if (waitMs === null || waitMs > LONGEST_WAIT_MS || tries === TRIES) throw error;
      await wait(waitMs);
    }
  }
}
