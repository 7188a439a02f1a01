// One process a data folder: a second one is refused, and a killed one leaves nothing that keeps the next from starting.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openOutside } from './outside.ts';
import { runProcess, startProcess, startServer, until } from './process.ts';
import { cleanUp, eventsIn, inTurn, LONG_MS, prepareFresh } from './story.ts';

beforeAll(prepareFresh, LONG_MS);
afterAll(cleanUp, LONG_MS);

describe('a data folder', () => {
  it.concurrent(
    'is refused to a second server, which names the one that has it',
    () =>
      inTurn('fresh', async ({ env }) => {
        const server = await startServer(env);

        const second = await runProcess(env, ['start']);

        expect(second.exit).toBe(2);
        expect(second.said).toContain(env.DATA_DIR);
        expect(second.said).toContain(`process ${server.pid} at ${server.url}`);
        expect(await eventsIn(server)).toBe(0);
        expect(await server.stop()).toBe(0);
      }),
    LONG_MS,
  );

  it.concurrent(
    'is free at once when its holder was killed, for a server and for a command line',
    () =>
      inTurn('fresh', async ({ env }) => {
        const first = await startServer(env);
        await first.kill();

        const alone = await runProcess(env, ['event', 'list', '--json']);
        const next = await startServer(env);
        await next.kill();
        const last = await startServer(env);

        expect(alone).toEqual({ exit: 0, said: '[]\n' });
        expect(await eventsIn(last)).toBe(0);
        expect(await last.stop()).toBe(0);
      }),
    LONG_MS,
  );

  it.concurrent.each(['database/global', 'database/PG_VERSION'])(
    'whose first start was killed once %s was there can be started again',
    async (path) => {
      const { env, close } = await openOutside(null);
      const first = startProcess(env, ['start']);
      await until(() => (existsSync(join(env.DATA_DIR, path)) ? true : null), first.said);
      await first.kill();

      const next = await startServer(env);

      expect(await eventsIn(next)).toBe(0);
      expect(await next.stop()).toBe(0);
      await close();
    },
    LONG_MS,
  );
});
