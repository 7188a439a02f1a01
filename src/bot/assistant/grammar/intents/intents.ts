// THE list of what can be asked or ordered in plain words.
import type { Intent } from './intent.ts';
import { APPROVAL_INTENTS } from './intents-approval.ts';
import { AUTOMATION_INTENTS } from './intents-automation.ts';
import { CASE_INTENTS } from './intents-case.ts';
import { CASE_QUESTIONS } from './intents-case-questions.ts';
import { CUSTOMER_INTENTS } from './intents-customer.ts';
import { CUSTOMER_CHANGES } from './intents-customer-changes.ts';
import { CUSTOMER_RANKS } from './intents-customer-top.ts';
import { FOLLOW_UPS } from './intents-follow-up.ts';
import { SEGMENT_INTENTS } from './intents-segment.ts';
import { SYSTEM_INTENTS } from './intents-system.ts';
import { TASK_INTENTS } from './intents-task.ts';

/** Every intent; where two explain a sentence equally well the earlier one is meant. */
export const INTENTS: readonly Intent[] = [
  ...CUSTOMER_INTENTS,
  ...CUSTOMER_RANKS,
  ...CUSTOMER_CHANGES,
  ...CASE_QUESTIONS,
  ...CASE_INTENTS,
  ...TASK_INTENTS,
  ...APPROVAL_INTENTS,
  ...AUTOMATION_INTENTS,
  ...SEGMENT_INTENTS,
  ...SYSTEM_INTENTS,
  ...FOLLOW_UPS,
];
