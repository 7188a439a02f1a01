// Walks the audit log from its first entry and says where its chain breaks, if it does.
import { type AuditEntry, firstBreak } from '../audit/chain.ts';
import type { Deps } from '../deps.ts';

const PAGE = 1_000;

/** How many entries there are, and the number of the first that does not follow from the ones before. */
export async function verifyAudit(
  deps: Pick<Deps, 'storage'>,
): Promise<{ readonly ok: boolean; readonly entries: number; readonly brokenAt?: number }> {
  let before: AuditEntry | null = null;
  let entries = 0;
  for (;;) {
    const page: readonly AuditEntry[] = await deps.storage.audit.read(before?.seq ?? 0, PAGE);
    const last = page.at(-1);
    if (last === undefined) return { ok: true, entries };
    const brokenAt = firstBreak(page, before);
    if (brokenAt !== null) return { ok: false, entries: entries + page.length, brokenAt };
    entries += page.length;
    before = last;
  }
}
