// Answers that a channel reads and that name customers: noted by customer, to be taken back when one of them is forgotten.
import type { Deps } from '#engine/deps.ts';
import { type CustomerId, idsIn } from '#engine/ids.ts';
import type { Answer } from '../command.ts';
import type { SurfaceName } from '../teammate.ts';

/** An answer as it stands on a surface. */
export type StandingAnswer = {
  readonly surface: SurfaceName;
  /** The surface's own ids. */
  readonly channel: string;
  readonly messageId: string;
  readonly answer: Extract<Answer, { kind: 'card' }>;
};

/** Notes an answer as a line about everybody it names. Where one of them has been forgotten meanwhile it is taken back. */
export async function noteAnswer(
  { storage, newId }: Pick<Deps, 'storage' | 'newId'>,
  { surface, channel, messageId, answer }: StandingAnswer,
): Promise<void> {
  const named = customersIn(answer);
  if (named.length === 0) return;
  await storage.transaction(async ({ posts, customers, enqueue }) => {
    // Who is being forgotten is waited for.
    await customers.lockMany(named);
    for (const id of named) {
      const subject = { kind: 'customer', id } as const;
      const post = await posts.claim({ id: newId('post'), subject, surface, channel });
      await posts.addLine(post.id, messageId, messageId);
      if ((await customers.get(id)) === null) await enqueue([{ job: { name: 'redact', subject } }]);
    }
  });
}

/** Whoever stands on a card stands by id on its buttons or in its JSON form, or is said to be named. */
function customersIn({ card, json, names = [] }: StandingAnswer['answer']): readonly CustomerId[] {
  return [...new Set([...names, ...idsIn('customer', JSON.stringify([card, json]))])];
}
