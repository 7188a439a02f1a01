// What can be done about a batch as it stands: as buttons, and as the line to type where there are none.

import { type Block, type Button, buttons } from '../card.ts';
import type { Words } from '../words/en.ts';
import type { BatchView } from '../work/batch-view.ts';

/** The buttons of the state that a batch is in. */
export function batchButtons(words: Words, view: BatchView): Block {
  const { batches } = words;
  const { batch } = view;
  const { id, status } = batch;
  if (status === 'previewed')
    return buttons(newOnlyButton(words, view), confirmButton(words, view), {
      label: batches.cancel,
      action: { name: 'batch.stop', id },
    });
  if (status === 'waiting-for-approval')
    return buttons(
      { label: words.approvals.approve, action: { name: 'batch.approve', id }, style: 'primary' },
      { label: words.approvals.reject, action: { name: 'batch.reject', id }, style: 'danger' },
    );
  if (status === 'running')
    return buttons({ label: batches.stop, action: { name: 'batch.stop', id }, style: 'danger' });
  return buttons(
    view.canGoOn && (status === 'stopped' || status === 'done')
      ? { label: batches.continue[status], action: { name: 'batch.continue', id } }
      : null,
    batch.undoneBy === null
      ? null
      : { label: batches.openUndo, action: { name: 'batch.show', id: batch.undoneBy } },
    view.canBeUndone ? { label: batches.undo, action: { name: 'batch.undo', id } } : null,
  );
}

/** The line that does what the first button does; null where there is nothing to do. */
export function batchLine({ batch, canBeUndone }: BatchView): string | null {
  if (batch.status === 'previewed') return `batch confirm ${batch.id}`;
  if (batch.status === 'waiting-for-approval') return `batch approve ${batch.id}`;
  if (batch.status === 'running') return `batch stop ${batch.id}`;
  return canBeUndone ? `undo ${batch.id}` : null;
}

/** Taking an automation live without those who qualify already; null for any other batch. */
function newOnlyButton({ batches }: Words, { batch: { id, change, undoOf } }: BatchView) {
  if (change.kind !== 'run' || !change.activates || undoOf !== null) return null;
  return { label: batches.newOnly, action: { name: 'automation.live-new', id } };
}

/** It says how many; more than half of everybody is asked about once more. */
function confirmButton({ batches }: Words, { batch, population }: BatchView): Button {
  const { change } = batch.foreseen;
  const label = confirmLabel(batches, batch);
  const button: Button = {
    label,
    action: { name: 'batch.confirm', id: batch.id },
    style: 'primary',
  };
  if (population === null || change * 2 <= population) return button;
  const { title, text, confirm } = batches.large;
  return { ...button, confirm: { title, text: text(change, population), confirm } };
}

function confirmLabel(
  batches: Words['batches'],
  { change, undoOf, foreseen }: BatchView['batch'],
): string {
  if (undoOf !== null) return batches.confirmUndo(foreseen.change);
  if (change.kind !== 'run') return batches.confirm(foreseen.change);
  return change.activates ? batches.theseToo(foreseen.change) : batches.confirmRun(foreseen.change);
}
