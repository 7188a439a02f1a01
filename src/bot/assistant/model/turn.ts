// An answer in the making: it is kept, so that whoever may can stop it from any process.
import { setTimeout as wait } from 'node:timers/promises';
import type { TurnId } from '#engine/ids.ts';
import { oneLine } from '../../cards/shorten.ts';
import type { Context } from '../../command.ts';
import { KEPT_MS } from '../conversation.ts';

/** However long a model takes, it is waited for so long. */
export const TURN_MS = 60_000;

/** How soon a press on another process is heard here. */
const LOOK_MS = 300;

export type OpenTurn = {
  readonly id: TurnId;
  /** Aborts when somebody stops it, and when its time is up. */
  readonly signal: AbortSignal;
  /** The name of who stopped it; null as long as nobody has. */
  readonly stoppedBy: () => string | null;
};

/** Does the work of a turn while listening for who stops it. */
export async function inOpenTurn<T>(
  { deps, teammate, live }: Context,
  work: (turn: OpenTurn) => Promise<T>,
): Promise<T> {
  const { assistant } = deps.storage;
  const [id, at] = [deps.newId('turn'), deps.now()];
  await assistant.drop(new Date(at.getTime() - KEPT_MS));
  await assistant.beginTurn({ id, askedBy: teammate.person, at });
  let stoppedBy: string | null = null;
  const stop = new AbortController();
  const ended = new AbortController();
  const stopAs = (name: string) => {
    stoppedBy ??= oneLine(name, 60);
    stop.abort();
  };
  // Whoever left, or pressed Ctrl-C, asked for it.
  const onGone = () => stopAs(teammate.name);
  if (live?.signal?.aborted === true) onGone();
  live?.signal?.addEventListener('abort', onGone, { once: true });
  const listening = listen(async () => {
    const turn = await assistant.turn(id).catch(() => null);
    if (turn?.stoppedBy != null) stopAs(turn.stoppedBy);
  }, ended.signal);
  try {
    const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(TURN_MS)]);
    return await work({ id, signal, stoppedBy: () => stoppedBy });
  } finally {
    live?.signal?.removeEventListener('abort', onGone);
    ended.abort();
    await listening;
    // An answer that was made is not lost over this: nobody waits for a turn, and old ones are dropped.
    await assistant
      .endTurn(id, deps.now())
      .catch((error: unknown) =>
        deps.log.warn(
          { error: error instanceof Error ? error.name : typeof error },
          'a turn stays open',
        ),
      );
  }
}

async function listen(look: () => Promise<void>, until: AbortSignal): Promise<void> {
  while (!until.aborted) {
    await wait(LOOK_MS, undefined, { signal: until }).catch(() => undefined);
    if (!until.aborted) await look();
  }
}
