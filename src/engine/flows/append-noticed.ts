// What we noticed ourselves, as events of our own: in the log, on the timeline, and told to the automations.
import type { NewTimelineEntry } from '../customers/timeline.ts';
import type { Fact, NewEvent } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';

/** Something that happened to one customer; `dedupeKey` names it, so that it is noticed once. */
export type Noticed = {
  readonly customerId: CustomerId;
  readonly dedupeKey: string;
  readonly fact: Fact;
  /** Null: the timeline says it already. */
  readonly entry: Pick<NewTimelineEntry, 'kind' | 'data'> | null;
};

/** Appends what is new inside the transaction that brought it about; what was noticed before is left out. */
export async function appendNoticed(
  records: Pick<Records, 'events' | 'timeline' | 'enqueue'>,
  noticed: readonly Noticed[],
  at: Date,
): Promise<void> {
  if (noticed.length === 0) return;
  const events = noticed.map(
    ({ dedupeKey, fact }): NewEvent => ({
      ...{ shop: 'regulars', dedupeKeys: [dedupeKey], fact, occurredAt: at, historic: false },
    }),
  );
  const [stored = []] = await records.events.append([{ events, raw: null }], at);
  const fresh = stored.flatMap((event, index) => {
    const one = noticed[index];
    return event === null || one === undefined ? [] : [{ ...one, eventId: event.id }];
  });
  await records.events.assign(
    new Map(fresh.map(({ eventId, customerId }) => [eventId, customerId])),
  );
  await records.timeline.add(
    fresh.flatMap(({ eventId, customerId, entry }) =>
      entry === null ? [] : [{ customerId, key: `event:${eventId}`, at, ...entry }],
    ),
  );
  await records.enqueue(
    fresh.map(({ eventId, customerId }) => ({
      job: { name: 'evaluate', eventId, customerId } as const,
    })),
  );
}
