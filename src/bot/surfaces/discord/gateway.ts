// Discord's gateway through discord.js: what people do arrives over a socket that we open.
import type { Client } from 'discord.js';
import type { Log } from '#engine/ports/log.ts';
import { within } from '../within.ts';
import { codeOf, type DiscordConfig, type DiscordLibrary, restOptions } from './client.ts';

export type Gateway = {
  /** Logs in; throws when Discord is away or refuses the token. */
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  /** Whether the socket stands now; the library takes up one that is cut by itself. */
  isOpen(): boolean;
};

/**
 * A gateway that hands on interactions as they came, the same as they would come over HTTP, and messages. Without the
 * intent for their content Discord leaves it out, except where we are mentioned or written to: so we are told nothing else
 * of what people write (Message Content Intent, discord.com/developers/docs, read in November 2026).
 */
export function createGateway(
  library: DiscordLibrary,
  options: {
    readonly config: DiscordConfig;
    readonly log: Log;
    readonly onInteraction: (payload: unknown) => void;
    readonly onMessage: (payload: unknown) => void;
    /** The connection stands, for the first time or again. */
    readonly onOpen: () => void;
    /** The connection is gone and will not come back by itself. */
    readonly onLost: () => void;
  },
): Gateway {
  let opened: Opened | null = null;
  let isOpen = false;

  /** Resolves once the socket stands; rejects when Discord will not have it. */
  function listenTo(client: Client, ready: PromiseWithResolvers<void>): void {
    const { Events } = library;
    const open = () => {
      isOpen = true;
      ready.resolve();
      options.onOpen();
    };
    client.ws.on(library.GatewayDispatchEvents.InteractionCreate, options.onInteraction);
    client.ws.on(library.GatewayDispatchEvents.MessageCreate, options.onMessage);
    client.on(Events.ShardReady, open);
    client.on(Events.ShardResume, open);
    client.on(Events.ShardReconnecting, () => {
      isOpen = false;
    });
    client.on(Events.ShardDisconnect, ({ code }) => {
      options.log.error({ code }, 'discord has ended the gateway connection');
      ready.reject(new Error(`the gateway closed with ${code}`));
      if (!isOpen || opened?.client !== client) return;
      isOpen = false;
      options.onLost();
    });
    const warn = (error: unknown) =>
      options.log.warn({ code: codeOf(error) }, 'discord gateway failed');
    client.on(Events.ShardError, warn);
    client.on(Events.Error, warn);
  }

  /** The library cannot be stopped while it shakes hands (discord.js 14.28): it is let finish, for a while. */
  async function disconnect(): Promise<void> {
    const closing = opened;
    opened = null;
    isOpen = false;
    if (closing === null) return;
    await within(
      HANDSHAKE_MS,
      closing.ready.promise.catch(() => undefined),
    );
    await within(GOODBYE_MS, closing.client.destroy());
  }

  return {
    isOpen: () => isOpen,
    disconnect,
    async connect() {
      await disconnect();
      const client = createClient(library, options.config);
      const ready = Promise.withResolvers<void>();
      opened = { client, ready };
      listenTo(client, ready);
      client.login(options.config.token).catch(ready.reject);
      try {
        await ready.promise;
      } catch (error) {
        await disconnect();
        throw error;
      }
    },
  };
}

function createClient(library: DiscordLibrary, { apiUrl }: DiscordConfig): Client {
  return new library.Client({
    intents: intentsOf(library),
    allowedMentions: { parse: [], repliedUser: false },
    rest: restOptions(apiUrl),
  });
}

/** Only what reaches us by name or in private comes with its content. */
function intentsOf({ GatewayIntentBits }: DiscordLibrary) {
  return [GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];
}

/** How long a handshake may take before the connection is cut nevertheless, and how long a goodbye. */
const HANDSHAKE_MS = 5000;
const GOODBYE_MS = 2000;

type Opened = { readonly client: Client; readonly ready: PromiseWithResolvers<void> };
