// A change that was asked for in plain words: kept, and shown to be confirmed or cancelled.
import { UserError } from '#engine/errors.ts';
import { asId, type CustomerId, type TurnId } from '#engine/ids.ts';
import type { Proposal } from '#engine/ports/assistant-records.ts';
import { type Answer, type AnyCommand, type Context, effectOf } from '../command.ts';
import { readArguments } from '../line/command-arguments.ts';
import { cutLine, findCommand } from '../line/line.ts';
import { badArguments, unknownLine, usageError } from '../line/misunderstanding.ts';
import { authorise, type Registry } from '../line/named-command.ts';
import type { Words } from '../words/en.ts';
import { KEPT_MS } from './conversation.ts';
import { customersOf, type Meant } from './meant.ts';
import { proposalCard, summaryOf } from './proposal-card.ts';

/** How long a proposal can be confirmed; what was true then may not be later. */
const OPEN_MS = 60 * 60_000;

/** What is to be proposed, whom it names, and the answer of a model that it stands below. */
type Proposed = Pick<Meant, 'command' | 'customers'> & {
  readonly meaning: Pick<Meant['meaning'], 'args'>;
  readonly turn?: TurnId | null;
};

/** Keeps the change and shows it with its two buttons. */
export async function propose(
  words: Words,
  { deps, teammate }: Context,
  { command, meaning, customers, turn = null }: Proposed,
): Promise<Answer> {
  const at = deps.now();
  const pinned = Object.fromEntries(Object.entries(customers).map(([name, { id }]) => [name, id]));
  const proposal: Proposal = {
    id: deps.newId('proposal'),
    command: command.name,
    args: { ...meaning.args, ...pinned },
    customerId: Object.values(customers)[0]?.id ?? (await ownerOf(deps, command, meaning.args)),
    askedBy: teammate.person,
    askedByName: teammate.name,
    at,
    expiresAt: new Date(at.getTime() + OPEN_MS),
    turn,
    status: 'open',
    settledBy: null,
    settledAt: null,
    refused: false,
  };
  await deps.storage.assistant.drop(new Date(at.getTime() - KEPT_MS));
  await deps.storage.assistant.propose(proposal);
  const plan = { command, args: meaning.args, customers };
  const summary = summaryOf(words, plan);
  return {
    kind: 'card',
    card: proposalCard(words, proposal, plan, {
      page: 0,
      isEndless: teammate.surface === 'terminal',
    }),
    json: {
      text: words.assistant.proposed(summary),
      commands: [],
      proposals: [{ id: proposal.id, name: command.name, arguments: meaning.args, summary }],
    },
    visible: 'asker',
  };
}

/** Proposes a command by its line instead of carrying it out. Throws UserError for a line that is none, or reserved. */
export async function proposeLine(
  { words, commands }: Registry,
  context: Context,
  line: string,
): Promise<Answer> {
  const typed = cutLine(line);
  const texts = typed.map(({ text: word }) => word);
  const found = findCommand(commands, texts);
  if (found.kind !== 'command') throw unknownLine(words, found, texts);
  const { command, rest } = found;
  const raw = typed.slice(typed.length - rest.length).map((word) => word.raw);
  const read = readArguments(command.parameters, rest, raw);
  if (read.kind === 'fault') throw badArguments(words, command, read.fault);
  await authorise(context, { name: command.name, role: command.role, subject: '' });
  return proposeCommand(words, context, command, read.args);
}

/** Proposes a command with its arguments by name; `turn` is the answer of a model that it stands below. */
export async function proposeCommand(
  words: Words,
  context: Context,
  command: AnyCommand,
  args: Readonly<Record<string, string>>,
  turn: TurnId | null = null,
): Promise<Answer> {
  if (effectOf(command) !== 'changes') throw usageError(words.assistant.notProposed(command.name));
  const found = await customersOf(context.deps, command, args);
  if (typeof found === 'string')
    throw new UserError({ code: 'not-found', what: 'customer', who: found });
  const { args: said, customers } = found;
  return propose(words, context, { command, meaning: { args: said }, customers, turn });
}

/** Whose the case, the task or the approval is that a command is about: what is proposed of it is forgotten with them. */
async function ownerOf(
  { storage }: Pick<Context['deps'], 'storage'>,
  { parameters }: AnyCommand,
  args: Readonly<Record<string, string>>,
): Promise<CustomerId | null> {
  for (const { name, completes } of parameters) {
    const id = (args[name] ?? '').trim();
    const owned =
      completes === 'case'
        ? await storage.cases.get(asId('case', id))
        : completes === 'task'
          ? await storage.tasks.get(asId('task', id))
          : completes === 'approval'
            ? await storage.approvals.get(asId('approval', id))
            : null;
    if (owned !== null) return owned.customerId;
  }
  return null;
}
