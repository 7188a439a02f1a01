// A connection that comes back by itself, without hurrying a service that is down.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepConnected } from '#bot/surfaces/kept-connection.ts';
import { createRecordingLog } from '../../support/serving.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function keep(outcomes: readonly ('up' | 'down')[]) {
  let attempts = 0;
  let goodbyes = 0;
  const connection = keepConnected({
    surface: 'slack',
    codeOf: () => null,
    connect: async () => {
      attempts += 1;
      if (outcomes[attempts - 1] === 'down') throw new Error('no network');
    },
    disconnect: async () => {
      goodbyes += 1;
    },
    log: createRecordingLog(),
  });
  return { connection, attempts: () => attempts, goodbyes: () => goodbyes };
}

describe('keepConnected', () => {
  it('waits a second after a failure, then twice as long each time', async () => {
    const { connection, attempts } = keep(['down', 'down', 'up']);
    await connection.start();

    await vi.advanceTimersByTimeAsync(999);
    expect(attempts()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(attempts()).toBe(2);
    await vi.advanceTimersByTimeAsync(2000);

    expect(attempts()).toBe(3);
    expect(connection.isReady()).toBe(true);
  });

  it('connects again at once when it is lost', async () => {
    const { connection, attempts } = keep(['up', 'up']);
    await connection.start();
    await vi.advanceTimersByTimeAsync(0);

    connection.lost();
    expect(connection.isReady()).toBe(false);
    await vi.advanceTimersByTimeAsync(0);

    expect(attempts()).toBe(2);
    expect(connection.isReady()).toBe(true);
  });

  it('tries no more once it is stopped', async () => {
    const { connection, attempts, goodbyes } = keep(['down']);
    await connection.start();
    await vi.advanceTimersByTimeAsync(0);

    await connection.stop();
    await vi.advanceTimersByTimeAsync(600_000);

    expect(attempts()).toBe(1);
    expect(goodbyes()).toBe(1);
    expect(connection.isReady()).toBe(false);
  });
});
