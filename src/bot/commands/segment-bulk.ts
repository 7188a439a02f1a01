// segment tag, untag, tier, set: one change for everybody in a segment, previewed first.
import { z } from 'zod';
import type { FactChange } from '#engine/batches/batch.ts';
import { previewBatch } from '#engine/flows/preview-batch.ts';
import {
  type Answer,
  type AnyCommand,
  type Completion,
  type Context,
  defineCommand,
  type Parameter,
} from '../command.ts';
import { splitLine } from '../line/line.ts';
import { usageError } from '../line/misunderstanding.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { showPreview } from '../work/batch.ts';
import { cutQuery, withQuery } from '../work/segment-query.ts';
import { readValue } from './customer-changes.ts';
import { place, rest, toggle } from './parameters.ts';

const Yes = z.literal('true').optional();
const Named = z.object({
  segment: z.string(),
  tag: z.string().optional(),
  tier: z.string().optional(),
  yes: Yes,
});
const Setting = z.object({
  segment: z.string(),
  attribute: z.string(),
  value: z.string().max(500).optional(),
  clear: Yes,
  yes: Yes,
});

/** The commands that change everybody in a segment. */
export function segmentBulk(words: Words): readonly AnyCommand[] {
  const { tag, tier } = words.parameterSummaries;
  return [
    namedCommand(words, 'tag', { summary: tag, completes: 'tag' }, 'VIP', (typed) => ({
      kind: 'tag',
      tag: typed,
    })),
    namedCommand(words, 'untag', { summary: tag, completes: 'tag' }, 'VIP', (typed) => ({
      kind: 'untag',
      tag: typed,
    })),
    namedCommand(words, 'tier', { summary: tier, completes: 'tier' }, 'Gold', (typed) => ({
      kind: 'tier',
      tier: typed,
    })),
    setCommand(words),
  ];
}

type Asked = { readonly segment: string; readonly change: FactChange; readonly yes: boolean };

function namedCommand(
  words: Words,
  verb: 'tag' | 'untag' | 'tier',
  what: { readonly summary: string; readonly completes: Completion },
  example: string,
  toChange: (typed: string) => FactChange,
): AnyCommand {
  const name = verb === 'tier' ? 'tier' : 'tag';
  return defineCommand({
    name: `segment ${verb}`,
    summary: words.commandSummaries[`segment ${verb}`],
    role: 'admin',
    parameters: [
      segmentPlace(words),
      { ...rest(name, what.summary, { completes: what.completes }), verbatim: true },
      toggle('yes', words.parameterSummaries.yes),
    ],
    Args: Named,
    examples: [
      `segment ${verb} best-customers ${example}`,
      `segment ${verb} "amount_spent > 500" ${example} --yes`,
    ],
    run: (context, args) => {
      const cut = cutQuery(args.segment, args[name] ?? '');
      if (cut.rest === '') throw usageError(words.problems.missing(name));
      const change = toChange(cut.rest);
      return preview(words, context, { segment: cut.segment, change, yes: args.yes !== undefined });
    },
  });
}

function setCommand(words: Words): AnyCommand {
  const { attribute, value, clear, yes } = words.parameterSummaries;
  return defineCommand({
    name: 'segment set',
    summary: words.commandSummaries['segment set'],
    role: 'admin',
    parameters: [
      segmentPlace(words),
      place('attribute', attribute),
      { ...rest('value', value, { required: false }), verbatim: true },
      toggle('clear', clear),
      toggle('yes', yes),
    ],
    Args: Setting,
    examples: [
      'segment set best-customers perk early access',
      'segment set "amount_spent > 500" perk --clear',
    ],
    run: (context, args) => preview(words, context, readSetting(words, args)),
  });
}

/** The value goes to the end of the line; what is cleared has none. */
function readSetting(words: Words, args: z.infer<typeof Setting>): Asked {
  const cut = cutQuery(args.segment, [args.attribute, args.value ?? ''].join(' ').trim());
  const [name = ''] = splitLine(cut.rest);
  const typed = unquoted(cut.rest.trim().slice(name.length).trim());
  if (name === '') throw usageError(words.problems.missing('attribute'));
  if (args.clear === undefined && typed === '') throw usageError(words.problems.missing('value'));
  const value = args.clear === undefined ? typed : null;
  return { segment: cut.segment, change: toSetting(name, value), yes: args.yes !== undefined };
}

/** As in `customer set`, the tier is set like an attribute; cleared, spend decides it again. */
function toSetting(name: string, value: string | null): FactChange {
  if (name === 'tier') return { kind: 'tier', tier: value };
  return { kind: 'set', name, value: value === null ? null : readValue(value) };
}

/** A value in quotes is what stands between them. */
function unquoted(typed: string): string {
  const [only, second] = splitLine(typed);
  return only !== undefined && second === undefined ? only : typed;
}

function preview(words: Words, context: Context, { segment, change, yes }: Asked): Promise<Answer> {
  const { deps, teammate } = context;
  return withQuery(words, deps, segment, async (nameOrQuery) => {
    const by = toDecider(teammate);
    const previewed = await previewBatch(deps, { nameOrQuery, change, by });
    return showPreview(words, context, previewed, yes);
  });
}

function segmentPlace(words: Words): Parameter {
  return place('segment', words.parameterSummaries.segmentOrQuoted, 'query');
}
