// Definitions that somebody wrote and has not saved.
import { asId } from '#engine/ids.ts';
import type { AutomationDraft, DraftRecords } from '#engine/ports/draft-records.ts';
import type { AutomationDraft as DraftRow } from './generated/client.ts';
import type { Session } from './session.ts';

/** Drafts of automations, each until it is too old to be saved. */
export function draftRecords(prisma: Session['prisma']): DraftRecords {
  return {
    insert: async (draft) => {
      await prisma.automationDraft.create({ data: draft });
    },
    get: async (id) => {
      const row = await prisma.automationDraft.findUnique({ where: { id } });
      return row === null ? null : toDraft(row);
    },
    drop: async (before) => {
      await prisma.automationDraft.deleteMany({ where: { at: { lt: before } } });
    },
  };
}

function toDraft(row: DraftRow): AutomationDraft {
  return { ...row, id: asId('draft', row.id) };
}
