// case snooze, release, escalate, reopen, handover: who works on a case, and when.
import { z } from 'zod';
import { escalateCase } from '#engine/flows/escalate-case.ts';
import { whatIsLeft } from '#engine/flows/hand-over-cases.ts';
import { releaseCase, reopenCase, snoozeCase } from '#engine/flows/put-off-case.ts';
import { shown } from '../answers.ts';
import { handOverCard } from '../cards/hand-over.ts';
import { type AnyCommand, defineCommand } from '../command.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { caseId, caseIdPlace, handOverMine, workedCase } from '../work/case.ts';
import { rest } from './parameters.ts';

const ById = z.object({ id: z.string() });
const Snooze = ById.extend({ until: z.string().trim().min(1).max(60) });
const Escalate = ById.extend({ note: z.string().max(2000).optional() });
const HandOver = z.object({ to: z.string().trim().min(1).max(80).optional() });
const Reopen = ById.extend({ reason: z.string().trim().min(1).max(2000) });

/** The commands that put a case off, give it back, call for help with it and open it again. */
export function caseOnCallCommands(words: Words): readonly AnyCommand[] {
  return [
    snoozeCommand(words),
    releaseCommand(words),
    escalateCommand(words),
    reopenCommand(words),
    handOverCommand(words),
  ];
}

function snoozeCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'case snooze',
    summary: words.commandSummaries['case snooze'],
    role: 'agent',
    parameters: [caseIdPlace(words), rest('until', words.parameterSummaries.until)],
    Args: Snooze,
    examples: ['case snooze case_7ZK3QW8XN2AB 2d', 'case snooze case_7ZK3QW8XN2AB friday 14:00'],
    run: async (context, { id: typed, until }) => {
      const id = caseId(typed);
      const by = toDecider(context.teammate);
      return workedCase(words, context, id, await snoozeCase(context.deps, { id, until, by }));
    },
  });
}

function releaseCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'case release',
    summary: words.commandSummaries['case release'],
    role: 'agent',
    parameters: [caseIdPlace(words)],
    Args: ById,
    examples: ['case release case_7ZK3QW8XN2AB'],
    run: async (context, { id: typed }) => {
      const id = caseId(typed);
      const by = toDecider(context.teammate);
      return workedCase(words, context, id, await releaseCase(context.deps, { id, by }));
    },
  });
}

function escalateCommand(words: Words): AnyCommand {
  const { text } = words.parameterSummaries;
  return defineCommand({
    name: 'case escalate',
    summary: words.commandSummaries['case escalate'],
    role: 'agent',
    parameters: [caseIdPlace(words), rest('note', text, { required: false })],
    Args: Escalate,
    examples: [
      'case escalate case_7ZK3QW8XN2AB',
      'case escalate case_7ZK3QW8XN2AB third return this month',
    ],
    run: async (context, { id: typed, note }) => {
      const id = caseId(typed);
      const by = toDecider(context.teammate);
      const more = note === undefined ? {} : { note };
      const outcome = await escalateCase(context.deps, { id, by, ...more });
      return workedCase(words, context, id, outcome);
    },
  });
}

function reopenCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'case reopen',
    summary: words.commandSummaries['case reopen'],
    role: 'agent',
    parameters: [caseIdPlace(words), rest('reason', words.parameterSummaries.reason)],
    Args: Reopen,
    examples: ['case reopen case_7ZK3QW8XN2AB the parcel came back'],
    run: async (context, { id: typed, reason }) => {
      const id = caseId(typed);
      const by = toDecider(context.teammate);
      return workedCase(words, context, id, await reopenCase(context.deps, { id, reason, by }));
    },
  });
}

function handOverCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'case handover',
    summary: words.commandSummaries['case handover'],
    role: 'agent',
    parameters: [rest('to', words.parameterSummaries.handOverTo, { required: false })],
    Args: HandOver,
    examples: ['case handover', 'case handover Maria', 'case handover nobody'],
    run: async (context, { to }) => {
      if (to !== undefined) return handOverMine(words, context, to === 'nobody' ? null : to);
      const left = await whatIsLeft(context.deps.storage, context.deps.now());
      return shown(handOverCard(words, left), left);
    },
  });
}
