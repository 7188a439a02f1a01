// What the card of a batch says where the batch runs an automation: whom the guards leave out, what waits, what it ran for.
import type { Batch, LeftOutCounts, RunChange } from '#engine/batches/batch.ts';
import { type Block, note, text } from '../card.ts';
import type { Words } from '../words/en.ts';
import type { BatchView } from '../work/batch-view.ts';

/** How many are left out, a line for each reason, the most first. */
export function leftOutBlocks(words: Words, counts: LeftOutCounts | undefined): readonly Block[] {
  const items = (counts ?? [])
    .toSorted((a, b) => b.count - a.count)
    .map(({ reason, count }) => ({
      mark: 'skipped' as const,
      text: [words.guards.leftOut(reason, count)],
    }));
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

/** What a preview of runs says beside the numbers. */
export function runBlocks(
  { batches }: Words,
  { automation, bulk, batch }: Pick<BatchView, 'automation' | 'bulk' | 'batch'>,
  { mode, activates }: RunChange,
): readonly Block[] {
  const { runs } = batches;
  const isLater = automation?.actions.some(({ needsApproval }) => needsApproval) === true;
  const asks = bulk === null ? (isLater ? runs.asksLater : runs.acts) : runs.asksOnce;
  const acts = mode === 'shadow' ? runs.shadow : asks;
  const mailsToo =
    automation?.actions.some(({ kind }) => kind === 'email') === true &&
    automation.actions.some(({ kind, control }) => control === null && !MAILS.has(kind));
  return [
    text([acts, ...(mailsToo ? [runs.mailLater] : [])].join(' ')),
    ...(batch.status !== 'previewed' && activates
      ? []
      : [text(activates ? runs.notYet : runs.conditionNotAsked)]),
    note(mode === 'live' ? `${batches.frozen} ${runs.undoable}` : batches.frozen),
  ];
}

const MAILS: ReadonlySet<string> = new Set(['email', 'discount']);

/** The label of those whom it was done for. */
export function changedLabel({ batches }: Words, { change, undoOf }: Batch): string {
  return change.kind === 'run' && undoOf === null ? batches.ran : batches.outcome.changed;
}

/** How it ended. */
export function doneSentence(
  { batches }: Words,
  { batch, tally }: Pick<BatchView, 'batch' | 'tally'>,
): string {
  const { changed } = tally.members;
  const all = batch.foreseen.customers;
  if (batch.change.kind !== 'run') return batches.progress.done(changed, all);
  return batch.undoOf === null
    ? batches.progress.ran(changed, all)
    : batches.progress.takenBack(changed, all);
}
