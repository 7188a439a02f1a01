// Editing an automation in chat: what is written becomes a version, which stands before the file until it is reset.
import type { Decider } from '../approvals/approval.ts';
import type { Automation } from '../automations/automation.ts';
import type { AutomationVersion } from '../automations/version.ts';
import type { Deps } from '../deps.ts';
import { UserError } from '../errors.ts';
import type {
  AutomationParts,
  PartFault,
  Surroundings,
  TextFault,
} from '../ports/automation-texts.ts';
import type { Records } from '../ports/storage.ts';
import { markPlaybook, type Pointer, pointerKey, readPointer } from './live-playbook.ts';
import { forgetMode } from './set-mode.ts';
import { keepVersions } from './start-run.ts';

type EditDeps = Pick<Deps, 'storage' | 'playbook' | 'chatRules' | 'automationTexts' | 'now'>;

/** A definition as it was written, in one text or in the pieces of a form. */
export type Written =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'parts'; readonly parts: AutomationParts; readonly base: string | null };

/** The automation that was written; or what is wrong, in the text or in one of the pieces. */
export type ReadWritten =
  | { readonly kind: 'read'; readonly automation: Automation }
  | { readonly kind: 'faults'; readonly faults: readonly (TextFault | PartFault)[] };

/** Reads and checks what somebody wrote for the automation of this name; changes nothing. */
export async function readWritten(
  deps: EditDeps,
  name: string,
  written: Written,
): Promise<ReadWritten> {
  const surroundings = await surroundingsOf(deps);
  const { automationTexts: texts } = deps;
  const read =
    written.kind === 'text'
      ? texts.read(written.text, surroundings)
      : texts.join(written.parts, { name, base: written.base }, surroundings);
  if (!read.ok) return { kind: 'faults', faults: read.faults };
  if (read.automation.name === name) return { kind: 'read', automation: read.automation };
  const fault = { path: ['name'], flaw: { reason: 'other-name', name }, line: null } as const;
  return { kind: 'faults', faults: [fault] };
}

/** What an automation may name now: the playbook's own, and the segments that are saved in chat. */
async function surroundingsOf({ storage, playbook }: EditDeps): Promise<Surroundings> {
  const saved = await storage.segments.list();
  const names = [...playbook.segments, ...saved].map(({ name }) => name);
  return { team: playbook.team, templates: playbook.templates, segmentNames: names };
}

/** What is to be in force. `seen`: the version that was shown; null: none, it is new; unset: whatever is there. */
export type Change = {
  readonly automation: Automation;
  readonly by: Decider;
  readonly seen?: number | null;
};

/** `stale`: somebody else was faster, and nothing was changed. */
export type Saved =
  | {
      readonly kind: 'saved' | 'unchanged';
      readonly before: AutomationVersion | null;
      readonly after: AutomationVersion;
    }
  | { readonly kind: 'stale'; readonly present: AutomationVersion | null };

/**
 * Puts a definition in force, audited, as a new version or as the one it is already. The mode stays what it is; a new
 * automation only records what it would do. Every process hears of it within seconds, this one at once.
 */
export async function saveAutomation(deps: EditDeps, change: Change): Promise<Saved> {
  await deps.chatRules.refresh();
  const saved = await deps.storage.transaction((records) => save(deps, records, change));
  await deps.chatRules.refresh();
  return saved;
}

