// What an edit of an approval comes to, in one line: the code, what it may cost beside the budgets, the mail's subject.
import type { Effect } from '#engine/actions/effect.ts';
import { maskCode, worthText } from '#engine/discounts/discount.ts';
import type { ExposureView } from '#engine/flows/discount-exposure.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Words } from '../words/en.ts';

/** The line for effects; `exposure` is that of these effects. */
export function editSentence(
  words: Words,
  {
    effects,
    exposure,
  }: { readonly effects: readonly Effect[]; readonly exposure: ExposureView | null },
): string {
  const { form } = words.approvals;
  const code = effects.find((effect) => effect.kind === 'create-discount');
  const mail = effects.find((effect) => effect.kind === 'send-email');
  return [
    ...(code === undefined
      ? []
      : [form.preview(worthText(code.terms, words.language), code.terms.uses)]),
    ...(exposure === null ? [] : [form.previewCost(words.money(exposure.planned))]),
    ...(exposure?.budgets ?? []).map(({ period, left, total }) =>
      form.previewLeft(period, words.money(left), words.money(total)),
    ),
    ...(mail === undefined ? [] : [form.previewSubject(subjectOf(mail.mail.subject, code?.code))]),
  ].join(words.separator);
}

/** The code stays hidden from the team. */
function subjectOf(subject: string, code: string | undefined): string {
  const shown = code === undefined ? subject : subject.replaceAll(code, maskCode(code));
  return oneLine(shown, 120);
}
