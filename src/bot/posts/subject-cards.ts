// Reads from storage what a thing's card shows, and draws it: the same card wherever the thing is shown.

import type { Step } from '#engine/actions/effect.ts';
import { inverseOf } from '#engine/actions/inverse.ts';
import { noticesOf, parseStepRef, type StepRef } from '#engine/approvals/plan.ts';
import {
  readShadowWeekRef,
  type ShadowWeek,
  type ShadowWeekRef,
} from '#engine/automations/shadow-week.ts';
import type { Case } from '#engine/cases/case.ts';
import type { Order } from '#engine/customers/purchases.ts';
import type { Deps } from '#engine/deps.ts';
import type { ShopKey } from '#engine/events/shop-event.ts';
import { automationOfRun } from '#engine/flows/automation-of-run.ts';
import { claimedBeside } from '#engine/flows/claim-customer.ts';
import { viewExposure } from '#engine/flows/discount-exposure.ts';
import { isPaused } from '#engine/flows/pause.ts';
import { pendingApproval } from '#engine/flows/pending-approval.ts';
import { viewShadowWeek } from '#engine/flows/view-shadow-week.ts';
import type { ApprovalId, AutonomyId, CaseId, DigestId, TaskId } from '#engine/ids.ts';
import type { PostSubject } from '#engine/ports/notifier.ts';
import type { Card } from '../card.ts';
import { type ApprovalView, approvalCard } from '../cards/approval.ts';
import { type AutonomyView, autonomyCard } from '../cards/autonomy.ts';
import { batchCard } from '../cards/batch.ts';
import { type DigestView, digestCard } from '../cards/digest.ts';
import { mentionOf } from '../cards/mention.ts';
import { newsCard } from '../cards/news.ts';
import { type NoticeView, noticeCard } from '../cards/notice.ts';
import { type CaseView, refundCaseCard } from '../cards/refund-case.ts';
import { shadowWeekCard } from '../cards/shadow-week.ts';
import { suggestionCard } from '../cards/suggestion.ts';
import { type TaskView, taskCard } from '../cards/task.ts';
import { forgottenLineCard } from '../cards/thread.ts';
import type { Words } from '../words/en.ts';
import { loadBatch } from '../work/batch-view.ts';
import { loadSuggestion } from '../work/suggestion-view.ts';

type Sources = Pick<Deps, 'storage' | 'playbook' | 'now'>;

/** The card of a thing as it stands now; null when there is no such thing. */
export async function loadSubjectCard(
  deps: Sources,
  words: Words,
  subject: PostSubject,
): Promise<Card | null> {
  switch (subject.kind) {
    case 'approval': {
      const view = await loadApproval(deps, subject.id);
      return view && approvalCard(words, view);
    }
    case 'case': {
      const view = await loadCase(deps, subject.id);
      return view && refundCaseCard(words, view);
    }
    case 'notice': {
      const view = await loadNotice(deps, subject.id);
      return view && noticeCard(words, view);
    }
    case 'task': {
      const view = await loadTask(deps, subject.id);
      return view && taskCard(words, view);
    }
    case 'autonomy': {
      const view = await loadAutonomy(deps, subject.id);
      return view && autonomyCard(words, view);
    }
    case 'batch': {
      const view = await loadBatch(deps, subject.id);
      return view && batchCard(words, view);
    }
    case 'shadow-week': {
      const week = await loadShadowWeek(deps, subject.id);
      return week && shadowWeekCard(words, week);
    }
    case 'suggestion': {
      const view = await loadSuggestion(deps, subject.id);
      return view && suggestionCard(words, view);
    }
    case 'customer':
      return null;
    case 'news': {
      const told = await deps.storage.news.get(subject.id);
      if (told === null) return null;
      return told.news === null ? forgottenLineCard(words) : newsCard(words, told.news);
    }
    case 'digest': {
      const view = await loadDigest(deps, words, subject.id);
      return view && digestCard(words, view);
    }
  }
}

/** An approval with its plan and its customer. */
export async function loadApproval(deps: Sources, id: ApprovalId): Promise<ApprovalView | null> {
  const approval = await deps.storage.approvals.get(id);
  if (approval === null) return null;
  const [plan, profile, paused] = await Promise.all([
    deps.storage.plans.get(approval.planId),
    deps.storage.customers.get(approval.customerId),
    isPaused(deps),
  ]);
  if (plan === null) return null;
  const exposure = profile === null ? null : await viewExposure(deps, plan, profile);
  const mention =
    approval.mention === null ? null : mentionOf(deps.playbook.team.people, approval.mention);
  return { approval, plan, profile, mention, paused, exposure };
}

/** Whether an automation may run by itself, under its title. */
export async function loadAutonomy(deps: Sources, id: AutonomyId): Promise<AutonomyView | null> {
  const autonomy = await deps.storage.autonomies.get(id);
  if (autonomy === null) return null;
  const found = deps.playbook.automations.find(({ name }) => name === autonomy.automation);
  return { autonomy, title: found?.title ?? autonomy.automation };
}

