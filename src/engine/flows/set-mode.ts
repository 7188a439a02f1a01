// Off, shadow or live: what the playbook says, until somebody switches it in chat.
import { z } from 'zod';
import type { Decider } from '../approvals/approval.ts';
import { type Automation, MODES, type Mode } from '../automations/automation.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type { ChatRule } from '../playbook/chat-rules.ts';
import type { Records, SettingRecords } from '../ports/storage.ts';
import { redrawShadowWeek } from './shadow-week-cards.ts';

const Switched = z.object({ mode: z.enum(MODES), by: z.string(), at: z.date() });

const PREFIX = 'automation-mode:';

/** An automation with how it stands. `changedBy` is null while the playbook's own mode holds. */
export type AutomationState = {
  readonly automation: Automation;
  readonly mode: Mode;
  readonly runs: number;
  readonly changedBy: string | null;
  readonly changedAt: Date | null;
  /** Who saved it in chat, and when; null while its file counts. */
  readonly saved: ChatRule | null;
  /** Whether a file of the playbook has this name. */
  readonly hasFile: boolean;
};

/** Every automation of the playbook, in its order. */
export async function listAutomations(
  deps: Pick<Deps, 'storage' | 'playbook' | 'chatRules'>,
): Promise<readonly AutomationState[]> {
  await deps.chatRules.refresh();
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
      saved: deps.chatRules.saved.get(automation.name) ?? null,
      hasFile: deps.chatRules.files.some(({ name }) => name === automation.name),
    };
  });
}

/** The automation of this name as it is in force everywhere now. Throws UserError when there is none. Not inside a transaction. */
export async function automationNamed(
  deps: Pick<Deps, 'playbook' | 'chatRules'>,
  name: string,
): Promise<Automation> {
  await deps.chatRules.refresh();
  const automation = deps.playbook.automations.find((candidate) => candidate.name === name);
  if (automation === undefined)
    throw new UserError({ code: 'not-found', what: 'automation', who: name });
  return automation;
}

/**
 * The automation of this name, also one that another process has just put in force; null when there is none. Not inside
 * a transaction.
 */
export async function automationInForce(
  { playbook, chatRules }: Pick<Deps, 'playbook' | 'chatRules'>,
  name: string,
): Promise<Automation | null> {
  const find = () => playbook.automations.find((one) => one.name === name) ?? null;
  const known = find();
  if (known !== null) return known;
  await chatRules.refresh();
  return find();
}

/** How an automation stands now. */
export async function modeOf(
  deps: Pick<Deps, 'storage' | 'playbook' | 'chatRules'>,
  name: string,
): Promise<Mode> {
  const automation = await automationNamed(deps, name);
  return (
    Switched.safeParse(await deps.storage.settings.get(PREFIX + name)).data?.mode ?? automation.mode
  );
}

/** The modes of all automations, read at once. */
export async function modesOf(
  deps: Pick<Deps, 'playbook'> & { readonly storage: Pick<Records, 'settings'> },
): Promise<(automation: Automation) => Mode> {
  const switched = await deps.storage.settings.all(PREFIX);
  return (automation) =>
    Switched.safeParse(switched.get(PREFIX + automation.name)).data?.mode ?? automation.mode;
}

/** Switches an automation, audited. Throws UserError when there is none of this name. */
export async function setMode(
  deps: Pick<Deps, 'storage' | 'playbook' | 'chatRules' | 'now'>,
  change: { readonly name: string; readonly mode: Mode; readonly by: Decider },
): Promise<{ readonly kind: 'done' | 'unchanged'; readonly automation: Automation }> {
  const automation = await automationNamed(deps, change.name);
  if ((await modeOf(deps, change.name)) === change.mode) return { kind: 'unchanged', automation };
  const at = deps.now();
  const { mode, by } = change;
  await deps.storage.transaction((records) => switchMode(records, { automation, mode, by, at }));
  return { kind: 'done', automation };
}

/** Takes back what was switched for an automation of this name: one that is new begins as it says itself. */
export async function forgetMode(
  records: { readonly settings: SettingRecords },
  name: string,
): Promise<void> {
  await records.settings.set(PREFIX + name, null);
}

/** The same inside a transaction, for an automation that is there. */
export async function switchMode(
  records: Records,
  change: {
    readonly automation: Pick<Automation, 'name' | 'actions'>;
    readonly mode: Mode;
    readonly by: Decider;
    readonly at: Date;
  },
): Promise<void> {
  const { automation, mode, by, at } = change;
  const { name } = automation;
  await records.settings.set(PREFIX + name, { mode, by: by.name, at });
  await records.audit.append({
    at,
    actor: by.person,
    action: `automation.${mode}`,
    subject: name,
    details: {},
  });
  await redrawShadowWeek(records, automation);
}
