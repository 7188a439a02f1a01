// The stream: one thing after each pause, until it is stopped.
import { describe, expect, it } from 'vitest';
import type { Log } from '#engine/ports/log.ts';
import { type Schedule, startStream } from '#integrations/sample-shop/stream.ts';
import { chanceOf } from './floor.ts';

function startTestStream(simulate: (action: string) => Promise<unknown>) {
  const planned: { work: () => void; delayMs: number; calledOff: boolean }[] = [];
  const warnings: string[] = [];
  const schedule: Schedule = (work, delayMs) => {
    const plan = { work, delayMs, calledOff: false };
    planned.push(plan);
    return () => {
      plan.calledOff = true;
    };
  };
  const log = {
    debug() {},
    info() {},
    error() {},
    warn: (_data, text) => warnings.push(text),
  } satisfies Log;
  const stream = startStream({ simulate, randomBytes: chanceOf(5), log, schedule });
  return { stream, planned, warnings };
}

describe('startStream', () => {
  it('does one ordinary thing after each pause of 45 to 90 seconds', async () => {
    const done: string[] = [];
    const { planned } = startTestStream(async (action) => done.push(action));

    for (let turn = 0; turn < 40; turn += 1) {
      planned.at(-1)?.work();
      await new Promise(setImmediate);
    }

    expect(done).toHaveLength(40);
    expect(done).not.toContain('big-order');
    expect(planned.every(({ delayMs }) => delayMs >= 45_000 && delayMs <= 90_000)).toBe(true);
    expect(new Set(planned.map(({ delayMs }) => delayMs)).size).toBeGreaterThan(10);
  });

  it('goes on after a failure, which it logs', async () => {
    const { planned, warnings } = startTestStream(async () => {
      throw new Error('nobody listens');
    });

    planned[0]?.work();
    await new Promise(setImmediate);

    expect(warnings).toEqual(['simulated event not delivered']);
    expect(planned).toHaveLength(2);
  });

  it('stops when the thing under way is done, and plans no more', async () => {
    const finish = Promise.withResolvers<void>();
    const { stream, planned } = startTestStream(() => finish.promise);
    planned[0]?.work();
    let stopped = false;

    const stopping = stream.stop().then(() => {
      stopped = true;
    });
    await new Promise(setImmediate);
    expect(stopped).toBe(false);
    finish.resolve();
    await stopping;

    expect(planned).toHaveLength(1);
  });

  it('calls off what was planned when it is stopped', async () => {
    const { stream, planned } = startTestStream(async () => {});

    await stream.stop();

    expect(planned.map(({ calledOff }) => calledOff)).toEqual([true]);
  });
});
