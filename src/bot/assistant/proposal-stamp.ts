// What takes the place of a proposal's card when it is settled: what became of it, below the answer that it stands in.
import type { Proposal } from '#engine/ports/assistant-records.ts';
import { type Block, type Card, text } from '../card.ts';
import { oneLine } from '../cards/shorten.ts';
import type { Context } from '../command.ts';
import { lineOf } from '../line/command-line-of.ts';
import type { Registry } from '../line/named-command.ts';
import { estimatesOf } from './estimates.ts';
import { modelAnswerCard } from './model/card.ts';
import { proposalCard, settledCard } from './proposal-card.ts';
import { planOf } from './proposal-plan.ts';

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
  const { words } = registry;
  const estimates = await estimatesOf(words, context.deps, turn.answer.queries);
  const below = { turn: turn.id, estimates, isOpen, isEndless: false };
  return modelAnswerCard(words, turn.answer, proposals, below);
}

/** Whether somebody may still confirm or cancel it. */
export function isStillOpen({ status, expiresAt }: Proposal, now: Date): boolean {
  return status === 'open' && expiresAt > now;
}

async function blocksOf(
  registry: Registry,
  context: Pick<Context, 'deps'>,
  proposal: Proposal | null,
): Promise<readonly Block[]> {
  const { words } = registry;
  if (proposal === null) return [text(words.assistant.gone.missing)];
  const isOpen = isStillOpen(proposal, context.deps.now());
  const plan = isOpen ? await planOf(registry, context, proposal) : null;
  return plan === null
    ? settledCardOf(registry, proposal).blocks
    : proposalCard(words, proposal, plan, { page: 0, isEndless: false }).blocks;
}

function settledCardOf({ words, commands }: Registry, proposal: Proposal): Card {
  const command = commands.find(({ name }) => name === proposal.command);
  const line =
    command === undefined ? oneLine(proposal.command, 60) : lineOf(command, proposal.args);
  return settledCard(words, proposal, line);
}
