// A conversation with a model round by round: it says something or asks for calls, until it has said its last word.
import { VendorError } from '#engine/errors.ts';
import type { CallResult, ModelConversation } from '#engine/ports/language-model.ts';
import type { Context } from '../../command.ts';
import type { Registry } from '../../line/named-command.ts';
import { mayActAs } from '../../teammate.ts';
import { carryOut, type Hands } from './calls.ts';
import { type Budget, nextWithin } from './token-budget.ts';
import type { Told } from './told.ts';
import { type Trouble, troubleOf } from './trouble.ts';
import type { OpenTurn } from './turn.ts';

/** However often a model asks for more, it is heard out so many times. */
const ROUNDS = 6;

/** How it ended, where that is not with the model's last word. */
export type Ending =
  | 'used-up'
  | 'went-round'
  | Trouble
  | 'misset'
  | 'cut'
  | 'filtered'
  | { readonly stoppedBy: string };

/** A model that is asked, by whom, and what it has said. */
export type Talk = {
  readonly registry: Registry;
  readonly context: Context;
  readonly conversation: ModelConversation;
  readonly hands: Hands;
  readonly turn: OpenTurn;
  readonly budget: Budget;
  readonly told: Told;
  /** What a round is sent, for what it costs. */
  readonly sent: string[];
};

/** Round after round, until the model has said its last word or may say no more. */
export async function converse(
  talk: Talk,
): Promise<{ readonly text: string; readonly ending: Ending | null }> {
  const { turn, told } = talk;
  try {
    const ending = await goRound(talk);
    // What was cut off may end in half a name, as what was broken off.
    const isCut = ending === 'cut' || ending === 'filtered';
    return { text: isCut ? told.settled() : told.whole(), ending };
  } catch (error) {
    const text = told.settled();
    const stoppedBy = turn.stoppedBy();
    if (stoppedBy !== null) return { text, ending: { stoppedBy } };
    if (error instanceof VendorError) return { text, ending: endingOf(talk.context, error) };
    throw error;
  }
}

async function goRound(talk: Talk): Promise<Ending | null> {
  const { registry, context, conversation, hands, turn, budget, told, sent } = talk;
  let results: readonly CallResult[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const more = hands.offer.since();
    if (more.length > 0) sent.push(JSON.stringify(more));
    const asked = { conversation, results, more, sent, heard: told.heard };
    const next = await nextWithin(budget, asked);
    if (next === null) return 'used-up';
    const { text: said, calls, cut } = next;
    told.endRound(said, cut !== undefined);
    // What it calls for may be cut off as well.
    if (cut !== undefined) return cut;
    if (calls.length === 0) return null;
    results = await carryOut(registry, context, hands, calls, turn.signal);
    const stoppedBy = turn.stoppedBy();
    if (stoppedBy !== null) return { stoppedBy };
    sent.push(said, JSON.stringify(calls), ...results.map(({ output }) => output));
  }
  return 'went-round';
}

/** What is set up wrong is an admin's to know in full. */
function endingOf({ deps, teammate }: Context, error: VendorError): Ending {
  const { vendor, status } = error;
  deps.log.warn({ vendor, status }, 'the model failed');
  const trouble = troubleOf(error);
  const isMisset = trouble === 'no-key' || trouble === 'no-model';
  return isMisset && !mayActAs(teammate.role, 'admin') ? 'misset' : trouble;
}
