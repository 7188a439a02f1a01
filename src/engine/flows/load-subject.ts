// A customer with as much beside the profile as a condition asks for.
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { Records } from '../ports/storage.ts';
import type { Setting } from '../segments/condition.ts';
import type { Need, Subject } from '../segments/field.ts';
import type { Condition } from '../segments/grammar.ts';
import { needsOf } from '../segments/needs.ts';

/** The subject that these conditions can be asked of; what none of them needs is not loaded. */
export async function loadSubject(
  records: Records,
  given: { readonly profile: Profile; readonly event: ShopEvent | null },
  conditions: readonly Condition[],
  setting: Setting,
): Promise<Subject> {
  const needs = new Set(conditions.flatMap((condition) => [...needsOf(condition)]));
  let subject: Subject = given;
  for (const need of needs) {
    if (need !== 'time')
      subject = { ...subject, ...(await LOAD[need](records, given.profile, setting)) };
  }
  return subject;
}

/** When and where conditions are asked now. */
export function settingNow({ playbook, now }: Pick<Deps, 'playbook' | 'now'>): Setting {
  return { now: now(), zone: playbook.team.timezone, currency: playbook.team.currency };
}

type Load = (records: Records, profile: Profile, setting: Setting) => Promise<Partial<Subject>>;

const LOAD: Readonly<Record<Need, Load>> = {
  orders: async ({ purchases }, { id }) => ({ orders: await purchases.ordersOf(id) }),
  refunds: async ({ purchases }, { id }) => ({ refunds: await purchases.refundsOf(id) }),
  codes: async ({ plans }, { id }, { now }) => ({
    unusedCodes: await plans.countUnusedCodes(id, now),
  }),
  mails: async ({ mails }, { id }) => ({
    mails: (await mails.ofCustomer(id)).map(({ mail, status, at }) => ({
      purpose: mail.purpose,
      template: mail.template,
      status,
      at,
    })),
  }),
  views: async ({ views }, { id }) => ({ views: await views.ofCustomer(id) }),
  ranks: async ({ segments }, { id }, setting) => ({ ranks: await segments.ranks(id, setting) }),
  checkouts: async ({ checkouts }, { id }) => ({
    abandonedCheckoutAt: await checkouts.latestAbandoned(id),
  }),
  surveys: async ({ cases }, { id }) => {
    const answers = (await cases.list({ customerId: id }, { limit: 100 })).flatMap(({ offer }) =>
      offer?.answer?.score == null ? [] : [{ score: offer.answer.score, at: offer.answer.at }],
    );
    const latest = answers.sort((a, b) => b.at.getTime() - a.at.getTime())[0];
    return { csat: latest?.score ?? null };
  },
  cases: async ({ cases }, { id }) => ({ openCases: await cases.countOpen(id) }),
};
