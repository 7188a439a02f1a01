// An answer to the customer of a case, as a mail that waits for a decision; the case stays as it is.
import type { Decider } from '../approvals/approval.ts';
import { isResolved } from '../cases/case.ts';
import type { CaseId } from '../ids.ts';
import type { CaseRefusal } from './change-case.ts';
import { type Asked, askOfCase, mailAbout, type SettleDeps } from './settle-case.ts';

/** Asks for approval of a mail with a teammate's own text. Refuses where nobody can be written to, and when it is resolved. */
export async function replyToCase(
  deps: SettleDeps,
  { id, by, text }: { readonly id: CaseId; readonly by: Decider; readonly text: string },
): Promise<Asked> {
  const item = await deps.storage.cases.get(id);
  if (item === null) return { kind: 'refused', reason: 'not-found', case: null };
  const refused = (reason: CaseRefusal) => ({ kind: 'refused', reason, case: item }) as const;
  if (isResolved(item)) return refused('already-resolved');
  const profile =
    item.customerId === null ? null : await deps.storage.customers.get(item.customerId);
  if (profile === null) return refused('no-customer');
  const values = { reply: { text: text.trim() } };
  const mail = await mailAbout(deps, { item, profile }, 'case-reply', values);
  if (mail === null) return refused('no-email');
  return askOfCase(deps, { item, profile, by, kind: 'case-reply', effects: [mail] });
}
