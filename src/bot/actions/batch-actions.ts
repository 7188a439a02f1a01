// Buttons about batches: open one, confirm a preview, decide for all of it, stop, go on, undo.
import { asId } from '#engine/ids.ts';
import type { Words } from '../words/en.ts';
import { confirm, decide, goOn, showBatch, stop, undoBatch } from '../work/batch.ts';
import type { ActionHandler } from './action-handler.ts';

/** The buttons about batches. Each answers with how the batch stands then. */
export function batchActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'batch.show',
      role: 'viewer',
      press: (context, { id }) => showBatch(words, context, asId('batch', id)),
    },
    {
      name: 'batch.confirm',
      role: 'admin',
      press: (context, { id }) => confirm(words, context, asId('batch', id)),
    },
    {
      name: 'batch.approve',
      role: 'approver',
      press: (context, { id }) => decide(words, context, asId('batch', id), 'approved'),
    },
    {
      name: 'batch.reject',
      role: 'approver',
      press: (context, { id }) => decide(words, context, asId('batch', id), 'rejected'),
    },
    {
      name: 'batch.stop',
      role: 'admin',
      press: (context, { id }) => stop(words, context, asId('batch', id)),
    },
    {
      name: 'batch.continue',
      role: 'admin',
      press: (context, { id }) => goOn(words, context, asId('batch', id)),
    },
    {
      name: 'batch.undo',
      role: 'admin',
      press: (context, { id }) => undoBatch(words, context, asId('batch', id)),
    },
  ];
}
