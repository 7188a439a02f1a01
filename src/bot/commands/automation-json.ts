// Automations and their runs as `--json` shows them, which is English for everybody.

import { compareGroups, HOLDOUT_DAYS, type HoldoutGroup } from '#engine/automations/holdout.ts';
import type { AutomationVersion } from '#engine/automations/version.ts';
import type { Profile } from '#engine/customers/profile.ts';
import type { AutomationState } from '#engine/flows/set-mode.ts';
import type { RunView } from '#engine/flows/work-run.ts';
import { moneyToJson } from '#engine/money.ts';
import { progressOf } from '#engine/runs/progress.ts';
import type { Run } from '#engine/runs/run.ts';
import type { Figures } from '../cards/automation-figures.ts';
import { en } from '../words/en.ts';
import { customerRefOrNull } from './customer-json.ts';
import { traceJson } from './trace-json.ts';

/** One automation and how it stands. */
export function automationJson(
  state: AutomationState,
  versions: readonly AutomationVersion[] = [],
  figures: Figures | null = null,
) {
  const { automation, mode, runs, changedBy, changedAt, saved, hasFile } = state;
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
      summary: en.automations.step(summary),
      needsApproval,
      params,
    })),
    exit: exitJson(automation),
    rank: automation.rank,
    holdout: automation.holdout,
    ...(figures === null ? {} : figuresJson(figures)),
    version: automation.version,
    versions: versions.map(({ version, ordinal, origin, by, at }) => ({
      ...{ version, ordinal, origin, by, at },
    })),
    changedBy,
    changedAt,
    savedBy: saved?.by ?? null,
    savedAt: saved?.at ?? null,
    hasFile,
  };
}

function figuresJson({ codes, groups, autonomy }: Figures) {
  return {
    autonomy,
    codes: {
      granted: codes.granted,
      redeemed: codes.redeemed,
      expired: codes.expired,
      cost: codes.cost.map(moneyToJson),
      revenue: codes.ordered.map(moneyToJson),
    },
    comparison: groups && {
      days: HOLDOUT_DAYS,
      verdict: compareGroups(groups),
      treated: groupJson(groups.treated),
      heldOut: groupJson(groups.heldOut),
    },
  };
}

function groupJson({ customers, buyers, revenue }: HoldoutGroup) {
  return { customers, buyers, revenue: moneyToJson(revenue) };
}

function exitJson({ exit }: AutomationState['automation']) {
  if (exit === null) return null;
  return exit.kind === 'event' ? exit.types : exit.text;
}

/** One firing. */
export function runJson(run: Run, profile: Profile | null) {
  const { id, automation, version, occasion, status, reason, trace, startedAt } = run;
  const { eventId, caseId, position, wakeAt, waitingFor } = run;
  return {
    id,
    automation,
    version,
    customer: customerRefOrNull(profile),
    occasion,
    status,
    position,
    wakeAt,
    waitingFor,
    reason,
    trace: trace && traceJson(trace),
    startedAt,
    event: eventId,
    case: caseId,
    claimedBy: run.claim?.by.name ?? null,
    claimedAt: run.claim?.at ?? null,
  };
}

/** One firing with what became of each step. */
export function runViewJson({ run, automation, ordinal, profile }: RunView) {
  const steps = progressOf(run, automation?.actions ?? []).map(({ action, ...step }) => ({
    kind: action.kind,
    summary: en.automations.step(action.summary),
    ...step,
  }));
  return { ...runJson(run, profile), ordinal, steps };
}
