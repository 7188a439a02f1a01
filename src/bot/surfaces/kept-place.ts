// Where an answer in the making stands is kept, so that whatever becomes of its process it can be ended.
import type { TurnId } from '#engine/ids.ts';
import type { TurnPlace } from '#engine/ports/assistant-records.ts';
import type { Log } from '#engine/ports/log.ts';

/** Keeps where an answer stands; null: it has ended. */
export type KeepPlace = (turn: TurnId, place: TurnPlace | null) => Promise<void>;

/** What is kept of one answer; nothing of it stands in the way of the answer itself. */
export type KeptPlace = {
  /** Before something is made that may then stand there (null), and once it is known by its id. */
  readonly stands: (turn: TurnId, messageId: string | null) => Promise<void>;
  readonly ended: () => Promise<void>;
};

/** Keeps where one answer stands. */
export function createKeptPlace(
  { keepPlace, log }: { readonly keepPlace: KeepPlace; readonly log: Log },
  place: Omit<TurnPlace, 'messageId'>,
): KeptPlace {
  let kept: TurnId | null = null;
  const keep = async (turn: TurnId, standing: TurnPlace | null) => {
    try {
      await keepPlace(turn, standing);
    } catch (error) {
      const name = error instanceof Error ? error.name : typeof error;
      log.warn({ error: name }, 'where an answer stands could not be kept');
    }
  };
  return {
    async stands(turn, messageId) {
      kept = turn;
      await keep(turn, { ...place, messageId });
    },
    async ended() {
      if (kept !== null) await keep(kept, null);
    },
  };
}
