// Forgets a person: profile, texts, frozen mails, pending plans; what stays has no person in it.

import { noticesOf } from '../approvals/plan.ts';
import { mondayAfter } from '../automations/shadow-week.ts';
import type { Deps } from '../deps.ts';
import type { ShopEvent } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { Channel } from '../playbook/team.ts';
import type { PostSubject } from '../ports/notifier.ts';
import type { ToldNews } from '../ports/post-records.ts';
import type { Records } from '../ports/storage.ts';
import { showShadowWeek } from './shadow-week-cards.ts';
import { cardOfSuggestion } from './show-suggestion.ts';

/** Notes in the audit log that somebody is to be forgotten, and enqueues it. */
export async function requestErasure(
  deps: Pick<Deps, 'now'>,
  records: Records,
  request: { readonly customerId: CustomerId; readonly by: string },
): Promise<void> {
  await records.audit.append({
    at: deps.now(),
    actor: request.by,
    action: 'customer.forget-requested',
    subject: request.customerId,
    details: {},
  });
  await records.enqueue([{ job: { name: 'forget', customerId: request.customerId } }]);
}

/**
 * Forgets a customer, all or nothing; repeating it changes nothing. Pending approvals about them are rejected, cards
 * on the surfaces are shown anew without the person.
 */
export async function forgetCustomer(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now' | 'crashpoint'>,
  id: CustomerId,
): Promise<void> {
  await deps.storage.transaction(async (records) => {
    const profile = await records.customers.lock(id);
    if (profile === null) return;
    const customerId = profile.id;
    const absorbed = await records.merges.eraseOf(customerId);
    const at = deps.now();
    if (profile.email !== null && profile.emailConsent.state === 'unsubscribed')
      await records.mails.suppress(profile.email, 'unsubscribed', at);
    const subjects: Shown[] = [];
    // What a merge left under the other id belongs to the same person.
    const everyId = [customerId, ...absorbed];
    for (const each of everyId) subjects.push(...(await eraseRows(deps, records, each, at)));
    deps.crashpoint('K30');
    await records.customers.erase(customerId, at);
    await records.audit.append({
      at,
      actor: 'regulars',
      action: 'customer.forgotten',
      subject: customerId,
      details: {},
    });
    await records.enqueue([
      ...subjects.flatMap(({ subject, channel }) => [
        { job: { name: 'publish', subject, channel } as const },
        { job: { name: 'redact', subject } as const },
      ]),
      ...everyId.map(
        (id) => ({ job: { name: 'redact', subject: { kind: 'customer', id } } }) as const,
      ),
    ]);
  });
}

/** Takes the person out of everything that is theirs; gives what has cards. */
async function eraseRows(
  { playbook }: Pick<Deps, 'playbook'>,
  records: Records,
  customerId: CustomerId,
  at: Date,
): Promise<readonly Shown[]> {
  const subjects = [
    ...(await rejectApprovals(records, customerId)),
    ...(await shadowWeeksNaming(playbook, records, customerId)),
    ...(await subjectsOf(records, customerId)),
    ...(await batchesNaming(records, customerId)),
    ...(await cancelTasks(records, customerId, at)),
    ...(await records.suggestions.eraseOf(customerId)).map(cardOfSuggestion),
    ...(await records.news.eraseOf(customerId)).map(cardOfNews),
  ];
  await records.cases.eraseOf(customerId);
  await records.plans.eraseOf(customerId);
  await records.mails.eraseOf(customerId);
  await records.timeline.eraseOf(customerId);
  await records.events.eraseOf(customerId);
  await records.segments.eraseOf(customerId);
  await records.checkouts.eraseOf(customerId);
  await records.views.eraseOf(customerId);
  await records.grants.eraseOf(customerId);
  await records.assistant.eraseOf(customerId);
  return subjects;
}

/** A shop that took the app away wants its people forgotten: those whom only this shop named. */
export async function eraseShopData(
  deps: Pick<Deps, 'storage' | 'now'>,
  event: ShopEvent,
): Promise<{ readonly customerId: null }> {
  let after: CustomerId | undefined;
  for (;;) {
    const ids = await deps.storage.customers.listIds({
      limit: 200,
      ...(after === undefined ? {} : { after }),
    });
    if (ids.length === 0) return { customerId: null };
    for (const id of ids) {
      const identities = await deps.storage.customers.identitiesOf(id);
      const onlyHere =
        identities.every(({ shop }) => shop === event.shop || shop === '*') &&
        identities.some(({ shop }) => shop === event.shop);
      if (onlyHere)
        await deps.storage.transaction((records) =>
          requestErasure(deps, records, { customerId: id, by: event.shop }),
        );
    }
    after = ids.at(-1);
  }
}

type Shown = {
  readonly subject: PostSubject;
  readonly channel: Channel;
};

async function rejectApprovals(
  records: Records,
  customerId: CustomerId,
): Promise<readonly Shown[]> {
  const all = await records.approvals.list({ customerId }, { limit: 100 });
  for (const approval of all) {
    const status = approval.status === 'pending' ? 'rejected' : approval.status;
    await records.approvals.update(approval, { ...approval, status, summary: '' });
  }
  return all.map(({ id, channel }) => ({ subject: { kind: 'approval', id }, channel }));
}

/** Takes the person's values out of every batch; the cards that may have named them are shown anew. */
async function batchesNaming(records: Records, customerId: CustomerId): Promise<readonly Shown[]> {
  const ids = await records.batches.eraseOf(customerId);
  return ids.map((id) => ({ subject: { kind: 'batch', id }, channel: 'reports' }));
}

/** What was to be done about somebody who is forgotten is to be done no more. */
async function cancelTasks(
  records: Records,
  customerId: CustomerId,
  at: Date,
): Promise<readonly Shown[]> {
  const tasks = await records.tasks.eraseOf(customerId, at);
  return tasks.map(({ id, channel }) => ({ subject: { kind: 'task', id }, channel }));
}

/** The cards of weeks in which a shadow would have met them: they may be one of the examples. */
async function shadowWeeksNaming(
  { automations, team }: Deps['playbook'],
  records: Records,
  customerId: CustomerId,
): Promise<readonly Shown[]> {
  const runs = await records.runs.list({ customerId }, { limit: 100 });
  const weeks = new Map<string, Shown>();
  for (const { automation: name, startedAt, status } of runs) {
    const automation = automations.find((each) => each.name === name);
    if (status !== 'shadow' || automation === undefined) continue;
    const { subject, channel } = showShadowWeek(automation, mondayAfter(startedAt, team.timezone));
    if ((await records.posts.of(subject)).length > 0) weeks.set(subject.id, { subject, channel });
  }
  return [...weeks.values()];
}

function cardOfNews({ id, channel }: ToldNews): Shown {
  return { subject: { kind: 'news', id }, channel };
}

async function subjectsOf(records: Records, customerId: CustomerId): Promise<readonly Shown[]> {
  const cases = await records.cases.list({ customerId }, { limit: 100 });
  const runs = await records.runs.list({ customerId }, { limit: 100 });
  const plans = await Promise.all(runs.map(({ id }) => records.plans.ofRun(id)));
  await records.runs.eraseOf(customerId);
  return [
    ...cases.map(({ id, channel }): Shown => ({ subject: { kind: 'case', id }, channel })),
    ...noticesOf(plans.flat()).map(({ ref, channel }): Shown => {
      return { subject: { kind: 'notice', id: ref }, channel };
    }),
  ];
}
