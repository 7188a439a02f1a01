// What somebody changed in the form that edits an approval.
import { type Worth, worthOf } from '#engine/discounts/discount.ts';
import type { ApprovalChanges } from '#engine/flows/edit-approval.ts';
import { majorUnits } from '#engine/money.ts';
import type { ApprovalView } from '../cards/approval.ts';
import type { FormValues } from '../form.ts';
import { textOf } from './form-values.ts';

/** What was changed in the form: an untouched subject is not sent along, so that it is rendered anew with a new discount. */
export function changesOf({ plan }: ApprovalView, values: FormValues): ApprovalChanges {
  const discount = plan.effects.find((effect) => effect.kind === 'create-discount');
  const mail = plan.effects.find((effect) => effect.kind === 'send-email');
  const terms = discount?.kind === 'create-discount' ? discount.terms : null;
  const percent = numberOf(values, 'percent');
  const amount = amountOf(values);
  const known = terms === null ? null : worthOf(terms);
  const uses = numberOf(values, 'uses');
  const expires = textOf(values, 'expires').trim();
  const subject = textOf(values, 'subject');
  const newSubject = mail?.kind === 'send-email' && subject !== mail.mail.subject;
  return {
    ...(percent === null || isKnown(known, 'percent', percent) ? {} : { percent }),
    ...(amount === null || isKnown(known, 'amount', amount) ? {} : { amount }),
    ...(uses === null || uses === terms?.uses ? {} : { uses }),
    ...(expires === '' ? {} : { expires }),
    ...('subject' in values && newSubject ? { subject } : {}),
  };
}

/** A number as typed; what is none becomes NaN, which the edit refuses beside its field. */
function numberOf(values: FormValues, name: string): number | null {
  const typed = textOf(values, name).trim();
  if (typed === '') return name in values ? Number.NaN : null;
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
}

/** An amount as typed, in whole units; what is none becomes NaN. */
function amountOf(values: FormValues): number | null {
  const typed = textOf(values, 'amount').trim();
  if (typed === '') return 'amount' in values ? Number.NaN : null;
  return /^\d{1,9}(\.\d{1,4})?$/.test(typed) ? Number(typed) : Number.NaN;
}

function isKnown(worth: Worth | null, kind: 'percent' | 'amount', value: number): boolean {
  if (worth === null) return false;
  if ('percent' in worth) return kind === 'percent' && worth.percent === value;
  return kind === 'amount' && majorUnits(worth.amount) === value;
}
