// The hand-brake: what goes out stops before its next marker, and stays stopped when the process dies.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer, until } from './process.ts';
import { approvalOf, approve, cleanUp, expectWhole, inTurn, LONG_MS, prepare } from './story.ts';

beforeAll(prepare, LONG_MS);
afterAll(cleanUp, LONG_MS);

describe('regulars pause', () => {
  it.concurrent(
    'lets nothing of an approval out, also after the process was killed, until it is released',
    () =>
      inTurn('waiting', async (outside) => {
        const first = await startServer(outside.env);
        await first.tell('pause');
        await approve(first);
        await lookedAt(first);
        await first.kill();
        const server = await startServer(outside.env);
        await lookedAt(server);
        expect(outside.shop.asked).not.toContain('CreateDiscount');

        await server.tell('resume');

        await expectWhole(outside, server, { approval: 'done', mails: 1 });
      }),
    LONG_MS,
  );

  it.concurrent(
    'said while the code is being made keeps the mail back, also after the process was killed',
    () =>
      inTurn('waiting', async (outside) => {
        const first = await startServer(outside.env);
        outside.when('acted:CreateDiscount', async () => {
          await first.tell('pause');
          return 'goes-on';
        });
        await approve(first);
        await lookedAt(first);
        await first.kill();
        const server = await startServer(outside.env);
        await lookedAt(server);
        const { steps } = await approvalOf(server);
        expect(steps.map(({ status }) => status)).toEqual(['done', 'waiting']);
        expect(outside.mails.taken).toEqual([]);

        await server.tell('resume');

        await expectWhole(outside, server, { approval: 'done', mails: 1 });
      }),
    LONG_MS,
  );
});

/** Waits until this process has taken the plan up, and put it down again. */
async function lookedAt(server: RunningServer): Promise<void> {
  await until(async () => {
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    return /^regulars_jobs_total\{name="execute",outcome="done"\} [1-9]/m.test(metrics)
      ? true
      : null;
  }, server.said);
}
