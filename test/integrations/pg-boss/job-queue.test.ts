// The queue on both databases: jobs exist with what made them necessary, and none is lost.
import { randomBytes } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VendorError } from '#engine/errors.ts';
import { asId, createIdSource } from '#engine/ids.ts';
import type { Taken } from '#engine/ports/job-queue.ts';
import type { News } from '#engine/ports/notifier.ts';
import type { Storage } from '#engine/ports/storage.ts';
import { type BossQueue, openJobQueue } from '#integrations/pg-boss/job-queue.ts';
import type { Database } from '#integrations/postgres/database.ts';
import { createStorage } from '#integrations/postgres/storage.ts';
import { DATABASES, openTestDatabase } from '../../support/database.ts';
import { eventually } from '../../support/eventually.ts';

const NEWS: News = { kind: 'schedule-late', automation: 'birthday', at: '2026-11-26T00:00:00Z' };
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

describe.each(DATABASES)('the job queue, %s', (kind) => {
  let database: Database;
  let queue: BossQueue;
  let storage: Storage;
  let dead: Taken[];
  const open = () =>
    openJobQueue(database, {
      surfaces: ['workspace', 'slack'],
      log: SILENT,
      onDead: async (job) => {
        dead.push(job);
      },
    });
  beforeEach(async () => {
    dead = [];
    database = await openTestDatabase(kind);
    queue = await open();
    const newId = createIdSource(randomBytes);
    storage = createStorage(database, { newId, tombstoneKey: randomBytes(32), queue });
  });
  afterEach(async () => {
    await queue.stop();
    await database.close();
  });

  const project = (id: string): Taken & { name: 'project' } => ({
    name: 'project',
    eventId: asId('event', id),
  });
  const enqueue = (...ids: readonly string[]) =>
    storage.enqueue(ids.map((id) => ({ job: project(id) })));
  async function drain(options?: { readonly early: boolean }): Promise<readonly Taken[]> {
    const done: Taken[] = [];
    await queue.drain(async (job) => {
      done.push(job);
    }, options);
    return done;
  }

  it('keeps no job of a transaction that failed', async () => {
    const failed = storage.transaction(async (records) => {
      await records.enqueue([{ job: project('evt_1') }]);
      throw new Error('no');
    });

    await expect(failed).rejects.toThrow('no');
    expect(await drain()).toEqual([]);
  });

  it('gives every job that is due once, and delayed ones only when told', async () => {
    const notBefore = new Date('2100-01-01T00:00:00Z');
    await storage.enqueue([{ job: project('evt_9'), notBefore }]);
    await enqueue('evt_1', 'evt_2');

    const done = await drain();

    expect(new Set(done)).toEqual(new Set([project('evt_1'), project('evt_2')]));
    expect(done.length).toBe(2);
    expect(await drain({ early: true })).toEqual([project('evt_9')]);
  });

  it('runs jobs of one transaction in the order they were asked for', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `evt_${index}`);
    await enqueue(...ids);

    expect(await drain()).toEqual(ids.map(project));
  });

  it('tries a job that fails again, and tells when it has failed for the last time', async () => {
    await enqueue('evt_1');
    let attempts = 0;
    const fail = async () => {
      attempts += 1;
      throw new Error('no');
    };

    await queue.drain(fail, { early: true });
    await queue.start(async () => {});

    await eventually(() => expect(dead).toEqual([project('evt_1')]));
    expect(attempts).toBe(6);
  });

  it('puts back what somebody asked to wait for, as often as they ask, in its place and with all of its attempts', async () => {
    await enqueue('evt_1', 'evt_2');
    const done: Taken[] = [];
    const refused = new Map<string, number>();
    const handle = async (job: Taken) => {
      const key = JSON.stringify(job);
      const times = (refused.get(key) ?? 0) + 1;
      refused.set(key, times);
      if (times < 9)
        throw new VendorError('wait', { vendor: 'x', retryable: true, retryAfterMs: 60_000 });
      if (times < 14) throw new Error('no');
      done.push(job);
    };

    for (let round = 0; round < 8; round += 1) await queue.drain(handle, { early: true });
    await enqueue('evt_3');
    await queue.drain(handle, { early: true });
    for (let round = 0; round < 8; round += 1) await queue.drain(handle, { early: true });

    expect(done).toEqual([project('evt_1'), project('evt_2'), project('evt_3')]);
  });

  it('tries at once what waits for a surface that is there again, and nothing else', async () => {
    const told = (key: string) => ({ name: 'tell', channel: 'reports', key, news: NEWS }) as const;
    const notBefore = new Date('2100-01-01T00:00:00Z');
    await storage.enqueue([{ job: told('1') }, { job: told('2') }, { job: told('3'), notBefore }]);
    await queue.drain(async () => {
      throw new VendorError('wait', { vendor: 'x', retryable: true, retryAfterMs: 60_000 });
    });

    await queue.hurry('slack');
    const tried = await drain();

    expect(tried).toEqual([
      { ...told('1'), surface: 'slack' },
      { ...told('2'), surface: 'slack' },
    ]);
  });

  it('wakes its workers for a job that comes while they wait', async () => {
    const done: Taken[] = [];
    await queue.start(async (job) => {
      done.push(job);
    });

    for (const id of ['evt_1', 'evt_2', 'evt_3']) {
      await enqueue(id);
      await eventually(() => expect(done.at(-1)).toEqual(project(id)));
    }
  });

  it('runs events side by side on a server, and one after another on one connection', async () => {
    let active = 0;
    let most = 0;
    let done = 0;
    await enqueue('evt_1', 'evt_2', 'evt_3', 'evt_4');

    await queue.start(async () => {
      active += 1;
      most = Math.max(most, active);
      await turn();
      active -= 1;
      done += 1;
    });

    await eventually(() => expect(done).toBe(4));
    expect(most).toBe(kind === 'server' ? 4 : 1);
  });

  it('has every surface show its own posts, in order, while another one does not answer', async () => {
    const told = (key: string) => ({ name: 'tell', channel: 'reports', key, news: NEWS }) as const;
    const stuck = Promise.withResolvers<void>();
    const done: Taken[] = [];
    await storage.enqueue([{ job: told('1') }, { job: told('2') }, { job: told('3') }]);

    await queue.start(async (job) => {
      if ('surface' in job && job.surface === 'slack') await stuck.promise;
      done.push(job);
    });

    const shownOn = (surface: string) => ['1', '2', '3'].map((key) => ({ ...told(key), surface }));
    await eventually(() => expect(done).toEqual(shownOn('workspace')));
    stuck.resolve();
    await eventually(() => expect(done.slice(3)).toEqual(shownOn('slack')));
  });

  it.runIf(kind === 'embedded')('takes up again what a process that died was holding', async () => {
    await enqueue('evt_1');
    const held = Promise.withResolvers<void>();
    const stuck = Promise.withResolvers<void>();
    await queue.start(async () => {
      held.resolve();
      await stuck.promise;
    });
    await held.promise;

    const next = await open();
    const done: Taken[] = [];
    await next.drain(async (job) => {
      done.push(job);
    });

    expect(done).toEqual([project('evt_1')]);
    stuck.resolve();
    await next.stop();
  });
});
