// audit list, feedback, verify.
import { z } from 'zod';
import { verifyAudit } from '#engine/flows/verify-audit.ts';
import { shown } from '../answers.ts';
import { auditCard } from '../cards/events.ts';
import { feedbackCard, type Opinions } from '../cards/feedback.ts';
import { sentenceCard } from '../cards/list.ts';
import { type AnyCommand, defineCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { moreLine, Paging, pageFlags, pageOf } from './parameters.ts';

const HELPFUL = 'assistant.helpful';
const UNHELPFUL = 'assistant.unhelpful';

/** How far back opinions are counted: 90 days. */
const FEEDBACK_MS = 90 * 86_400_000;

/** The commands about the audit log. */
export function auditCommands(words: Words): readonly AnyCommand[] {
  return [listCommand(words), feedbackCommand(words), verifyCommand(words)];
}

function listCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'audit list',
    summary: words.commandSummaries['audit list'],
    role: 'viewer',
    parameters: pageFlags(words),
    Args: Paging,
    examples: ['audit list', 'audit list --limit 200'],
    run: async ({ deps }, args) => {
      const page = pageOf(args);
      const entries = await deps.storage.audit.list(page);
      const oldest = entries.at(-1);
      const last = oldest === undefined ? null : String(oldest.seq);
      const more = moreLine(words, { command: 'audit list', page, last, rows: entries.length });
      return shown(auditCard(words, entries, more), entries);
    },
  });
}

/** What teammates thought of the assistant's answers, for whoever looks after it. */
function feedbackCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'audit feedback',
    summary: words.commandSummaries['audit feedback'],
    role: 'viewer',
    parameters: [],
    Args: z.object({}),
    examples: ['audit feedback'],
    run: async ({ deps }) => {
      const since = new Date(deps.now().getTime() - FEEDBACK_MS);
      const counts = await deps.storage.audit.opinions([HELPFUL, UNHELPFUL], since);
      const said = (subject: string, action: string) =>
        counts.find((one) => one.subject === subject && one.action === action)?.count ?? 0;
      const opinions = [...new Set(counts.map(({ subject }) => subject))]
        .map((subject): Opinions => {
          const [by, commands = ''] = subject.split(':', 2);
          return {
            by: by === 'model' || by === 'offline' ? by : 'lost',
            commands,
            helpful: said(subject, HELPFUL),
            unhelpful: said(subject, UNHELPFUL),
          };
        })
        .sort((one, other) => other.unhelpful - one.unhelpful || other.helpful - one.helpful);
      return shown(feedbackCard(words, opinions), opinions);
    },
  });
}

/** A broken chain is a result, not a refusal, but the terminal must notice it: exit code 1. */
function verifyCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'audit verify',
    summary: words.commandSummaries['audit verify'],
    role: 'viewer',
    parameters: [],
    Args: z.object({}),
    examples: ['audit verify'],
    run: async ({ deps }) => {
      const verdict = await verifyAudit(deps);
      const { verifyTitle, auditWhole, auditBroken } = words.events;
      if (verdict.ok) {
        const whole = auditWhole(words.number(verdict.entries));
        return shown(sentenceCard(verifyTitle, whole, 'good'), verdict);
      }
      const message = auditBroken(verdict.brokenAt ?? 0);
      return {
        kind: 'card',
        card: sentenceCard(verifyTitle, message, 'bad'),
        json: verdict,
        visible: 'asker',
        refused: { code: 'broken', message },
      };
    },
  });
}
