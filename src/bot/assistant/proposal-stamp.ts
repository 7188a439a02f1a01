// What takes the place of a proposal's card when it is settled: what became of it, below the answer that it stands in.
import type { Proposal } from '#engine/ports/assistant-records.ts';
import { type Block, type Card, text } from '../card.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Context } from '../command.ts';
import { lineOf } from '../line/command-line-of.ts';
import type { Registry } from '../line/named-command.ts';
import { customersOf } from './meant.ts';
import { modelAnswerCard } from './model/card.ts';
import { proposalCard, settledCard } from './proposal-card.ts';

/** The stamp of a settled proposal. Where it stands below an answer that is all of it: those that are open keep their buttons. */
export async function stampOf(
  registry: Registry,
  context: Pick<Context, 'deps'>,
  settled: Proposal,
): Promise<Card> {
  const { assistant } = context.deps.storage;
  const turn = settled.turn === null ? null : await assistant.turn(settled.turn);
  if (turn?.answer == null) return settledCardOf(registry, settled);
  const parts = await Promise.all(
    turn.answer.proposals.map((id) => (id === settled.id ? settled : assistant.proposal(id))),
  );
  const now = context.deps.now();
  const proposals = await Promise.all(parts.map((one) => blocksOf(registry, context, one)));
  const isOpen = parts.some((one) => one !== null && isStillOpen(one, now));
  return modelAnswerCard(registry.words, turn.answer, proposals, isOpen);
}

/** Whether somebody may still confirm or cancel it. */
export function isStillOpen({ status, expiresAt }: Proposal, now: Date): boolean {
  return status === 'open' && expiresAt > now;
}

async function blocksOf(
  registry: Registry,
  { deps }: Pick<Context, 'deps'>,
  proposal: Proposal | null,
): Promise<readonly Block[]> {
  const { words, commands } = registry;
  if (proposal === null) return [text(words.assistant.gone.missing)];
  const command = commands.find(({ name }) => name === proposal.command);
  if (command !== undefined && isStillOpen(proposal, deps.now())) {
    const found = await customersOf(deps, command, proposal.args);
    const customers = typeof found === 'string' ? {} : found.customers;
    // As they were said: who is meant stands in what is kept by id.
    const said = Object.entries(customers).map(([name, { email, id }]) => [name, email ?? id]);
    const args = { ...proposal.args, ...Object.fromEntries(said) };
    return proposalCard(words, proposal, { command, args, customers }).blocks;
  }
  return settledCardOf(registry, proposal).blocks;
}

function settledCardOf({ words, commands }: Registry, proposal: Proposal): Card {
  const command = commands.find(({ name }) => name === proposal.command);
  const line =
    command === undefined ? oneLine(proposal.command, 60) : lineOf(command, proposal.args);
  return settledCard(words, proposal, line);
}
