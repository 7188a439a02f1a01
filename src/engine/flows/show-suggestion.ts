// Where the team sees two customers who may be one: a card among the approvals, changed where it stands.
import type { SuggestionId } from '../ids.ts';
import type { Channel } from '../playbook/team.ts';
import type { PostSubject } from '../ports/notifier.ts';
import type { Records } from '../ports/storage.ts';

/** The channel that the cards stand in. */
const CHANNEL: Channel = 'approvals';

/** The card of a suggestion and the channel it stands in. */
export function cardOfSuggestion(id: SuggestionId): {
  readonly subject: PostSubject;
  readonly channel: Channel;
} {
  return { subject: { kind: 'suggestion', id }, channel: CHANNEL };
}

/** Has these drawn as they are once the transaction has ended. */
export async function showSuggestions(
  records: Pick<Records, 'enqueue'>,
  ids: readonly SuggestionId[],
): Promise<void> {
  const jobs = ids.map((id) => ({ job: { name: 'publish', ...cardOfSuggestion(id) } as const }));
  if (jobs.length > 0) await records.enqueue(jobs);
}
