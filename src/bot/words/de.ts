// The catalogue in German: the same keys as the English one, which its type holds it to.
import { approvals } from './de-approvals.ts';
import { assistant } from './de-assistant.ts';
import { audit } from './de-audit.ts';
import { automationEdits } from './de-automation-edits.ts';
import { automations } from './de-automations.ts';
import { autonomy } from './de-autonomy.ts';
import { backtests } from './de-backtests.ts';
import { batches } from './de-batches.ts';
import { cases } from './de-cases.ts';
import { check } from './de-check.ts';
import { commandSummaries, help, parameterSummaries } from './de-commands.ts';
import { coverage } from './de-coverage.ts';
import { customers } from './de-customers.ts';
import { digests } from './de-digests.ts';
import { discord } from './de-discord.ts';
import { drafts } from './de-drafts.ts';
import { events } from './de-events.ts';
import { exposure } from './de-exposure.ts';
import { flaw, playbookFault } from './de-flaws.ts';
import { guards } from './de-guards.ts';
import { home } from './de-home.ts';
import { outcomes } from './de-outcomes.ts';
import { problem, problems } from './de-problems.ts';
import { prompts } from './de-prompts.ts';
import { reviews } from './de-reviews.ts';
import { rowFault } from './de-rows.ts';
import { runs } from './de-runs.ts';
import { segments } from './de-segments.ts';
import { setup } from './de-setup.ts';
import { shadowWeeks } from './de-shadow-weeks.ts';
import { simulator } from './de-simulator.ts';
import { slack } from './de-slack.ts';
import { suggestions } from './de-suggestions.ts';
import { tasks } from './de-tasks.ts';
import { templateFlaw } from './de-template-flaws.ts';
import { terminal } from './de-terminal.ts';
import { things } from './de-things.ts';
import { timelineText } from './de-timeline.ts';
import { turns } from './de-turns.ts';
import { undo } from './de-undo.ts';
import { workspace } from './de-workspace.ts';
import type { Words } from './en.ts';

/** German, to teammates by „du“, to customers by „Sie“. */
export const de: Words = {
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
