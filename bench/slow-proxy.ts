// A database that takes its time: everything that goes to it waits on the way, as over a long line.
import { connect, createServer, type Socket } from 'node:net';
import { z } from 'zod';

export type SlowProxy = {
  readonly url: string;
  /** From the next packet on; none at first. */
  readonly setDelay: (ms: number) => void;
  readonly close: () => Promise<void>;
};

/** Stands before the server of `url`; each packet to it is delayed, what comes back is not. */
export async function startSlowProxy(url: string): Promise<SlowProxy> {
  let delayMs = 0;
  const target = new URL(url);
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const one of [client, upstream]) {
      open.add(one);
      one.setNoDelay(true);
      one.on('error', () => one.destroy());
      one.on('close', () => open.delete(one));
    }
    client.on('data', (bytes) => setTimeout(() => upstream.write(bytes), delayMs));
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
    upstream.pipe(client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.int() }).parse(server.address());
  const slow = new URL(url);
  slow.hostname = '127.0.0.1';
  slow.port = String(port);
  return {
    url: slow.href,
    setDelay: (ms) => {
      delayMs = ms;
    },
    async close() {
      for (const one of open) one.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
