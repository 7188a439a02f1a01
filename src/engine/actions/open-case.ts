// open_case: opens a case for the event, of a refund or a complaint, with a card in a channel and a due time.
import { z } from 'zod';
import { CASE_KINDS } from '../cases/case-kind.ts';
import { route } from '../playbook/routing.ts';
import { CHANNELS } from '../playbook/team.ts';
import type { Action } from './action.ts';
import { DurationText, durationOf } from './duration-text.ts';
import { factsForRouting } from './routing-facts.ts';

const Params = z.strictObject({
  channel: z.enum(CHANNELS).default('refunds'),
  about: z.enum(CASE_KINDS).default('refund'),
  /** Where the playbook says nothing, its loader puts the team's `case_due` here. */
  due: DurationText.default('24h'),
});
type Params = z.infer<typeof Params>;

/** `open_case: { channel: refunds, due: 24h }` */
export const openCase: Action<Params> = {
  kind: 'open_case',
  Params,
  summary: ({ channel, about, due }) => ({
    kind: 'open-case',
    channel,
    about,
    due: durationOf(due),
  }),
  needsApproval: () => false,
  plan: async ({ channel, about, due }, subject, tools) => {
    const start = { channel, mention: null };
    const routed = route(start, [], tools.routing, factsForRouting(subject));
    return { kind: 'planned', effects: [{ kind: 'open-case', ...routed, about, dueIn: due }] };
  },
};
