// What is wrong in the playbook, as English says it: tests read sentences, the engine has data.
import { en } from '#bot/words/en.ts';
import type { PathFault } from '#engine/path-faults.ts';
import type { PlaybookFault } from '#engine/playbook/playbook.ts';

/** "do.0.tag: is missing" */
export function saidOf({ path, flaw }: PathFault): string {
  return `${path.join('.')}: ${en.flaws.flaw(flaw)}`;
}

/** "team.yml:3 tiers: must be a list" */
export function saidIn(fault: PlaybookFault): string {
  return `${fault.where} ${en.flaws.playbookFault(fault)}`;
}
