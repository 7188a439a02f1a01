// automations/*.yml → automations that may run: read, and checked against the rest of the playbook.
import type { Automation } from '#engine/automations/automation.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import type { Fault } from '#engine/errors.ts';
import { suggestName } from '#engine/nearest.ts';
import type { PathFault } from '#engine/path-faults.ts';
import type { MailTemplate } from '#engine/playbook/playbook.ts';
import type { Team } from '#engine/playbook/team.ts';
import { shorten } from '#engine/segments/tokens.ts';
import { checkActions } from './reference-check.ts';
import { listFiles, readText } from './text-file.ts';
import { readYaml } from './yaml-file.ts';

/** What automations may name. */
export type Surroundings = {
  readonly team: Team;
  readonly templates: readonly MailTemplate[];
  readonly segmentNames: readonly string[];
};

/** The automations that may run, and what is wrong with the others. */
export type ReadAutomations = {
  readonly automations: readonly Automation[];
  readonly faults: readonly Fault[];
};

/** Reads every automation of a playbook; of two with one name the first file's counts. */
export async function loadAutomations(
  dir: string,
  surroundings: Surroundings,
): Promise<ReadAutomations> {
  const automations = new Map<string, { readonly file: string; readonly automation: Automation }>();
  const faults: Fault[] = [];
  for (const file of await listFiles(dir, 'automations', ['.yml', '.yaml'])) {
    const read = await loadAutomation(dir, file, surroundings);
    faults.push(...read.faults);
    for (const automation of read.automations) {
      const twin = automations.get(automation.name);
      if (twin === undefined) automations.set(automation.name, { file, automation });
      else faults.push({ where: file, message: `name: ${twin.file} has this name already` });
    }
  }
  return { automations: [...automations.values()].map((entry) => entry.automation), faults };
}

async function loadAutomation(
  dir: string,
  file: string,
  surroundings: Surroundings,
): Promise<ReadAutomations> {
  const read = await readText(dir, file);
  if (read.kind === 'missing') return { automations: [], faults: [] };
  if (read.kind === 'unreadable')
    return { automations: [], faults: [{ where: file, message: read.message }] };
  const yaml = readYaml(file, read.text);
  if (!yaml.ok) return { automations: [], faults: yaml.faults };
  const { data, placeFaults } = yaml.file;
  const parsed = readAutomation(withCaseDue(data, surroundings.team.limits.case_due));
  const faults = parsed.ok ? checkReferences(parsed.automation, surroundings) : parsed.faults;
  const automations = parsed.ok && faults.length === 0 ? [parsed.automation] : [];
  return { automations, faults: placeFaults(faults) };
}

/** A case without a due time of its own has the team's. */
function withCaseDue(data: unknown, due: string): unknown {
  if (!isLoose(data) || !Array.isArray(data.do)) return data;
  const actions = data.do.map((entry: unknown) =>
    isLoose(entry) && isLoose(entry.open_case)
      ? { ...entry, open_case: { due, ...entry.open_case } }
      : entry,
  );
  return { ...data, do: actions };
}

function checkReferences(automation: Automation, surroundings: Surroundings): readonly PathFault[] {
  return [
    ...checkTrigger(automation.trigger, surroundings.segmentNames),
    ...checkActions(automation, surroundings),
  ];
}

function checkTrigger(
  trigger: Automation['trigger'],
  names: readonly string[],
): readonly PathFault[] {
  if (trigger.kind !== 'segment') return [];
  const { segment } = trigger;
  if (names.includes(segment)) return [];
  const message = `there is no segment '${shorten(segment)}' that can be used.${suggestName(segment, names)}`;
  return [{ path: ['on', `segment.${trigger.change}`], message }];
}

/** What is looked at before the data has been checked. */
type Loose = { readonly do?: unknown; readonly open_case?: unknown };

function isLoose(data: unknown): data is Loose {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
