// A leg's actions make their plans: what needs nobody is carried out, what needs a decision becomes an approval.
import type { ActingStep, ActionPlan, ActionSubject, PlanTools } from '../actions/action.ts';
import type { Effect } from '../actions/effect.ts';
import { textValues } from '../actions/text-values.ts';
import type { Decider } from '../approvals/approval.ts';
import type { Automation } from '../automations/automation.ts';
import { isDecidedFor } from '../batches/bulk.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { discountValues, newDiscountCode } from '../discounts/discount.ts';
import { UserError } from '../errors.ts';
import { moneyOf } from '../money.ts';
import { shows, showsCode } from '../playbook/playbook.ts';
import { tierPercents } from '../playbook/tiers.ts';
import type { Records } from '../ports/storage.ts';
import type { Placed } from '../runs/leg.ts';
import { batchOfHand, type Run, type RunNote, type RunStatus } from '../runs/run.ts';
import { addDuration } from '../time.ts';
import { permissionToMail } from './mail-permission.ts';
import { askForApproval, makePlan } from './make-plan.ts';
import { recommendTo } from './recommend-to.ts';
import { renderMail } from './render-mail.ts';
import { useAutonomy } from './use-autonomy.ts';

export type PlanDeps = Pick<
  Deps,
  | 'storage'
  | 'playbook'
  | 'mailRenderer'
  | 'textRenderer'
  | 'publicUrl'
  | 'now'
  | 'newId'
  | 'randomBytes'
>;

/** What the actions of a leg came to. */
export type Proposal = {
  readonly immediate: readonly Effect[];
  readonly gated: readonly (Placed & { readonly effects: readonly Effect[] })[];
  readonly notes: readonly RunNote[];
};

/** Asks every action of a leg for its plan; nothing is stored. */
export async function proposeLeg(
  deps: PlanDeps,
  steps: readonly Placed[],
  subject: ActionSubject,
): Promise<Proposal> {
  const immediate: Effect[] = [];
  const gated: (Placed & { effects: readonly Effect[] })[] = [];
  const notes: RunNote[] = [];
  const at = deps.now();
  let { discount } = subject;
  for (const { position, action } of steps) {
    const plan = await planOf(deps, action, { ...subject, discount });
    if (plan.kind === 'planned') discount = codeIn(plan.effects) ?? discount;
    if (plan.kind === 'refused') notes.push({ kind: 'refused', position, at, reason: plan.reason });
    else {
      if (action.needsApproval) gated.push({ position, action, effects: plan.effects });
      else immediate.push(...plan.effects);
      notes.push({ kind: 'planned', position, at });
    }
  }
  return { immediate, gated, notes };
}

/** The last code that these effects make, as a later mail of the run may show it; null: none. */
export function codeIn(effects: readonly Effect[]): ActionSubject['discount'] {
  const made = effects.findLast((effect) => effect.kind === 'create-discount');
  return made?.kind === 'create-discount' ? discountValues(made.code, made.terms) : null;
}

/** A run may be older than a template: what has left the playbook meanwhile is left out, not tried for ever. */
async function planOf(
  deps: PlanDeps,
  action: ActingStep,
  subject: ActionSubject,
): Promise<ActionPlan | { readonly kind: 'refused'; readonly reason: 'template-gone' }> {
  try {
    return await action.plan(subject, planTools(deps));
  } catch (error) {
    const { problem } = error instanceof UserError ? error : { problem: null };
    if (problem?.code === 'not-found' && problem.what === 'template')
      return { kind: 'refused', reason: 'template-gone' };
    throw error;
  }
}

/** What actions may draw on while they plan. */
function planTools(deps: PlanDeps): PlanTools {
  const { timezone: zone, currency, shop_name: name, routing } = deps.playbook.team;
  const percents = tierPercents(deps.playbook.team);
  return {
    renderMail: (template, profile, values) => renderMail(deps, template, profile, values),
    showsCode: (template) =>
      deps.playbook.templates.some((each) => each.name === template && showsCode(each)),
    recommendedFor: (template, profile) => recommendedFor(deps, template, profile),
    newCode: (head) => newDiscountCode(head, deps.randomBytes),
    newMailId: () => deps.newId('mail'),
    addDuration: (at, duration) => addDuration(at, duration, zone),
    shopMoney: (major) => moneyOf(major, currency),
    renderText: (source, subject) =>
      deps.textRenderer.renderText(source, textValues(subject, { name, currency, timezone: zone })),
    routing,
    tierPercent: (tier) => (tier === null ? null : (percents.get(tier) ?? null)),
  };
}

/** Looked up only for a template that shows it; titles are a shop's texts. */
async function recommendedFor(
  { storage, playbook }: PlanDeps,
  name: string,
  { id }: Profile,
): Promise<Readonly<Record<string, unknown>>> {
  const template = playbook.templates.find((each) => each.name === name);
  if (template === undefined || !shows(template, 'recommended')) return {};
  const found = await recommendTo(storage, id, await storage.purchases.ordersOf(id));
  return { recommended: found.map(({ title, because }) => ({ title, because })) };
}

