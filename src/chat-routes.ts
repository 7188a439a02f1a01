// What a running server adds to each chat platform: its connection, and its route where it calls us over HTTP.
import type { ActionRef } from '#bot/action-id.ts';
import { createActions } from '#bot/actions/registry.ts';
import { createCommands } from '#bot/commands/registry.ts';
import { noteAnswer } from '#bot/posts/named-answers.ts';
import { createDiscordApp } from '#bot/surfaces/discord/listeners.ts';
import { createDiscordPeople } from '#bot/surfaces/discord/people.ts';
import { TURN_MS, type Turn } from '#bot/surfaces/elected-connection.ts';
import { createSlackApp } from '#bot/surfaces/slack/listeners.ts';
import { createSlackPeople } from '#bot/surfaces/slack/people.ts';
import type { Welcomed } from '#bot/surfaces/slack/tabs.ts';
import { wordsIn } from '#bot/words/languages.ts';
import type { Route } from '#engine/ports/http.ts';
import type { Regulars } from './compose.ts';

/** How long a platform's word about a person is kept, so that who lost a role loses it. */
const ROLES_KEPT_MS = 60_000;

/** The routes of the platforms; their connections are put in place. */
export async function chatRoutes(regulars: Regulars): Promise<readonly Route[]> {
  return [...(await slackRoutes(regulars)), ...(await discordRoutes(regulars))];
}

/** Slack's connection in Socket Mode, or its route in HTTP mode. */
async function slackRoutes(regulars: Regulars): Promise<readonly Route[]> {
  const { chat, config, deps, router, codec, patienceMs } = regulars;
  const { slack } = chat;
  if (slack === null || config.slack === null) return [];
  const { log, now } = deps;
  const { team } = deps.playbook;
  const people = createSlackPeople({ client: slack.client, team, ttlMs: ROLES_KEPT_MS, now, log });
  const app = await createSlackApp({
    onConnected: () => comeBack(deps, 'slack'),
    config: config.slack,
    client: slack.client,
    pictures: slack.pictures,
    recent: slack.recent,
    people,
    router,
    codec,
    team,
    log,
    now,
    shared: (key) => deps.storage.posts.once(key, now()),
    keepPlace: deps.storage.assistant.placeTurn,
    welcomed: welcomedIn(deps),
    ...(patienceMs === undefined
      ? {}
      : { patience: { pressMs: patienceMs, submitMs: patienceMs } }),
    onAnswered: (answered) => noteAnswer(deps, answered),
    onRefused: ({ actor, reason, action }) =>
      noteRefusal(deps, action, {
        actor: `slack:${actor.userId}`,
        details: { reason, team: actor.teamId },
      }),
  });
  slack.connection = app.connection;
  return app.route === null ? [] : [app.route];
}

/** What waited for a platform is tried as soon as it is there; without the database it is tried when its time comes. */
function comeBack({ notifier, log }: Regulars['deps'], surface: 'slack' | 'discord'): void {
  notifier.back(surface).catch((error: unknown) => {
    log.warn({ surface, error }, 'what waits could not be brought forward');
  });
}

/** Who has been welcomed in Slack stands among the settings, by account. */
function welcomedIn({ storage }: Regulars['deps']): Welcomed {
  const keyOf = (userId: string) => `slack:welcomed:${userId}`;
  return {
    take: (userId) =>
      storage.transaction(async ({ settings }) => {
        const key = keyOf(userId);
        await settings.lock(key);
        if ((await settings.get(key)) === true) return false;
        await settings.set(key, true);
        return true;
      }),
    giveBack: (userId) => storage.settings.set(keyOf(userId), false),
  };
}

/** Discord's gateway, and with a public key its route. */
async function discordRoutes(regulars: Regulars): Promise<readonly Route[]> {
  const { chat, config, deps, router, codec, words, patienceMs } = regulars;
  const { discord } = chat;
  if (discord === null || config.discord === null) return [];
  const { client } = discord;
  const { log, now, storage } = deps;
  const { team } = deps.playbook;
  const { guildId } = config.discord;
  const people = createDiscordPeople({ client, team, guildId, ttlMs: ROLES_KEPT_MS, now, log });
  const withForms = createActions(words).filter(({ submit }) => submit !== undefined);
  const formNames = new Set(withForms.map(({ name }) => name));
  const app = await createDiscordApp({
    onConnected: () => comeBack(deps, 'discord'),
    config: config.discord,
    client,
    charts: chat.charts,
    people,
    router,
    team,
    commandsIn: (language) => createCommands(wordsIn(language)),
    opensForm: (name) => formNames.has(name),
    codec,
    log,
    now,
    turn: gatewayTurn(deps),
    memory: {
      read: () => storage.settings.get(REGISTERED),
      write: (value) => storage.settings.set(REGISTERED, value),
    },
    shared: (key) => storage.posts.once(key, now()),
    keepPlace: storage.assistant.placeTurn,
    ...(patienceMs === undefined ? {} : { patience: { answerMs: patienceMs, formMs: patienceMs } }),
    onAnswered: (answered) => noteAnswer(deps, answered),
    onRefused: ({ actor, reason, action }) =>
      noteRefusal(deps, action, {
        actor: `discord:${actor.userId}`,
        details: { reason, server: actor.guildId },
      }),
  });
  discord.connection = app.connection;
  return app.route === null ? [] : [app.route];
}

/** The slash commands that we have registered, by scope. */
const REGISTERED = 'discord:commands';

/** The replica with the lease keeps the gateway. */
function gatewayTurn({ storage, now, newId }: Regulars['deps']): Turn {
  const name = 'discord-gateway';
  const holder = newId('entry');
  return {
    take: () => {
      const at = now();
      return storage.leases.take(name, holder, at, new Date(at.getTime() + TURN_MS));
    },
    giveBack: () => storage.leases.release(name, holder),
  };
}

/** Who is not answered at all stands in the audit log, by the account's id. */
function noteRefusal(
  deps: Regulars['deps'],
  action: ActionRef | null,
  { actor, details }: { readonly actor: string; readonly details: Record<string, string | null> },
): Promise<void> {
  return deps.storage.transaction((records) =>
    records.audit.append({
      at: deps.now(),
      actor,
      action: 'access.refused',
      subject: action?.id ?? 'command',
      details: { ...details, button: action?.name ?? null },
    }),
  );
}