/** What an automation in shadow would have done in the week that is named; null: it has left the playbook. */
async function loadShadowWeek(deps: Sources, ref: ShadowWeekRef): Promise<ShadowWeek | null> {
  const meant = readShadowWeekRef(ref, deps.playbook.team.timezone);
  return meant === null ? null : viewShadowWeek(deps, meant);
}

/** A case with its customer, its order and the offer that waits for approval. */
export async function loadCase(deps: Sources, id: CaseId): Promise<CaseView | null> {
  const item = await deps.storage.cases.get(id);
  if (item === null) return null;
  const [profile, order, approval, paused] = await Promise.all([
    item.customerId === null ? null : deps.storage.customers.get(item.customerId),
    orderOf(deps, item),
    pendingApproval(deps.storage, item),
    isPaused(deps),
  ]);
  const mention = item.mention === null ? null : mentionOf(deps.playbook.team.people, item.mention);
  return { case: item, profile, order, approval, mention, paused, now: deps.now() };
}

/** A task with its customer. */
export async function loadTask(deps: Sources, id: TaskId): Promise<TaskView | null> {
  const task = await deps.storage.tasks.get(id);
  if (task === null) return null;
  const { customerId, assignee } = task;
  const profile = customerId === null ? null : await deps.storage.customers.get(customerId);
  const { people } = deps.playbook.team;
  const mention = assignee === null ? null : mentionOf(people, assignee.name);
  return { task, profile, assignee: mention, now: deps.now() };
}

/** What a step of a run said, with the run's rule, its customer, its event and the approval that came of it. */
async function loadNotice(deps: Sources, ref: StepRef): Promise<NoticeView | null> {
  const { storage } = deps;
  const place = parseStepRef(ref);
  const own = place === null ? null : await storage.plans.get(place.planId);
  const run = own?.origin.kind === 'run' ? await storage.runs.get(own.origin.runId) : null;
  const said = place === null ? undefined : own?.steps[place.position]?.effect;
  if (run === null || said?.kind !== 'post-notice') return null;
  const [automation, profile, event, plans, paused] = await Promise.all([
    automationOfRun(deps, storage, run),
    storage.customers.get(run.customerId),
    run.eventId === null ? null : storage.events.get(run.eventId),
    storage.plans.ofRun(run.id),
    isPaused(deps),
  ]);
  const approvals = await Promise.all(plans.map((plan) => storage.approvals.byPlan(plan.id)));
  const undoes = await Promise.all(plans.map((plan) => storage.plans.undoOf(plan.id)));
  const asksToClaim = said.claim === true;
  return {
    run,
    automation,
    profile,
    event,
    approval: approvals.findLast((approval) => approval !== null) ?? null,
    direct: plans.filter((_, index) => approvals[index] === null),
    text: said.text,
    asksToClaim,
    claimedBeside: asksToClaim ? await claimedBeside(storage, run, deps.now()) : null,
    mention: said.mention == null ? null : mentionOf(deps.playbook.team.people, said.mention),
    undone: undoes.flatMap((plan) => (plan?.origin.kind === 'undo' ? [plan.origin.person] : [])),
    canBeUndone: plans.some((plan, index) => undoes[index] === null && plan.steps.some(hasInverse)),
    paused,
  };
}

/** How many things a digest names, and how many a page of it shows. */
const NAMED = 5;

/** A digest with the newest things that it stands for, or those further back. */
export async function loadDigest(
  deps: Sources,
  words: Words,
  id: DigestId,
  page: { readonly limit: number; readonly skip: number } = { limit: NAMED, skip: 0 },
): Promise<DigestView | null> {
  const digest = await deps.storage.digests.get(id);
  if (digest === null) return null;
  const posts = await deps.storage.digests.posts(id, page);
  const cards = await Promise.all(
    posts.map(async (post) => ({
      postId: post.id,
      card: await loadSubjectCard(deps, words, post.subject),
    })),
  );
  return { digest, page, cards };
}

function hasInverse(step: Step): boolean {
  return inverseOf(step).kind === 'effect';
}

/** What an approval came from, where that has cards of its own. */
export async function originsOf(
  { storage }: Pick<Deps, 'storage'>,
  subject: PostSubject,
): Promise<readonly PostSubject[]> {
  if (subject.kind !== 'approval') return [];
  const approval = await storage.approvals.get(subject.id);
  const origin = approval === null ? null : (await storage.plans.get(approval.planId))?.origin;
  if (origin?.kind === 'case') return [{ kind: 'case', id: origin.caseId }];
  if (origin?.kind !== 'run') return [];
  const plans = await storage.plans.ofRun(origin.runId);
  return noticesOf(plans).map(({ ref }) => ({ kind: 'notice', id: ref }));
}

/** The order a case is about, where we know it. */
async function orderOf({ storage }: Sources, item: Case): Promise<Order | null> {
  const shop = SHOPS.find((key) => key === item.shop);
  if (item.orderRef !== null && shop !== undefined)
    return storage.purchases.order(shop, item.orderRef);
  return item.orderNumber === null ? null : storage.purchases.orderByNumber(item.orderNumber);
}

const SHOPS: readonly ShopKey[] = ['shopify', 'bigcommerce', 'woocommerce', 'events', 'sample'];