type Stored = {
  readonly run: Run;
  readonly automation: Automation;
  readonly profile: Profile;
  readonly next: number | null;
};

/**
 * Stores the plans of a leg and moves the run behind it, inside a transaction that holds the customer; null, and
 * nothing stored, when the run has moved on since it was read. A mail that could not be sent is not even proposed.
 */
export async function storeLeg(
  deps: PlanDeps,
  records: Records,
  { run, automation, profile, next }: Stored,
  proposal: Proposal,
): Promise<RunStatus | null> {
  const asked = await withoutRefused(deps, records, profile, proposal);
  const isDecided = await isDecidedInBulk(deps, records, run, automation);
  const { immediate, gated, notes } = isDecided ? allAtOnce(asked) : asked;
  const status = statusAfter({ immediate, gated, next });
  const history = [...run.history, ...notes];
  const moved = { status, position: next, history, wakeAt: null } as const;
  if (!(await records.runs.update(run, { ...run, ...moved }))) return null;
  await noteRefusals(records, run, automation, notes);
  const { name, version, title } = automation;
  const origin = { kind: 'run', runId: run.id, automation: name, version } as const;
  const requestedBy = await whoAsked(records, run);
  for (const { effects } of gated) {
    const plan = makePlan(deps, { customerId: profile.id, origin, effects });
    const ask = { plan, kind: name, about: title, requestedBy };
    const approval = await askForApproval(deps, records, ask);
    await useAutonomy(deps, records, { approval, plan });
  }
  if (immediate.length > 0) {
    const plan = makePlan(deps, { customerId: profile.id, origin, effects: immediate });
    await records.plans.insert(plan);
    await records.enqueue([{ job: { name: 'execute', planId: plan.id } }]);
  }
  return status;
}

/** Who let it run by hand, alone or in a batch; null where the automation fired by itself. */
async function whoAsked(records: Records, { begunBy, occasion }: Run): Promise<Decider | null> {
  const batchId = batchOfHand(occasion);
  const batch = batchId === null ? null : await records.batches.get(batchId);
  return begunBy ?? batch?.requestedBy ?? null;
}

/** Whether one decision for all of its batch covers what this run proposes: what comes after a wait is asked for itself. */
async function isDecidedInBulk(
  { playbook }: PlanDeps,
  records: Records,
  run: Run,
  automation: Automation,
): Promise<boolean> {
  const batchId = batchOfHand(run.occasion);
  if (batchId === null || run.history.some(({ kind }) => kind === 'waiting')) return false;
  const batch = await records.batches.get(batchId);
  return batch !== null && isDecidedFor(batch, automation, playbook.templates);
}

function allAtOnce({ immediate, gated, notes }: Proposal): Proposal {
  return {
    immediate: [...immediate, ...gated.flatMap(({ effects }) => effects)],
    gated: [],
    notes,
  };
}

function statusAfter({
  immediate,
  gated,
  next,
}: Pick<Proposal, 'immediate' | 'gated'> & Pick<Stored, 'next'>): RunStatus {
  if (gated.length > 0) return 'waiting-for-approval';
  return immediate.length > 0 || next !== null ? 'running' : 'done';
}

/** The team would decide for nothing on a mail that may not go out. */
async function withoutRefused(
  deps: PlanDeps,
  records: Records,
  profile: Profile,
  proposal: Proposal,
): Promise<Proposal> {
  const gated: Proposal['gated'][number][] = [];
  const refused = new Map<number, string>();
  for (const each of proposal.gated) {
    const reason = await mailRefusal(deps, records, profile, each.effects);
    if (reason === null) gated.push(each);
    else refused.set(each.position, reason);
  }
  const notes = proposal.notes.map((note): RunNote => {
    const reason = refused.get(note.position);
    const { position, at } = note;
    return reason === undefined ? note : { kind: 'refused', position, at, reason };
  });
  return { immediate: proposal.immediate, gated, notes };
}

async function mailRefusal(
  deps: PlanDeps,
  records: Records,
  profile: Profile,
  effects: readonly Effect[],
): Promise<string | null> {
  for (const effect of effects) {
    if (effect.kind !== 'send-email') continue;
    const { mail } = effect;
    const permission = await permissionToMail(deps, records, { profile, mail, caps: false });
    if (permission.kind === 'refused') return permission.reason;
  }
  return null;
}

async function noteRefusals(
  records: Records,
  run: Run,
  { name, actions }: Automation,
  notes: readonly RunNote[],
): Promise<void> {
  const entries = notes.flatMap((note) => {
    if (note.kind !== 'refused') return [];
    const { position, at, reason } = note;
    const step = actions[position]?.kind ?? String(position);
    const kind = step === 'email' ? ('email-not-sent' as const) : ('step-skipped' as const);
    const data = { step, reason, automation: name };
    return [{ customerId: run.customerId, key: `refused:${run.id}:${position}`, at, kind, data }];
  });
  await records.timeline.add(entries);
}
