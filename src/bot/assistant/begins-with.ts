// What somebody speaks of without saying so: the thing on whose card they answer, and its customer.
import { asId, type CustomerId } from '#engine/ids.ts';
import type { Conversation } from '#engine/ports/assistant-records.ts';
import type { PostSubject } from '#engine/ports/notifier.ts';
import type { Records } from '#engine/ports/storage.ts';
import type { Context } from '../command.ts';

/** What a conversation below a card begins with; null where it stands below none, or nobody's. */
export async function beginsWith({
  deps: { storage },
  thread,
  teammate,
}: Pick<Context, 'deps' | 'thread' | 'teammate'>): Promise<Conversation | null> {
  const below = thread?.below ?? [];
  if (below.length === 0) return null;
  const subject = await storage.posts.standingAs(teammate.surface, below);
  const customerId = subject === null ? null : await customerOf(storage, subject);
  if (subject === null || customerId === null) return null;
  const prefix = subject.id.slice(0, Math.max(0, subject.id.indexOf('_')));
  const things = { [prefix]: subject.id, last: subject.id };
  return { customerId, people: null, last: 'customer', things, rows: [], exchanges: [] };
}

async function customerOf(storage: Records, { kind, id }: PostSubject): Promise<CustomerId | null> {
  switch (kind) {
    case 'case':
      return (await storage.cases.get(asId('case', id)))?.customerId ?? null;
    case 'task':
      return (await storage.tasks.get(asId('task', id)))?.customerId ?? null;
    case 'approval':
      return (await storage.approvals.get(asId('approval', id)))?.customerId ?? null;
    default:
      return null;
  }
}
