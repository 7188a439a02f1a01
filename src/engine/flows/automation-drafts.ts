// Definitions that were written and not saved: kept for a while, so that exactly they can be saved or gone on with.
import type { Deps } from '../deps.ts';
import { asId, type DraftId, looksLikeId } from '../ids.ts';
import type { AutomationDraft } from '../ports/draft-records.ts';

type DraftDeps = Pick<Deps, 'storage' | 'now' | 'newId'>;

/** Who has not come back to it by then has forgotten it. */
const KEPT_MS = 30 * 86_400_000;

/** Keeps a definition, and drops those that nobody came back to. */
export async function keepDraft(
  deps: DraftDeps,
  draft: Omit<AutomationDraft, 'id' | 'at'>,
): Promise<DraftId> {
  const id = deps.newId('draft');
  const at = deps.now();
  await deps.storage.drafts.drop(new Date(at.getTime() - KEPT_MS));
  await deps.storage.drafts.insert({ ...draft, id, at });
  return id;
}

/** The draft of an id; null when it is not kept any more. */
export async function draftOf(
  { storage }: Pick<Deps, 'storage'>,
  id: string,
): Promise<AutomationDraft | null> {
  return looksLikeId('draft', id) ? storage.drafts.get(asId('draft', id)) : null;
}
