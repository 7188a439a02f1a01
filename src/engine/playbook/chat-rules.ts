// Which automations are in force by word of the team's chat, as this process knows it, and how it hears of changes.
import type { Automation } from '../automations/automation.ts';

/** An automation that was saved in chat: it stands before what a file says under the same name. */
export type ChatRule = {
  readonly name: string;
  /** Hash of the definition that was saved. */
  readonly version: number;
  readonly by: string;
  readonly at: Date;
};

export interface ChatRules {
  /** Those that are saved now, by name; also one that cannot be read any more. */
  readonly saved: ReadonlyMap<string, ChatRule>;
  /** What the playbook's files say, whether or not chat stands before it. */
  readonly files: readonly Automation[];
  /**
   * Makes this process's playbook what the database says now, all of it at once; one cheap read where nothing has
   * changed. Not inside a transaction.
   */
  refresh(): Promise<void>;
}
