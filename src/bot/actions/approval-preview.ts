// What is said beside the form that edits an approval while it is being filled in.
import { viewExposure } from '#engine/flows/discount-exposure.ts';
import { previewEdit } from '#engine/flows/edit-approval.ts';
import { asId } from '#engine/ids.ts';
import type { ActionRef } from '../action-id.ts';
import type { Context } from '../command.ts';
import type { Draft, Preview } from '../form.ts';
import { loadApproval } from '../posts/subject-cards.ts';
import type { Words } from '../words/en.ts';
import { editSentence } from '../work/edit-preview.ts';
import { changesOf } from './approval-changes.ts';

/** What the changes would come to, or what is wrong with them. */
export async function previewDraft(
  words: Words,
  { deps }: Context,
  { values }: Draft,
  action: ActionRef,
): Promise<Preview> {
  const { approvals } = words;
  const id = asId('approval', action.id);
  const view = await loadApproval(deps, id);
  if (view === null || view.profile === null) return { sentence: approvals.refused('not-found') };
  const previewed = await previewEdit(deps, { id, changes: changesOf(view, values) });
  if (previewed === null) return { sentence: approvals.refused('not-found') };
  if (previewed.kind === 'invalid')
    return { sentence: approvals.editProblem(previewed.problem, previewed.limit ?? 0) };
  const { plan, effects } = previewed;
  const exposure = await viewExposure(deps, { ...plan, effects }, view.profile);
  return { sentence: editSentence(words, { effects, exposure }) };
}
