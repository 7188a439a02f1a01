// A run's actions make their plans: what needs nobody is carried out, what needs a decision becomes an approval.
import type { ActionSubject, PlannedAction, PlanTools } from '../actions/action.ts';
import type { Effect } from '../actions/effect.ts';
import type { Automation } from '../automations/automation.ts';
import type { Profile } from '../customers/profile.ts';
import type { Deps } from '../deps.ts';
import { newDiscountCode } from '../discounts/discount.ts';
import type { RunId } from '../ids.ts';
import type { Records } from '../ports/storage.ts';
import type { Run } from '../runs/run.ts';
import { addDuration } from '../time.ts';
import { permissionToMail } from './mail-permission.ts';
import { askForApproval, makePlan } from './make-plan.ts';
import { renderMail } from './render-mail.ts';

type ProposeDeps = Pick<
  Deps,
  | 'storage'
  | 'playbook'
  | 'mailRenderer'
  | 'publicUrl'
  | 'now'
  | 'newId'
  | 'randomBytes'
  | 'log'
  | 'crashpoint'
>;

/** What the actions of a run came to. */
type Proposal = {
  readonly immediate: readonly Effect[];
  readonly gated: readonly {
    readonly action: PlannedAction;
    readonly effects: readonly Effect[];
  }[];
  readonly refusals: readonly { readonly action: string; readonly reason: string }[];
};

/** Plans a run once; a run that has its plans already is left as it is. */
export async function proposePlan(deps: ProposeDeps, runId: RunId): Promise<void> {
  const run = await deps.storage.runs.get(runId);
  if (run === null || run.status !== 'running') return;
  const profile = await deps.storage.customers.get(run.customerId);
  const automation = deps.playbook.automations.find(({ name }) => name === run.automation);
  if (profile === null || automation === undefined) {
    await deps.storage.runs.setStatus(
      runId,
      'stopped',
      profile === null ? 'forgotten' : 'automation-gone',
    );
    return;
  }
  const event = run.eventId === null ? null : await deps.storage.events.get(run.eventId);
  const proposal = await propose(deps, automation, { profile, event, now: deps.now() });
  await deps.storage.transaction((records) =>
    store(deps, records, { run, automation, profile, proposal }),
  );
}

async function propose(
  deps: ProposeDeps,
  automation: Automation,
  subject: ActionSubject,
): Promise<Proposal> {
  const immediate: Effect[] = [];
  const gated: { action: PlannedAction; effects: readonly Effect[] }[] = [];
  const refusals: { action: string; reason: string }[] = [];
  for (const action of automation.actions) {
    const plan = await action.plan(subject, planTools(deps));
    if (plan.kind === 'refused') refusals.push({ action: action.kind, reason: plan.reason });
    else if (action.needsApproval) gated.push({ action, effects: plan.effects });
    else immediate.push(...plan.effects);
  }
  return { immediate, gated, refusals };
}

/** What actions may draw on while they plan. */
function planTools(
  deps: Pick<Deps, 'playbook' | 'mailRenderer' | 'publicUrl' | 'newId' | 'randomBytes'>,
): PlanTools {
  const zone = deps.playbook.team.timezone;
  return {
    renderMail: (template, profile, values) => renderMail(deps, template, profile, values),
    newCode: (head) => newDiscountCode(head, deps.randomBytes),
    newMailId: () => deps.newId('mail'),
    addDuration: (at, duration) => addDuration(at, duration, zone),
  };
}

type Stored = {
  readonly run: Run;
  readonly automation: Automation;
  readonly profile: Profile;
  readonly proposal: Proposal;
};

async function store(
  deps: ProposeDeps,
  records: Records,
  { run, automation, profile, proposal }: Stored,
): Promise<void> {
  await records.customers.lock(profile.id);
  if ((await records.plans.ofRun(run.id)).length > 0) return;
  const origin = {
    kind: 'run',
    runId: run.id,
    automation: automation.name,
    version: automation.version,
  } as const;
  let waiting = 0;
  for (const { action, effects } of proposal.gated) {
    const refusal = await mailRefusal(deps, records, profile, effects);
    if (refusal !== null) {
      await noteRefusal(records, run, { action: action.kind, reason: refusal, at: deps.now() });
      continue;
    }
    const plan = makePlan(deps, { customerId: profile.id, origin, effects });
    await askForApproval(deps, records, {
      plan,
      kind: automation.name,
      about: automation.title,
      requestedBy: null,
    });
    waiting += 1;
  }
  for (const refusal of proposal.refusals)
    await noteRefusal(records, run, { ...refusal, at: deps.now() });
  if (proposal.immediate.length > 0) {
    const plan = makePlan(deps, { customerId: profile.id, origin, effects: proposal.immediate });
    await records.plans.insert(plan);
    await records.enqueue([{ job: { name: 'execute', planId: plan.id } }]);
  }
  const status =
    waiting > 0 ? 'waiting-for-approval' : proposal.immediate.length > 0 ? 'running' : 'done';
  await records.runs.setStatus(run.id, status, null);
}

/** A mail that could not be sent is not even proposed: the team would decide for nothing. */
async function mailRefusal(
  deps: ProposeDeps,
  records: Records,
  profile: Profile,
  effects: readonly Effect[],
): Promise<string | null> {
  for (const effect of effects) {
    if (effect.kind !== 'send-email') continue;
    const permission = await permissionToMail(deps, records, {
      profile,
      mail: effect.mail,
      caps: false,
    });
    if (permission.kind === 'refused') return permission.reason;
  }
  return null;
}

async function noteRefusal(
  records: Records,
  run: Run,
  refusal: { readonly action: string; readonly reason: string; readonly at: Date },
): Promise<void> {
  const kind = refusal.action === 'email' ? 'email-not-sent' : 'step-skipped';
  await records.timeline.add([
    {
      customerId: run.customerId,
      key: `refused:${run.id}:${refusal.action}`,
      at: refusal.at,
      kind,
      data: { step: refusal.action, reason: refusal.reason, automation: run.automation },
    },
  ]);
}
