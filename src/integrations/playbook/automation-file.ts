// automations/*.yml → automations that may run: the files' texts, read and checked one by one.
import type { Automation } from '#engine/automations/automation.ts';
import type { PlaybookFault } from '#engine/playbook/playbook.ts';
import type { Surroundings, TextFault } from '#engine/ports/automation-texts.ts';
import { readAutomationText } from './automation-text.ts';
import { listFiles, readText } from './text-file.ts';

/** A file of the folder, and what stands in it. */
export type AutomationFile = { readonly file: string; readonly text: string };

/** The automations that may run, and what is wrong with the others. */
export type ReadAutomations = {
  readonly automations: readonly Automation[];
  readonly faults: readonly PlaybookFault[];
};

/** The texts of a playbook's automations, and which files could not be read at all. */
export async function loadAutomationFiles(dir: string): Promise<{
  readonly files: readonly AutomationFile[];
  readonly faults: readonly PlaybookFault[];
}> {
  const files: AutomationFile[] = [];
  const faults: PlaybookFault[] = [];
  for (const file of await listFiles(dir, 'automations', ['.yml', '.yaml'])) {
    const read = await readText(dir, file);
    if (read.kind === 'text') files.push({ file, text: read.text });
    if (read.kind === 'unreadable') faults.push({ where: file, path: null, flaw: read.flaw });
  }
  return { files, faults };
}

/** Reads the texts of files; of two automations with one name the first file's counts. */
export function readAutomationFiles(
  files: readonly AutomationFile[],
  surroundings: Surroundings,
): ReadAutomations {
  const automations = new Map<string, { readonly file: string; readonly automation: Automation }>();
  const faults: PlaybookFault[] = [];
  for (const { file, text } of files) {
    const read = readAutomationText(text, surroundings);
    if (!read.ok) {
      faults.push(...read.faults.map((fault) => placeFault(file, fault)));
      continue;
    }
    const { automation } = read;
    const twin = automations.get(automation.name);
    if (twin === undefined) automations.set(automation.name, { file, automation });
    else
      faults.push({
        where: file,
        path: ['name'],
        flaw: { reason: 'name-taken', file: twin.file },
      });
  }
  return { automations: [...automations.values()].map((entry) => entry.automation), faults };
}

/** A fault of a text as one of the place that the text stands in; what YAML itself says needs no path. */
function placeFault(place: string, { path, flaw, line }: TextFault): PlaybookFault {
  const where = line === null ? place : `${place}:${line}`;
  return { where, path: path.length === 0 ? null : path, flaw };
}
