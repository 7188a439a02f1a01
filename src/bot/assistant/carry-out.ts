// Carries out what was confirmed, at most once: the person's word is used up in the transaction that does it, or not at all.
import type { Proposal } from '#engine/ports/assistant-records.ts';
import type { Records, Storage } from '#engine/ports/storage.ts';
import type { Answer, Context } from '../command.ts';
import { type Registry, runOrRefuse } from '../line/named-command.ts';

/** Who confirms, when, and with which arguments. */
export type Confirmation = {
  readonly status: 'confirmed';
  readonly by: string;
  readonly at: Date;
  readonly args: Proposal['args'];
};

/**
 * The command's answer; null where somebody's word was quicker, and nothing was done. When it throws before it has
 * written anything, or the process dies, the proposal is as open as it was; what was written is never written again.
 */
export async function carryOut(
  registry: Registry,
  context: Context,
  { id, command: name }: Pick<Proposal, 'id' | 'command'>,
  to: Confirmation,
): Promise<Answer | null> {
  const { deps, teammate } = context;
  const claim = async ({ assistant }: Pick<Records, 'assistant'>) => {
    if (!(await assistant.settle(id, to))) throw new SettledError();
  };
  const claiming = claimingStorage(deps.storage, claim);
  const drafted = {
    ...context,
    deps: { ...deps, storage: claiming.storage },
    teammate: { ...teammate, byAssistant: true as const },
  };
  try {
    const answer = await runOrRefuse(registry, drafted, { name, args: to.args });
    // Nothing was to be written: it was refused, or stood so already.
    if (!claiming.isClaimed()) await claim(deps.storage);
    if (answer.kind === 'card' && answer.refused !== undefined)
      await deps.storage.assistant.noteRefused(id);
    return answer;
  } catch (error) {
    if (error instanceof SettledError) return null;
    throw error;
  }
}

/** Somebody's word was quicker: ends the transaction that would have done it a second time. */
class SettledError extends Error {}

/** A storage whose first transaction that is committed carries the claim. Commands write in transactions only. */
function claimingStorage(
  storage: Storage,
  claim: (records: Records) => Promise<void>,
): { readonly storage: Storage; readonly isClaimed: () => boolean } {
  const state = { isClaimed: false };
  const transaction: Storage['transaction'] = async (work) => {
    if (state.isClaimed) return storage.transaction(work);
    const result = await storage.transaction(async (records) => {
      await claim(records);
      return work(records);
    });
    state.isClaimed = true;
    return result;
  };
  return { storage: { ...storage, transaction }, isClaimed: () => state.isClaimed };
}
