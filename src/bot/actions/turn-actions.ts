// The buttons of a model's answer: while it is made, and to what it was made from.
import { OPEN, openSource } from '../assistant/model/sources.ts';
import { stopTurn } from '../assistant/model/stop.ts';
import { STOP } from '../cards/turn.ts';
import { createCommands } from '../commands/registry.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';

/** Stop, where it depends on who asked whether somebody may; and open, where it is asked of the command that is opened. */
export function turnActions(words: Words): readonly ActionHandler[] {
  return [
    { name: STOP, role: 'viewer', press: (context, { id }) => stopTurn(words, context, id) },
    {
      name: OPEN,
      role: 'viewer',
      press: (context, action) =>
        openSource({ words, commands: createCommands(words) }, context, action),
    },
  ];
}
