// THE list of commands.
import type { AnyCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { approvalCommands } from './approval.ts';
import { askCommands } from './ask.ts';
import { auditCommands } from './audit.ts';
import { automationCommands } from './automation.ts';
import { backtestCommand } from './automation-backtest.ts';
import { automationEdits } from './automation-edits.ts';
import { automationRunCommand } from './automation-run.ts';
import { automationVersions } from './automation-versions.ts';
import { automationWeekCommand } from './automation-week.ts';
import { batchCommands } from './batch.ts';
import { caseCommands } from './case.ts';
import { customerChanges } from './customer-changes.ts';
import { customerData } from './customer-data.ts';
import { customerMerges } from './customer-merges.ts';
import { customerReads } from './customer-reads.ts';
import { emailCommands } from './email.ts';
import { eventCommands } from './event.ts';
import { helpCommand } from './help.ts';
import { homeCommand } from './home.ts';
import { muteCommands } from './mute.ts';
import { runCommands } from './run.ts';
import { segmentCommands } from './segment.ts';
import { segmentBulk } from './segment-bulk.ts';
import { segmentChanges } from './segment-changes.ts';
import { segmentCoverage } from './segment-coverage.ts';
import { segmentQuestions } from './segment-questions.ts';
import { systemCommands } from './system.ts';
import { taskCommands } from './task.ts';
import { undoCommands } from './undo.ts';

/** Every command, in the order in which help shows them, worded in one language. */
export function createCommands(words: Words): readonly AnyCommand[] {
  const commands = [
    homeCommand(words),
    ...customerReads(words),
    ...customerChanges(words),
    ...customerMerges(words),
    ...customerData(words),
    ...caseCommands(words),
    ...taskCommands(words),
    ...approvalCommands(words),
    ...automationCommands(words),
    ...automationEdits(words),
    ...automationVersions(words),
    automationRunCommand(words),
    ...runCommands(words),
    backtestCommand(words),
    automationWeekCommand(words),
    ...segmentCommands(words),
    ...segmentQuestions(words),
    ...segmentCoverage(words),
    ...segmentChanges(words),
    ...segmentBulk(words),
    ...batchCommands(words),
    ...eventCommands(words),
    ...auditCommands(words),
    ...emailCommands(words),
    ...undoCommands(words),
    ...systemCommands(words),
    ...muteCommands(words),
  ];
  const all = [...commands, helpCommand(words, commands)];
  return [...askCommands(words, all), ...all];
}
