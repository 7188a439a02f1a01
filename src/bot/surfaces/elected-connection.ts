// One of several processes keeps a connection; the others stand by and take it over when its holder is gone.
import type { Log } from '#engine/ports/log.ts';
import type { SurfaceName } from '../teammate.ts';
import type { Connection } from './kept-connection.ts';

/** The right to keep the connection: taken again and again while it is kept, and gone soon after its holder died. */
export type Turn = {
  take(): Promise<boolean>;
  giveBack(): Promise<void>;
};

/** How long a turn lasts, and how often it is asked for: a holder misses two of three before another one takes over. */
export const TURN_MS = 15_000;
const ASK_EVERY_MS = 5000;
const MISSES = 3;

/** The connection, kept while the turn is this process's. Who stands by is ready too: it has nothing to do. */
export function electOne(options: {
  readonly surface: SurfaceName;
  readonly connection: Connection;
  readonly turn: Turn;
  readonly log: Log;
}): Connection {
  const { connection, turn, log, surface } = options;
  let isRunning = false;
  let holds = false;
  let misses = 0;
  let timer: NodeJS.Timeout | undefined;
  let asking: Promise<void> = Promise.resolve();

  /** A database that is away for a moment changes nothing; away for a whole turn, another process may have it. */
  async function askForTurn(): Promise<boolean> {
    try {
      const mine = await turn.take();
      misses = 0;
      return mine;
    } catch {
      misses += 1;
      log.warn({ surface, misses }, 'turn could not be asked for');
      return holds && misses < MISSES;
    }
  }

  async function ask(): Promise<void> {
    const mine = await askForTurn();
    if (!isRunning) return;
    if (mine !== holds) {
      holds = mine;
      log.info({ surface, holds }, 'turn changed');
      await (mine ? connection.start() : connection.stop());
    }
    timer = setTimeout(() => {
      asking = ask();
    }, ASK_EVERY_MS);
  }

  return {
    isReady: () => isRunning && (!holds || connection.isReady()),
    async start() {
      isRunning = true;
      asking = ask();
      await asking;
    },
    async stop() {
      isRunning = false;
      clearTimeout(timer);
      await asking;
      if (!holds) return;
      holds = false;
      await connection.stop();
      await turn.giveBack().catch(() => undefined);
    },
  };
}
