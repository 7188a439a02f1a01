// segment save, remove: what teammates change in the list of segments.
import { z } from 'zod';
import type { Automation } from '#engine/automations/automation.ts';
import type { Deps } from '#engine/deps.ts';
import { removeSegment } from '#engine/flows/segments.ts';
import { announced, notFound, refusedAs } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { usageError } from '../line/misunderstanding.ts';
import { toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { faultAnswer, faultOf, segmentNamed, straightenQuotes } from '../work/segment-query.ts';
import { saveForm, saveQuery } from '../work/segment-save.ts';
import { place, rest } from './parameters.ts';

const Save = z.object({ name: z.string().optional(), query: z.string().optional() });
const Remove = z.object({ name: z.string() });

/** The commands that change segments. */
export function segmentChanges(words: Words): readonly AnyCommand[] {
  return [saveCommand(words), removeCommand(words)];
}

function saveCommand(words: Words): AnyCommand {
  const { segmentName, query } = words.parameterSummaries;
  return defineCommand({
    name: 'segment save',
    summary: words.commandSummaries['segment save'],
    role: 'approver',
    parameters: [
      { ...place('name', segmentName, 'segment'), required: false },
      { ...rest('query', query, { required: false, completes: 'query' }), verbatim: true },
    ],
    Args: Save,
    examples: ['segment save', 'segment save big-spenders amount_spent > 500'],
    run: (context, args) => save(words, context, args),
  });
}

/** How it is written where no form can ask. */
const LINE = 'segment save <name> <query>';

/** Without a query a form asks for it; a terminal has none. */
async function save(
  words: Words,
  context: Context,
  { name, query }: z.infer<typeof Save>,
): Promise<Answer> {
  if (name === undefined || query === undefined) {
    if (context.teammate.surface === 'terminal')
      throw usageError(words.problems.missing(name === undefined ? 'name' : 'query'), LINE);
    return { kind: 'form', form: await saveForm(words, context.deps, name ?? null) };
  }
  const typed = straightenQuotes(query);
  const fault = faultOf(typed);
  if (fault !== null) return faultAnswer(words, fault);
  return saveQuery(words, context, { name, query: typed });
}

function removeCommand(words: Words): AnyCommand {
  return defineCommand({
    name: 'segment remove',
    summary: words.commandSummaries['segment remove'],
    role: 'approver',
    parameters: [rest('name', words.parameterSummaries.segment, { completes: 'segment' })],
    Args: Remove,
    examples: ['segment remove big-spenders'],
    run: (context, { name }) => remove(words, context, name),
  });
}

async function remove(words: Words, { deps, teammate }: Context, typed: string): Promise<Answer> {
  const { name, version } = await segmentNamed(deps, typed);
  const { removeTitle, inFile, inUse } = words.segments;
  const shownName = oneLine(name, 80);
  if (version === null)
    return refusedAs({ title: removeTitle, code: 'in-file', message: inFile(shownName) }, null);
  const isShipped = deps.playbook.segments.some((segment) => segment.name === name);
  const [user] = isShipped ? [] : startedBy(deps, name);
  if (user !== undefined) {
    const message = inUse(shownName, oneLine(user.name, 63));
    return refusedAs({ title: removeTitle, code: 'in-use', message }, null);
  }
  if (!(await removeSegment(deps, { name, by: toDecider(teammate) })))
    notFound('segment', shownName);
  const draw = ({ segments }: Words) => {
    const { removed, removedShown } = segments;
    const line = isShipped ? removedShown(shownName) : removed(shownName);
    return sentenceCard(segments.removeTitle, line);
  };
  return announced(words, draw, { name, version, removed: true });
}

/** The automations that a segment starts: without it they could not run. */
function startedBy({ playbook }: Pick<Deps, 'playbook'>, segment: string): readonly Automation[] {
  return playbook.automations.filter(
    ({ trigger }) => trigger.kind === 'segment' && trigger.segment === segment,
  );
}
