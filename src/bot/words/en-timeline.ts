// The timeline in English: each kind of entry as one sentence, from data that is read with care.
import type { TimelineEntry, TimelineKind } from '#engine/customers/timeline.ts';
import { approvals } from './en-approvals.ts';
import { cases } from './en-cases.ts';
import { events } from './en-events.ts';
import { money } from './en-speech.ts';
import { things } from './en-things.ts';
import {
  around,
  automationIn,
  type EntryData,
  lastFour,
  moneyIn,
  resolutionIn,
  said,
} from './timeline-data.ts';

const SENTENCES: Record<TimelineKind, (data: EntryData) => string> = {
  event: (data) =>
    joined(events.type(said(data, 'type') ?? ''), [
      said(data, 'number'),
      amount(data),
      stars(data),
      said(data, 'text'),
    ]),
  tagged: (data) => ofBatch(`Tag “${said(data, 'tag') ?? ''}” added${by(data)}`, data),
  untagged: (data) => ofBatch(`Tag “${said(data, 'tag') ?? ''}” taken away${by(data)}`, data),
  'attribute-set': (data) =>
    ofBatch(
      `${said(data, 'name') ?? 'An attribute'} set to ${said(data, 'value') ?? things.none}${by(data)}`,
      data,
    ),
  'tier-set': (data) =>
    ofBatch(`Tier set to ${said(data, 'tier') ?? things.none}${by(data)}`, data),
  'tier-released': (data) => ofBatch(`Tier set to follow the spend again${by(data)}`, data),
  'tier-changed': (data) => tierChanged(data),
  note: (data) => `Note${by(data)}: ${said(data, 'text') ?? ''}`,
  'automation-fired': (data) => `Automation “${automationIn(data)}” fired${shadow(data)}`,
  'automation-stopped': (data) =>
    `Automation “${automationIn(data)}” stopped${by(data)}${reason(data)}`,
  'approval-requested': (data) =>
    joined('Approval asked for', [said(data, 'summary'), said(data, 'approvalId')]),
  'approval-decided': (data) => joined(decided(data), [said(data, 'approvalId')]),
  'discount-created': (data) =>
    joined(`Discount code ending in ${lastFour(data)} created in the shop`, [
      said(data, 'approvalId'),
    ]),
  'discount-withdrawn': (data) =>
    `Discount code ending in ${lastFour(data)} switched off in the shop${by(data)}`,
  'group-set': (data) =>
    `Shop’s customer group set to ${said(data, 'group') ?? things.none}${by(data)}`,
  'email-sent': (data) =>
    joined(`E-mail sent: ${said(data, 'subject') ?? ''}`, [said(data, 'approvalId')]),
  'email-not-sent': (data) =>
    joined(`E-mail not sent${subject(data)}${reason(data)}`, [said(data, 'approvalId')]),
  'step-delayed': (data) => `Waits: ${step(data)}${reason(data)}`,
  'step-skipped': (data) => `Skipped: ${step(data)}${reason(data)}`,
  'step-failed': (data) => `Failed: ${step(data)}${reason(data)}`,
  'case-opened': (data) =>
    joined('Refund case opened', [said(data, 'caseId'), said(data, 'reason')]),
  'case-taken': (data) => joined(`Refund case taken${by(data)}`, [said(data, 'caseId')]),
  'case-resolved': (data) =>
    joined(`Refund case resolved: ${resolution(data)}${by(data)}`, [said(data, 'caseId')]),
  'case-reopened': (data) =>
    joined(`Refund case opened again${by(data)}`, [said(data, 'caseId'), said(data, 'text')]),
  'case-escalated': (data) =>
    joined(`Refund case escalated${by(data)}`, [said(data, 'caseId'), said(data, 'text')]),
  'refund-made': (data) =>
    joined(`Refund made through the shop: ${amount(data) ?? ''}`, [
      said(data, 'number'),
      said(data, 'caseId'),
      said(data, 'approvalId'),
    ]),
  'credit-given': (data) =>
    joined(`Store credit given: ${amount(data) ?? ''}`, [
      said(data, 'caseId'),
      said(data, 'approvalId'),
    ]),
  'request-sent': (data) =>
    `Request sent to ${said(data, 'host') ?? ''}: answered ${said(data, 'status') ?? ''}`,
  'task-opened': (data) => joined(`Task${forWhom(data)}${by(data)}`, [said(data, 'text')]),
  'task-done': (data) => joined(`Task done${by(data)}`, [said(data, 'text')]),
  'task-reopened': (data) => joined(`Task opened again${by(data)}`, [said(data, 'text')]),
  'task-cancelled': (data) => joined(`Task cancelled${by(data)}`, [said(data, 'text')]),
  'customer-claimed': (data) => `Taken to follow up${by(data)}${afterRun(data)}`,
  'customer-released': (data) => `Given back, for others to follow up${by(data)}${afterRun(data)}`,
  'offer-answered': (data) =>
    joined(`The customer chose ${said(data, 'option') ?? ''}`, [said(data, 'text')]),
  unsubscribed: () => 'Unsubscribed from marketing mail',
  'segment-entered': (data) => `Entered the segment ${said(data, 'segment') ?? ''}`,
  'segment-left': (data) => `Left the segment ${said(data, 'segment') ?? ''}`,
  merged: (data) => joined(`Merged with another record${by(data)}`, [said(data, 'other')]),
  unmerged: (data) => joined(`Merge with another record undone${by(data)}`, [said(data, 'other')]),
};

