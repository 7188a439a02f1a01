// Who looked at a customer's personal data, for the audit log.
import type { Decider } from '../approvals/approval.ts';
import type { Deps } from '../deps.ts';
import type { CustomerId } from '../ids.ts';

/** Keeps that somebody opened a customer's profile, where their address and number stand in full. */
export async function noteLook(
  { storage, now }: Pick<Deps, 'storage' | 'now'>,
  { customerId, by }: { readonly customerId: CustomerId; readonly by: Decider },
): Promise<void> {
  await storage.audit.append({
    at: now(),
    actor: by.person,
    action: 'customer.looked-up',
    subject: customerId,
    details: { surface: by.surface },
  });
}
