// A delivery that could not be read is read once more, after a fix, or dropped on purpose.
import type { Decider } from '../approvals/approval.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { Quarantined } from '../ports/event-records.ts';
import type { ParsedDelivery } from '../ports/webhook-source.ts';
import { appendEvents } from './ingest-event.ts';

type QuarantineDeps = Pick<Deps, 'storage' | 'now' | 'crashpoint' | 'parseQuarantined'>;

export type QuarantineReplayed =
  | { readonly kind: 'stored'; readonly events: number }
  | {
      readonly kind: 'still-unreadable';
      readonly entry: Quarantined;
      readonly issues: Quarantined['issues'];
    };

/** Parses a quarantined delivery again; what can be read now enters the log like any event. */
export async function replayQuarantined(
  deps: QuarantineDeps,
  id: string,
): Promise<QuarantineReplayed> {
  const entry = await quarantined(deps, id);
  const parsed: ParsedDelivery = deps.parseQuarantined(entry);
  if (parsed.kind === 'unreadable')
    return { kind: 'still-unreadable', entry, issues: parsed.issues };
  const events = parsed.kind === 'events' ? parsed.events : [];
  const ids = events.length === 0 ? [] : await appendEvents(deps, events, entry.body);
  await deps.storage.quarantine.remove(id);
  return { kind: 'stored', events: ids.filter((each) => each !== null).length };
}

/** Drops a quarantined delivery for good, audited. */
export async function dropQuarantined(
  deps: Pick<Deps, 'storage' | 'now'>,
  command: { readonly id: string; readonly by: Decider },
): Promise<void> {
  const entry = await quarantined(deps, command.id);
  await deps.storage.transaction(async (records) => {
    await records.quarantine.remove(entry.id);
    await records.audit.append({
      at: deps.now(),
      actor: command.by.person,
      action: 'quarantine.dropped',
      subject: entry.id,
      details: { shop: entry.shop, topic: entry.topic },
    });
  });
}

async function quarantined(deps: Pick<Deps, 'storage'>, id: string): Promise<Quarantined> {
  const entry = await deps.storage.quarantine.get(id);
  if (entry === null) throw new UserError({ code: 'not-found', what: 'event', who: id });
  return entry;
}
