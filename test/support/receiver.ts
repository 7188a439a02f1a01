// A receiver of requests on loopback: keeps what came, and answers as a test says.
import { createServer } from 'node:http';
import { z } from 'zod';

/** A request as it came. */
export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
};

/** A status, or no answer at all once the request was read. */
export type ReceiverReply =
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  | 'hangs-up';

export interface Receiver {
  readonly origin: string;
  readonly host: string;
  readonly received: Received[];
  stop(): Promise<void>;
}

/** Starts one; replies are given in order, the last one stays. */
export async function startReceiver(replies: readonly ReceiverReply[]): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const reply = replies[Math.min(received.length, replies.length - 1)] ?? { status: 200 };
    received.push({
      method: request.method ?? '',
      path: request.url ?? '',
      headers: Object.fromEntries(
        Object.entries(request.headers).map(([name, value]) => [name, value?.toString()]),
      ),
      body: Buffer.concat(chunks).toString('utf8'),
    });
    if (reply === 'hangs-up') request.socket.destroy();
    else response.writeHead(reply.status, reply.headers).end('thanks');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    received,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
