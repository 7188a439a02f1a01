// A customer asks for a return on our own page: the event that shops with return requests send, for those that have none.
import type { Deps } from '../deps.ts';
import { dayOf } from '../time.ts';
import { appendEvents } from './ingest-event.ts';

/** What was filled in; texts are untrusted. `reason` is a shop's code: `damaged`. */
export type ReturnRequest = {
  readonly orderNumber: string | null;
  readonly reason: string;
  readonly note: string | null;
};

/**
 * Takes a request of whoever holds the token of a mail, once a day for each order. `no-order`: none of theirs has this number.
 * Without a number a teammate has to ask for it.
 */
export async function requestReturn(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now' | 'newId' | 'crashpoint'>,
  token: string,
  { orderNumber, reason, note }: ReturnRequest,
): Promise<'recorded' | 'already' | 'unknown' | 'no-order'> {
  const { customers, purchases } = deps.storage;
  const id = await customers.findByUnsubscribeToken(token);
  const profile = id === null ? null : await customers.get(id);
  if (profile === null || profile.email === null) return 'unknown';
  const orders = orderNumber === null ? [] : await purchases.ordersOf(profile.id);
  const wanted = plain(orderNumber);
  const order = orders.find(({ number, ref }) => plain(number ?? ref) === wanted) ?? null;
  if (orderNumber !== null && order === null) return 'no-order';
  const at = deps.now();
  const day = dayOf(at, deps.playbook.team.timezone);
  const request = {
    ref: `form-${deps.newId('entry')}`,
    orderRef: order?.ref ?? null,
    reason,
    ...(note === null ? {} : { note }),
    items: [],
    requestedAt: at,
  };
  const customer = order === null ? { email: profile.email } : null;
  const [stored] = await appendEvents(
    deps,
    [
      {
        shop: order?.shop ?? 'events',
        dedupeKeys: [`return-form:${profile.id}:${order?.ref ?? ''}:${day}`],
        fact: { type: 'return.requested', customer, return: request },
        occurredAt: at,
        historic: false,
      },
    ],
    null,
  );
  return stored == null ? 'already' : 'recorded';
}

/** A number as people type it: with or without #, in any case. */
function plain(number: string | null): string {
  return (number ?? '').replace(/[#\s]/g, '').toLowerCase();
}
