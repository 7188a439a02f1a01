// The customer's answer to an offer: recorded once, told in the case's thread.
import type { OfferOption } from '../actions/effect.ts';
import { type Case, woken } from '../cases/case.ts';
import { caseDueOf } from '../cases/work-clock.ts';
import type { Deps } from '../deps.ts';
import type { CustomerId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import { appendNoticed } from './append-noticed.ts';

/** What the page shows. */
export type OfferForCustomer = {
  readonly firstName: string | null;
  /** As the shop gives it. */
  readonly locale: string | null;
  readonly orderNumber: string | null;
  readonly options: readonly OfferOption[];
  readonly answered: OfferOption['kind'] | null;
};

export type Answer = {
  readonly option: OfferOption['kind'];
  readonly score: number | null;
  readonly comment: string | null;
};

/** The offer behind a link, or null when there is none (any more). */
export async function findOffer(
  deps: Pick<Deps, 'storage'>,
  token: string,
): Promise<OfferForCustomer | null> {
  const item = await deps.storage.cases.byOfferToken(token);
  const profile =
    item?.customerId == null ? null : await deps.storage.customers.get(item.customerId);
  if (item?.offer == null || profile === null) return null;
  return {
    firstName: profile.firstName,
    locale: profile.locale,
    orderNumber: item.orderNumber,
    options: item.offer.options,
    answered: item.offer.answer?.option ?? null,
  };
}

/** Records an answer: the first one holds. An option that was not offered is `invalid`. */
export async function recordAnswer(
  deps: Pick<Deps, 'storage' | 'now' | 'playbook'>,
  token: string,
  answer: Answer,
): Promise<'recorded' | 'already' | 'unknown' | 'invalid'> {
  return deps.storage.transaction(async (records) => {
    const item = await records.cases.byOfferToken(token);
    if (item?.offer == null) return 'unknown';
    if (item.offer.answer !== null) return 'already';
    const option = item.offer.options.find(({ kind }) => kind === answer.option);
    if (option === undefined) return 'invalid';
    const at = deps.now();
    // Whom it waited for has answered: it sleeps no longer.
    const offer = { ...item.offer, answer: { ...answer, at } };
    const next: Case = { ...woken(item, at, caseDueOf(deps.playbook.team)), offer };
    if (!(await records.cases.update(item, next))) return 'already';
    const subject = { kind: 'case', id: item.id } as const;
    const money =
      option.kind === 'store-credit' ? { minor: option.minor, currency: option.currency } : null;
    await records.audit.append({
      at,
      actor: 'customer',
      action: 'offer.answered',
      subject: item.id,
      details: { option: answer.option, score: answer.score },
    });
    if (item.customerId !== null) {
      await records.timeline.add([
        {
          customerId: item.customerId,
          key: `answer:${item.id}`,
          at,
          kind: 'offer-answered',
          data: {
            caseId: item.id,
            option: answer.option,
            score: answer.score,
            text: answer.comment,
            money,
          },
        },
      ]);
      await tellScore(records, item.customerId, { caseId: item.id, answer, at });
    }
    await records.enqueue([
      {
        job: {
          name: 'reply',
          subject,
          key: `answer:${item.id}`,
          note: {
            kind: 'customer-chose',
            option: answer.option,
            money,
            score: answer.score,
            comment: answer.comment,
          },
        },
      },
      { job: { name: 'publish', subject, channel: item.channel } },
    ]);
    return 'recorded';
  });
}

/** An answer with a score is an event that automations may start from; the timeline has the answer already. */
async function tellScore(
  records: Records,
  customerId: CustomerId,
  { caseId, answer, at }: { readonly caseId: string; readonly answer: Answer; readonly at: Date },
): Promise<void> {
  if (answer.score === null) return;
  const survey = { score: answer.score, comment: answer.comment };
  const noticed = {
    customerId,
    dedupeKey: `survey.answered:${caseId}`,
    fact: { type: 'survey.answered', customer: {}, survey },
    entry: null,
  } as const;
  await appendNoticed(records, [noticed], at);
}
