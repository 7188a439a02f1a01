// Automations as a playbook's file would say them, and a clock in the units people use.
import type { Automation } from '#engine/automations/automation.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** An automation, live and upon a paid order unless said otherwise. */
export function anAutomation(said: object): Automation {
  const read = readAutomation({
    ...{ name: 'series', on: 'order.paid', mode: 'live', reentry: 'always' },
    ...{ do: [{ tag: 'first' }] },
    ...said,
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.automation;
}

/** The shipped playbook with these automations instead of its own. */
export function withAutomations(...automations: readonly Automation[]) {
  return (shipped: Playbook): Playbook => ({ ...shipped, automations, segments: [] });
}
