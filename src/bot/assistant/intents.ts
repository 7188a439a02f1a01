// THE list of what can be asked or ordered in plain words.
import type { Intent } from './intent.ts';
import { APPROVAL_INTENTS } from './intents-approval.ts';
import { AUTOMATION_INTENTS } from './intents-automation.ts';
import { CUSTOMER_INTENTS } from './intents-customer.ts';
import { CUSTOMER_CHANGES } from './intents-customer-changes.ts';
import { SEGMENT_INTENTS } from './intents-segment.ts';
import { SYSTEM_INTENTS } from './intents-system.ts';
import { WORK_INTENTS } from './intents-work.ts';

/** Every intent; where two explain a sentence equally well the earlier one is meant. */
export const INTENTS: readonly Intent[] = [
  ...CUSTOMER_INTENTS,
  ...CUSTOMER_CHANGES,
  ...WORK_INTENTS,
  ...APPROVAL_INTENTS,
  ...AUTOMATION_INTENTS,
  ...SEGMENT_INTENTS,
  ...SYSTEM_INTENTS,
];
