// task: gives the team something to do about the customer, with a card, somebody to do it, and a time.
import { z } from 'zod';
import { route } from '../playbook/routing.ts';
import { CHANNELS } from '../playbook/team.ts';
import type { Action } from './action.ts';
import { DurationText, durationOf } from './duration-text.ts';
import { factsForRouting } from './routing-facts.ts';

const TITLE = 200;

const Params = z.strictObject({
  /** What is to be done, with Liquid in it. */
  title: z.string().trim().min(1).max(TITLE),
  /** A person of team.yml; unset: who takes it. */
  assignee: z.string().min(1).optional(),
  due: DurationText.default('1d'),
  /** How long before it is due the channel is reminded; unset: when it is due. */
  remind: DurationText.optional(),
  channel: z.enum(CHANNELS).default('sales'),
});
type Params = z.infer<typeof Params>;

/** `task: { title: "Call {{ customer.name }}", assignee: Maria, due: 2d, remind: 4h }` */
export const openTask: Action<Params> = {
  kind: 'task',
  Params,
  summary: ({ title, assignee, due }) => ({
    kind: 'task',
    title,
    assignee: assignee ?? null,
    due: durationOf(due),
  }),
  needsApproval: () => false,
  references: ({ title, assignee }) => [
    { kind: 'text', name: title, path: ['title'] },
    ...(assignee === undefined
      ? []
      : [{ kind: 'person', name: assignee, path: ['assignee'] } as const]),
  ],
  plan: async ({ title, assignee, due, remind, channel }, subject, tools) => {
    const facts = factsForRouting(subject);
    const routed = route({ channel, mention: null }, [], tools.routing, facts);
    const words = (await tools.renderText(title, subject)).replace(/\s+/g, ' ');
    return {
      kind: 'planned',
      effects: [
        {
          kind: 'open-task',
          title: words.slice(0, TITLE).toWellFormed() || subject.automation.title,
          assignee: assignee ?? null,
          due,
          remind: remind ?? null,
          channel: routed.channel,
        },
      ],
    };
  },
};
