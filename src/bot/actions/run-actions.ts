// Buttons about runs: open one, stop it.
import { asId } from '#engine/ids.ts';
import { endRun, showRun } from '../commands/run.ts';
import type { Words } from '../words/en.ts';
import type { ActionHandler } from './action-handler.ts';

/** The buttons about runs. */
export function runActions(words: Words): readonly ActionHandler[] {
  return [
    {
      name: 'run.show',
      role: 'viewer',
      press: ({ deps }, { id }) => showRun(words, deps, asId('run', id)),
    },
    {
      name: 'run.stop',
      role: 'agent',
      press: (context, { id }) => endRun(words, context, asId('run', id)),
    },
  ];
}
