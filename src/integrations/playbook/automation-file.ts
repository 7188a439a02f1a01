// automations/*.yml → automations that may run: the files' texts, read and checked one by one.
import type { Automation } from '#engine/automations/automation.ts';
import type { Fault } from '#engine/errors.ts';
import { pathText } from '#engine/path-faults.ts';
import type { Surroundings, TextFault } from '#engine/ports/automation-texts.ts';
import { readAutomationText } from './automation-text.ts';
import { listFiles, readText } from './text-file.ts';

/** A file of the folder, and what stands in it. */
export type AutomationFile = { readonly file: string; readonly text: string };

/** The automations that may run, and what is wrong with the others. */
export type ReadAutomations = {
  readonly automations: readonly Automation[];
  readonly faults: readonly Fault[];
};

/** The texts of a playbook's automations, and which files could not be read at all. */
export async function loadAutomationFiles(
  dir: string,
): Promise<{ readonly files: readonly AutomationFile[]; readonly faults: readonly Fault[] }> {
  const files: AutomationFile[] = [];
  const faults: Fault[] = [];
  for (const file of await listFiles(dir, 'automations', ['.yml', '.yaml'])) {
    const read = await readText(dir, file);
    if (read.kind === 'text') files.push({ file, text: read.text });
    if (read.kind === 'unreadable') faults.push({ where: file, message: read.message });
  }
  return { files, faults };
}

/** Reads the texts of files; of two automations with one name the first file's counts. */
export function readAutomationFiles(
  files: readonly AutomationFile[],
  surroundings: Surroundings,
): ReadAutomations {
  const automations = new Map<string, { readonly file: string; readonly automation: Automation }>();
  const faults: Fault[] = [];
  for (const { file, text } of files) {
    const read = readAutomationText(text, surroundings);
    if (!read.ok) {
      faults.push(...read.faults.map((fault) => placeFault(file, fault)));
      continue;
    }
    const { automation } = read;
    const twin = automations.get(automation.name);
    if (twin === undefined) automations.set(automation.name, { file, automation });
    else faults.push({ where: file, message: `name: ${twin.file} has this name already` });
  }
  return { automations: [...automations.values()].map((entry) => entry.automation), faults };
}

/** A fault of a text as one of the place that the text stands in. */
function placeFault(place: string, { path, message, line }: TextFault): Fault {
  const where = line === null ? place : `${place}:${line}`;
  return { where, message: pathIn(path, message) };
}

/** What YAML itself says needs no path. */
function pathIn(path: TextFault['path'], message: string): string {
  return path.length === 0 ? message : `${pathText(path)}: ${message}`;
}
