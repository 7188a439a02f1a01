// A connection that is tried again until it stands, and at once when it is lost.
import type { Log } from '#engine/ports/log.ts';
import type { SurfaceName } from '../teammate.ts';

/** What carries people's commands and presses here. */
export type Connection = {
  start(): Promise<void>;
  stop(): Promise<void>;
  isReady(): boolean;
};

export type KeptConnection = Connection & {
  /** Says that a connection which stood is gone. */
  lost(): void;
};

/** The waits between attempts: 1 s, doubled up to this. */
const LONGEST_WAIT_MS = 60_000;

/**
 * Keeps a connection. Starting does not wait for it, for a platform being down must not keep the rest of the product from
 * starting; `isReady` says whether it stands.
 */
export function keepConnected(options: {
  readonly surface: SurfaceName;
  readonly connect: () => Promise<unknown>;
  readonly disconnect: () => Promise<unknown>;
  /** The platform's own word for why it could not be reached; nothing that may be secret. */
  readonly codeOf: (error: unknown) => string | number | null;
  /** Hears of every time it stands again. */
  readonly onConnected?: () => void;
  readonly log: Log;
}): KeptConnection {
  const { log, surface } = options;
  let isRunning = false;
  let isConnected = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let attempt: Promise<void> = Promise.resolve();

  async function tryOnce(): Promise<void> {
    try {
      await options.connect();
      if (!isRunning) return void (await options.disconnect());
      failures = 0;
      isConnected = true;
      log.info({ surface }, 'surface connected');
      options.onConnected?.();
    } catch (error) {
      if (!isRunning) return;
      failures += 1;
      log.warn({ surface, code: options.codeOf(error), failures }, 'surface cannot be reached');
      plan();
    }
  }

  function plan(): void {
    if (!isRunning) return;
    clearTimeout(timer);
    const waitMs = failures === 0 ? 0 : Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (failures - 1));
    timer = setTimeout(() => {
      attempt = tryOnce();
    }, waitMs);
  }

  return {
    isReady: () => isConnected,
    async start() {
      isRunning = true;
      attempt = tryOnce();
    },
    async stop() {
      isRunning = false;
      isConnected = false;
      clearTimeout(timer);
      await options.disconnect();
      await attempt;
    },
    lost() {
      if (!isConnected) return;
      isConnected = false;
      plan();
    },
  };
}