async function save(
  deps: EditDeps,
  records: Records,
  { automation, by, seen }: Change,
): Promise<Saved> {
  const { name, version, definition, source } = automation;
  const at = deps.now();
  await records.settings.lock(pointerKey(name));
  const before = await presentVersion(deps, records, name);
  if (before?.version === version && before.source === source)
    return { kind: 'unchanged', before, after: before };
  if (seen !== undefined && seen !== (before?.ordinal ?? null))
    return { kind: 'stale', present: before };
  await records.versions.keep([
    { name, version, definition, source, origin: 'person', by: by.name, at },
  ]);
  if (source !== null) await records.versions.rewrite(name, version, source);
  const after = await records.versions.get(name, version);
  if (after === null) throw new UserError({ code: 'not-found', what: 'automation', who: name });
  const file = fileOf(deps, name);
  const isFile = file?.version === version && file.source === source;
  const mode = file?.mode ?? modeSaved(await records.settings.get(pointerKey(name)));
  const pointer: Pointer = { version, mode, by: by.name, at };
  await records.settings.set(pointerKey(name), isFile ? null : pointer);
  if (before === null) await forgetMode(records, name);
  await note(records, {
    ...{ at, by, name, action: 'saved' },
    details: { version: after.ordinal, before: before?.ordinal ?? null },
  });
  return { kind: 'saved', before, after };
}

/** The version in force, kept as one here, so that it can be told from what comes next. */
async function presentVersion(
  deps: EditDeps,
  records: Records,
  name: string,
): Promise<AutomationVersion | null> {
  const pointer = readPointer(await records.settings.get(pointerKey(name)));
  const known = deps.chatRules.saved.get(name)?.version;
  // Somebody may have saved since this process looked.
  if (pointer !== null && pointer.version !== known)
    return records.versions.get(name, pointer.version);
  const present =
    pointer === null
      ? fileOf(deps, name)
      : deps.playbook.automations.find((one) => one.name === name);
  if (present === null || present === undefined)
    return pointer === null ? null : records.versions.get(name, pointer.version);
  await keepVersions(deps, records, [present]);
  const kept = await records.versions.get(name, present.version);
  return kept === null ? null : { ...kept, source: present.source };
}

/** `only-here`: no file says anything under this name. `in-file`: nothing was saved in chat. */
export type Dropped = 'done' | 'only-here' | 'in-file';

/** Lets the file count again, audited. */
export async function resetAutomation(
  deps: EditDeps,
  command: { readonly name: string; readonly by: Decider },
): Promise<Dropped> {
  return drop(deps, { ...command, action: 'reset' });
}

/** Takes an automation away that only chat has, audited; its versions are kept. */
export async function removeAutomation(
  deps: EditDeps,
  command: { readonly name: string; readonly by: Decider },
): Promise<Dropped> {
  return drop(deps, { ...command, action: 'removed' });
}

async function drop(
  deps: EditDeps,
  command: { readonly name: string; readonly by: Decider; readonly action: 'reset' | 'removed' },
): Promise<Dropped> {
  const { name, by, action } = command;
  await deps.chatRules.refresh();
  const hasFile = fileOf(deps, name) !== null;
  const dropped = await deps.storage.transaction(async (records): Promise<Dropped> => {
    await records.settings.lock(pointerKey(name));
    const pointer = readPointer(await records.settings.get(pointerKey(name)));
    if (pointer === null && !hasFile)
      throw new UserError({ code: 'not-found', what: 'automation', who: name });
    if (pointer === null || (action === 'removed' && hasFile)) return 'in-file';
    if (action === 'reset' && !hasFile) return 'only-here';
    await records.settings.set(pointerKey(name), null);
    await note(records, { at: deps.now(), by, name, action, details: {} });
    return 'done';
  });
  await deps.chatRules.refresh();
  return dropped;
}

function fileOf({ chatRules }: Pick<EditDeps, 'chatRules'>, name: string): Automation | null {
  return chatRules.files.find((one) => one.name === name) ?? null;
}

/** What is new is seen first and let loose later. */
function modeSaved(value: unknown): Pointer['mode'] {
  return readPointer(value)?.mode ?? 'shadow';
}

async function note(
  records: Records,
  entry: {
    readonly at: Date;
    readonly by: Decider;
    readonly name: string;
    readonly action: 'saved' | 'reset' | 'removed';
    readonly details: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await markPlaybook(records);
  await records.audit.append({
    at: entry.at,
    actor: entry.by.person,
    action: `automation.${entry.action}`,
    subject: entry.name,
    details: entry.details,
  });
}
