// Automations and their runs as `--json` shows them.
import type { Profile } from '#engine/customers/profile.ts';
import type { AutomationState } from '#engine/flows/set-mode.ts';
import type { Run } from '#engine/runs/run.ts';
import { customerRefOrNull } from './customer-json.ts';

/** One automation and how it stands. */
export function automationJson(state: AutomationState) {
  const { automation, mode, runs, changedBy, changedAt } = state;
  return {
    name: automation.name,
    title: automation.title,
    mode,
    runs,
    trigger: automation.trigger,
    when: automation.when?.text ?? null,
    reentry: automation.reentry,
    actions: automation.actions.map(({ kind, summary, needsApproval, params }) => ({
      kind,
      summary,
      needsApproval,
      params,
    })),
    version: automation.version,
    changedBy,
    changedAt,
  };
}

/** One firing. */
export function runJson(run: Run, profile: Profile | null) {
  const { id, automation, version, status, reason, trace, startedAt, eventId, caseId } = run;
  return {
    id,
    automation,
    version,
    customer: customerRefOrNull(profile),
    status,
    reason,
    trace,
    startedAt,
    event: eventId,
    case: caseId,
  };
}
