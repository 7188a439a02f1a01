// What is being done after it was acknowledged, so that stopping can wait for it.

/** Counts work as being in hand until it ends. */
export type Track = (work: Promise<void>) => Promise<void>;

/** Keeps account of work; `finished` waits for all that is in hand. */
export function createWorkInHand(): {
  readonly track: Track;
  readonly finished: () => Promise<void>;
} {
  const inHand = new Set<Promise<void>>();
  return {
    async track(work) {
      inHand.add(work);
      try {
        await work;
      } finally {
        inHand.delete(work);
      }
    },
    async finished() {
      await Promise.allSettled(inHand);
    },
  };
}
