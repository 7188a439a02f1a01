// One effect, carried out: asks the shop or the mail server, or changes what is ours; says honestly what became of it.
import type { Effect } from '../actions/effect.ts';
import type { Approval } from '../approvals/approval.ts';
import type { PlanWithSteps } from '../approvals/plan.ts';
import type { Case } from '../cases/case.ts';
import { sayAttribute, sayTag } from '../customers/facts.ts';
import type { Profile } from '../customers/profile.ts';
import type { NewTimelineEntry } from '../customers/timeline.ts';
import type { Deps } from '../deps.ts';
import type { DiscountTerms } from '../discounts/discount.ts';
import type { MailStatus } from '../email/message.ts';
import { VendorError } from '../errors.ts';
import type { Enqueued } from '../ports/job-queue.ts';
import type { Shop } from '../ports/shop.ts';
import type { Records } from '../ports/storage.ts';
import { addDuration, parseDuration } from '../time.ts';

export type PerformDeps = Pick<
  Deps,
  | 'storage'
  | 'shops'
  | 'mailer'
  | 'mailFrom'
  | 'playbook'
  | 'publicUrl'
  | 'now'
  | 'newId'
  | 'log'
  | 'crashpoint'
>;

/** What is being done, for whom, and which attempt it is. `recovering`: an earlier attempt may have reached the outside. */
export type Attempt = {
  readonly plan: PlanWithSteps;
  readonly approval: Approval | null;
  readonly position: number;
  readonly attempt: number;
  readonly recovering: boolean;
  /** Why the effect may not be begun any more; only one that is recovering comes so far. */
  readonly blocked: string | null;
  readonly profile: Profile;
};

/** How an attempt ended. `later` tries again after a while; what is to be written with it goes into `record`. */
export type Performed =
  | {
      readonly kind: 'done';
      readonly ref: string | null;
      readonly record?: (records: Records) => Promise<void>;
    }
  | {
      readonly kind: 'skipped' | 'failed' | 'uncertain';
      readonly reason: string;
      readonly record?: (records: Records) => Promise<void>;
    }
  | { readonly kind: 'by-hand' }
  | {
      readonly kind: 'later';
      readonly reason: string;
      readonly afterMs: number | null;
      readonly reached: boolean;
    };

/** Carries out one effect. Never throws for what a vendor does. */
export async function performEffect(
  deps: PerformDeps,
  effect: Effect,
  attempt: Attempt,
): Promise<Performed> {
  try {
    return await dispatch(deps, effect, attempt);
  } catch (error) {
    if (!(error instanceof VendorError)) throw error;
    deps.log.warn(
      {
        planId: attempt.plan.id,
        step: attempt.position,
        vendor: error.vendor,
        status: error.status,
        attempt: attempt.attempt,
      },
      'an effect failed outside',
    );
    if (error.retryable || error.ambiguous)
      return {
        kind: 'later',
        reason: 'vendor-unavailable',
        afterMs: error.retryAfterMs,
        reached: error.ambiguous,
      };
    return {
      kind: 'failed',
      reason: error.status === 401 || error.status === 403 ? 'shop-refused-access' : error.message,
    };
  }
}

async function dispatch(deps: PerformDeps, effect: Effect, attempt: Attempt): Promise<Performed> {
  switch (effect.kind) {
    case 'create-discount':
      return createDiscount(deps, effect, attempt);
    case 'send-email':
      return sendEmail(deps, effect, attempt);
    case 'add-tag':
    case 'remove-tag':
      return changeTag(deps, effect, attempt);
    case 'set-tier':
      return changeProfile(
        attempt,
        (profile) => ({ ...profile, tier: effect.tier }),
        { kind: 'tier-set', data: { tier: effect.tier } },
        deps,
      );
    case 'set-attribute':
      return changeProfile(
        attempt,
        (profile) => sayAttribute(profile, effect.name, effect.value, deps.now()),
        { kind: 'attribute-set', data: { name: effect.name, value: effect.value } },
        deps,
      );
    case 'open-case':
      return openCase(deps, effect, attempt);
    case 'post-notice':
      return postNotice(effect, attempt);
    case 'record-offer':
      return { kind: 'done', ref: null, record: (records) => recordOffer(deps, records, effect) };
  }
}

