// The playbook as it is in force: what the files say, with what was saved in chat before it, current in every process.

import { z } from 'zod';
import type { Automation } from '../automations/automation.ts';
import type { ChatRule, ChatRules } from '../playbook/chat-rules.ts';
import type { Playbook, PlaybookFault } from '../playbook/playbook.ts';
import type { AutomationTexts, Surroundings } from '../ports/automation-texts.ts';
import type { Records, SettingRecords, Storage } from '../ports/storage.ts';

/** A value of a setting; null once the file counts again or the automation is gone. */
const Pointer = z.object({ version: z.int(), mode: z.enum(['off', 'shadow', 'live']) }).extend({
  by: z.string(),
  at: z.date(),
});
export type Pointer = z.infer<typeof Pointer>;

const SAVED = 'automation-saved:';
const REVISION = 'playbook-revision';

/** The setting that says which version of an automation is in force by chat. */
export function pointerKey(name: string): string {
  return SAVED + name;
}

/** What a setting points at; null for none. */
export function readPointer(value: unknown): Pointer | null {
  return Pointer.safeParse(value).data ?? null;
}

/** Says to every process that the playbook has changed. Inside the transaction that changes it. */
export async function markPlaybook(records: { readonly settings: SettingRecords }): Promise<void> {
  await records.settings.lock(REVISION);
  const revision = await records.settings.get(REVISION);
  await records.settings.set(REVISION, typeof revision === 'number' ? revision + 1 : 1);
}

/** What a live playbook is made from. `base` gives what the files say, where these segments are saved in chat. */
export type LiveOptions = {
  readonly base: (savedSegments: readonly string[]) => Playbook;
  readonly storage: Pick<Storage, 'settings' | 'segments' | 'versions'>;
  readonly texts: AutomationTexts;
};

/**
 * A playbook whose automations are those in force, and what keeps it so. Team, segments of the file and templates stay
 * as they were read; the list of automations is replaced as a whole.
 */
export async function openLivePlaybook(
  options: LiveOptions,
): Promise<{ readonly playbook: Playbook; readonly chatRules: ChatRules }> {
  const { team, segments, templates } = options.base([]);
  let now = await readState(options);
  let last: Promise<void> = Promise.resolve();
  const read = async () => {
    const revision = await options.storage.settings.get(REVISION);
    if (revision !== now.revision) now = await readState(options);
  };
  return {
    playbook: {
      ...{ team, segments, templates },
      get automations() {
        return now.automations;
      },
      get faults() {
        return now.faults;
      },
    },
    chatRules: {
      get saved() {
        return now.saved;
      },
      get files() {
        return now.files;
      },
      // One after the other: who waits for a refresh sees at least what was there when they asked.
      refresh: () => {
        last = last.then(read, read);
        return last;
      },
    },
  };
}

type State = {
  readonly revision: unknown;
  readonly automations: readonly Automation[];
  readonly files: readonly Automation[];
  readonly faults: readonly PlaybookFault[];
  readonly saved: ReadonlyMap<string, ChatRule>;
};

/** The revision is read first: what changes meanwhile is read again the next time. */
async function readState({ base, storage, texts }: LiveOptions): Promise<State> {
  const revision = await storage.settings.get(REVISION);
  const named = (await storage.segments.list()).map(({ name }) => name);
  const playbook = base(named);
  const segmentNames = [...playbook.segments.map(({ name }) => name), ...named];
  const surroundings: Surroundings = { ...playbook, segmentNames };
  const pointers = [...(await storage.settings.all(SAVED))].flatMap(([key, value]) => {
    const pointer = readPointer(value);
    return pointer === null ? [] : [{ name: key.slice(SAVED.length), ...pointer }];
  });
  const rules = await Promise.all(
    pointers.map((rule) => readRule(rule, { storage, texts, surroundings })),
  );
  const byName = new Map(rules.map((rule) => [rule.name, rule.automation]));
  const inFiles = new Set(playbook.automations.map(({ name }) => name));
  const added = rules.filter(({ name }) => !inFiles.has(name)).map(({ automation }) => automation);
  return {
    revision,
    files: playbook.automations,
    automations: [
      ...playbook.automations.map((one) => (byName.has(one.name) ? byName.get(one.name) : one)),
      ...added,
    ].filter((one) => one != null),
    faults: [...playbook.faults, ...rules.flatMap(({ faults }) => faults)],
    saved: new Map(pointers.map(({ mode: _mode, ...rule }) => [rule.name, rule])),
  };
}

type Rule = {
  readonly name: string;
  readonly automation: Automation | null;
  readonly faults: readonly PlaybookFault[];
};

/** One that cannot be read any more is a fault of its own; the file it stands before does not step in for it. */
async function readRule(
  { name, version, mode }: Pointer & { readonly name: string },
  tools: {
    readonly storage: Pick<Records, 'versions'>;
    readonly texts: AutomationTexts;
    readonly surroundings: Surroundings;
  },
): Promise<Rule> {
  const kept = await tools.storage.versions.get(name, version);
  if (kept === null) return { name, automation: null, faults: [] };
  const source = kept.source ?? tools.texts.print(kept.definition);
  const read = tools.texts.read(source, tools.surroundings);
  // Its mode is switched by hand, whatever stands in the text.
  if (read.ok) return { name, automation: { ...read.automation, mode }, faults: [] };
  const faults = read.faults.map(({ path, line, flaw }) => ({
    where: `automations/${name} (chat)${line === null ? '' : `:${line}`}`,
    path: path.length === 0 ? null : path,
    flaw,
  }));
  return { name, automation: null, faults };
}
