// A no to marketing, given by the link in a mail: it counts from the moment it is committed.
import type { Deps } from '../deps.ts';

/** Unsubscribes the customer of a token; repeating it changes nothing. */
export async function unsubscribe(
  deps: Pick<Deps, 'storage' | 'now'>,
  token: string,
): Promise<'done' | 'unknown'> {
  return deps.storage.transaction(async (records) => {
    const id = await records.customers.findByUnsubscribeToken(token);
    const profile = id === null ? null : await records.customers.lock(id);
    if (profile === null) return 'unknown';
    if (profile.emailConsent.state === 'unsubscribed') return 'done';
    const at = deps.now();
    await records.customers.save({
      ...profile,
      emailConsent: { state: 'unsubscribed', at, source: 'unsubscribe link' },
    });
    if (profile.email !== null) await records.mails.suppress(profile.email, 'unsubscribed', at);
    await records.timeline.add([
      {
        customerId: profile.id,
        key: `unsubscribed:${at.getTime()}`,
        at,
        kind: 'unsubscribed',
        data: {},
      },
    ]);
    await records.enqueue([{ job: { name: 'refresh-segments', customerId: profile.id } }]);
    await records.audit.append({
      at,
      actor: 'customer',
      action: 'customer.unsubscribed',
      subject: profile.id,
      details: {},
    });
    return 'done';
  });
}