async function createDiscount(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'create-discount' }>,
  attempt: Attempt,
): Promise<Performed> {
  const { code, terms } = effect;
  const { shop, customerRef } = await shopOf(deps, attempt.profile);
  if (shop === null) return { kind: 'by-hand' };
  const made = (ref: string): Performed => ({
    kind: 'done',
    ref,
    record: (records) =>
      records.timeline.add([
        entry(deps, attempt, 'discount-created', {
          percent: terms.percent,
          last4: code.slice(-4),
          expiresAt: terms.expiresAt,
        }),
      ]),
  });
  if (attempt.recovering) {
    const found = await adopt(shop, code, terms);
    if (found !== null) return found.kind === 'same' ? made(found.ref) : found.performed;
  }
  if (attempt.blocked !== null) return { kind: 'skipped', reason: attempt.blocked };
  try {
    const answer = await shop.createDiscount({
      code,
      terms,
      title: discountTitle(attempt),
      customerRef,
      startsAt: attempt.plan.createdAt,
    });
    return answer.kind === 'by-hand' ? answer : made(answer.ref);
  } catch (error) {
    if (!(error instanceof VendorError) || error.status !== 409) throw error;
    const found = await adopt(shop, code, terms);
    if (found?.kind === 'same') return made(found.ref);
    return found?.performed ?? { kind: 'failed', reason: 'code-taken' };
  }
}

type Found =
  | { readonly kind: 'same'; readonly ref: string }
  | { readonly kind: 'other'; readonly performed: Performed };

/** Looks before it acts: a code with the same terms is ours, one with others is never overwritten; null: there is none. */
async function adopt(shop: Shop, code: string, terms: DiscountTerms): Promise<Found | null> {
  const found = await shop.findDiscount(code);
  if (found === undefined)
    return { kind: 'other', performed: { kind: 'uncertain', reason: 'shop-cannot-be-asked' } };
  if (found === null) return null;
  const same =
    found.percent === terms.percent && (found.uses === null || found.uses === terms.uses);
  return same
    ? { kind: 'same', ref: found.ref }
    : { kind: 'other', performed: { kind: 'failed', reason: 'code-taken' } };
}

function discountTitle({ plan, approval }: Attempt): string {
  const from = plan.origin.kind === 'run' ? plan.origin.automation : plan.origin.kind;
  return `Regulars ${from} ${approval?.id ?? plan.id}`;
}

async function sendEmail(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'send-email' }>,
  attempt: Attempt,
): Promise<Performed> {
  const messageId = messageIdOf(deps, attempt);
  const save = (status: MailStatus, reason: string | null) => (records: Records) =>
    recordMail(deps, records, effect, attempt, { status, reason });
  if (attempt.recovering) {
    const accepted = await deps.mailer.wasAccepted(messageId);
    if (accepted === true) return { kind: 'done', ref: messageId, record: save('sent', null) };
    if (accepted === null)
      return {
        kind: 'uncertain',
        reason: 'mail-uncertain',
        record: save('uncertain', 'mail-uncertain'),
      };
  }
  const { blocked } = attempt;
  if (blocked !== null)
    return { kind: 'skipped', reason: blocked, record: save('not-sent', blocked) };
  const { sender } = deps.playbook.team;
  const outcome = await deps.mailer.send({
    messageId,
    from: { name: sender.name, address: deps.mailFrom },
    replyTo: sender.reply_to ?? null,
    mail: effect.mail,
  });
  switch (outcome.kind) {
    case 'accepted':
      return { kind: 'done', ref: messageId, record: save('sent', null) };
    case 'not-accepted':
      return { kind: 'later', reason: outcome.reason, afterMs: null, reached: false };
    case 'uncertain':
      return {
        kind: 'uncertain',
        reason: 'mail-uncertain',
        record: save('uncertain', 'mail-uncertain'),
      };
    case 'refused':
      return {
        kind: 'failed',
        reason: outcome.reason,
        record: async (records) => {
          if (outcome.badAddress)
            await records.mails.suppress(effect.mail.to, 'bounced', deps.now());
          await save('failed', outcome.reason)(records);
        },
      };
  }
}

