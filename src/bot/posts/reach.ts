// Whether a surface takes posts now: where none are taken all wait, and the oldest tries again first.
import { type Refused, VendorError } from '#engine/errors.ts';
import type { Log } from '#engine/ports/log.ts';
import { purposeOn } from '../languages.ts';
import type { Surface } from '../surface.ts';
import type { PostingDeps } from './cards.ts';
import type { Refusals } from './refusals.ts';

/** How long is waited between two attempts: as long again as it has lasted, within these. */
const SHORTEST_MS = 1_000;
const LONGEST_MS = 5 * 60_000;

/** How many of those that wait are brought forward for one that has just come. */
const AHEAD = 50;

type ReachOptions = {
  readonly now: () => Date;
  readonly log: Log;
  readonly refusals: Refusals;
  readonly hurry: PostingDeps['hurry'];
};

interface Reach {
  /**
   * The surface as a job uses it. Every call, and this one, throws a VendorError that says when to come back, where it
   * is not the job's turn to try; a call does where nobody answered, or where no post is taken. `job` is the same in
   * every attempt.
   */
  during(surface: Surface, job: string): Surface;
  /** The surface can be reached again: what waits for it is tried now. */
  back(surface: string): Promise<void>;
}

/** A place that takes no posts: who has tried, who has come since, and when the next one tries. */
type Silence = {
  readonly since: number;
  until: number;
  readonly failed: Set<string>;
  readonly known: Set<string>;
  /** Whether somebody who has not failed may try, after the oldest has: so one bad message holds up no other. */
  takesGuest: boolean;
};

/** Keeps account of the places that take no posts, a surface or a channel of one; one for all surfaces of a process. */
export function createReach({ now, log, hurry, refusals }: ReachOptions): Reach {
  const lines = createLines(now);

  /** Returns where the job may try now. One that has just come lets those go first that wait already. */
  async function pass(surface: string, place: string, job: string): Promise<void> {
    const turn = lines.ask(place, job);
    if (turn === 'behind') await hurry(surface, AHEAD);
    const waitMs = turn === 'behind' ? 0 : turn;
    if (waitMs !== null) throw comeBack(surface, waitMs);
  }

  async function through<T>(
    job: string,
    surface: Surface,
    channel: string,
    call: () => Promise<T>,
  ): Promise<T> {
    const { name } = surface;
    const places = { account: name, channel: `${name}/${channel}` };
    for (const place of [places.account, places.channel]) await pass(name, place, job);
    const result = await call().catch(async (error: unknown) => {
      if (!isLasting(error, surface, channel)) throw error;
      const { status, refused } = error;
      const waitMs = lines.fail(places[refused?.what ?? 'account'], job);
      log.warn({ surface: name, status, waitMs }, 'surface takes no posts');
      if (refused !== null) await refusals.note(placeOf(surface, channel, refused), refused.reason);
      throw comeBack(name, waitMs, error);
    });
    const hasWaited = [lines.end(places.account), lines.end(places.channel)].includes(true);
    await refusals.clear({ surface, channel: null });
    await refusals.clear({ surface, channel });
    if (hasWaited) await hurry(name);
    return result;
  }

  return {
    during(surface, job) {
      const waitMs = lines.waitOf(surface.name, job);
      // Nobody need look up what there is to show where it cannot be shown; another channel may take it.
      if (waitMs > 0) throw comeBack(surface.name, waitMs);
      return {
        ...surface,
        post: (post) => through(job, surface, post.channel, () => surface.post(post)),
        update: (post) => through(job, surface, post.channel, () => surface.update(post)),
        reply: (line) => through(job, surface, line.channel, () => surface.reply(line)),
      };
    },
    async back(surface) {
      lines.open(surface);
      await hurry(surface);
    },
  };
}

/** The places where jobs stand in line. */
function createLines(now: () => Date) {
  const silences = new Map<string, Silence>();
  return {
    /** null: the job may try now; `behind`: it has just come, and those before it go first; else how long it waits. */
    ask(place: string, job: string): number | 'behind' | null {
      const silence = silences.get(place);
      if (silence === undefined) return null;
      const at = now().getTime();
      if (!silence.known.has(job)) {
        silence.known.add(job);
        silence.until = at;
        return 'behind';
      }
      if (at >= silence.until) return null;
      if (!silence.takesGuest || silence.failed.has(job)) return silence.until - at;
      silence.takesGuest = false;
      return null;
    },
    /** Notes that a job has failed, and says how long it waits. Once the oldest has failed, it is the others' turn to wait. */
    fail(place: string, job: string): number {
      const at = now().getTime();
      const silence = silences.get(place) ?? beginning(at);
      silences.set(place, silence);
      const waitMs = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, at - silence.since));
      silence.failed.add(job);
      silence.known.add(job);
      if (at >= silence.until) Object.assign(silence, { until: at + waitMs, takesGuest: true });
      return Math.max(SHORTEST_MS, silence.until - at);
    },
    /** How long a job that has failed is not to try again. */
    waitOf(place: string, job: string): number {
      const silence = silences.get(place);
      return silence?.failed.has(job) ? silence.until - now().getTime() : 0;
    },
    end: (place: string) => silences.delete(place),
    /** Has the oldest of each line of a surface try now. */
    open(surface: string): void {
      for (const [place, silence] of silences)
        if (place === surface || place.startsWith(`${surface}/`)) silence.until = now().getTime();
    },
  };
}

function placeOf(surface: Surface, channel: string, { what }: Refused) {
  return { surface, channel: what === 'channel' ? channel : null };
}

function beginning(at: number): Silence {
  return { since: at, until: at, failed: new Set(), known: new Set(), takesGuest: true };
}

/**
 * Nobody answered, or nothing is taken whatever it is. Who asked for time gave an answer, and a channel that the team
 * does not name any more is nobody's to mend.
 */
function isLasting(error: unknown, surface: Surface, channel: string): error is VendorError {
  if (!(error instanceof VendorError)) return false;
  if (error.refused?.what === 'channel') return purposeOn(surface, channel) !== null;
  return error.refused !== null || (error.retryable && error.retryAfterMs === null);
}

function comeBack(surface: string, retryAfterMs: number, cause?: VendorError): VendorError {
  const details = { vendor: surface, retryable: true, retryAfterMs, cause };
  return new VendorError(`${surface} takes no posts`, details);
}
