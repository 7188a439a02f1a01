// Stopping an answer: by who asked, or by an approver; what was said so far stays.
import { asId } from '#engine/ids.ts';
import type { Turn } from '#engine/ports/assistant-records.ts';
import type { ActionReply } from '../../actions/action-handler.ts';
import { refusedAs } from '../../answers.ts';
import { oneLine } from '../../cards/shorten.ts';
import type { Context } from '../../command.ts';
import { mayActAs } from '../../teammate.ts';
import type { Words } from '../../words/en.ts';
import { TURN_MS } from './turn.ts';

/** Whoever asked may stop an answer, and who is this or more. */
const MANAGER = 'approver';

/** A turn of a process that died says no more by then. */
const LONGEST_MS = 2 * TURN_MS;

/** Stops an answer that goes on, in whichever process that is; the card of the answer says so itself. */
export async function stopTurn(
  words: Words,
  { deps, teammate }: Context,
  id: string,
): Promise<ActionReply> {
  const { assistant } = deps.storage;
  const turn = await assistant.turn(asId('turn', id));
  const { notYours } = words.turns;
  if (turn !== null && turn.askedBy !== teammate.person && !mayActAs(teammate.role, MANAGER))
    return refusedAs(
      { ...notYours, code: 'forbidden', message: notYours.text(words.role[MANAGER]) },
      null,
    );
  const goesOn = turn !== null && deps.now().getTime() - turn.at.getTime() < LONGEST_MS;
  if (goesOn && (await assistant.stopTurn(turn.id, teammate.name))) return { kind: 'done' };
  return nothingToStop(words, turn === null ? null : await assistant.turn(turn.id));
}

function nothingToStop({ turns }: Words, turn: Turn | null): ActionReply {
  const { title, ended, stopped, gone } = turns.nothingToStop;
  const message =
    turn === null
      ? gone
      : turn.stoppedBy !== null
        ? stopped(oneLine(turn.stoppedBy, 60))
        : turn.endedAt !== null
          ? ended
          : gone;
  return refusedAs({ title, code: 'stale', message }, null);
}
