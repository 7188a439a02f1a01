// In which language somebody is answered, and a channel is written to.
import type { Language } from '#engine/language.ts';
import { CHANNELS, type Channel, type Team } from '#engine/playbook/team.ts';
import type { Place, Router } from './router.ts';
import type { Surface } from './surface.ts';
import type { SurfaceName, Teammate } from './teammate.ts';
import type { Words } from './words/en.ts';
import { wordsIn } from './words/languages.ts';

/** The language of a channel of the team, else the team's own. */
export function channelLanguage(team: Team, channel: Channel | null): Language {
  return (channel === null ? undefined : team.channels.language[channel]) ?? team.language;
}

/** The words for what is posted into a channel, by the surface's own id of it. */
export function wordsOn(
  { playbook }: { readonly playbook: { readonly team: Team } },
  surface: Pick<Surface, 'channelOf'>,
  channelId: string,
): Words {
  return wordsIn(channelLanguage(playbook.team, purposeOn(surface, channelId)));
}

/** What the team uses a surface's channel for; null for one that it does not name any more. */
export function purposeOn(surface: Pick<Surface, 'channelOf'>, channelId: string): Channel | null {
  return CHANNELS.find((channel) => surface.channelOf(channel) === channelId) ?? null;
}

/** What a person is answered in: their own language, else that of the channel they ask in, else the team's. */
export function askerLanguage(team: Team, teammate: Teammate, place: Place): Language {
  const person = team.people.find(({ name }) => name === teammate.person);
  return (
    place.language ??
    person?.language ??
    channelLanguage(team, purposeOf(team, teammate.surface, place.channel))
  );
}

/** The words for what a platform says of its own to an account, whoever it belongs to. */
export function accountWords(
  team: Team,
  account: { readonly surface: 'slack' | 'discord'; readonly id: string },
  channel: string | null,
): Words {
  const { surface, id } = account;
  const person = team.people.find((one) => one[surface] === id);
  return wordsIn(person?.language ?? channelLanguage(team, purposeOf(team, surface, channel)));
}

/** A router that answers everybody in their language, and says in a channel's what all of it read; each language has one of its own, made when it is first spoken. */
export function createRouterOfLanguages(
  { playbook }: { readonly playbook: { readonly team: Team } },
  routerIn: (language: Language) => Router,
): Router {
  const made = new Map<Language, Router>();
  function routerFor(teammate: Teammate, place: Place = {}): Router {
    const language = askerLanguage(playbook.team, teammate, place);
    const router = made.get(language) ?? routerIn(language);
    made.set(language, router);
    return router;
  }
  return {
    handle: async (teammate, input, place = {}) => {
      const reply = await routerFor(teammate, place).handle(teammate, input, place);
      if (reply.kind !== 'card' || reply.aloud === undefined || place.channel == null) return reply;
      const words = wordsIn(
        channelLanguage(playbook.team, purposeOf(playbook.team, teammate.surface, place.channel)),
      );
      return { ...reply, card: reply.aloud(words) };
    },
    complete: (teammate, line, place) => routerFor(teammate, place).complete(teammate, line),
    preview: (teammate, action, draft, place) =>
      routerFor(teammate, place).preview(teammate, action, draft),
    completeArgument: (teammate, asked, place) =>
      routerFor(teammate, place).completeArgument(teammate, asked),
  };
}

/** The workspace calls its channels by their purpose; Slack and Discord by ids that team.yml names. */
function purposeOf(team: Team, surface: SurfaceName, channel: Place['channel']): Channel | null {
  const ids = surface === 'slack' || surface === 'discord' ? team.channels[surface] : null;
  return CHANNELS.find((purpose) => (ids === null ? purpose : ids[purpose]) === channel) ?? null;
}
