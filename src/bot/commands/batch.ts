// batch list, show, confirm, approve, reject, stop, continue: changes of many customers at once.
import { z } from 'zod';
import { asId, type BatchId } from '#engine/ids.ts';
import { shown } from '../answers.ts';
import { time } from '../card.ts';
import { batchTitle } from '../cards/batch.ts';
import { listCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { confirm, decide, goOn, showBatch, stop } from '../work/batch.ts';
import { batchRowJson, statusOf } from './batch-json.ts';
import { moreLine, Paging, pageFlags, pageOf, place } from './parameters.ts';

const ById = z.object({ id: z.string().trim() });

/** The commands about batches. */
export function batchCommands(words: Words): readonly AnyCommand[] {
  return [
    listCommand(words),
    byId(words, 'show', 'viewer', (context, id) => showBatch(words, context, id)),
    byId(words, 'confirm', 'admin', (context, id) => confirm(words, context, id)),
    byId(words, 'approve', 'approver', (context, id) => decide(words, context, id, 'approved')),
    byId(words, 'reject', 'approver', (context, id) => decide(words, context, id, 'rejected')),
    byId(words, 'stop', 'admin', (context, id) => stop(words, context, id)),
    byId(words, 'continue', 'admin', (context, id) => goOn(words, context, id)),
  ];
}

function listCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'batch list',
    summary: words.commandSummaries['batch list'],
    role: 'viewer',
    parameters: pageFlags(words),
    Args: Paging,
    examples: ['batch list', 'batch list --limit 10'],
    run: (context, paging) => listBatches(words, context, paging),
  });
}

async function listBatches(words: Words, { deps }: Context, paging: Paging): Promise<Answer> {
  const page = pageOf(paging);
  const list = await deps.storage.batches.list(page);
  const { batches } = words;
  const card = listCard({
    title: batches.listTitle,
    empty: batches.listEmpty,
    columns: batches.columns,
    rows: list.map((batch) => [
      batch.id,
      oneLine(batchTitle(words, batch), 80),
      batches.status(statusOf(batch)),
      oneLine(batch.requestedBy.name, 40),
      time(batch.requestedAt),
    ]),
    more: moreLine(words, {
      command: 'batch list',
      page,
      last: list.at(-1)?.id ?? null,
      rows: list.length,
    }),
  });
  return shown(card, list.map(batchRowJson));
}

type Verb = 'show' | 'confirm' | 'approve' | 'reject' | 'stop' | 'continue';

/** Nobody but a person may say these. */
const RESERVED: ReadonlySet<Verb> = new Set(['confirm', 'approve', 'reject', 'continue']);

function byId(
  words: Words,
  verb: Verb,
  role: AnyCommand['role'],
  run: (context: Context, id: BatchId) => Promise<Answer>,
): AnyCommand {
  return defineCommand({
    name: `batch ${verb}`,
    summary: words.commandSummaries[`batch ${verb}`],
    role,
    ...(RESERVED.has(verb) ? { effect: 'reserved' } : {}),
    parameters: [place('id', words.parameterSummaries.batchId, 'batch')],
    Args: ById,
    examples: [`batch ${verb} bat_7ZK3QW8XN2AB`],
    run: (context, { id }) => run(context, asId('batch', id)),
  });
}
