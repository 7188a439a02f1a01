// THE list of buttons.

import type { Words } from '../words/en.ts';
import { dropDelivery, rereadDelivery } from '../work/quarantine.ts';
import type { ActionHandler } from './action-handler.ts';
import { approvalActions } from './approval-actions.ts';
import { automationActions } from './automation-actions.ts';
import { autonomyActions } from './autonomy-actions.ts';
import { batchActions } from './batch-actions.ts';
import { caseActions } from './case-actions.ts';
import { customerActions } from './customer-actions.ts';
import { digestActions } from './digest-actions.ts';
import { feedbackActions } from './feedback-actions.ts';
import { mailActions } from './mail-actions.ts';
import { promptActions } from './prompt-actions.ts';
import { proposalActions } from './proposal-actions.ts';
import { reviewActions } from './review-actions.ts';
import { runActions } from './run-actions.ts';
import { segmentActions } from './segment-actions.ts';
import { stepActions } from './step-actions.ts';
import { suggestionActions } from './suggestion-actions.ts';
import { taskActions } from './task-actions.ts';
import { turnActions } from './turn-actions.ts';
import { undoActions } from './undo-actions.ts';

/** Every button that a card may carry, worded in one language. */
export function createActions(words: Words): readonly ActionHandler[] {
  return [
    ...customerActions(words),
    ...caseActions(words),
    ...approvalActions(words),
    ...reviewActions(words),
    ...autonomyActions(words),
    ...stepActions(words),
    ...segmentActions(words),
    ...mailActions(words),
    ...runActions(words),
    ...batchActions(words),
    ...automationActions(words),
    ...digestActions(words),
    ...taskActions(words),
    ...suggestionActions(words),
    ...undoActions(words),
    ...promptActions(words),
    ...proposalActions(words),
    ...feedbackActions(words),
    ...turnActions(words),
    {
      name: 'event.reread',
      role: 'agent',
      press: (context, { id }) => rereadDelivery(words, context, id),
    },
    {
      name: 'event.drop',
      role: 'admin',
      press: (context, { id }) => dropDelivery(words, context, id),
    },
  ];
}
