// Going through what waits for somebody's decision, one after the other; where they are is named by the approval they saw last.
import type { Decision } from '#engine/approvals/approval.ts';
import type { ApprovalId } from '#engine/ids.ts';
import { shown } from '../answers.ts';
import type { ApprovalView } from '../cards/approval.ts';
import { type ReviewView, reviewCard } from '../cards/review.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Answer, Context } from '../command.ts';
import { approvalJson } from '../commands/approval-json.ts';
import { loadApproval } from '../posts/subject-cards.ts';
import type { Words } from '../words/en.ts';
import { decideApproval } from './decisions.ts';

/** The first that waits for this person behind the given one; null: from the beginning. `said` comes above it. */
export function reviewAfter(
  words: Words,
  context: Context,
  after: ApprovalId | null,
  said: string | null = null,
): Promise<Answer> {
  return review(words, context, { from: after, inclusive: false, said });
}

/** The given one as it is now, if it still waits for this person, else the next. */
export function reviewAt(
  words: Words,
  context: Context,
  at: ApprovalId,
  said: string | null = null,
): Promise<Answer> {
  return review(words, context, { from: at, inclusive: true, said });
}

/** Decides, and goes on to the next. What cannot be decided so stays in view with the reason, where it still waits. */
export async function decideAndGoOn(
  words: Words,
  context: Context,
  decision: {
    readonly id: ApprovalId;
    readonly decision: Decision['decision'];
    readonly seenVersion: number | null;
    readonly reason?: string;
  },
): Promise<Answer> {
  const { reviews } = words;
  const { id } = decision;
  const outcome = await decideApproval(words, context, decision);
  const summary = oneLine((await context.deps.storage.approvals.get(id))?.summary ?? id, 110);
  if (outcome.kind !== 'refused') {
    const sayDecided =
      outcome.kind === 'settled' ? reviews[decision.decision] : reviews.needsSecond;
    return reviewAfter(words, context, id, sayDecided(summary));
  }
  const { answer } = outcome;
  const why = answer.kind === 'card' ? answer.refused : undefined;
  const next = await reviewAt(words, context, id, reviews.notDecided(summary, why?.message ?? ''));
  return next.kind === 'card' && why !== undefined ? { ...next, refused: why } : next;
}

async function review(
  words: Words,
  { deps, teammate }: Context,
  asked: {
    readonly from: ApprovalId | null;
    readonly inclusive: boolean;
    readonly said: string | null;
  },
): Promise<Answer> {
  const { from, inclusive, said } = asked;
  const approval = from === null ? null : await deps.storage.approvals.get(from);
  const { person } = teammate;
  const place = await deps.storage.approvals.queue(
    { person, now: deps.now() },
    approval && { approval, inclusive },
  );
  const view = place.approval === null ? null : await loadApproval(deps, place.approval.id);
  const { position, total } = place;
  const answer = shown(
    reviewCard(words, { view, position, total, said }),
    reviewJson({ view, position, total, said }),
  );
  return answer.kind === 'card' ? { ...answer, inPlace: true } : answer;
}

function reviewJson({ view, position, total, said }: ReviewView) {
  return {
    approval: view === null ? null : approvalJson(view satisfies ApprovalView),
    position: view === null ? null : position,
    total,
    said,
  };
}
