// Approvals, their plans and steps, in English.

import type { Effect, StepStatus } from '#engine/actions/effect.ts';
import type { ApprovalStatus } from '#engine/approvals/approval.ts';
import type { BudgetPeriod } from '#engine/discounts/budget.ts';
import type { MailStatus } from '#engine/email/message.ts';
import { effectDetail, refusedStatus } from './effect-detail.ts';
import { cases } from './en-cases.ts';
import { counted, money } from './en-speech.ts';
import { things } from './en-things.ts';
import { namedBy } from './names.ts';

const STATUS: Record<ApprovalStatus, string> = {
  pending: 'waiting for a decision',
  approved: 'approved',
  executing: 'approved, being carried out',
  done: 'done',
  rejected: 'rejected',
  expired: 'expired',
  failed: 'approved, but a step failed',
  uncertain: 'approved, but one step needs a look',
};
const STEP: Record<StepStatus, string> = {
  waiting: 'waiting',
  marked: 'waiting',
  done: 'done',
  skipped: 'skipped',
  failed: 'failed',
  uncertain: 'unclear',
};
const EFFECT: Record<Effect['kind'], string> = {
  'create-discount': 'Create the discount code in the shop',
  'withdraw-discount': 'Switch the discount code off in the shop',
  'send-email': 'Send the e-mail',
  'add-tag': 'Add a tag in the shop',
  'remove-tag': 'Remove a tag in the shop',
  'set-shop-group': 'Set the customer group in the shop',
  'set-tier': 'Set the tier',
  'set-attribute': 'Set an attribute',
  'open-case': 'Open a case',
  'send-request': 'Send a request',
  'open-task': 'Open a task',
  'cancel-task': 'Cancel the task',
  'post-notice': 'Post a notice',
  'write-note': 'Note on the profile',
  'refund-order': 'Refund in the shop',
  'give-credit': 'Give store credit in the shop',
  'resolve-case': 'Resolve the case',
  'record-offer': 'Note the offer on the case',
};

/** Why a decision or an edit is not taken: one key for each reason a flow gives. */
/** What stands behind a step's name in this language. */
const DETAIL = {
  none: things.none,
  bySpend: 'by their spend',
  money,
  resolution: cases.resolution,
};

const REFUSED = {
  'not-found': 'There is no such approval.',
  'stale-version': 'It was changed since this card was shown. Nothing was decided.',
  'already-settled': 'It was decided already.',
  expired: 'It has expired.',
  'own-request': 'You asked for this or edited it last, so somebody else must decide.',
  'same-person': 'You have approved this already; a second person must.',
  'over-budget': 'The discount budget of today does not allow it.',
} as const;

