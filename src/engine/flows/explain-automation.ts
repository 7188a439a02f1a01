// Why an automation did or did not fire for a customer: its condition with the values seen, its last run, its guards.
import type { Automation, Mode } from '../automations/automation.ts';
import { isHeldOut } from '../automations/holdout.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { CustomerId } from '../ids.ts';
import type { Run } from '../runs/run.ts';
import { explain } from '../segments/condition.ts';
import type { Subject } from '../segments/field.ts';
import type { Trace } from '../segments/trace.ts';
import { type GuardInTheWay, guardsOf } from './guards-of.ts';
import { loadSubject, settingNow } from './load-subject.ts';
import { automationNamed, modeOf } from './set-mode.ts';
import { mayEnter } from './start-run.ts';

/** What stands in the way of a firing now, or `would-fire`. */
export type Verdict = 'would-fire' | 'condition' | 'reentry' | 'off' | 'shadow' | 'held-out';

export type Explanation = {
  readonly automation: Automation;
  readonly mode: Mode;
  /** The condition with the values of now; null when everyone qualifies. */
  readonly trace: Trace | null;
  /** The latest run for this customer. */
  readonly run: Run | null;
  readonly verdict: Verdict;
  /** What else stands in the way of it now. */
  readonly guards: readonly GuardInTheWay[];
};

/** Explains an automation for one customer as they are now. Throws UserError when either does not exist. */
export async function explainAutomation(
  deps: Pick<Deps, 'storage' | 'playbook' | 'chatRules' | 'now'>,
  question: { readonly name: string; readonly customerId: CustomerId },
): Promise<Explanation> {
  const automation = await automationNamed(deps, question.name);
  const profile = await deps.storage.customers.get(question.customerId);
  if (profile === null)
    throw new UserError({ code: 'not-found', what: 'customer', who: question.customerId });
  const [run] = await deps.storage.runs.list(
    { automation: automation.name, customerId: profile.id },
    { limit: 1 },
  );
  const event = run?.eventId == null ? null : await deps.storage.events.get(run.eventId);
  const trace = await argue(deps, automation, { profile, event });
  const mode = await modeOf(deps, automation.name);
  const verdict = await judge(deps, { automation, mode, trace, customerId: profile.id });
  const guards = await guardsOf(
    deps,
    { automation, mode: mode === 'shadow' ? mode : 'live' },
    profile,
  );
  return { automation, mode, trace, run: run ?? null, verdict, guards };
}

async function argue(
  deps: Pick<Deps, 'storage' | 'playbook' | 'chatRules' | 'now'>,
  { when }: Automation,
  given: Pick<Subject, 'profile' | 'event'>,
): Promise<Trace | null> {
  if (when === null) return null;
  const setting = settingNow(deps);
  const subject = await loadSubject(deps.storage, given, [when.condition], setting);
  return explain(when.condition, subject, setting);
}

async function judge(
  deps: Pick<Deps, 'storage' | 'playbook' | 'chatRules' | 'now'>,
  {
    automation,
    mode,
    trace,
    customerId,
  }: {
    readonly automation: Automation;
    readonly mode: Mode;
    readonly trace: Trace | null;
    readonly customerId: CustomerId;
  },
): Promise<Verdict> {
  if (mode === 'off') return 'off';
  if (trace !== null && !trace.result) return 'condition';
  if (!(await mayEnter(deps, deps.storage, { automation, mode }, customerId))) return 'reentry';
  if (mode === 'shadow') return 'shadow';
  const { name, holdout } = automation;
  return holdout !== null && isHeldOut(name, customerId, holdout) ? 'held-out' : 'would-fire';
}
