// What a person says of earned autonomy: yes, no, or ask again.

import type { Decider } from '../approvals/approval.ts';
import type { Autonomy } from '../approvals/autonomy.ts';
import type { Deps } from '../deps.ts';
import type { AutonomyId } from '../ids.ts';
import { endAutonomy, showAutonomy } from './end-autonomy.ts';

export type AutonomyChoice = 'accept' | 'decline' | 'end';

/** `not-so`: it is not in that state any more. `changed`: the automation's definition is another one by now. */
export type AutonomySettled =
  | { readonly kind: 'done'; readonly autonomy: Autonomy }
  | { readonly kind: 'refused'; readonly reason: 'not-found' | 'not-so' | 'changed' };

/** Takes a person's word, authorised by the caller; of two clicks at once one counts. */
export async function settleAutonomy(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
  command: { readonly id: AutonomyId; readonly choice: AutonomyChoice; readonly by: Decider },
): Promise<AutonomySettled> {
  const { id, choice, by } = command;
  return deps.storage.transaction(async (records): Promise<AutonomySettled> => {
    const seen = await records.autonomies.get(id);
    if (seen === null) return { kind: 'refused', reason: 'not-found' };
    await records.autonomies.lock(seen.automation);
    const autonomy = (await records.autonomies.get(id)) ?? seen;
    if (choice === 'end') {
      if (autonomy.status !== 'active') return { kind: 'refused', reason: 'not-so' };
      await endAutonomy(deps, records, autonomy, { end: 'by-person', by });
      return { kind: 'done', autonomy };
    }
    if (autonomy.status !== 'offered') return { kind: 'refused', reason: 'not-so' };
    const { automation, version, bound } = autonomy;
    const now = deps.playbook.automations.find(({ name }) => name === automation);
    if (choice === 'accept' && now?.version !== version) {
      await endAutonomy(deps, records, autonomy, { end: 'changed', by: null });
      return { kind: 'refused', reason: 'changed' };
    }
    const at = deps.now();
    const status = choice === 'accept' ? 'active' : 'declined';
    const next: Autonomy = { ...autonomy, status, decidedBy: by.name, decidedAt: at };
    await records.autonomies.update(autonomy, next);
    await records.audit.append({
      at,
      actor: by.person,
      action: choice === 'accept' ? 'autonomy.accepted' : 'autonomy.declined',
      subject: id,
      details: { automation, version, bound, surface: by.surface },
    });
    await showAutonomy(records, id);
    return { kind: 'done', autonomy: next };
  });
}