/** Reasons that flows write down by a stable key; what is no key (a server's own words) is shown as it is. */
const REASONS = {
  'case-resolved': 'the case was resolved meanwhile',
  'not-carried-out': 'what comes before it was not done',
  'no-email': 'the customer has no e-mail address',
  'bad-address': 'the address is not one that mail can be sent to',
  'no-consent': 'the customer has not agreed to offers by mail',
  unsubscribed: 'the customer has unsubscribed',
  suppressed: 'the address does not accept mail from us',
  'daily-cap': 'the customer has had enough mail today',
  'weekly-cap': 'the customer has had enough mail this week',
  'email-gap': 'the customer has just had another mail; it goes out later',
  'quiet-hours': 'these are quiet hours for the customer; it goes out when they are over',
  'too-late': 'it would have gone out more than a day late',
  'no-unsubscribe-link': 'the mail lacks its unsubscribe link',
  'no-postal-address': 'the sender’s postal address is missing in team.yml',
  'already-so': 'it was so already',
  'no-tier-discount': 'the customer’s tier gives no discount',
  forgotten: 'the customer was forgotten',
  'by-hand': 'this shop cannot be asked: please do it there and press Done',
  paused: 'Regulars is paused',
  'order-cancelled': 'the order was cancelled',
  'over-budget': 'the discount budget of the day is used up',
  'vendor-unavailable': 'no answer yet; it is tried again by itself',
  'shop-refused-access': 'the shop does not accept our access token any more',
  'too-long': 'the body came out too long',
  'empty-text': 'the text came out empty',
  'host-not-allowed': 'limits.request_hosts in team.yml does not allow this host',
  'no-request-secret': 'REQUEST_WEBHOOK_SECRET is not set, so it cannot be signed',
  'receiver-unavailable': 'the receiver is not ready; it is tried again by itself',
  'request-uncertain': 'no answer from the receiver, which may have acted',
  'task-closed': 'the task is done or cancelled already',
  'no-code': 'its code was not made',
  'code-used': 'somebody has used the code',
  'code-taken': 'the shop has another code of this name',
  'shop-cannot-be-asked': 'this shop cannot be asked whether it is there',
  'mail-uncertain': 'no last word from the mail server',
  'automation-gone': 'the automation has left the playbook',
  exit: 'what ends it has happened',
  'stop-if': 'its condition to stop was met',
  'did-not-happen': 'what it waited for did not happen in time',
  'automation-off': 'the automation was switched off',
  'automation-shadow': 'the automation only records now',
  'definition-lost': 'its definition can no longer be read',
  'stopped-by-person': 'stopped by a teammate',
  merged: 'the customer was merged with another one',
  'could-not-go-on': 'something went wrong on our side',
  'template-gone': 'its template has left the playbook',
  'given-up': 'given up by a teammate',
  'said-by-person': 'as a teammate says',
  'changed-since': 'it was changed again since',
  'no-shop': 'no connected shop knows the customer',
  'tags-by-hand': 'this shop cannot be asked: please change the tag there',
  rejected: 'rejected by a teammate',
  expired: 'nobody decided in time',
} satisfies Readonly<Record<string, string>>;

/** The reasons that have words; every language has them all. */
export type StepReason = keyof typeof REASONS;

/** Why an edit does not fit; `limit` is the most that is allowed. */
const EDIT_PROBLEMS = {
  percent: () => 'Write a whole number from 1 to 100.',
  amount: () => 'Write an amount such as 10 or 10.50.',
  'other-worth': () => 'This code takes off the one, not the other: a percentage or an amount.',
  'over-limit': (limit: number) => `The team’s limit is ${limit} %.`,
  'over-amount-limit': (limit: number) => `The team’s limit is ${limit}.`,
  expires: (limit: number) => `Write a time such as 30d, 2w or 48h; at most ${limit} days.`,
  uses: () => 'Write a whole number from 1 to 1,000.',
  subject: () => 'Write a subject of at most 200 characters.',
  'no-discount': () => 'This approval creates no discount code.',
  'no-mail': () => 'This approval sends no mail.',
} as const;

