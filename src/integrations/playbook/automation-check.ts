// Data of one automation → the automation, checked against the rest of the playbook.
import type { Automation } from '#engine/automations/automation.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import { unknownName } from '#engine/flaw.ts';
import type { PathFault } from '#engine/path-faults.ts';
import type { Surroundings } from '#engine/ports/automation-texts.ts';
import { checkActions } from './reference-check.ts';

/** The automation of data that was read from a text, or all that is wrong with it and with what it names. */
export function checkAutomation(
  data: unknown,
  source: string,
  surroundings: Surroundings,
):
  | { readonly ok: true; readonly automation: Automation }
  | { readonly ok: false; readonly faults: readonly PathFault[] } {
  const read = readAutomation(withCaseDue(data, surroundings.team.limits.case_due), source);
  if (!read.ok) return read;
  const faults = checkReferences(read.automation, surroundings);
  return faults.length === 0 ? read : { ok: false, faults };
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
  const flaw = unknownName('segment', segment, names);
  return [{ path: ['on', `segment.${trigger.change}`], flaw }];
}

/** What is looked at before the data has been checked. */
type Loose = { readonly do?: unknown; readonly open_case?: unknown };

function isLoose(data: unknown): data is Loose {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}
