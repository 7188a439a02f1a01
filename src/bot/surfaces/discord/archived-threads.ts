// Threads that Discord has archived: nothing in one can be changed before it is opened.
import type { Log } from '#engine/ports/log.ts';
import { codeOf, type DiscordClient, REFUSED, refusalOf } from './client.ts';

/** Changes something in a channel; a thread that is archived is opened for that and archived again. Throws what the change throws. */
export type WhileOpen = (thread: string, change: () => Promise<unknown>) => Promise<void>;

/** Over one application's REST API. */
export function createOpening({
  client: { rest },
  log,
}: {
  readonly client: DiscordClient;
  readonly log: Log;
}): WhileOpen {
  const setArchived = (thread: string, archived: boolean) =>
    rest.patch(`/channels/${thread}`, { body: { archived } });

  /** A thread that stays open is archived by Discord after its time. */
  async function archive(thread: string): Promise<void> {
    try {
      await setArchived(thread, true);
    } catch (error) {
      log.warn({ code: codeOf(error) }, 'a thread could not be archived again');
    }
  }

  return async (thread, change) => {
    try {
      await change();
    } catch (error) {
      if (refusalOf(error) !== REFUSED.archivedThread) throw error;
      await setArchived(thread, false);
      try {
        await change();
      } finally {
        await archive(thread);
      }
    }
  };
}
