// notify: posts a card about the customer and what happened in a channel of the team, with a line of its own.
import { z } from 'zod';
import { route } from '../playbook/routing.ts';
import { CHANNELS, type Channel, Route } from '../playbook/team.ts';
import type { Action, PlannedAction, Reference } from './action.ts';
import { factsForRouting } from './routing-facts.ts';

const Params = z.strictObject({
  channel: z.enum(CHANNELS),
  /** A line of the team's own above the card, with Liquid in it. */
  text: z.string().trim().min(1).max(1000).optional(),
  /** Who is named above it: a person of team.yml. */
  mention: z.string().min(1).optional(),
  /** Whether somebody of the team is asked to say that they follow up. */
  claim: z.boolean().default(false),
  /** Where it goes instead, in some cases: the first way that fits. */
  route: z.array(Route).default([]),
});
type Params = z.infer<typeof Params>;

/** `notify: { channel: sales, text: "{{ customer.name }} spent {{ event.total }}", route: [{ over: 1000, to: vips }] }` */
export const notify: Action<Params> = {
  kind: 'notify',
  Params,
  summary: ({ channel, route: ways }) => ({
    kind: 'notify',
    channels: [...new Set([channel, ...ways.map(({ to }) => to)])],
  }),
  needsApproval: () => false,
  references,
  plan: async ({ channel, text, mention, claim, route: ways }, subject, tools) => {
    const start = { channel, mention: mention ?? null };
    const routed = route(start, ways, tools.routing, factsForRouting(subject));
    const said = text === undefined ? null : await tools.renderText(text, subject);
    const asks = claim ? { claim } : {};
    return {
      kind: 'planned',
      effects: [{ kind: 'post-notice', ...routed, text: said || null, ...asks }],
    };
  },
};

/** The channel in which an automation speaks to the team: its first words', or `reports` where it has none. */
export function channelTold(actions: readonly Pick<PlannedAction, 'kind' | 'params'>[]): Channel {
  const [first] = actions.flatMap(({ kind, params }) =>
    kind === notify.kind ? (Params.safeParse(params).data?.channel ?? []) : [],
  );
  return first ?? 'reports';
}

function references({ text, mention, route: ways }: Params): readonly Reference[] {
  return [
    ...(text === undefined ? [] : [{ kind: 'text', name: text, path: ['text'] } as const]),
    ...(mention === undefined
      ? []
      : [{ kind: 'person', name: mention, path: ['mention'] } as const]),
    ...ways.flatMap((way, at) => referencesOfWay(way, ['route', at])),
  ];
}

function referencesOfWay({ tier, mention }: Route, path: Reference['path']): readonly Reference[] {
  const tiers = [tier ?? []].flat().map((name) => {
    return { kind: 'tier', name, path: [...path, 'tier'] } as const;
  });
  if (mention === undefined) return tiers;
  return [...tiers, { kind: 'person', name: mention, path: [...path, 'mention'] }];
}
