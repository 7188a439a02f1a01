// A delivery becomes events in the log, each once, with the job that acts on it; only then is it acknowledged.
import type { Deps } from '../deps.ts';
import type { NewEvent, ShopEvent, ShopKey } from '../events/shop-event.ts';
import type { EventId } from '../ids.ts';
import type { NewDelivery } from '../ports/event-records.ts';
import type { ParsedDelivery } from '../ports/webhook-source.ts';
import { shareCommits } from './share-commits.ts';

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
type AppendDeps = Pick<IngestDeps, 'storage' | 'now' | 'crashpoint'>;

/**
 * Makes the way in: what stores what a delivery says. When it returns, the event and its job are committed; when it
 * throws, nothing is. Deliveries that wait at the same moment share a commit, `commitsAtOnce` of which are under way.
 */
export function createIngest(
  deps: IngestDeps,
  { commitsAtOnce }: { readonly commitsAtOnce: number },
): (delivery: Delivery) => Promise<Ingested> {
  const append = shareCommits(commitsAtOnce, (deliveries: readonly NewDelivery[]) =>
    appendDeliveries(deps, deliveries),
  );
  return async (delivery) => {
    const { parsed, body } = delivery;
    switch (parsed.kind) {
      case 'ignored':
        return { kind: 'ignored' };
      case 'unreadable':
        return quarantine(deps, delivery, parsed.issues);
      case 'events': {
        const stored = await append({ events: parsed.events, raw: body });
        deps.crashpoint('K4');
        return { kind: stored.some((event) => event !== null) ? 'stored' : 'duplicate' };
      }
    }
  };
}

/** Appends events and enqueues their projection, in one transaction; null stands for one that was there already. */
export async function appendEvents(
  deps: AppendDeps,
  events: readonly NewEvent[],
  raw: Uint8Array | null,
): Promise<readonly (EventId | null)[]> {
  const [stored = []] = await appendDeliveries(deps, [{ events, raw }]);
  return stored.map((event) => event?.id ?? null);
}

async function appendDeliveries(
  deps: AppendDeps,
  deliveries: readonly NewDelivery[],
): Promise<readonly (readonly (ShopEvent | null)[])[]> {
  return deps.storage.transaction(async (records) => {
    const stored = await records.events.append(deliveries, deps.now());
    const fresh = stored.flat().filter((event) => event !== null);
    await records.enqueue(fresh.map(({ id }) => ({ job: { name: 'project', eventId: id } })));
    deps.crashpoint('K3');
    return stored;
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
    const [issue = null] = issues;
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
