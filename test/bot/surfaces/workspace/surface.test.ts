// The workspace as a surface: a message told twice is one message, and open pages hear of it once.
import { describe, expect, it } from 'vitest';
import { type Change, createWorkspaceSurface } from '#bot/surfaces/workspace/surface.ts';
import { memoryMessages, NOW } from '../../../support/workspace.ts';
import { refundCard } from './samples.ts';

describe('createWorkspaceSurface', () => {
  it('posts once for one key, whatever comes between', async () => {
    const { surface, messages } = start();

    const first = await surface.post({ channel: 'refunds', card: refundCard(), key: 'k' });
    const second = await surface.post({ channel: 'refunds', card: refundCard('taken'), key: 'k' });

    expect(second).toBe(first);
    expect(await messages.list('refunds', { limit: 9 })).toHaveLength(1);
  });

  it('is one message for two attempts at the same time', async () => {
    const { surface, messages } = start();
    const message = { channel: 'refunds', card: refundCard(), key: 'k' };

    const ids = await Promise.all([surface.post(message), surface.post(message)]);

    expect(new Set(ids).size).toBe(1);
    expect(await messages.list('refunds', { limit: 9 })).toHaveLength(1);
  });

  it('tells every change from the moment of asking until the signal aborts', async () => {
    const { surface } = start();
    await surface.post({ channel: 'refunds', card: refundCard(), key: 'before' });
    const page = new AbortController();
    const changes = surface.changes(page.signal);

    const id = await surface.post({ channel: 'refunds', card: refundCard(), key: 'a' });
    await surface.post({ channel: 'refunds', card: refundCard(), key: 'a' });
    await surface.update({ channel: 'refunds', messageId: id, card: refundCard('taken') });
    await surface.reply({ channel: 'refunds', messageId: id, card: refundCard(), key: 'b' });

    const heard: Change[] = [];
    for await (const change of changes) {
      heard.push(change);
      if (heard.length === 3) page.abort();
    }
    expect(heard.map(({ messageId, threadOf }) => [messageId === id, threadOf])).toEqual([
      [true, null],
      [true, null],
      [false, id],
    ]);
  });
});

function start() {
  const messages = memoryMessages();
  return { messages, surface: createWorkspaceSurface({ messages, now: () => NOW }) };
}
