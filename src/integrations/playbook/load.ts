// Files → playbook, every problem with file and line.
import type { Playbook, PlaybookFault } from '#engine/playbook/playbook.ts';
import {
  type AutomationFile,
  loadAutomationFiles,
  readAutomationFiles,
} from './automation-file.ts';
import { loadSegments } from './segment-file.ts';
import { loadTeam } from './team-file.ts';
import { loadTemplates } from './template-file.ts';

/** The folder a merchant edits, read once: all but what its automations mean, which may name segments of elsewhere. */
export type PlaybookFolder = Omit<Playbook, 'automations' | 'faults'> & {
  readonly automationFiles: readonly AutomationFile[];
  readonly faults: readonly PlaybookFault[];
};

/**
 * Reads the folder a merchant edits. Never throws for what stands in it: what is wrong is in `faults` (where:
 * "automations/vip.yml:7", relative to the folder) and left out, what is right runs.
 */
export async function readFolder(dir: string): Promise<PlaybookFolder> {
  const [{ team, faults }, mails, named, rules] = await Promise.all([
    loadTeam(dir),
    loadTemplates(dir),
    loadSegments(dir),
    loadAutomationFiles(dir),
  ]);
  return {
    team,
    segments: named.segments,
    templates: mails.templates,
    automationFiles: rules.files,
    faults: [...faults, ...named.faults, ...mails.faults, ...rules.faults],
  };
}

/** The playbook that a folder is. `savedSegments`: names that were saved in chat, which automations may name as well. */
export function playbookOf(folder: PlaybookFolder, savedSegments: readonly string[]): Playbook {
  const { team, templates, segments } = folder;
  const segmentNames = [...segments.map(({ name }) => name), ...savedSegments];
  const rules = readAutomationFiles(folder.automationFiles, { team, templates, segmentNames });
  return {
    ...{ team, segments, templates },
    automations: rules.automations,
    faults: [...folder.faults, ...rules.faults],
  };
}

/** Reads a folder and what it means at once. */
export async function loadPlaybook(
  dir: string,
  savedSegments: readonly string[] = [],
): Promise<Playbook> {
  return playbookOf(await readFolder(dir), savedSegments);
}
