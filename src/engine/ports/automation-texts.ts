// Automations as the YAML that people write: read with every fault in its place, cut for a form, put together again.
import type { Automation } from '../automations/automation.ts';
import type { PathFault } from '../path-faults.ts';
import type { MailTemplate } from '../playbook/playbook.ts';
import type { Team } from '../playbook/team.ts';

/** What automations may name. */
export type Surroundings = {
  readonly team: Team;
  readonly templates: readonly MailTemplate[];
  readonly segmentNames: readonly string[];
};

/** What is wrong in a text; `line` counts from 1 and is null where no line is to blame. */
export type TextFault = PathFault & { readonly line: number | null };

/** The automation of a text, which is kept in it as its source; or everything that is wrong. */
export type ReadAutomationText =
  | { readonly ok: true; readonly automation: Automation }
  | { readonly ok: false; readonly faults: readonly TextFault[] };

/** The pieces of a text that a form shows. `starts` and `steps` are YAML. */
export type AutomationParts = {
  readonly title: string;
  /** `on`, `reentry`, `exit` and `rank` as they stand, with their comments. */
  readonly starts: string;
  /** The condition; "" for everyone. */
  readonly when: string;
  /** The list below `do`. */
  readonly steps: string;
};

/** A fault and the piece it stands in; `line` counts within that piece. */
export type PartFault = { readonly part: keyof AutomationParts | 'name' } & TextFault;

/** The automation that pieces make, or everything that is wrong with them. */
export type JoinedParts =
  | { readonly ok: true; readonly automation: Automation }
  | { readonly ok: false; readonly faults: readonly PartFault[] };

export interface AutomationTexts {
  /** Reads and checks a text, also against what it may name. Never throws for what stands in it. */
  read(text: string, surroundings: Surroundings): ReadAutomationText;
  /** The pieces of a text that `read` takes. */
  cut(text: string): AutomationParts;
  /** Puts pieces together; what a form does not show (comments, the mode) is taken over from `base`. */
  join(
    parts: AutomationParts,
    to: { readonly name: string; readonly base: string | null },
    surroundings: Surroundings,
  ): JoinedParts;
  /** A definition that was never written as text. */
  print(definition: unknown): string;
  /** The text with other values for some of its keys, everything else as it is. */
  retouch(text: string, keys: Readonly<Partial<Record<'name' | 'mode', string>>>): string;
}
