// What Slack offers beside a message and beside the message box; the manifest names each, the router knows its button.
import type { ActionRef } from '../../action-id.ts';
import { customerMentioned } from '../../line/mentioned.ts';
import type { Input } from '../../router.ts';
import type { Words } from '../../words/en.ts';

/** `callback_id` is fixed once an app is installed. A message's shortcut opens its form where no customer is named. */
export const SHORTCUTS: readonly {
  readonly id: string;
  readonly type: 'global' | 'message';
  /** Its name and description in the catalogue. */
  readonly words: keyof Words['slack']['shortcuts'];
  readonly action: ActionRef;
}[] = [
  {
    id: 'look-up-customer',
    type: 'message',
    words: 'lookUp',
    action: { name: 'customer.find', id: '' },
  },
  {
    id: 'find-customer',
    type: 'global',
    words: 'find',
    action: { name: 'customer.find', id: '' },
  },
  {
    id: 'new-segment',
    type: 'global',
    words: 'segment',
    action: { name: 'segment.change', id: '' },
  },
];

/** What a shortcut asks the router; null for one that we do not have (any more). */
export function toInput(callbackId: string, messageText: string | null): Input | null {
  const shortcut = SHORTCUTS.find(({ id }) => id === callbackId);
  if (shortcut === undefined) return null;
  const who = messageText === null ? null : customerMentioned(messageText);
  if (who !== null) return { kind: 'words', words: ['customer', 'show', who] };
  return { kind: 'press', action: shortcut.action };
}
