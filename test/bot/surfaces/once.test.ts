// A delivery acts once, in this process and among several.
import { describe, expect, it } from 'vitest';
import { createOnce } from '#bot/surfaces/once.ts';
import { NOW } from '../../support/subjects.ts';

describe('createOnce', () => {
  it('is true for the first of many at the same time', async () => {
    const once = createOnce({ surface: 'slack', now: () => NOW });

    const answers = await Promise.all([once('a'), once('a'), once('b'), once('a')]);

    expect(answers).toEqual([true, false, true, false]);
  });

  it('remembers for as long as it could be repeated', async () => {
    let now = NOW;
    const once = createOnce({ surface: 'slack', now: () => now });
    await once('a');

    now = new Date(NOW.getTime() + 10 * 60_000);
    const soon = await once('a');
    now = new Date(NOW.getTime() + 20 * 60_000);

    expect([soon, await once('a')]).toEqual([false, true]);
  });

  it('asks what several processes share, without telling it the secret', async () => {
    const asked: string[] = [];
    const shared = async (key: string) => asked.push(key) === 1;
    const first = createOnce({ surface: 'slack', now: () => NOW, shared });
    const second = createOnce({ surface: 'slack', now: () => NOW, shared });

    expect([await first('trigger-1'), await second('trigger-1')]).toEqual([true, false]);
    expect(asked[0]).toBe(asked[1]);
    expect(asked.join()).not.toContain('trigger-1');
  });

  it('takes a delivery when what is shared does not answer', async () => {
    const shared = async () => Promise.reject(new Error('database down'));

    expect(await createOnce({ surface: 'slack', now: () => NOW, shared })('a')).toBe(true);
  });
});
