// Everything that arrives from Discord, over the gateway or our own HTTP route, goes to the same handler, each once.
import type { Team } from '#engine/playbook/team.ts';
import type { ChartRenderer } from '#engine/ports/chart-renderer.ts';
import type { Route } from '#engine/ports/http.ts';
import type { Log } from '#engine/ports/log.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { StandingAnswer } from '../../posts/named-answers.ts';
import type { Router } from '../../router.ts';
import { electOne, type Turn } from '../elected-connection.ts';
import { type Connection, keepConnected } from '../kept-connection.ts';
import type { KeepPlace } from '../kept-place.ts';
import { createOnce, type Once } from '../once.ts';
import { createWorkInHand } from '../work-in-hand.ts';
import { createAnswers, type Respond, respondByCall } from './answers.ts';
import {
  codeOf,
  type DiscordClient,
  type DiscordConfig,
  loadDiscord,
  toVendorError,
} from './client.ts';
import { applicationCommands, type Registry } from './commands.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createInteractions, type Patience, type Refusal } from './interactions.ts';
import { createMentions } from './mentions.ts';
import { createOpenForms } from './open-forms.ts';
import { type DiscordInteraction, readInteraction } from './payloads.ts';
import type { DiscordPeople } from './people.ts';
import { createReceiver } from './receiver.ts';
import { type RegistrationMemory, registerCommands } from './registration.ts';

export type DiscordAppOptions = {
  /** Hears of every time that Discord can be reached again. */
  readonly onConnected: () => void;
  readonly config: DiscordConfig;
  readonly client: DiscordClient;
  readonly people: DiscordPeople;
  readonly router: Router;
  /** The registry in one language. */
  readonly commandsIn: Registry['commandsIn'];
  readonly team: Team;
  readonly opensForm: (name: string) => boolean;
  readonly codec: ActionCodec;
  readonly charts: ChartRenderer;
  readonly log: Log;
  readonly now: () => Date;
  /** Which of several processes keeps the gateway. */
  readonly turn: Turn;
  readonly memory: RegistrationMemory;
  /** Where several processes share the work: true the first time any of them sees a key. */
  readonly shared?: Once;
  /** Keeps where answers in the making stand. */
  readonly keepPlace: KeepPlace;
  /** Told of everybody who is not answered at all. */
  readonly onRefused?: (refusal: Refusal) => Promise<void>;
  /** Told of every answer to words to us, as it stands. */
  readonly onAnswered?: (answered: StandingAnswer) => Promise<void>;
  readonly patience?: Patience;
};

export type DiscordApp = {
  readonly connection: Connection;
  /** The route to mount when there is a public key; else null. */
  readonly route: Route | null;
};

/** Everything is acknowledged within half a second of Discord's three, whatever the database does. */
const PATIENCE: Patience = { answerMs: 300, formMs: 300 };

/** Listens on the gateway, and with a public key over HTTP as well. Discord's library is loaded here. */
export async function createDiscordApp(options: DiscordAppOptions): Promise<DiscordApp> {
  const { config, log } = options;
  const library = await loadDiscord();
  const work = createWorkInHand();
  const take = createTaking(options);
  const mentions = createMentions({
    ...options,
    once: createOnce({ ...options, surface: 'discord' }),
  });
  const gateway: Gateway = createGateway(library, {
    config,
    log,
    onInteraction: (payload) => void work.track(takeQuietly(options, take, payload)),
    onMessage: (payload) => void work.track(mentions(payload)),
    onOpen: options.onConnected,
    onLost: () => kept.lost(),
  });
  const kept = keepConnected({
    surface: 'discord',
    codeOf,
    log,
    connect: async () => {
      await register(options);
      await gateway.connect();
    },
    disconnect: () => gateway.disconnect(),
  });
  const connection = electOne({
    surface: 'discord',
    turn: options.turn,
    log,
    connection: { ...kept, isReady: () => kept.isReady() && gateway.isOpen() },
  });
  return {
    connection: {
      ...connection,
      async stop() {
        await connection.stop();
        await work.finished();
      },
    },
    route:
      config.publicKey === null
        ? null
        : createReceiver({
            ...options,
            publicKey: config.publicKey,
            take: (payload, respond) => work.track(take(payload, respond)),
          }),
  };
}

type Take = (payload: unknown, respond: Respond) => Promise<void>;

function createTaking(options: DiscordAppOptions): Take {
  const { log, now } = options;
  const interactions = createInteractions({
    ...options,
    answers: createAnswers(options),
    commands: options.commandsIn(options.team.language),
    openForms: createOpenForms(now),
    once: createOnce({ ...options, surface: 'discord' }),
    patience: options.patience ?? PATIENCE,
    onRefused: async (refusal) => {
      const { actor, reason } = refusal;
      log.warn({ userId: actor.userId, reason }, 'discord user refused');
      await options.onRefused?.(refusal);
    },
  });
  return async (payload, respond) => {
    const interaction = read(payload);
    if (interaction === null) log.warn({}, 'discord interaction not understood');
    else await interactions.handle(interaction, respond);
  };
}

function read(payload: unknown): DiscordInteraction | null {
  try {
    return readInteraction(payload);
  } catch {
    return null;
  }
}

/** What came over the gateway is answered by a call, and nothing that goes wrong with it ends the process. */
async function takeQuietly(
  options: DiscordAppOptions,
  take: Take,
  payload: unknown,
): Promise<void> {
  const { log } = options;
  try {
    await take(payload, respondByCall(options, payload));
  } catch (error) {
    // The error itself names the address that was called, and with it the interaction's token.
    log.error({ code: codeOf(error) }, 'discord interaction failed');
  }
}

/** Commands that cannot be registered now keep nobody from pressing buttons, unless it is worth trying again. */
async function register(options: DiscordAppOptions): Promise<void> {
  const { client, config, commandsIn, log, memory, team } = options;
  try {
    const { guildId } = config;
    const scope = guildId === null ? 'global' : 'guild';
    const wanted = applicationCommands({ commandsIn, language: team.language, scope });
    const { written, deleted } = await registerCommands({ client, guildId, wanted, memory });
    log.info({ written, deleted }, 'discord commands registered');
  } catch (error) {
    const failure = toVendorError(error, 'the commands');
    log.warn({ status: failure.status }, 'discord commands could not be registered');
    if (failure.retryable) throw failure;
  }
}
