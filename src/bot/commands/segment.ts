// segment list, show, fields, check: which segments there are, and what a query may ask.
import { z } from 'zod';
import type { Deps } from '#engine/deps.ts';
import { settingNow } from '#engine/flows/load-subject.ts';
import { listSegments, type NamedSegment, readQuery } from '#engine/flows/segments.ts';
import { fieldList } from '#engine/segments/field-list.ts';
import { shown } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import { segmentCard, segmentListCard } from '../cards/segment.ts';
import { fieldsCard } from '../cards/segment-fields.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import type { Words } from '../words/en.ts';
import { faultAnswer, faultOf, segmentNamed, straightenQuotes } from '../work/segment-query.ts';
import { rest } from './parameters.ts';
import { segmentJson, versionJson } from './segment-json.ts';

const ByName = z.object({ name: z.string() });
const Fields = z.object({ word: z.string().optional() });
const Check = z.object({ query: z.string() });

/** The reading commands about segments themselves. */
export function segmentCommands(words: Words): readonly AnyCommand[] {
  return [listCommand(words), showCommand(words), fieldsCommand(words), checkCommand(words)];
}

/** A segment with its size now and its versions, as an answer. */
export async function showSegment(
  words: Words,
  { deps }: Pick<Context, 'deps'>,
  segment: NamedSegment,
): Promise<Answer> {
  const { measure, versions } = await lookAt(deps, segment);
  const json = {
    ...segmentJson(segment, measure.count),
    reachable: measure.reachable,
    total: measure.total,
    versions: versions.map(versionJson),
  };
  return shown(segmentCard(words, segment, { measure, versions }), json);
}

async function lookAt(deps: Deps, segment: NamedSegment) {
  const { segments } = deps.storage;
  const measure = await segments.measure(segment.condition, settingNow(deps));
  return { measure, versions: await segments.versions(segment.name) };
}

function listCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'segment list',
    summary: words.commandSummaries['segment list'],
    role: 'viewer',
    parameters: [],
    Args: z.object({}),
    examples: ['segment list'],
    run: async ({ deps }) => {
      const list = await listSegments(deps);
      const counts = await deps.storage.segments.countMembers();
      return shown(
        segmentListCard(words, list, counts),
        list.map((segment) => segmentJson(segment, counts.get(segment.name) ?? 0)),
      );
    },
  });
}

function showCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'segment show',
    summary: words.commandSummaries['segment show'],
    role: 'viewer',
    parameters: [rest('name', words.parameterSummaries.segment, { completes: 'segment' })],
    Args: ByName,
    examples: ['segment show best-customers'],
    run: async (context, { name }) =>
      showSegment(words, context, await segmentNamed(context.deps, name)),
  });
}

function fieldsCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'segment fields',
    summary: words.commandSummaries['segment fields'],
    role: 'viewer',
    parameters: [rest('word', words.parameterSummaries.fieldWord, { required: false })],
    Args: Fields,
    examples: ['segment fields', 'segment fields email'],
    run: async (_context, { word = '' }) => {
      const wanted = word.toLowerCase();
      const fields = fieldList().filter(({ name, meaning }) =>
        `${name} ${words.segments.meaning(name, meaning)}`.toLowerCase().includes(wanted),
      );
      return shown(fieldsCard(words, fields, word), fields);
    },
  });
}

/** Without a query, `regulars segment check` in a terminal reads them from its input. */
function checkCommand(words: Words): AnyCommand {
  const { checkTitle, checkGood } = words.segments;
  return defineCommand({
    name: 'segment check',
    summary: words.commandSummaries['segment check'],
    role: 'viewer',
    parameters: [
      { ...rest('query', words.parameterSummaries.query, { completes: 'query' }), verbatim: true },
    ],
    Args: Check,
    examples: ["segment check customer_tags CONTAINS 'VIP'"],
    run: async (_context, args) => {
      const query = straightenQuotes(args.query);
      const fault = faultOf(query);
      if (fault !== null) return faultAnswer(words, fault);
      readQuery(query);
      return shown(sentenceCard(checkTitle, checkGood, 'good'), { query, ok: true });
    },
  });
}
