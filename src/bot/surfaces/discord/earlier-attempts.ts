// Which posts may have been made before, by a call whose answer was lost or by the process before this one.

export interface EarlierAttempts {
  /** Notes that a post with this key may have been carried out. */
  doubt(key: string): void;
  /** Whether a post with this key may stand already. */
  mayStand(key: string): boolean;
  /** Notes that what stands is known again. */
  settle(key: string): void;
}

/** How long after the start a post may be one that an earlier process made: Discord remembers nonces for minutes. */
const RECOVERY_MS = 5 * 60_000;

/** Keeps account of doubtful posts. */
export function createEarlierAttempts(now: () => Date): EarlierAttempts {
  const startedAt = now().getTime();
  const doubted = new Set<string>();
  return {
    doubt: (key) => doubted.add(key),
    mayStand: (key) => doubted.has(key) || now().getTime() - startedAt < RECOVERY_MS,
    settle: (key) => doubted.delete(key),
  };
}
