// A person's word on what was proposed to them: confirmed, once, with another text or without, or cancelled.
import { UserError } from '#engine/errors.ts';
import { asId } from '#engine/ids.ts';
import type { Proposal } from '#engine/ports/assistant-records.ts';
import { refusedAs } from '../answers.ts';
import { sentenceCard } from '../cards/list.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Answer, Context } from '../command.ts';
import { usageError } from '../line/misunderstanding.ts';
import { authorise, type Registry } from '../line/named-command.ts';
import { mayActAs } from '../teammate.ts';
import { carryOut } from './carry-out.ts';
import { GAP } from './draft-mail.ts';
import { hasPages, proposalCard, TEXT_MOST } from './proposal-card.ts';
import { planOf } from './proposal-plan.ts';
import { isStillOpen, stampOf } from './proposal-stamp.ts';

/**
 * Carries out what was proposed, as the person who asked for it: whoever decides on what comes of it knows who that is.
 * `changed` are arguments that they have changed.
 */
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
  if (!isStillOpen(proposal, deps.now())) return gone(registry, context, proposal);
  if (!isOf(context, proposal)) return others(registry, proposal);
  await authorise(context, { name, role: command.role, subject: proposal.id });
  // What is refused anyway must not use up the one word there is.
  if (args['text']?.includes(GAP) === true) throw usageError(registry.words.drafts.gap);
  const to = { status: 'confirmed', by: teammate.name, at: deps.now(), args } as const;
  const answer = await carryOut(registry, context, proposal, to);
  if (answer === null) return gone(registry, context, await findProposal(context, id));
  if (answer.kind !== 'card') return answer;
  const settled = { ...proposal, ...settledBy(to), args, refused: answer.refused !== undefined };
  return { ...answer, inPlace: true, stamp: await stampOf(registry, context, settled) };
}

/** The same by a typed line: what no surface shows in one piece is shown first, to be confirmed where it ends. */
export async function confirmTyped(
  registry: Registry,
  context: Context,
  id: string,
): Promise<Answer> {
  if (context.teammate.surface === 'terminal') return confirmProposal(registry, context, id);
  const proposal = await findProposal(context, id);
  const plan = await planOf(registry, context, proposal);
  return plan !== null && hasPages(registry.words, proposal, plan)
    ? showProposal(registry, context, { id, page: 0 })
    : confirmProposal(registry, context, id);
}

/** A page of what was proposed, for who asked; Confirm stands on the last one. */
export async function showProposal(
  registry: Registry,
  context: Context,
  { id, page }: { readonly id: string; readonly page: number },
): Promise<Answer> {
  const { words } = registry;
  const proposal = await findProposal(context, id);
  const isOpen = isStillOpen(proposal, context.deps.now());
  const plan = isOpen ? await planOf(registry, context, proposal) : null;
  if (plan === null) return gone(registry, context, proposal);
  if (!isOf(context, proposal)) return others(registry, proposal);
  const card = proposalCard(words, proposal, plan, { page, isEndless: false });
  const json = { id, arguments: proposal.args };
  return { kind: 'card', card, json, visible: 'asker', inPlace: true };
}

/** Drops what was proposed; an admin may, whoever asked for it. */
export async function cancelProposal(
  registry: Registry,
  context: Context,
  id: string,
): Promise<Answer> {
  const { deps, teammate } = context;
  const proposal = await findProposal(context, id);
  const isOpen = isStillOpen(proposal, deps.now());
  if (isOpen && !isOf(context, proposal) && !mayActAs(teammate.role, 'admin'))
    return others(registry, proposal);
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

/** The form in which the text of what was proposed is changed; an answer where it is open no more. */
export async function editProposal(
  registry: Registry,
  context: Context,
  id: string,
): Promise<Answer> {
  const proposal = await findProposal(context, id);
  if (!isStillOpen(proposal, context.deps.now())) return gone(registry, context, proposal);
  if (!isOf(context, proposal)) return others(registry, proposal);
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

async function findProposal({ deps }: Pick<Context, 'deps'>, id: string): Promise<Proposal> {
  const proposal = await deps.storage.assistant.proposal(asId('proposal', id));
  if (proposal !== null) return proposal;
  throw new UserError({ code: 'not-found', what: 'card', who: id });
}

function isOf({ teammate }: Pick<Context, 'teammate'>, { askedBy }: Proposal): boolean {
  return teammate.person === askedBy;
}

/** Whose it is; their card stays as it stands. */
function others({ words }: Registry, { askedBy, askedByName }: Proposal): Answer {
  const { othersTitle: title, others: sentence } = words.assistant;
  const message = sentence(oneLine(askedByName === '' ? askedBy : askedByName, 60));
  return refusedAs({ title, code: 'forbidden', message }, null);
}

function settledBy<Status>(to: {
  readonly status: Status;
  readonly by: string;
  readonly at: Date;
}) {
  return { status: to.status, settledBy: to.by, settledAt: to.at };
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
