// Buttons about earned autonomy: an admin lets an automation run, and who may decide may have it ask again.
import { asId } from '#engine/ids.ts';
import type { Words } from '../words/en.ts';
import { sayOfAutonomy } from '../work/autonomy.ts';
import type { ActionHandler } from './action-handler.ts';

/** The buttons about earned autonomy. */
export function autonomyActions(words: Words): readonly ActionHandler[] {
  return (
    [
      ['accept', 'admin'],
      ['decline', 'admin'],
      ['end', 'approver'],
    ] as const
  ).map(([choice, role]) => ({
    name: `autonomy.${choice}`,
    role,
    press: (context, { id }) => sayOfAutonomy(words, context, { id: asId('autonomy', id), choice }),
  }));
}
