// The workspace keeps the contract of a surface; a message told twice is one message, and open pages hear of it once.
import { describe, expect, it } from 'vitest';
import { createMessageView } from '#bot/surfaces/workspace/message-html.ts';
import { type Change, createWorkspaceSurface } from '#bot/surfaces/workspace/surface.ts';
import { en } from '#bot/words/en.ts';
import type { WorkspaceMessage } from '#engine/ports/post-records.ts';
import { describeSurface, type ShownMessage } from '../../../contracts/surface.ts';
import { codec, memoryMessages, NOW } from '../../../support/workspace.ts';
import { readMarkup } from './read-markup.ts';
import { refundCard } from './samples.ts';

const view = createMessageView(codec, 'http://127.0.0.1:3000', en.workspace);

describeSurface('the workspace', async () => {
  const messages = memoryMessages();
  const surface = createWorkspaceSurface({ messages, now: () => NOW, channels: ['refunds'] });
  return {
    surface,
    channel: 'refunds',
    async shown() {
      const cards = (await messages.list('refunds', { limit: 100 })).toReversed();
      const threads = await Promise.all(cards.map((card) => messages.thread(card.id)));
      return [...cards, ...threads.flat()].map(asShown);
    },
    remove: async (id) => messages.remove(id),
    stop: async () => undefined,
  };
});

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

function asShown(message: WorkspaceMessage): ShownMessage {
  const { text, buttons, active } = readMarkup(view.message(message, 0).markup);
  const shown = buttons.map(({ label, value }) => ({ label, action: codec.decode(value) }));
  return {
    id: message.id,
    channel: message.channel,
    threadOf: message.threadOf,
    text,
    buttons: shown,
    active,
  };
}
