// What a model asks for in a turn: what reads is carried out for it, what changes is proposed, each for who asked.
import { type Problem, UserError } from '#engine/errors.ts';
import { type CustomerId, idsIn, type TurnId } from '#engine/ids.ts';
import type { CallResult, ModelCall } from '#engine/ports/language-model.ts';
import { candidatesOf } from '../../answers.ts';
import type { Card } from '../../card.ts';
import { clip } from '../../cards/shorten.ts';
import type { AnyCommand, Context } from '../../command.ts';
import { lineOf } from '../../line/command-line-of.ts';
import { type Registry, runNamed } from '../../line/named-command.ts';
import type { LiveTask } from '../../live.ts';
import { mayActAs } from '../../teammate.ts';
import type { Words } from '../../words/en.ts';
import { proposeCommand } from '../propose.ts';
import { acquaintWith, acquaintWithArguments } from './acquaint.ts';
import { withoutHalf } from './handles.ts';
import type { Masker } from './masker.ts';
import { MORE, type Offer } from './offer.ts';
import { readArgs, type Tool, toolsOf } from './tools.ts';

/** So many calls are made in a turn. */
const CALLS = 8;

const RESULT_MOST = 8000;

/** A command that was carried out in a turn, or proposed, with what it answered. */
export type Deed = {
  readonly command: AnyCommand;
  readonly args: Readonly<Record<string, string>>;
  readonly card: Card;
  readonly json: unknown;
};

/** What came of the calls of a turn. */
export type Done = {
  readonly reads: Deed[];
  readonly proposals: Deed[];
  /** Whom it was told of. */
  readonly customers: Set<CustomerId>;
  /** How many there were, those that failed too. */
  calls: number;
};

export type Hands = {
  /** Those that may be used, whether they are offered or not. */
  readonly tools: readonly Tool[];
  readonly offer: Offer;
  readonly masker: Masker;
  readonly done: Done;
  /** The answer that is being made. */
  readonly turn: TurnId;
  /** Told that a command begins, and what it gives back how it ended. */
  readonly begin: (name: string) => (state: Exclude<LiveTask['state'], 'running'>) => void;
};

/** What viewers may not read no model reads; what the asker may not change it does not propose; and it does not ask itself. */
export function toolsFor({ commands }: Registry, { teammate }: Context): readonly Tool[] {
  return toolsOf(commands).filter(({ effect, command }) =>
    effect === 'reads'
      ? command.role === 'viewer' && command.name !== 'ask'
      : mayActAs(teammate.role, command.role),
  );
}

/** One call after the other, for a later one may need what an earlier one has proposed; none after it was stopped. */
export async function carryOut(
  registry: Registry,
  context: Context,
  hands: Hands,
  calls: readonly ModelCall[],
  signal: AbortSignal,
): Promise<readonly CallResult[]> {
  const results: CallResult[] = [];
  for (const call of calls) {
    if (signal.aborted) break;
    const value =
      call.name === MORE
        ? hands.offer.ask(call.args)
        : await carryOutCounted(registry, context, hands, call);
    for (const id of idsIn('customer', JSON.stringify(value))) hands.done.customers.add(id);
    await acquaintWith(context.deps, hands.masker, value);
    const output = clip(JSON.stringify({ data: hands.masker.hideIn(value) }), RESULT_MOST);
    results.push({ id: call.id, output: withoutHalf(output) });
  }
  return results;
}

async function carryOutCounted(
  registry: Registry,
  context: Context,
  hands: Hands,
  call: ModelCall,
): Promise<unknown> {
  hands.done.calls += 1;
  if (hands.done.calls > CALLS) return { error: 'no more calls in this turn' };
  return carryOutShown(registry, context, hands, call);
}

/** A call of a tool that there is, shown as it begins and ends; what else a model asks for is nobody's business. */
async function carryOutShown(
  registry: Registry,
  context: Context,
  hands: Hands,
  call: ModelCall,
): Promise<unknown> {
  const tool = hands.tools.find((one) => one.name === call.name);
  if (tool === undefined) return { error: 'there is no such tool' };
  if (call.args === null) return { error: 'the arguments must be a JSON object' };
  const end = hands.begin(tool.command.name);
  const value = await carryOutOne(registry, context, hands, { tool, args: call.args });
  end('error' in value ? 'failed' : 'done');
  return 'error' in value ? value : value.result;
}

type Outcome =
  | { readonly result: unknown }
  | { readonly error: string; readonly candidates?: unknown };

async function carryOutOne(
  registry: Registry,
  context: Context,
  { masker, done, turn }: Hands,
  { tool, args }: { readonly tool: Tool; readonly args: Readonly<Record<string, unknown>> },
): Promise<Outcome> {
  const open = new Set(Object.keys(tool.schema.properties));
  const said = Object.fromEntries(
    Object.entries(readArgs(args)).flatMap(([key, value]) =>
      open.has(key) ? [[key, masker.reveal(value)]] : [],
    ),
  );
  try {
    const { command } = tool;
    await acquaintWithArguments(context.deps, masker, command, said);
    if (tool.effect === 'changes')
      return await proposeFor(registry, context, { done, turn }, tool, said);
    const answer = await runNamed(registry, context, { name: command.name, args: said });
    if (answer.kind !== 'card') return { error: 'this needs a form' };
    const { card, json } = answer;
    done.reads.push({ command, args: said, card, json });
    return { result: json };
  } catch (error) {
    if (error instanceof UserError) return problemFor(registry.words, error.problem);
    throw error;
  }
}

/** Who may have been meant is told as people, whom the masker knows, and not in a sentence with their names. */
function problemFor(words: Words, problem: Problem): Outcome {
  const people = candidatesOf(problem);
  return 'candidates' in people
    ? { error: problem.code, ...people }
    : { error: words.problem(problem) };
}

async function proposeFor(
  { words }: Registry,
  context: Context,
  { done, turn }: Pick<Hands, 'done' | 'turn'>,
  { command }: Tool,
  args: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const answer = await proposeCommand(words, context, command, args, turn);
  if (answer.kind !== 'card') return { error: 'this needs a form' };
  const { card, json } = answer;
  done.proposals.push({ command, args, card, json });
  return {
    result: { proposed: lineOf(command, args), state: 'a person is asked to confirm it' },
  };
}
