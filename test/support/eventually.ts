// Waiting for what comes by itself: on a busy machine slow is not wrong, so patience is long and the look is often.
import { vi } from 'vitest';

/** Waits until `look` no longer throws, and gives what it found. */
export function eventually<Found>(look: () => Found | Promise<Found>): Promise<Found> {
  return vi.waitFor(look, { timeout: 90_000, interval: 20 });
}
