// The one catalogue: every sentence that a person reads in chat, in English.
import { approvals } from './en-approvals.ts';
import { assistant } from './en-assistant.ts';
import { audit } from './en-audit.ts';
import { automationEdits } from './en-automation-edits.ts';
import { automations } from './en-automations.ts';
import { autonomy } from './en-autonomy.ts';
import { backtests } from './en-backtests.ts';
import { batches } from './en-batches.ts';
import { cases } from './en-cases.ts';
import { check } from './en-check.ts';
import { commandSummaries, help, parameterSummaries } from './en-commands.ts';
import { coverage } from './en-coverage.ts';
import { customers } from './en-customers.ts';
import { digests } from './en-digests.ts';
import { discord } from './en-discord.ts';
import { drafts } from './en-drafts.ts';
import { events } from './en-events.ts';
import { exposure } from './en-exposure.ts';
import { flaw, playbookFault } from './en-flaws.ts';
import { guards } from './en-guards.ts';
import { home } from './en-home.ts';
import { outcomes } from './en-outcomes.ts';
import { problem, problems } from './en-problems.ts';
import { prompts } from './en-prompts.ts';
import { reviews } from './en-reviews.ts';
import { rowFault } from './en-rows.ts';
import { runs } from './en-runs.ts';
import { segments } from './en-segments.ts';
import { setup } from './en-setup.ts';
import { shadowWeeks } from './en-shadow-weeks.ts';
import { simulator } from './en-simulator.ts';
import { slack } from './en-slack.ts';
import { suggestions } from './en-suggestions.ts';
import { tasks } from './en-tasks.ts';
import { templateFlaw } from './en-template-flaws.ts';
import { terminal } from './en-terminal.ts';
import { things } from './en-things.ts';
import { timelineText } from './en-timeline.ts';
import { turns } from './en-turns.ts';
import { undo } from './en-undo.ts';
import { workspace } from './en-workspace.ts';

/** English. Another language has the same keys. */
export const en = {
  ...things,
  problem,
  problems,
  flaws: { flaw, playbookFault, templateFlaw, rowFault },
  customers,
  timeline: timelineText,
  cases,
  assistant,
  drafts,
  prompts,
  turns,
  approvals,
  exposure,
  reviews,
  audit,
  autonomy,
  outcomes,
  automations,
  automationEdits,
  runs,
  events,
  digests,
  guards,
  backtests,
  check,
  shadowWeeks,
  home,
  commandSummaries,
  parameterSummaries,
  help,
  slack,
  discord,
  workspace,
  setup,
  simulator,
  terminal,
  segments,
  suggestions,
  coverage,
  batches,
  undo,
  tasks,
};

/** A text of one language stands for any text; functions and shapes stay. */
export type Spoken<T> = T extends string
  ? string
  : T extends (...args: never) => unknown
    ? T
    : { [K in keyof T]: Spoken<T[K]> };

/** The catalogue's shape, which every language fills. */
export type Words = Spoken<typeof en>;
