// Customers who may have been meant, as a card: enough of each to tell them apart, and a button that opens them.
import { maskAddress } from '#engine/email/address.ts';
import type { Candidate, Problem } from '#engine/errors.ts';
import { type Button, buttons, type Card, type Inline, text, time } from '../card.ts';
import type { Words } from '../words/en.ts';
import { profileButton } from './customer-facts.ts';
import { oneLine } from './shorten.ts';

/** The candidates of a text that is several people's, or that is nobody's and near to theirs. */
export function candidatesCard(
  words: Words,
  problem: Extract<Problem, { code: 'ambiguous' | 'not-found' }>,
  candidates: readonly Candidate[],
): Card {
  const { customers } = words;
  const who = oneLine(problem.who, 60);
  const isSeveral = problem.code === 'ambiguous';
  return {
    title: isSeveral ? customers.whichTitle(who) : customers.nobodyTitle(who),
    tone: 'warning',
    blocks: [
      text(isSeveral ? customers.whichText : customers.nobodyText),
      {
        kind: 'table',
        caption: customers.candidates,
        columns: customers.candidateColumns,
        rows: candidates.map((candidate) => candidateRow(words, candidate)),
      },
      buttons(...candidates.map((candidate) => openButton(words, candidate))),
    ],
  };
}

function candidateRow(words: Words, candidate: Candidate): readonly Inline[] {
  const { id, email, tier, lastOrderAt, order } = candidate;
  const bought =
    order === null
      ? ''
      : `, ${words.customers.orderOf(oneLine(order.number, 30), words.shop(order.shop))}`;
  return [
    `${nameOf(candidate)}${bought}`,
    email === null ? words.none : oneLine(maskAddress(email), 60),
    tier === null ? words.none : oneLine(tier, 30),
    lastOrderAt === null ? words.none : time(lastOrderAt, 'day'),
    id,
  ];
}

function openButton(words: Words, candidate: Candidate): Button {
  return { ...profileButton(words, candidate.id), label: nameOf(candidate) };
}

/** Who has no name is called by their address, which is masked here as well. */
function nameOf({ name, email }: Candidate): string {
  return oneLine(name === email ? maskAddress(name) : name, 40);
}
