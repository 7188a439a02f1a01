// Socket Mode: Bolt's receiver over a socket that we keep open ourselves.
import type { Log } from '#engine/ports/log.ts';
import { type KeptConnection, keepConnected } from '../kept-connection.ts';
import { type Bolt, clientOptions, refusalOf } from './client.ts';
import { createSlackLogger } from './logger.ts';

/** How long a socket may take to say goodbye. */
const GOODBYE_MS = 2000;

/**
 * The receiver and its connection. The library's own reconnecting is off: it waits five seconds without a socket after
 * each of Slack's regular disconnects, and gives up with an unhandled rejection when Slack answers a reconnect with an
 * error (socket-mode 3.1.0).
 */
export function createSocket(
  bolt: Bolt,
  options: { readonly appToken: string; readonly apiUrl: string; readonly log: Log },
) {
  const receiver = new bolt.SocketModeReceiver({
    appToken: options.appToken,
    autoReconnectEnabled: false,
    logger: createSlackLogger(options.log, bolt.LogLevel.WARN),
    installerOptions: { clientOptions: clientOptions(bolt, options.apiUrl, options.log) },
  });
  const connection: KeptConnection = keepConnected({
    surface: 'slack',
    codeOf: refusalOf,
    connect: () => receiver.start(),
    disconnect: () => Promise.race([receiver.client.disconnect(), elapsed(GOODBYE_MS)]),
    log: options.log,
  });
  receiver.client.on('disconnected', () => connection.lost());
  return { receiver, connection };
}

function elapsed(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
