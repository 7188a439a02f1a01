// The YAML of one automation → the automation, each fault with its line; and a definition → YAML.
import { stringify } from 'yaml';
import type { Flaw } from '#engine/flaw.ts';
import type {
  AutomationTexts,
  ReadAutomationText,
  Surroundings,
  TextFault,
} from '#engine/ports/automation-texts.ts';
import { checkAutomation } from './automation-check.ts';
import { cutAutomation, joinAutomation, retouchAutomation } from './automation-parts.ts';
import { readYaml } from './yaml-file.ts';

/** What stands in chat is written by hand: a longer text got there by mistake. */
const MOST_CHARACTERS = 50_000;

/** The texts of automations through the YAML library that reads the playbook's files. */
export function createAutomationTexts(): AutomationTexts {
  return {
    read: (text, surroundings) =>
      text.length > MOST_CHARACTERS
        ? refuse({ reason: 'too-long', bound: MOST_CHARACTERS }, null)
        : readAutomationText(text, surroundings),
    cut: cutAutomation,
    join: joinAutomation,
    print: (definition) => stringify(definition, { lineWidth: 0 }),
    retouch: retouchAutomation,
  };
}

/** Reads one text; what is wrong comes with its line. */
export function readAutomationText(text: string, surroundings: Surroundings): ReadAutomationText {
  const yaml = readYaml('', text);
  if (!yaml.ok) return refuse(yaml.flaw, yaml.line);
  const { data, lineOf } = yaml.file;
  const read = checkAutomation(data, text, surroundings);
  if (read.ok) return read;
  return { ok: false, faults: read.faults.map((one) => ({ ...one, line: lineOf(one.path) })) };
}

function refuse(flaw: Flaw, line: number | null): ReadAutomationText {
  const fault: TextFault = { path: [], flaw, line };
  return { ok: false, faults: [fault] };
}
