// Files → playbook, every problem with file and line.
import type { Playbook } from '#engine/playbook/playbook.ts';
import { loadAutomations } from './automation-file.ts';
import { loadTeam } from './team-file.ts';
import { loadTemplates } from './template-file.ts';

/**
 * Reads the folder a merchant edits. Never throws for what stands in it: what is wrong is in `faults` (where:
 * "automations/vip.yml:7", relative to the folder) and left out, what is right runs.
 */
export async function loadPlaybook(dir: string): Promise<Playbook> {
  const [{ team, faults }, mails] = await Promise.all([loadTeam(dir), loadTemplates(dir)]);
  const rules = await loadAutomations(dir, { team, templates: mails.templates });
  return {
    team,
    templates: mails.templates,
    automations: rules.automations,
    faults: [...faults, ...mails.faults, ...rules.faults],
  };
}
