// notify: posts a card about the customer and what happened in a channel of the team.
import { z } from 'zod';
import { CHANNELS } from '../playbook/team.ts';
import type { Action } from './action.ts';

const Params = z.strictObject({
  channel: z.enum(CHANNELS),
  /** A line of the team's own above the card. */
  text: z.string().trim().min(1).max(1000, { error: 'must be at most 1000 characters' }).optional(),
});
type Params = z.infer<typeof Params>;

/** `notify: { channel: vips, text: Please say hello }` */
export const notify: Action<Params> = {
  kind: 'notify',
  Params,
  summary: ({ channel }) => `Tell #${channel}`,
  needsApproval: () => false,
  plan: async ({ channel, text }) => ({
    kind: 'planned',
    effects: [{ kind: 'post-notice', channel, text: text ?? null }],
  }),
};