/** The same in every attempt, so that an archive or a person can tell a repeat. */
export function messageIdOf(
  deps: Pick<Deps, 'publicUrl'>,
  { plan, position }: Pick<Attempt, 'plan' | 'position'>,
): string {
  return `<${plan.id}.${position}@${new URL(deps.publicUrl).hostname}>`;
}

/** Notes a mail in the outbox and on the timeline. */
export async function recordMail(
  deps: Pick<Deps, 'now'>,
  records: Records,
  effect: Extract<Effect, { kind: 'send-email' }>,
  attempt: Pick<Attempt, 'plan' | 'approval' | 'position'>,
  outcome: { readonly status: MailStatus; readonly reason: string | null },
): Promise<void> {
  const { plan, approval } = attempt;
  await records.mails.save({
    id: effect.mailId,
    customerId: plan.customerId,
    approvalId: approval?.id ?? null,
    mail: effect.mail,
    ...outcome,
    at: deps.now(),
  });
  const kind = outcome.status === 'sent' ? 'email-sent' : 'email-not-sent';
  const data = {
    subject: effect.mail.subject,
    template: effect.mail.template,
    mailId: effect.mailId,
    ...outcome,
  };
  await records.timeline.add([
    { ...entry(deps, attempt, kind, data), key: `mail:${effect.mailId}:${outcome.status}` },
  ]);
}

async function changeTag(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'add-tag' | 'remove-tag' }>,
  attempt: Attempt,
): Promise<Performed> {
  const adds = effect.kind === 'add-tag';
  const { shop, customerRef } = await shopOf(deps, attempt.profile);
  const inShop =
    shop === null || customerRef === null
      ? null
      : adds
        ? await shop.addTag(customerRef, effect.tag)
        : await shop.removeTag(customerRef, effect.tag);
  const changed = await changeProfile(
    attempt,
    (profile) => sayTag(profile, effect.tag, adds, deps.now()),
    { kind: adds ? 'tagged' : 'untagged', data: { tag: effect.tag } },
    deps,
  );
  return changed.kind === 'done' && inShop?.kind === 'done'
    ? { ...changed, ref: inShop.ref }
    : changed;
}

async function changeProfile(
  attempt: Attempt,
  change: (profile: Profile) => Profile,
  what: Pick<NewTimelineEntry, 'kind' | 'data'>,
  deps: PerformDeps,
): Promise<Performed> {
  const record = async (records: Records) => {
    const profile = await records.customers.lock(attempt.profile.id);
    if (profile === null) return;
    await records.customers.save(change(profile));
    await records.timeline.add([entry(deps, attempt, what.kind, what.data)]);
  };
  return { kind: 'done', ref: null, record };
}

