// The sample shop's slow life of its own: every minute or so somebody does something ordinary.
import type { RandomBytes } from '#engine/ids.ts';
import type { Log } from '#engine/ports/log.ts';
import type { SimulatedAction } from './scenes.ts';

/** Runs `work` once after a time; the function it gives calls that off. */
export type Schedule = (work: () => void, delayMs: number) => () => void;

/** What happens how often, of 20; nobody becomes a best customer by accident. */
const MIX: readonly { readonly action: SimulatedAction; readonly share: number }[] = [
  { action: 'order', share: 12 },
  { action: 'new-customer', share: 3 },
  { action: 'abandoned-cart', share: 3 },
  { action: 'refund-request', share: 2 },
];

const SHORTEST_PAUSE_MS = 45_000;
const LONGEST_PAUSE_MS = 90_000;

/**
 * Starts the stream: one action after each pause of 45 to 90 seconds. `stop` calls off the next one and waits for the
 * one under way. A failure is logged and the stream goes on.
 */
export function startStream(options: {
  readonly simulate: (action: SimulatedAction) => Promise<unknown>;
  readonly randomBytes: RandomBytes;
  readonly log: Log;
  readonly schedule?: Schedule;
}): { readonly stop: () => Promise<void> } {
  const schedule = options.schedule ?? afterDelay;
  let current: Promise<void> = Promise.resolve();
  let stopped = false;
  let callOff = () => {};

  function plan(): void {
    if (stopped) return;
    callOff = schedule(() => {
      current = act().then(plan);
    }, pauseMs(options.randomBytes));
  }

  async function act(): Promise<void> {
    const action = drawAction(options.randomBytes);
    try {
      await options.simulate(action);
    } catch (error) {
      options.log.warn({ action, err: error }, 'simulated event not delivered');
    }
  }

  plan();
  return {
    stop: () => {
      stopped = true;
      callOff();
      return current;
    },
  };
}

function drawAction(randomBytes: RandomBytes): SimulatedAction {
  const tickets = MIX.flatMap(({ action, share }) => Array.from({ length: share }, () => action));
  return tickets[byteOf(randomBytes) % tickets.length] ?? 'order';
}

function pauseMs(randomBytes: RandomBytes): number {
  const span = LONGEST_PAUSE_MS - SHORTEST_PAUSE_MS;
  return SHORTEST_PAUSE_MS + Math.round((byteOf(randomBytes) / 255) * span);
}

function byteOf(randomBytes: RandomBytes): number {
  return randomBytes(1)[0] ?? 0;
}

/** Does not keep the process alive. */
function afterDelay(work: () => void, delayMs: number): () => void {
  const timer = setTimeout(work, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
}
