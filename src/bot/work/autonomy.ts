// What people say of earned autonomy, by press or by command.
import { type AutonomyChoice, settleAutonomy } from '#engine/flows/settle-autonomy.ts';
import type { AutonomyId } from '#engine/ids.ts';
import type { ActionReply } from '../actions/action-handler.ts';
import { notFound, refusedAs } from '../answers.ts';
import { autonomyCard } from '../cards/autonomy.ts';
import type { Context } from '../command.ts';
import { loadAutonomy } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';

/** `done`: the card that stands in the channel has changed. Who was late reads how it stands. */
export async function sayOfAutonomy(
  words: Words,
  { deps, teammate }: Context,
  said: { readonly id: AutonomyId; readonly choice: AutonomyChoice },
): Promise<Exclude<ActionReply, { readonly kind: 'faults' }>> {
  const settled = await settleAutonomy(deps, { ...said, by: toDecider(teammate) });
  if (settled.kind === 'done') return { kind: 'done', subject: { kind: 'autonomy', id: said.id } };
  const view = await loadAutonomy(deps, said.id);
  const { reason } = settled;
  if (view === null || reason === 'not-found') return notFound('card', said.id);
  const { refusedTitle: title, refused } = words.autonomy;
  const card = autonomyCard(words, view);
  return refusedAs(
    { title, code: reason, message: refused[reason] },
    { card, json: view.autonomy },
  );
}
