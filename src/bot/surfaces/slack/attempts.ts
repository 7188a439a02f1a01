// Calls that may fail: who is waiting hears nothing of it, so it is logged.
import type { Log } from '#engine/ports/log.ts';
import { refusalOf } from './client.ts';

/** False where it failed. */
export type Attempt = (method: string, call: () => Promise<unknown>) => Promise<boolean>;

/** Tries a call; one that fails is logged. */
export function createAttempts(log: Log): Attempt {
  return async (method, call) => {
    try {
      await call();
      return true;
    } catch (error) {
      log.warn({ method, code: refusalOf(error) }, 'slack answer could not be given');
      return false;
    }
  };
}