/** One timeline entry as a sentence; texts of customers in it are untrusted. */
export function timelineText(entry: Pick<TimelineEntry, 'kind' | 'data'>): string {
  return SENTENCES[entry.kind](entry.data);
}

function amount(data: EntryData): string | undefined {
  const sum = moneyIn(data);
  return sum === undefined ? undefined : money(sum);
}

/** What told the team of it. */
function afterRun(data: EntryData): string {
  return around(data, 'automation', (name) => ` (${name})`);
}

function resolution(data: EntryData): string {
  const how = resolutionIn(data);
  return how === undefined ? '' : cases.resolution(how);
}

function stars(data: EntryData): string | undefined {
  return around(data, 'rating', (rating) => `${rating} of 5`) || undefined;
}

function by(data: EntryData): string {
  return around(data, 'by', (name) => ` by ${name}`);
}

function forWhom(data: EntryData): string {
  return around(data, 'assignee', (name) => ` for ${name}`);
}

function reason(data: EntryData): string {
  return around(data, 'reason', (why) => `: ${approvals.reason(why)}`);
}

function subject(data: EntryData): string {
  return around(data, 'subject', (title) => ` (${title})`);
}

function decided(data: EntryData): string {
  const decision = said(data, 'decision');
  if (decision === 'expired') return `Expired undecided${reason(data)}`;
  return `${decision === 'rejected' ? 'Rejected' : 'Approved'}${by(data)}`;
}

function tierChanged(data: EntryData): string {
  const way = said(data, 'type') === 'tier.demoted' ? 'down' : 'up';
  const [from, to] = [said(data, 'from') ?? things.none, said(data, 'to') ?? things.none];
  return `Tier went ${way} by spend: ${to}, before ${from}`;
}

function shadow(data: EntryData): string {
  if (said(data, 'heldOut') === 'true') return ' (held out: nothing was done, to compare with)';
  return said(data, 'shadow') === 'true' ? ' (shadow: recorded only)' : '';
}

function step(data: EntryData): string {
  return said(data, 'step') ?? 'a step';
}

/** What was changed with many others names the batch. */
function ofBatch(sentence: string, data: EntryData): string {
  return joined(sentence, [said(data, 'batchId')]);
}

function joined(head: string, rest: readonly (string | undefined)[]): string {
  return [head, ...rest.filter((part) => part !== undefined)].join(things.separator);
}
