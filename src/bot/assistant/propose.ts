// A change that was asked for in plain words: kept until a person confirms it, once, or cancels it.
import { UserError } from '#engine/errors.ts';
import { asId, type CustomerId, type TurnId } from '#engine/ids.ts';
import type { Proposal } from '#engine/ports/assistant-records.ts';
import { refusedAs } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import { type Answer, type AnyCommand, type Context, effectOf } from '../command.ts';
import { readArguments } from '../line/command-arguments.ts';
import { cutLine, findCommand } from '../line/line.ts';
import { badArguments, unknownLine, usageError } from '../line/misunderstanding.ts';
import { authorise, type Registry, runOrRefuse } from '../line/named-command.ts';
import type { Words } from '../words/en.ts';
import { KEPT_MS } from './conversation.ts';
import { GAP } from './draft-mail.ts';
import { customersOf, type Meant } from './meant.ts';
import { proposalCard, summaryOf, TEXT_MOST } from './proposal-card.ts';
import { isStillOpen, stampOf } from './proposal-stamp.ts';

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
    card: proposalCard(words, proposal, plan),
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

/** Carries out what was proposed, as the person who confirms it; `changed` are arguments that they have changed. */
export async function confirmProposal(
  registry: Registry,
  context: Context,
  id: string,
  changed: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const { deps, teammate } = context;
  const proposal = await findProposal(context, id);
  const { command: name } = proposal;
  const args = { ...proposal.args, ...changed };
  const command = registry.commands.find((one) => one.name === name);
  if (command === undefined) return gone(registry, context, { ...proposal, status: 'cancelled' });
  await authorise(context, { name, role: command.role, subject: proposal.id });
  // What is refused anyway must not use up the one word there is.
  if (args['text']?.includes(GAP) === true) throw usageError(registry.words.drafts.gap);
  const to = { status: 'confirmed', by: teammate.name, at: deps.now(), args } as const;
  if (!(await deps.storage.assistant.settle(proposal.id, to)))
    return gone(registry, context, await findProposal(context, id));
  const answer = await runOrRefuse(registry, context, { name, args });
  if (answer.kind !== 'card') return answer;
  const refused = answer.refused !== undefined;
  if (refused) await deps.storage.assistant.noteRefused(proposal.id);
  const settled = { ...proposal, ...settledBy(to), args, refused };
  return { ...answer, inPlace: true, stamp: await stampOf(registry, context, settled) };
}

/** Drops what was proposed. */
export async function cancelProposal(
  registry: Registry,
  context: Context,
  id: string,
): Promise<Answer> {
  const { deps, teammate } = context;
  const proposal = await findProposal(context, id);
  const to = { status: 'cancelled', by: teammate.name, at: deps.now() } as const;
  if (!(await deps.storage.assistant.settle(proposal.id, to)))
    return gone(registry, context, await findProposal(context, id));
  const { cancelledTitle, cancelledBy } = registry.words.assistant;
  const card = sentenceCard(cancelledTitle, cancelledBy(oneLine(teammate.name, 60)));
  const settled = { ...proposal, ...settledBy(to) };
  const stamp =
    proposal.turn === null ? ('itself' as const) : await stampOf(registry, context, settled);
  const json = { id, status: 'cancelled' };
  return { kind: 'card', card, json, visible: 'asker', inPlace: true, stamp };
}

function settledBy<Status>(to: {
  readonly status: Status;
  readonly by: string;
  readonly at: Date;
}) {
  return { status: to.status, settledBy: to.by, settledAt: to.at };
}

/** The form in which the text of what was proposed is changed; an answer where it is open no more. */
export async function editProposal(
  registry: Registry,
  context: Context,
  id: string,
): Promise<Answer> {
  const proposal = await findProposal(context, id);
  if (!isStillOpen(proposal, context.deps.now())) return gone(registry, context, proposal);
  const { editTitle, editField, editSubmit } = registry.words.assistant;
  return {
    kind: 'form',
    form: {
      title: editTitle,
      intro: [],
      fields: [
        {
          kind: 'text',
          name: 'text',
          label: editField,
          required: true,
          multiline: true,
          maxLength: TEXT_MOST,
          value: proposal.args['text'] ?? '',
        },
      ],
      submitLabel: editSubmit,
      action: { name: 'proposal.edit', id },
    },
  };
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

async function findProposal({ deps }: Pick<Context, 'deps'>, id: string): Promise<Proposal> {
  const proposal = await deps.storage.assistant.proposal(asId('proposal', id));
  if (proposal !== null) return proposal;
  throw new UserError({ code: 'not-found', what: 'card', who: id });
}

/** Why nothing is done any more: somebody was first, or it is too late. */
async function gone(
  registry: Registry,
  context: Pick<Context, 'deps'>,
  proposal: Proposal,
): Promise<Answer> {
  const { goneTitle: title, gone: reasons } = registry.words.assistant;
  const { status, settledBy: by } = proposal;
  const message = status === 'open' ? reasons.expired : reasons[status](oneLine(by ?? '', 60));
  const refused = refusedAs({ title, code: 'stale', message }, null);
  return { ...refused, stamp: await stampOf(registry, context, proposal) };
}
