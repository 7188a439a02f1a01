// Whether a surface takes posts now: while it does not answer all wait, and the oldest tries again first.
import { VendorError } from '#engine/errors.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Surface } from '../surface.ts';

/** How long is waited between two attempts: as long again as it has lasted, within these. */
const SHORTEST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;

/** How many of those that wait are brought forward for one that has just come. */
const AHEAD = 50;

export type ReachOptions = {
  readonly now: () => Date;
  readonly log: Log;
  /** Has what waits for a surface tried now, the oldest first: all of it, or so many. */
  readonly hurry: (surface: string, most?: number) => Promise<void>;
};

export interface Reach {
  /**
   * The surface as a job uses it. Every call, and this one, throws a VendorError that says when to come back, where it
   * is not the job's turn to try; a call does where nobody answered. `job` is the same in every attempt.
   */
  during(surface: Surface, job: string): Surface;
  /** The surface can be reached again: what waits for it is tried now. */
  back(surface: string): Promise<void>;
}

/** Where nobody answered: who has tried, who has come since, and when the next one tries. */
type Silence = {
  readonly since: number;
  until: number;
  readonly failed: Set<string>;
  readonly known: Set<string>;
  /** Whether somebody who has not failed may try, after the oldest has: so one bad message holds up no other. */
  takesGuest: boolean;
};

/** Keeps account of where nobody answers; one for all surfaces of a process. */
export function createReach({ now, log, hurry }: ReachOptions): Reach {
  const silences = new Map<string, Silence>();

  /** Returns where the job may try now. One that has just come lets those go first that wait already. */
  async function pass(surface: string, job: string): Promise<void> {
    const silence = silences.get(surface);
    if (silence === undefined) return;
    const at = now().getTime();
    if (!silence.known.has(job)) {
      silence.known.add(job);
      silence.until = at;
      await hurry(surface, AHEAD);
      throw comeBack(surface, 0);
    }
    if (at >= silence.until) return;
    if (!silence.takesGuest || silence.failed.has(job)) throw comeBack(surface, silence.until - at);
    silence.takesGuest = false;
  }

  /** When the job comes back. Once the oldest has failed, it is the others' turn to wait. */
  function failed(surface: string, job: string, error: VendorError): VendorError {
    const at = now().getTime();
    const silence = silences.get(surface) ?? beginning(at);
    silences.set(surface, silence);
    const waitMs = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, at - silence.since));
    silence.failed.add(job);
    silence.known.add(job);
    if (at >= silence.until) Object.assign(silence, { until: at + waitMs, takesGuest: true });
    log.warn({ surface, status: error.status, waitMs }, 'surface does not answer');
    return comeBack(surface, Math.max(SHORTEST_MS, silence.until - at), error);
  }

  async function answered(surface: string): Promise<void> {
    if (silences.delete(surface)) await hurry(surface);
  }

  async function through<T>(surface: string, job: string, call: () => Promise<T>): Promise<T> {
    await pass(surface, job);
    const result = await call().catch((error: unknown) => {
      throw isSilence(error) ? failed(surface, job, error) : error;
    });
    await answered(surface);
    return result;
  }

  return {
    during(surface, job) {
      const { name } = surface;
      const silence = silences.get(name);
      const waitMs = (silence?.until ?? 0) - now().getTime();
      if (silence?.failed.has(job) && waitMs > 0) throw comeBack(name, waitMs);
      return {
        ...surface,
        post: (message) => through(name, job, () => surface.post(message)),
        update: (message) => through(name, job, () => surface.update(message)),
        reply: (message) => through(name, job, () => surface.reply(message)),
      };
    },
    async back(surface) {
      const silence = silences.get(surface);
      if (silence !== undefined) silence.until = now().getTime();
      await hurry(surface);
    },
  };
}

function beginning(at: number): Silence {
  return { since: at, until: at, failed: new Set(), known: new Set(), takesGuest: true };
}

/** Who asked for time gave an answer. */
function isSilence(error: unknown): error is VendorError {
  return error instanceof VendorError && error.retryable && error.retryAfterMs === null;
}

function comeBack(surface: string, retryAfterMs: number, cause?: VendorError): VendorError {
  const details = { vendor: surface, retryable: true, retryAfterMs, cause };
  return new VendorError(`${surface} does not answer`, details);
}
