// Files → playbook, every problem with file and line.
import type { Playbook } from '#engine/playbook/playbook.ts';
import { loadAutomations } from './automation-file.ts';
import { loadSegments } from './segment-file.ts';
import { loadTeam } from './team-file.ts';
import { loadTemplates } from './template-file.ts';

/**
 * Reads the folder a merchant edits. Never throws for what stands in it: what is wrong is in `faults` (where:
 * "automations/vip.yml:7", relative to the folder) and left out, what is right runs. `savedSegments`: names that were saved in chat, which automations may name as well.
 */
export async function loadPlaybook(
  dir: string,
  savedSegments: readonly string[] = [],
): Promise<Playbook> {
  const [{ team, faults }, mails, named] = await Promise.all([
    loadTeam(dir),
    loadTemplates(dir),
    loadSegments(dir),
  ]);
  const { templates } = mails;
  const { segments } = named;
  const segmentNames = [...segments.map(({ name }) => name), ...savedSegments];
  const rules = await loadAutomations(dir, { team, templates, segmentNames });
  return {
    team,
    segments,
    templates,
    automations: rules.automations,
    faults: [...faults, ...named.faults, ...mails.faults, ...rules.faults],
  };
}
