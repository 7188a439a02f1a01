// Mail servers on the loopback for tests: a real one that keeps what it takes, and a scripted one that misbehaves.

import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type SmtpSink = {
  readonly url: string;
  /** Every message taken, as it came over the wire. */
  readonly messages: { readonly to: readonly string[]; readonly raw: string }[];
  close(): Promise<void>;
};

/** Starts a real SMTP server; `options` may refuse or break off at any command. */
export async function startSmtpSink(options: SMTPServerOptions = {}): Promise<SmtpSink> {
  const messages: SmtpSink['messages'] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      text(stream).then((raw) => {
        messages.push({ to, raw });
        done();
      }, done);
    },
    ...options,
  });
  server.on('error', () => undefined);
  const port = await listen(server.server);
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** What the scripted server does at each point; a text is an answer, `close` and `reset` break off. */
export type SmtpScript = {
  readonly greeting?: string;
  readonly data?: string | 'close';
  readonly afterDot: string | 'close' | 'reset';
  /** Breaks off right after answering the final dot. */
  readonly thenReset?: boolean;
};

/** Starts a server that says yes until the script says otherwise; `received` counts the mails whose final dot came. */
export async function startScriptedSmtp(
  script: SmtpScript,
): Promise<{ readonly url: string; readonly received: () => number; close(): Promise<void> }> {
  let received = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write(`${script.greeting ?? '220 ready'}\r\n`);
    let inText = false;
    let buffer = '';
    socket.on('data', (chunk) => {
      buffer += chunk.toString('latin1');
      for (let end = buffer.indexOf('\r\n'); end >= 0; end = buffer.indexOf('\r\n')) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (inText && line === '.') received += 1;
        if (inText && line !== '.') continue;
        answer(socket, inText ? script.afterDot : reply(line, script));
        if (inText && script.thenReset === true) socket.resetAndDestroy();
        inText = line === 'DATA' && !/^[45]|close/.test(script.data ?? '');
      }
    });
  });
  const port = await listen(server);
  return {
    url: `smtp://127.0.0.1:${port}`,
    received: () => received,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function reply(line: string, script: SmtpScript): string {
  if (line === 'DATA') return script.data ?? '354 go ahead';
  return line === 'QUIT' ? '221 bye' : '250 ok';
}

function answer(socket: Socket, words: string): void {
  if (words === 'close') socket.destroy();
  else if (words === 'reset') socket.resetAndDestroy();
  else socket.write(`${words}\r\n`);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(portOf(server.address())));
  });
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('not listening on a port');
  return address.port;
}
