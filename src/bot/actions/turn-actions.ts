// The button of an answer in the making.
import { stopTurn } from '../assistant/model/stop.ts';
import { STOP } from '../cards/turn.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';

/** Stop; whether somebody may depends on who asked. */
export function turnActions(words: Words): readonly ActionHandler[] {
  return [{ name: STOP, role: 'viewer', press: (context, { id }) => stopTurn(words, context, id) }];
}
