// A delivery becomes events in the log, each once, with the job that acts on it; only then is it acknowledged.
import type { Deps } from '../deps.ts';
import type { NewEvent, ShopKey } from '../events/shop-event.ts';
import type { EventId } from '../ids.ts';
import type { ParsedDelivery } from '../ports/webhook-source.ts';

/** One signed delivery, parsed as far as it could be. */
export type Delivery = {
  readonly shop: ShopKey;
  readonly topic: string;
  readonly deliveryId: string;
  readonly body: Uint8Array;
  readonly parsed: ParsedDelivery;
};

export type Ingested = { readonly kind: 'stored' | 'duplicate' | 'ignored' | 'quarantined' };

type IngestDeps = Pick<Deps, 'storage' | 'now' | 'newId' | 'log' | 'crashpoint'>;

/** Stores what a delivery says. When it returns, the event and its job are committed; when it throws, nothing is. */
export async function ingestDelivery(deps: IngestDeps, delivery: Delivery): Promise<Ingested> {
  switch (delivery.parsed.kind) {
    case 'ignored':
      return { kind: 'ignored' };
    case 'unreadable':
      return quarantine(deps, delivery, delivery.parsed.issues);
    case 'events': {
      const ids = await appendEvents(deps, delivery.parsed.events, delivery.body);
      deps.crashpoint('K4');
      return { kind: ids.some((id) => id !== null) ? 'stored' : 'duplicate' };
    }
  }
}

/** Appends events and enqueues their projection, in one transaction; null stands for one that was there already. */
export async function appendEvents(
  deps: Pick<IngestDeps, 'storage' | 'now' | 'crashpoint'>,
  events: readonly NewEvent[],
  raw: Uint8Array | null,
): Promise<readonly (EventId | null)[]> {
  return deps.storage.transaction(async (records) => {
    const ids = await records.events.append(events, deps.now(), raw);
    await records.enqueue(
      ids.flatMap((eventId) =>
        eventId === null ? [] : [{ job: { name: 'project', eventId } as const }],
      ),
    );
    deps.crashpoint('K3');
    return ids;
  });
}

/** Keeps what could not be read, and tells the team once. */
async function quarantine(
  deps: IngestDeps,
  delivery: Delivery,
  issues: readonly { readonly path: string; readonly message: string }[],
): Promise<Ingested> {
  const { shop, topic, deliveryId, body } = delivery;
  const id = deps.newId('entry');
  const kept = await deps.storage.transaction(async (records) => {
    const isNew = await records.quarantine.add({
      id,
      shop,
      topic,
      deliveryId,
      receivedAt: deps.now(),
      issues,
      body,
    });
    if (!isNew) return false;
    const issue = issues[0] === undefined ? '' : `${issues[0].path}: ${issues[0].message}`;
    await records.enqueue([
      {
        job: {
          name: 'tell',
          channel: 'reports',
          key: `quarantine:${id}`,
          news: { kind: 'quarantined', shop, topic, id, issue },
        },
      },
    ]);
    return true;
  });
  if (kept)
    deps.log.warn(
      { shop, topic, quarantineId: id },
      'a delivery could not be read and is kept in quarantine',
    );
  return { kind: kept ? 'quarantined' : 'duplicate' };
}
