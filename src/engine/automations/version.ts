// A definition that was once in force: kept as written, so that a run that began under it ends under it.
import type { Automation } from './automation.ts';
import { readAutomation } from './schema.ts';

/** Where a definition came from: the playbook's folder, or a person in chat. */
export type VersionOrigin = 'playbook' | 'person';

export type AutomationVersion = {
  readonly name: string;
  /** The hash that runs carry. */
  readonly version: number;
  /** What people call it: the first is 1. */
  readonly ordinal: number;
  /** As written, for `readAutomation`. */
  readonly definition: unknown;
  /** The YAML as a person wrote it, comments and all; null where only the definition is known. */
  readonly source: string | null;
  readonly origin: VersionOrigin;
  /** Who wrote it; null for the playbook. */
  readonly by: string | null;
  readonly at: Date;
};

/** A version before it has its number. */
export type VersionDraft = Omit<AutomationVersion, 'ordinal'>;

/** The automation of a version; null when nobody can read its definition any more. */
export function automationOfVersion(version: AutomationVersion): Automation | null {
  const read = readAutomation(version.definition, version.source);
  return read.ok ? read.automation : null;
}
