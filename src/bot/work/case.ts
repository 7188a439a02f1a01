// Working a case from any face: what the flows answer, as the case's card or as why not.

import type { Worked } from '#engine/flows/change-case.ts';
import { handOverCases } from '#engine/flows/hand-over-cases.ts';
import type { Asked } from '#engine/flows/settle-case.ts';
import { asId, type CaseId } from '#engine/ids.ts';
import { changed, notFound, refusedAs, refusedFor, shown } from '../answers.ts';
import { askedCard } from '../cards/asked.ts';
import { sentenceCard } from '../cards/list.ts';
import { type CaseView, refundCaseCard } from '../cards/refund-case.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Answer, Context, Parameter } from '../command.ts';
import { caseJson } from '../commands/case-json.ts';
import { place } from '../commands/parameters.ts';
import { loadCase } from '../posts/subject-cards.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';

/** The case as an answer. */
export async function showCase(
  words: Words,
  { deps }: Pick<Context, 'deps'>,
  id: CaseId,
): Promise<Answer> {
  const { card, json } = present(words, (await loadCase(deps, id)) ?? notFound('case', id));
  return shown(card, json);
}

/** The case as a command has just changed it. */
export async function changedCase(
  words: Words,
  { deps, teammate }: Context,
  id: CaseId,
): Promise<Answer> {
  const view = (await loadCase(deps, id)) ?? notFound('case', id);
  const { status, resolution } = view.case;
  return changed(present(words, view), {
    ...{ kind: 'case', id, by: teammate.name },
    state: ({ cases }) => (resolution === null ? cases.status(status) : cases.resolved(resolution)),
  });
}

/** Why a change was refused, with the case as it stands; null when it was done. */
export async function caseRefusal(
  words: Words,
  { deps }: Pick<Context, 'deps'>,
  id: CaseId,
  outcome: Worked,
): Promise<Answer | null> {
  if (outcome.kind === 'done') return null;
  const view = await loadCase(deps, id);
  if (view === null) return refusedFor(words, { code: 'not-found', what: 'case', who: id });
  const { reason } = outcome;
  const message = words.cases.refused(reason);
  const refusal = { title: words.cases.refusedTitle, code: reason, message };
  return refusedAs(refusal, present(words, view));
}

/** The case as it is now, or why it was not changed. */
export async function workedCase(
  words: Words,
  context: Context,
  id: CaseId,
  outcome: Worked,
): Promise<Answer> {
  const refusal = await caseRefusal(words, context, id, outcome);
  return refusal ?? changedCase(words, context, id);
}

/** What was asked of who decides, with the way to it; or why not, with the case as it stands. */
export async function settleAnswer(
  words: Words,
  context: Pick<Context, 'deps'>,
  id: CaseId,
  asked: Asked,
  title: string,
): Promise<Answer> {
  if (asked.kind === 'refused') {
    const refusal = await caseRefusal(words, context, id, asked);
    return refusal ?? notFound('case', id);
  }
  const { approval } = asked;
  return shown(askedCard(words, approval.id, title), {
    case: id,
    approval: approval.id,
  });
}

/** Hands all open cases of whoever asks to somebody, or back (null), and says how many. */
export async function handOverMine(
  words: Words,
  { deps, teammate }: Context,
  to: string | null,
): Promise<Answer> {
  const { giveMine, done, none } = words.cases.handOver;
  const count = await handOverCases(deps, { by: toDecider(teammate), to });
  const name = to === null ? null : oneLine(to, 60);
  return shown(sentenceCard(giveMine, count === 0 ? none : done(count, name)), { count, to });
}

/** The id of a case as somebody typed it. */
export function caseId(typed: string): CaseId {
  return asId('case', typed.trim());
}

/** Which case a command is about. */
export function caseIdPlace(words: Words): Parameter {
  return place('id', words.parameterSummaries.caseId, 'case');
}

function present(words: Words, view: CaseView) {
  return { card: refundCaseCard(words, view), json: caseJson(view) };
}
