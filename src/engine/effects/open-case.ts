// A refund case for a return request, with the order's items and amount.
import type { Effect } from '../actions/effect.ts';
import { type Case, newCase } from '../cases/case.ts';
import { workClockOf } from '../cases/work-clock.ts';
import type { Order } from '../customers/purchases.ts';
import type { ReturnItem } from '../events/shop-event.ts';
import type { Records } from '../ports/storage.ts';
import { type Attempt, type PerformDeps, type Performed, stepEntry } from './attempt.ts';

/** Opens a case for the return that triggered the run; a second one for the same return is not made. */
export async function openCase(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'open-case' }>,
  attempt: Attempt,
): Promise<Performed> {
  const { origin } = attempt.plan;
  const run = origin.kind === 'run' ? await deps.storage.runs.get(origin.runId) : null;
  const event = run?.eventId == null ? null : await deps.storage.events.get(run.eventId);
  if (run === null || event === null || !('return' in event.fact))
    return { kind: 'skipped', reason: 'no-return' };
  const { return: request } = event.fact;
  const order =
    request.orderRef === null
      ? null
      : await deps.storage.purchases.order(event.shop, request.orderRef);
  const item = newCase({
    id: deps.newId('case'),
    shop: event.shop,
    returnRef: request.ref,
    orderRef: request.orderRef,
    orderNumber: order?.number ?? request.orderRef,
    customerId: attempt.profile.id,
    amount: request.amount ?? order?.total ?? null,
    reason: request.reason ?? null,
    note: request.note ?? null,
    items: itemsOf(request.items, order),
    openedAt: deps.now(),
    dueIn: effect.dueIn,
    clock: workClockOf(deps.playbook.team),
    channel: effect.channel,
    mention: effect.mention ?? null,
  });
  return {
    kind: 'done',
    ref: item.id,
    record: (records) => storeCase(deps, records, item, attempt),
  };
}

async function storeCase(
  deps: PerformDeps,
  records: Records,
  item: Case,
  attempt: Attempt,
): Promise<void> {
  if (!(await records.cases.insert(item))) return;
  const { origin } = attempt.plan;
  if (origin.kind === 'run') await records.runs.setCase(origin.runId, item.id);
  await records.timeline.add([
    stepEntry(deps, attempt, 'case-opened', {
      caseId: item.id,
      number: item.orderNumber,
      reason: item.reason,
    }),
  ]);
  await records.audit.append({
    at: item.openedAt,
    actor: 'regulars',
    action: 'case.opened',
    subject: item.id,
    details: {},
  });
  await records.enqueue([
    { job: { name: 'publish', subject: { kind: 'case', id: item.id }, channel: item.channel } },
  ]);
}

/** Shopify's returns name lines, not titles: those stand in the order. A return without items is of the whole order. */
function itemsOf(items: readonly ReturnItem[], order: Order | null): readonly ReturnItem[] {
  const lines = order?.items ?? [];
  if (items.length === 0) return lines.map(({ title, quantity }) => ({ title, quantity }));
  return items.map((item) => {
    const line = lines.find(
      ({ lineItemRef }) => lineItemRef !== undefined && lineItemRef === item.lineItemRef,
    );
    return item.title === '' && line !== undefined ? { ...item, title: line.title } : item;
  });
}
