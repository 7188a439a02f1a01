// Socket Mode: Bolt's receivers over two sockets that we keep open ourselves, so that one stands while the other is renewed.
import type { Receiver } from '@slack/bolt';
import { z } from 'zod';
import type { Log } from '#engine/ports/log.ts';
import { type Connection, type KeptConnection, keepConnected } from '../kept-connection.ts';
import { type Bolt, clientOptions, refusalOf } from './client.ts';
import { createSlackLogger } from './logger.ts';

/** How long a socket may take to say goodbye. */
const GOODBYE_MS = 2000;

type SocketOptions = {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  /** A socket has come to stand. */
  readonly onConnected: () => void;
};

/**
 * One receiver over two sockets, each of which gets what the other does not. Slack renews a socket every few hours; one that
 * is to go stays until the other one stands.
 */
export function createSocket(
  bolt: Bolt,
  options: SocketOptions,
): { readonly receiver: Receiver; readonly connection: Connection } {
  const first: Socket = openSocket(bolt, options, () => second);
  const second: Socket = openSocket(bolt, options, () => first);
  const both = [first, second];
  return {
    receiver: {
      init: (app) => {
        for (const { receiver } of both) receiver.init(app);
      },
      start: () => Promise.all(both.map(({ receiver }) => receiver.start())),
      stop: () => Promise.all(both.map(({ receiver }) => receiver.stop())),
    },
    connection: {
      isReady: () => both.some(({ connection }) => connection.isReady()),
      start: async () => void (await Promise.all(both.map(({ connection }) => connection.start()))),
      stop: async () => void (await Promise.all(both.map(({ connection }) => connection.stop()))),
    },
  };
}

type Socket = {
  readonly receiver: Receiver;
  readonly connection: KeptConnection;
  /** It stands, and is not about to go. */
  readonly isStanding: () => boolean;
  /** The other one stands: what was to go, and has waited for that, goes. */
  readonly release: () => void;
};

/**
 * A receiver and its connection. The library's own reconnecting is off: it waits five seconds without a socket after
 * each of Slack's regular disconnects, and gives up with an unhandled rejection when Slack answers a reconnect with an
 * error (socket-mode 3.1.0).
 */
function openSocket(bolt: Bolt, options: SocketOptions, other: () => Socket): Socket {
  const receiver = new bolt.SocketModeReceiver({
    appToken: options.appToken,
    autoReconnectEnabled: false,
    logger: createSlackLogger(options.log, bolt.LogLevel.WARN),
    installerOptions: { clientOptions: clientOptions(bolt, options.apiUrl, options.log) },
  });
  const { client } = receiver;
  let isLeaving = false;
  let held: (() => void) | null = null;
  const connection: KeptConnection = keepConnected({
    surface: 'slack',
    codeOf: refusalOf,
    async connect() {
      await receiver.start();
      isLeaving = false;
      other().release();
    },
    disconnect: () => Promise.race([client.disconnect(), elapsed(GOODBYE_MS)]),
    log: options.log,
    onConnected: options.onConnected,
  });

  function leave(go: () => void): void {
    isLeaving = true;
    held = null;
    go();
  }

  // The library closes a socket at once when Slack says that it is about to (socket-mode 3.1.0, `onWebSocketMessage`).
  const [hear] = client.listeners('ws_message');
  if (hear !== undefined) {
    client.off('ws_message', hear);
    client.on('ws_message', (...frame: readonly unknown[]) => {
      const pass = () => hear.apply(client, [...frame]);
      if (!isGoodbye(frame[0])) pass();
      else if (other().isStanding()) leave(pass);
      else held = pass;
    });
  }
  client.on('disconnected', () => {
    held = null;
    connection.lost();
  });
  return {
    receiver,
    connection,
    isStanding: () => connection.isReady() && !isLeaving,
    release() {
      if (held !== null) leave(held);
    },
  };
}

const Goodbye = z.object({ type: z.literal('disconnect') });

/** Slack says that it will close the socket: in ten seconds, or soon. */
function isGoodbye(data: unknown): boolean {
  const text = data instanceof ArrayBuffer || ArrayBuffer.isView(data) ? textOf(data) : data;
  if (typeof text !== 'string' || !text.includes('"disconnect"')) return false;
  try {
    return Goodbye.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}

function textOf(data: ArrayBuffer | ArrayBufferView): string {
  return new TextDecoder().decode(data);
}

function elapsed(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
