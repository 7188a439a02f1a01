// segment estimate, members, explain, export: asked of a segment or of a query just typed.
import { z } from 'zod';
import { displayName } from '#engine/customers/profile.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import { estimateSegment, explainSegment, membersOf } from '#engine/flows/segments.ts';
import { shown } from '../answers.ts';
import { listCard } from '../cards/list.ts';
import { estimateCard, segmentTraceCard, titleOf } from '../cards/segment.ts';
import { oneLine } from '../cards/shorten.ts';
import {
  type Answer,
  type AnyCommand,
  type Context,
  defineCommand,
  type Parameter,
} from '../command.ts';
import { quoteWord } from '../line/line.ts';
import { usageError } from '../line/misunderstanding.ts';
import type { Words } from '../words/en.ts';
import { cutQuery, withQuery } from '../work/segment-query.ts';
import { customerRefJson, topRowJson } from './customer-json.ts';
import { moreLine, Paging, pageFlags, pageOf, place, rest, whoRest } from './parameters.ts';
import { exportSegment } from './segment-csv.ts';
import { estimateJson } from './segment-json.ts';
import { traceJson } from './trace-json.ts';

const Estimate = z.object({ query: z.string() });
const Members = Paging.extend({ segment: z.string() });
const Explain = z.object({ segment: z.string(), who: z.string() });
const Export = z.object({ segment: z.string() });

/** The commands that ask a condition of customers. */
export function segmentQuestions(words: Words): readonly AnyCommand[] {
  return [
    estimateCommand(words),
    membersCommand(words),
    explainCommand(words),
    exportCommand(words),
  ];
}

function estimateCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'segment estimate',
    summary: words.commandSummaries['segment estimate'],
    role: 'viewer',
    parameters: [queryRest('query', words.parameterSummaries.segmentOrQuery)],
    Args: Estimate,
    examples: [
      'segment estimate amount_spent > 500',
      "segment estimate customer_tags CONTAINS 'VIP' AND last_order_date < -90d",
      'segment estimate best-customers',
    ],
    run: ({ deps }, { query }) =>
      withQuery(words, deps, query, async (asked) => {
        const estimate = await estimateSegment(deps, asked);
        return shown(estimateCard(words, estimate), estimateJson(estimate));
      }),
  });
}

function membersCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'segment members',
    summary: words.commandSummaries['segment members'],
    role: 'viewer',
    parameters: [
      queryRest('segment', words.parameterSummaries.segmentOrQuery),
      ...pageFlags(words),
    ],
    Args: Members,
    examples: ['segment members best-customers', 'segment members amount_spent > 500 --limit 10'],
    run: (context, { segment, ...paging }) => listMembers(words, context, segment, paging),
  });
}

/** One page of who is in a segment or fits a query, as an answer. */
export function listMembers(
  words: Words,
  { deps }: Pick<Context, 'deps'>,
  typed: string,
  paging: Paging,
): Promise<Answer> {
  return withQuery(words, deps, typed, async (asked) => {
    const page = pageOf(paging);
    const { segment, members } = await membersOf(deps, asked, page);
    const command = `segment members ${segment.name === null ? asked : quoteWord(segment.name)}`;
    const last = members.at(-1)?.id ?? null;
    const card = listCard({
      title: words.segments.membersTitle(oneLine(segment.title, 120)),
      empty: words.segments.membersEmpty,
      columns: words.segments.memberColumns,
      rows: members.map((profile) => [
        oneLine(displayName(profile), 60),
        words.money(profile.totals.spent),
        words.number(profile.totals.orders),
        profile.id,
      ]),
      more: moreLine(words, { command, page, last, rows: members.length }),
    });
    return shown(card, members.map(topRowJson));
  });
}

function explainCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'segment explain',
    summary: words.commandSummaries['segment explain'],
    role: 'viewer',
    parameters: [
      place('segment', words.parameterSummaries.segmentOrQuoted, 'query'),
      { ...whoRest(words), verbatim: true },
    ],
    Args: Explain,
    examples: [
      'segment explain best-customers maria@example.com',
      'segment explain "amount_spent > 500" Maria Lopez',
    ],
    run: (context, args) => explain(words, context, readQuestion(words, args)),
  });
}

type Question = z.infer<typeof Explain>;

function readQuestion(words: Words, { segment, who }: Question): Question {
  const cut = cutQuery(segment, who);
  if (cut.rest === '') throw usageError(words.problems.missing('who'));
  return { segment: cut.segment, who: cut.rest };
}

function explain(
  words: Words,
  { deps }: Context,
  { segment: typed, who }: Question,
): Promise<Answer> {
  return withQuery(words, deps, typed, async (asked) => {
    const profile = await findCustomer(deps, who);
    const found = await explainSegment(deps, { nameOrQuery: asked, customerId: profile.id });
    const json = {
      segment: found.segment.name,
      query: found.segment.query,
      customer: customerRefJson(profile),
      matches: found.matches,
      trace: traceJson(found.trace),
    };
    return shown(segmentTraceCard(words, found, profile), json);
  });
}

function exportCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'segment export',
    summary: words.commandSummaries['segment export'],
    role: 'agent',
    effect: 'reads',
    parameters: [queryRest('segment', words.parameterSummaries.segmentOrQuery)],
    Args: Export,
    examples: ['segment export best-customers'],
    run: (context, { segment }) =>
      withQuery(words, context.deps, segment, (asked) =>
        exportSegment(words, context, asked, (known) => titleOf(words, known)),
      ),
  });
}

function queryRest(name: string, summary: string): Parameter {
  return { ...rest(name, summary, { completes: 'query' }), verbatim: true };
}
