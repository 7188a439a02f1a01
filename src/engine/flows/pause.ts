// The hand-brake: while paused, no effect passes its marker; nothing is lost.
import type { Decider } from '../approvals/approval.ts';
import type { Deps } from '../deps.ts';
import type { Records } from '../ports/storage.ts';

const KEY = 'paused';

/** How long what is held up waits before it looks again. */
export const PAUSE_CHECK_MS = 10_000;

/** Whether outgoing effects are stopped; asked of the storage, or inside a transaction. */
export async function isPaused(deps: {
  readonly storage: Pick<Records, 'settings'>;
}): Promise<boolean> {
  return (await deps.storage.settings.get(KEY)) === true;
}

/** Stops or releases every outgoing effect, audited; false when it stood so already. */
export async function setPaused(
  deps: Pick<Deps, 'storage' | 'now'>,
  change: { readonly paused: boolean; readonly by: Decider },
): Promise<boolean> {
  if ((await isPaused(deps)) === change.paused) return false;
  await deps.storage.transaction(async (records) => {
    await records.settings.set(KEY, change.paused);
    const action = change.paused ? 'effects.paused' : 'effects.resumed';
    await records.audit.append({
      at: deps.now(),
      actor: change.by.person,
      action,
      subject: 'regulars',
      details: {},
    });
  });
  return true;
}
