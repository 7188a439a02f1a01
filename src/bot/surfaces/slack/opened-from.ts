// From which message a modal was opened: what settles it there is said on that message, too.
import type { Place } from './payloads.ts';

/** Slack takes an answer to a press for half an hour; so long a modal may stay open. */
const KEPT_MS = 30 * 60_000;
const MOST = 1000;

export interface OpenedFrom {
  /** Notes that a press has opened a modal. */
  note(viewId: string, place: Place): void;
  /** Where it was pressed; null where that is not known any more. */
  find(viewId: string): Place | null;
}

/**
 * Kept in memory only: an answer's address is a secret as long as it works, so it goes neither into the modal nor into the
 * database. Another replica, or this one after a restart, leaves the message as it is.
 */
export function createOpenedFrom(now: () => Date): OpenedFrom {
  const kept = new Map<string, { readonly place: Place; readonly at: number }>();
  return {
    note(viewId, place) {
      const at = now().getTime();
      kept.delete(viewId);
      kept.set(viewId, { place, at });
      for (const [id, one] of kept) {
        if (at - one.at < KEPT_MS && kept.size <= MOST) return;
        kept.delete(id);
      }
    },
    find(viewId) {
      const found = kept.get(viewId);
      return found !== undefined && now().getTime() - found.at < KEPT_MS ? found.place : null;
    },
  };
}
