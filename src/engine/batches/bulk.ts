// One decision for everybody in a batch of runs: what it is about, whose it is, and what it covers later.
import { createHash } from 'node:crypto';
import type { Decider } from '../approvals/approval.ts';
import type { SecondApprover } from '../approvals/decide.ts';
import { canonicalJson } from '../approvals/plan.ts';
import type { Automation } from '../automations/automation.ts';
import { foresee, type Giving } from '../automations/foreseen.ts';
import type { Profile } from '../customers/profile.ts';
import { majorUnits } from '../money.ts';
import type { MailTemplate } from '../playbook/playbook.ts';
import { addDuration, parseDuration } from '../time.ts';
import type { Batch, BulkAsk } from './batch.ts';

/** Why somebody's word does not count here. */
export type BulkRefusal = 'own-request' | 'same-person';

/** What would be asked about an automation run for these customers, added up as they come; null: it asks nobody at once. */
export function createBulkAsk(
  automation: Pick<Automation, 'actions'>,
  templates: readonly MailTemplate[],
  giving: Giving,
): { readonly add: (profile: Profile) => void; readonly ask: () => BulkAsk } | null {
  const asking = askingActions(automation);
  if (asking.length === 0) return null;
  const { costFor, percent } = foresee({ actions: asking }, giving);
  let minor = 0;
  return {
    add: (profile) => {
      minor += costFor(profile);
    },
    ask: () => ({
      gives: asking.map(({ summary }) => summary),
      percent,
      exposure: { minor, currency: giving.currency },
      mailsHash: hashOfMails(automation, templates),
    }),
  };
}

/** SHA-256 over whom it is for, what each gets and what all of it may cost, in hex: what is decided on. */
export function bulkHash({ change, membersHash, foreseen }: Batch): string {
  const { asks = null, leftOut = [], change: count } = foreseen;
  return sha256({ change, membersHash, count, leftOut, asks });
}

/** Whether two persons must approve: for the largest percentage, or for what all of it may cost. */
export function needsTwoForAll({ percent, exposure }: BulkAsk, limits: SecondApprover): boolean {
  const { second_approver_above: above, second_approver_above_amount: amount } = limits;
  return (
    (above !== undefined && percent !== null && percent > above) ||
    (amount !== undefined && majorUnits(exposure) > amount)
  );
}

/** Why a person cannot approve where two are needed: they asked for it, or are one of the two already. */
export function whyNotApprove(
  { requestedBy, confirmedBy, decisions }: Pick<Batch, 'requestedBy' | 'confirmedBy' | 'decisions'>,
  { person }: Decider,
): BulkRefusal | null {
  if (requestedBy.person === person || confirmedBy?.person === person) return 'own-request';
  return decisions.some(({ by }) => by.person === person) ? 'same-person' : null;
}

/** When nobody can decide any more: as long after it was confirmed as an approval waits. */
export function bulkExpiry(
  { confirmedAt, requestedAt }: Pick<Batch, 'confirmedAt' | 'requestedAt'>,
  { approval_expiry }: { readonly approval_expiry: string },
  zone: string,
): Date {
  const waits = parseDuration(approval_expiry) ?? { amount: 0, unit: 'h' };
  return addDuration(confirmedAt ?? requestedAt, waits, zone);
}

/** Whether what a run of this batch proposes at once was decided on with it: the same definition, the same mails. */
export function isDecidedFor(
  { change, foreseen, decisions, status }: Batch,
  automation: Pick<Automation, 'version' | 'actions'>,
  templates: readonly MailTemplate[],
): boolean {
  if (change.kind !== 'run' || foreseen.asks === undefined) return false;
  if (status === 'waiting-for-approval' || change.version !== automation.version) return false;
  return (
    decisions.some(({ decision }) => decision === 'approved') &&
    foreseen.asks.mailsHash === hashOfMails(automation, templates)
  );
}

/** What must be decided on before the first wait; a question on the way lets through what it lets through. */
function askingActions({ actions }: Pick<Automation, 'actions'>) {
  const firstWait = actions.findIndex(
    ({ control }) => control !== null && control.kind !== 'stop-if',
  );
  const before = firstWait === -1 ? actions : actions.slice(0, firstWait);
  return before.filter(({ needsApproval }) => needsApproval);
}

function hashOfMails(
  automation: Pick<Automation, 'actions'>,
  templates: readonly MailTemplate[],
): string {
  const names = askingActions(automation).flatMap(({ references = [] }) =>
    references.flatMap(({ kind, name }) => (kind === 'template' ? [name] : [])),
  );
  return sha256(templates.filter(({ name }) => names.includes(name)));
}

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
