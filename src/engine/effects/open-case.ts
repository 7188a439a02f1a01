// A case for a return request or for what a customer has written: with their words, the order, its items and amount.
import type { Effect } from '../actions/effect.ts';
import { type Case, newCase, woken } from '../cases/case.ts';
import { type Occasion, occasionOf, orderNumbersIn } from '../cases/occasion.ts';
import { caseDueOf, workClockOf } from '../cases/work-clock.ts';
import { displayName } from '../customers/profile.ts';
import type { Order } from '../customers/purchases.ts';
import type { ReturnItem, ShopEvent } from '../events/shop-event.ts';
import type { Records } from '../ports/storage.ts';
import { type Attempt, type PerformDeps, type Performed, stepEntry } from './attempt.ts';

type Opening = Extract<Effect, { kind: 'open-case' }>;

/** Opens a case. A second one for the same return is not made, and what somebody writes besides joins their open case. */
export async function openCase(
  deps: PerformDeps,
  effect: Opening,
  attempt: Attempt,
): Promise<Performed> {
  const { origin } = attempt.plan;
  const run = origin.kind === 'run' ? await deps.storage.runs.get(origin.runId) : null;
  const event = run?.eventId == null ? null : await deps.storage.events.get(run.eventId);
  const words = occasionOf(event?.fact ?? null);
  const item = newCase({
    id: deps.newId('case'),
    about: effect.about ?? 'refund',
    ...(await goodsOf(deps, event, words, attempt)),
    ...words,
    customerId: attempt.profile.id,
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

/** The order that an event is about, or that the customer names, with what is to come back of it. */
async function goodsOf(
  { storage }: PerformDeps,
  event: ShopEvent | null,
  words: Occasion,
  { profile }: Attempt,
): Promise<Pick<Case, 'shop' | 'returnRef' | 'orderRef' | 'orderNumber' | 'amount' | 'items'>> {
  const fact = event?.fact ?? null;
  const request = fact !== null && 'return' in fact ? fact.return : null;
  const ref = request?.orderRef ?? (fact !== null && 'order' in fact ? fact.order.ref : null);
  const order =
    event === null || ref === null
      ? await orderNamed(storage, words, profile.id)
      : await storage.purchases.order(event.shop, ref);
  return {
    shop: order?.shop ?? event?.shop ?? 'team',
    returnRef: request?.ref ?? null,
    orderRef: ref ?? order?.ref ?? null,
    orderNumber: order?.number ?? ref,
    amount: request?.amount ?? order?.total ?? null,
    items: itemsOf(request?.items ?? [], order),
  };
}

/** Only an order of their own counts. */
async function orderNamed(
  { purchases }: Pick<Records, 'purchases'>,
  words: Occasion,
  customerId: Case['customerId'],
): Promise<Order | null> {
  for (const number of orderNumbersIn(words)) {
    const order = await purchases.orderByNumber(number);
    if (order !== null && order.customerId === customerId) return order;
  }
  return null;
}

async function storeCase(
  deps: PerformDeps,
  records: Records,
  item: Case,
  attempt: Attempt,
): Promise<void> {
  const { origin } = attempt.plan;
  const joined = item.returnRef === null ? await joinOpenCase(deps, records, item, attempt) : null;
  if (joined === null && !(await records.cases.insert(item))) return;
  const { id } = joined ?? item;
  if (origin.kind === 'run') await records.runs.setCase(origin.runId, id);
  if (joined !== null) return;
  await records.timeline.add([
    stepEntry(deps, attempt, 'case-opened', {
      caseId: id,
      number: item.orderNumber,
      reason: item.reason,
    }),
  ]);
  await records.audit.append({
    at: item.openedAt,
    actor: 'regulars',
    action: 'case.opened',
    subject: id,
    details: {},
  });
  await records.enqueue([publishOf(item)]);
}

/** More open cases than one customer has. */
const OPEN = 20;

/** What somebody writes while a case of theirs is open stands there as a note, and wakes it; null: they have none. */
async function joinOpenCase(
  deps: PerformDeps,
  records: Records,
  { about, customerId, reason, note, openedAt: at }: Case,
  { profile, plan, position }: Attempt,
): Promise<Case | null> {
  if (customerId === null) return null;
  await records.customers.lock(customerId);
  const open = await records.cases.list({ customerId, open: true }, { limit: OPEN });
  const found = open.find((item) => item.about === about && item.returnRef === null);
  if (found === undefined) return null;
  const by = displayName(profile);
  const text = [reason, note]
    .filter((part) => part !== null)
    .join('\n')
    .slice(0, 2_000)
    .toWellFormed();
  const notes = text === '' ? found.notes : [...found.notes, { at, by, text }];
  const awake = woken(found, at, caseDueOf(deps.playbook.team));
  if (!(await records.cases.update(found, { ...awake, notes }))) return null;
  const key = `wrote:${plan.id}:${position}`;
  const said = { kind: 'note', by, text } as const;
  const subject = { kind: 'case', id: found.id } as const;
  await records.enqueue([
    publishOf(found),
    ...(text === '' ? [] : [{ job: { name: 'reply', subject, key, note: said } } as const]),
  ]);
  return found;
}

function publishOf({ id, channel }: Case) {
  return { job: { name: 'publish', subject: { kind: 'case', id }, channel } } as const;
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