/** Words of the approval card, its forms and its steps. */
export const approvals = {
  title: (summary: string) =>
    summary === '' ? 'Approval for a forgotten customer' : `Approval: ${summary}`,
  status: (status: ApprovalStatus) => STATUS[status],
  statusLabel: 'State',
  customer: 'Customer',
  spent: 'Lifetime value',
  orders: 'Orders',
  since: 'Customer since',
  tags: 'Tags',
  consent: 'E-mail consent',
  discount: 'Discount',
  discountTerms: (worth: string, uses: number) => `${worth} off, ${counted(uses, 'use', 'uses')}`,
  discountUntil: 'Valid until',
  discountOn: 'Good for',
  onProducts: (ids: string) => `products ${ids}`,
  onCollections: (ids: string) => `collections ${ids}`,
  code: 'Code',
  mailTo: 'Mail to',
  mailSubject: 'Subject',
  mailPreview: 'what the customer will read',
  expires: 'Decide by',
  requestedBy: 'Asked for by',
  byAssistant: 'drafted by the assistant',
  editedBy: 'Edited by',
  versionLabel: 'Version',
  version: (version: number, hash: string) => `Version ${version} · ${hash.slice(0, 8)}`,
  approve: 'Approve',
  edit: 'Edit',
  reject: 'Reject',
  preview: 'Preview mail',
  open: 'Open approval',
  profile: 'Profile',
  decided: { approved: 'Approved by ', rejected: 'Rejected by ' },
  from: (surface: string) => `from ${surface}`,
  needsSecond: 'A second person must approve this as well.',
  needsSecondAnswer: 'Your approval counts. A second person must approve it as well.',
  expired: 'Nobody decided in time. Nothing was sent.',
  stillWaiting: 'Still waiting for a decision',
  escalatedTitle: 'A decision has waited too long',
  calledRole: (role: string) => `For ${role}: `,
  waitsSince: 'this has waited since ',
  waitsUntil: '. Without a decision it expires ',
  escalated: 'Called for help',
  steps: 'Steps',
  step: (effect: Effect['kind']) => EFFECT[effect],
  stepWith: (effect: Effect) => `${EFFECT[effect.kind]}${effectDetail(effect, DETAIL)}`,
  stepStatus: (status: StepStatus) => STEP[status],
  reason: (reason: string) => namedBy(REASONS, reason) ?? answered(reason) ?? reason,
  retry: 'Retry',
  arrived: 'It arrived',
  again: 'Send again',
  giveUp: 'Give up',
  done: 'Done',
  byHandTitle: 'Please do this in the shop',
  byHandCode: (code: string) => `The code: ${code}`,
  uncertainMail:
    'We cannot tell whether this mail reached the server. Ask the customer or look in the mail server’s log, then say so here.',
  stepNotSo: 'This step no longer stands as it was shown. Here is how it stands now.',
  refusedTitle: 'Not decided by you',
  refused: (reason: keyof typeof REFUSED): string => REFUSED[reason],
  editProblem: (problem: keyof typeof EDIT_PROBLEMS, limit: number) =>
    EDIT_PROBLEMS[problem](limit),
  decidedAnswer: { approved: 'Approved.', rejected: 'Rejected. Nothing will be sent.' },
  edited: (version: number) => `This is version ${version} now; older buttons no longer count.`,
  listTitle: 'Approvals',
  listEmpty: 'No approvals.',
  columns: ['Approval', 'Customer', 'What', 'State', 'Decide by'],
  previewTitle: (subject: string) => `Mail: ${subject}`,
  noMail: 'This approval sends no mail.',
  stepFailed: (step: string, reason: string) => `${step} failed: ${reason}`,
  stepUncertain: (step: string, reason: string) => `${step} is unclear: ${reason}`,
  mailStatus: (status: MailStatus) =>
    ({ sent: 'sent', 'not-sent': 'not sent', failed: 'failed', uncertain: 'unclear' })[status],
  form: {
    editTitle: 'Edit before approving',
    percent: 'Discount in percent',
    amount: (currency: string) => `Discount in ${currency}`,
    expires: 'How long the code is valid',
    expiresHint: 'Such as 30d, 2w or 48h; at most 90 days',
    uses: 'How often it can be used',
    subject: 'Subject of the mail',
    editSubmit: 'Save as new version',
    rejectTitle: 'Reject',
    rejectReason: 'Reason (optional, for the team only)',
    rejectSubmit: 'Reject',
    preview: (worth: string, uses: number) => `${worth} off, ${counted(uses, 'use', 'uses')}`,
    previewCost: (cost: string) => `expected to cost ${cost}`,
    previewLeft: (period: BudgetPeriod, left: string, total: string) =>
      `${left} of ${total} left ${period === 'day' ? 'today' : 'this month'}`,
    previewSubject: (subject: string) => `subject: ${subject}`,
    nothingChanged: 'Nothing was changed.',
  },
};

function answered(reason: string): string | undefined {
  const status = refusedStatus(reason);
  return status === undefined ? undefined : `the receiver answered ${status}`;
}
