// automation run: one customer, or everybody in a segment, by hand; the guards apply and are named.
import { z } from 'zod';
import type { Deps } from '#engine/deps.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import { previewRun } from '#engine/flows/preview-run.ts';
import { type RunByHand, runByHand } from '#engine/flows/run-by-hand.ts';
import { listSegments } from '#engine/flows/segments.ts';
import { automationNamed } from '#engine/flows/set-mode.ts';
import { viewRun } from '#engine/flows/work-run.ts';
import { changed } from '../answers.ts';
import { leftOutCard } from '../cards/guard.ts';
import { runCard } from '../cards/run.ts';
import { type Answer, type AnyCommand, type Context, defineCommand } from '../command.ts';
import { mayActAs, toDecider } from '../teammate.ts';
import type { Words } from '../words/en.ts';
import { showPreview } from '../work/batch.ts';
import { beginsQuery, faultOf, straightenQuotes, withQuery } from '../work/segment-query.ts';
import { runViewJson } from './automation-json.ts';
import { place, rest, toggle } from './parameters.ts';

const Yes = z.literal('true').optional();
const Run = z.object({ name: z.string(), whom: z.string().trim().min(1), again: Yes, yes: Yes });

/** The command that runs an automation by hand. */
export function automationRunCommand(words: Words): AnyCommand {
  const { automation, whom, again, yesToRun } = words.parameterSummaries;
  return defineCommand({
    name: 'automation run',
    summary: words.commandSummaries['automation run'],
    role: 'approver',
    parameters: [
      place('name', automation, 'automation'),
      rest('whom', whom, { completes: 'customer' }),
      toggle('again', again),
      toggle('yes', yesToRun),
    ],
    Args: Run,
    examples: [
      'automation run vip-promotion maria@example.com',
      'automation run vip-promotion "amount_spent > 5000" --yes',
    ],
    run: (context, args) => run(words, context, args),
  });
}

async function run(words: Words, context: Context, args: z.infer<typeof Run>): Promise<Answer> {
  await automationNamed(context.deps, args.name);
  return (await isSegment(context.deps, args.whom))
    ? runForMany(words, context, args)
    : runForOne(words, context, args);
}

/** A segment's name goes before a customer's; what begins like a query is one, so that its fault is pointed at. */
async function isSegment(deps: Deps, typed: string): Promise<boolean> {
  const wanted = straightenQuotes(typed).trim();
  const names = (await listSegments(deps)).map(({ name }) => name.toLowerCase());
  if (names.includes(wanted.toLowerCase())) return true;
  const [first = ''] = wanted.replace(/^\(+/, '').split(/\s/);
  return /\s/.test(wanted) && (beginsQuery(first) || faultOf(wanted) === null);
}

/** Only an administrator confirms at once what is done to many. */
function runForMany(
  words: Words,
  context: Context,
  { name, whom, again, yes }: z.infer<typeof Run>,
): Promise<Answer> {
  const { deps, teammate } = context;
  return withQuery(words, deps, whom, async (nameOrQuery) => {
    const by = toDecider(teammate);
    const asked = { name, nameOrQuery, again: again !== undefined, by };
    const isConfirmed = yes !== undefined && mayActAs(teammate.role, 'admin');
    return showPreview(words, context, await previewRun(deps, asked), isConfirmed);
  });
}

async function runForOne(
  words: Words,
  { deps, teammate }: Context,
  { name, whom, again }: z.infer<typeof Run>,
): Promise<Answer> {
  const profile = await findCustomer(deps, whom);
  const asked = { name, customerId: profile.id, again: again !== undefined };
  const outcome = await runByHand(deps, { ...asked, by: toDecider(teammate) });
  if (outcome.kind === 'left-out') return leftOutCard(words, outcome, profile);
  return showStarted(words, { deps, teammate }, outcome);
}

async function showStarted(
  words: Words,
  { deps, teammate }: Pick<Context, 'deps' | 'teammate'>,
  { run: { id, status } }: Extract<RunByHand, { kind: 'started' }>,
): Promise<Answer> {
  const view = await viewRun(deps, id);
  const { startedAsShadow, startedByHand } = words.runs;
  const card = runCard(words, view, status === 'shadow' ? startedAsShadow : startedByHand);
  return changed(
    { card, json: runViewJson(view) },
    { kind: 'run', id, by: teammate.name, state: ({ automations }) => automations.run(status) },
  );
}
