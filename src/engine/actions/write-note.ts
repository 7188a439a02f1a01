// note: writes a line about the customer onto their profile, for whoever looks at it next.
import { z } from 'zod';
import type { Action } from './action.ts';

const LENGTH = 1000;

const Params = z.string().trim().min(1).max(LENGTH);

/** `note: "Third return in six months: {{ event.amount }}"` */
export const writeNote: Action<string> = {
  kind: 'note',
  Params,
  summary: (text) => ({ kind: 'note', text }),
  needsApproval: () => false,
  references: (text) => [{ kind: 'text', name: text, path: [] }],
  plan: async (source, subject, tools) => {
    const text = (await tools.renderText(source, subject)).slice(0, LENGTH).toWellFormed();
    return text === ''
      ? { kind: 'refused', reason: 'empty-text' }
      : { kind: 'planned', effects: [{ kind: 'write-note', text }] };
  },
};