async function openCase(
  deps: PerformDeps,
  effect: Extract<Effect, { kind: 'open-case' }>,
  attempt: Attempt,
): Promise<Performed> {
  const { origin } = attempt.plan;
  const run = origin.kind === 'run' ? await deps.storage.runs.get(origin.runId) : null;
  const event = run?.eventId == null ? null : await deps.storage.events.get(run.eventId);
  if (run === null || event === null || !('return' in event.fact))
    return { kind: 'skipped', reason: 'no-return' };
  const { return: request } = event.fact;
  const order =
    request.orderRef === null
      ? null
      : await deps.storage.purchases.order(event.shop, request.orderRef);
  const now = deps.now();
  const due = parseDuration(effect.dueIn);
  const item: Case = {
    id: deps.newId('case'),
    shop: event.shop,
    returnRef: request.ref,
    orderRef: request.orderRef,
    orderNumber: order?.number ?? request.orderRef,
    customerId: attempt.profile.id,
    status: 'open',
    resolution: null,
    amount: request.amount ?? order?.total ?? null,
    reason: request.reason ?? null,
    note: request.note ?? null,
    items:
      request.items.length > 0
        ? request.items
        : (order?.items.map(({ title, quantity }) => ({ title, quantity })) ?? []),
    assignee: null,
    openedAt: now,
    dueAt: due === null ? now : addDuration(now, due, deps.playbook.team.timezone),
    remindedAt: null,
    resolvedAt: null,
    notes: [],
    offer: null,
    revision: 0,
  };
  return {
    kind: 'done',
    ref: item.id,
    record: (records) => storeCase(deps, records, item, attempt),
  };
}

async function storeCase(
  deps: PerformDeps,
  records: Records,
  item: Case,
  attempt: Attempt,
): Promise<void> {
  if (!(await records.cases.insert(item))) return;
  const { origin } = attempt.plan;
  if (origin.kind === 'run') await records.runs.setCase(origin.runId, item.id);
  await records.timeline.add([
    entry(deps, attempt, 'case-opened', {
      caseId: item.id,
      number: item.orderNumber,
      reason: item.reason,
    }),
  ]);
  await records.audit.append({
    at: item.openedAt,
    actor: 'regulars',
    action: 'case.opened',
    subject: item.id,
    details: {},
  });
  await records.enqueue([
    { job: { name: 'publish', subject: { kind: 'case', id: item.id }, channel: 'refunds' } },
  ]);
}

async function postNotice(
  effect: Extract<Effect, { kind: 'post-notice' }>,
  { plan }: Attempt,
): Promise<Performed> {
  const { origin } = plan;
  if (origin.kind !== 'run') return { kind: 'skipped', reason: 'no-run' };
  const job: Enqueued = {
    job: {
      name: 'publish',
      subject: { kind: 'notice', id: origin.runId },
      channel: effect.channel,
    },
  };
  return { kind: 'done', ref: null, record: (records) => records.enqueue([job]) };
}

async function recordOffer(
  deps: PerformDeps,
  records: Records,
  effect: Extract<Effect, { kind: 'record-offer' }>,
): Promise<void> {
  const item = await records.cases.get(effect.caseId);
  if (item === null || item.offer?.token === effect.token) return;
  const offer = {
    options: effect.options,
    token: effect.token,
    offeredAt: deps.now(),
    answer: null,
  };
  await records.cases.update(item, { ...item, offer });
  const subject = { kind: 'case', id: item.id } as const;
  await records.enqueue([{ job: { name: 'publish', subject, channel: 'refunds' } }]);
}

/** The shop that knows this customer, and its id of them; any connected shop for who is known to none. */
async function shopOf(
  deps: PerformDeps,
  profile: Profile,
): Promise<{ readonly shop: Shop | null; readonly customerRef: string | null }> {
  const refs = (await deps.storage.customers.identitiesOf(profile.id)).filter(
    ({ kind }) => kind === 'ref',
  );
  for (const { shop: key, value } of refs) {
    const shop = key === '*' ? undefined : deps.shops.get(key);
    if (shop !== undefined) return { shop, customerRef: value };
  }
  const [any] = deps.shops.values();
  return { shop: any ?? null, customerRef: null };
}

function entry(
  deps: Pick<Deps, 'now'>,
  { plan, approval, position }: Pick<Attempt, 'plan' | 'approval' | 'position'>,
  kind: NewTimelineEntry['kind'],
  data: NewTimelineEntry['data'],
): NewTimelineEntry {
  return {
    customerId: plan.customerId,
    key: `step:${plan.id}:${position}:${kind}`,
    at: deps.now(),
    kind,
    data: { ...data, approvalId: approval?.id ?? null },
  };
}
