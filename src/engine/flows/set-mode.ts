// Off, shadow or live: what the playbook says, until somebody switches it in chat.
import { z } from 'zod';
import type { Decider } from '../approvals/approval.ts';
import { type Automation, MODES, type Mode } from '../automations/automation.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';

const Switched = z.object({ mode: z.enum(MODES), by: z.string(), at: z.date() });

const PREFIX = 'automation-mode:';

/** An automation with how it stands. `changedBy` is null while the playbook's own mode holds. */
export type AutomationState = {
  readonly automation: Automation;
  readonly mode: Mode;
  readonly runs: number;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
};

/** Every automation of the playbook, in its order. */
export async function listAutomations(
  deps: Pick<Deps, 'storage' | 'playbook'>,
): Promise<readonly AutomationState[]> {
  const switched = await deps.storage.settings.all(PREFIX);
  const runs = await deps.storage.runs.countByAutomation();
  return deps.playbook.automations.map((automation) => {
    const change = Switched.safeParse(switched.get(PREFIX + automation.name)).data;
    return {
      automation,
      mode: change?.mode ?? automation.mode,
      runs: runs.get(automation.name) ?? 0,
      changedBy: change?.by ?? null,
      changedAt: change?.at ?? null,
    };
  });
}

/** The automation of this name, or UserError. */
export function automationNamed(deps: Pick<Deps, 'playbook'>, name: string): Automation {
  const automation = deps.playbook.automations.find((candidate) => candidate.name === name);
  if (automation === undefined)
    throw new UserError({ code: 'not-found', what: 'automation', who: name });
  return automation;
}

/** How an automation stands now. */
export async function modeOf(
  deps: Pick<Deps, 'storage' | 'playbook'>,
  name: string,
): Promise<Mode> {
  const automation = automationNamed(deps, name);
  return (
    Switched.safeParse(await deps.storage.settings.get(PREFIX + name)).data?.mode ?? automation.mode
  );
}

/** The modes of all automations, read at once. */
export async function modesOf(
  deps: Pick<Deps, 'storage' | 'playbook'>,
): Promise<(automation: Automation) => Mode> {
  const switched = await deps.storage.settings.all(PREFIX);
  return (automation) =>
    Switched.safeParse(switched.get(PREFIX + automation.name)).data?.mode ?? automation.mode;
}

/** Switches an automation, audited. Throws UserError when there is none of this name. */
export async function setMode(
  deps: Pick<Deps, 'storage' | 'playbook' | 'now'>,
  change: { readonly name: string; readonly mode: Mode; readonly by: Decider },
): Promise<{ readonly kind: 'done' | 'unchanged'; readonly automation: Automation }> {
  const automation = automationNamed(deps, change.name);
  if ((await modeOf(deps, change.name)) === change.mode) return { kind: 'unchanged', automation };
  await deps.storage.transaction(async (records) => {
    const at = deps.now();
    await records.settings.set(PREFIX + change.name, { mode: change.mode, by: change.by.name, at });
    await records.audit.append({
      at,
      actor: change.by.person,
      action: `automation.${change.mode}`,
      subject: change.name,
      details: {},
    });
  });
  return { kind: 'done', automation };
}
