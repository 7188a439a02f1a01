// Links to the shop's admin that somebody shares: which Slack tells of, and the card below each.
import { z } from 'zod';
import type { Card } from '../../card.ts';
import type { Router } from '../../router.ts';
import type { Answers, LinkPlace } from './answers.ts';
import type { SlackActor, SlackPeople } from './people.ts';
import type { SharedChannels } from './shared-channels.ts';

/** Links of domains that the manifest names, in a message or while one is being written. */
export type SlackLinks = {
  readonly actor: SlackActor;
  readonly channel: string;
  /** Whether another company reads along; unset where Slack does not say. */
  readonly isShared?: boolean | undefined;
  readonly at: LinkPlace;
  readonly urls: readonly string[];
};

/** How many links of one message are followed. */
const LINKS = 5;

const LinkSharedBody = z.object({
  team_id: z.string().optional(),
  is_ext_shared_channel: z.boolean().optional(),
  event: z.object({
    user: z.string(),
    channel: z.string(),
    message_ts: z.string(),
    unfurl_id: z.string().optional(),
    source: z.enum(['composer', 'conversations_history']).optional(),
    links: z.array(z.object({ url: z.string() })).max(50),
  }),
});

/** Reads that links were shared. Throws ZodError for anything else. */
export function readLinks(body: unknown): SlackLinks {
  const { event, team_id, is_ext_shared_channel: isShared } = LinkSharedBody.parse(body);
  const { channel, message_ts: ts, unfurl_id, source } = event;
  const isComposed = unfurl_id !== undefined && source !== undefined;
  return {
    actor: { userId: event.user, teamId: team_id ?? null },
    channel,
    isShared,
    at: isComposed ? { unfurl_id, source } : { channel, ts },
    urls: [...new Set(event.links.map(({ url }) => url))],
  };
}

/** Shows below a message what each of its links is about; of what is none of ours, and where another company reads along, nothing. */
export function createUnfurling({
  answers,
  channels,
  people,
  router,
}: {
  readonly answers: Pick<Answers, 'unfurl'>;
  readonly channels: SharedChannels;
  readonly people: SlackPeople;
  readonly router: Router;
}): (links: SlackLinks) => Promise<void> {
  return async ({ actor, channel, isShared, at, urls }) => {
    channels.note(channel, isShared);
    if (await channels.isShared(channel)) return;
    const who = await people.resolve(actor);
    // Nobody asked for anything: to who may see nothing, nothing is said.
    if (who.kind !== 'teammate') return;
    const cards = new Map<string, Card>();
    for (const url of urls.slice(0, LINKS)) {
      const action = { name: 'customer.link', id: url };
      const reply = await router.handle(who.teammate, { kind: 'press', action }, { channel });
      if (reply.kind === 'card' && reply.refused === undefined) cards.set(url, reply.card);
    }
    if (cards.size > 0) await answers.unfurl(at, cards);
  };
}
