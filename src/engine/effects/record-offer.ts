// What was offered to a customer instead of a refund, on the case.
import type { Effect } from '../actions/effect.ts';
import type { Records } from '../ports/storage.ts';
import type { PerformDeps } from './attempt.ts';

/** Notes what was offered, so that the links in the mail that follows lead somewhere. */
export async function recordOffer(
  deps: PerformDeps,
  records: Records,
  effect: Extract<Effect, { kind: 'record-offer' }>,
): Promise<void> {
  const item = await records.cases.get(effect.caseId);
  if (item === null || item.offer?.token === effect.token) return;
  const offer = {
    options: effect.options,
    token: effect.token,
    offeredAt: deps.now(),
    answer: null,
  };
  await records.cases.update(item, { ...item, offer });
  const subject = { kind: 'case', id: item.id } as const;
  await records.enqueue([{ job: { name: 'publish', subject, channel: item.channel } }]);
}
