// The definition a run follows: the one it began under, and whether it may still be followed.
import type { Automation } from '../automations/automation.ts';
import { automationOfVersion } from '../automations/version.ts';
import type { Deps } from '../deps.ts';
import type { Records } from '../ports/storage.ts';
import type { Run } from '../runs/run.ts';
import { automationInForce, modesOf } from './set-mode.ts';

/**
 * The automation of a run's version. A run of before definitions were kept follows the present one. Null when there is
 * none that can be read.
 */
export async function automationOfRun(
  { playbook }: Pick<Deps, 'playbook'>,
  records: Pick<Records, 'versions'>,
  run: Pick<Run, 'automation' | 'version'>,
): Promise<Automation | null> {
  const present = playbook.automations.find(({ name }) => name === run.automation) ?? null;
  if (present?.version === run.version) return present;
  const kept = await records.versions.get(run.automation, run.version);
  return kept === null ? present : automationOfVersion(kept);
}

/** Why no step of an automation may be taken any more; `later` while nobody can say. */
export type Halt = 'automation-off' | 'automation-shadow' | 'automation-gone' | 'later';

/**
 * Whether the team still lets an automation's runs go on: it must be live. One whose file cannot be read at the moment
 * is neither live nor gone, so its runs wait until somebody has mended the playbook.
 */
export async function haltOf(
  deps: Pick<Deps, 'storage' | 'playbook' | 'chatRules'>,
  name: string,
): Promise<Halt | null> {
  const present = await automationInForce(deps, name);
  if (present === null)
    return deps.playbook.faults.some(({ where }) => where.startsWith('automations/'))
      ? 'later'
      : 'automation-gone';
  const mode = (await modesOf(deps))(present);
  return mode === 'live' ? null : `automation-${mode}`;
}
