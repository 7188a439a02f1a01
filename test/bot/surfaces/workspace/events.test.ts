// Open pages hear of every change, each in the words its channel needs.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { cardToJson } from '#bot/surfaces/workspace/card-json.ts';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import { createWorkspaceSurface } from '#bot/surfaces/workspace/surface.ts';
import {
  aRequest,
  call,
  memoryMails,
  memoryMessages,
  NOW,
  workspaceOptions,
} from '../../../support/workspace.ts';
import { refundCard } from './samples.ts';

describe('GET /workspace/events', () => {
  it('sends a new card of the open channel whole, and announces it', async () => {
    const { surface, listen } = start();
    const next = await listen('refunds');

    await surface.post({
      channel: 'refunds',
      card: refundCard('open', 'Evil\r\ndata: <b>'),
      key: 'a',
    });

    const event = await next();
    expect(event).toContain('<hx-partial hx-target="#messages" hx-swap="message"><article');
    expect(event).toContain('New in #refunds: Refund request');
    expect(
      event
        .trimEnd()
        .split('\n')
        .every((line) => line.startsWith('data: ')),
    ).toBe(true);
  });

  it('only announces a card of another channel', async () => {
    const { surface, listen } = start();
    const next = await listen('vips');

    await surface.post({ channel: 'refunds', card: refundCard(), key: 'a' });

    const event = await next();
    expect(event).toContain('New in #refunds');
    expect(event).not.toContain('#messages');
  });

  it('sends a reply to its thread and the card with its new count', async () => {
    const { surface, listen } = start();
    const messageId = await surface.post({ channel: 'refunds', card: refundCard(), key: 'a' });
    const next = await listen('refunds');

    await surface.reply({ channel: 'refunds', messageId, card: refundCard(), key: 'b' });

    const event = await next();
    expect(event).toContain(`hx-target="#thread-${messageId}"`);
    expect(event).toContain('1 reply');
  });

  it('first sends what changed since the page was drawn', async () => {
    const { surface, listen } = start();
    await surface.post({ channel: 'refunds', card: refundCard(), key: 'a' });

    const next = await listen('refunds', NOW.toISOString());

    expect(await next()).toContain('Maria Almeida');
  });

  it('notices in a quiet moment what another replica has changed, once', async () => {
    vi.useFakeTimers();
    const { surface, messages, listen } = start();
    const id = await surface.post({ channel: 'refunds', card: refundCard(), key: 'a' });
    const next = await listen('refunds');

    const quiet = await waiting(5000, next());
    await messages.replace(id, cardToJson(refundCard('taken')), new Date(NOW.getTime() + 60_000));
    const changed = await waiting(5000, next());
    const again = await waiting(5000, next());

    expect(quiet).toBe(': still here\n\n');
    expect(changed).toContain('You');
    expect(again).toBe(': still here\n\n');
  });

  it('ends when the page goes away', async () => {
    const { listen, leave } = start();
    const next = await listen('refunds');

    leave();

    expect(await next()).toBe('(end)');
  });
});

afterEach(() => {
  vi.useRealTimers();
});

/** What comes when this much time has passed. */
async function waiting(milliseconds: number, promise: Promise<string>): Promise<string> {
  await vi.advanceTimersByTimeAsync(milliseconds);
  return promise;
}

function start() {
  const messages = memoryMessages();
  const surface = createWorkspaceSurface({ messages, now: () => NOW });
  const storage = { messages, mails: memoryMails() };
  const routes = createWorkspaceRoutes(workspaceOptions({ surface, storage }));
  const page = new AbortController();
  /** Opens the stream and gives what fetches one event after another. */
  async function listen(channel: string, since = '') {
    const query = { channel, since };
    const request = aRequest({ path: '/workspace/events', query, signal: page.signal });
    const { body } = await call(routes, request);
    if (typeof body === 'string' || body instanceof Uint8Array) throw new Error('not a stream');
    const iterator = body[Symbol.asyncIterator]();
    await iterator.next();
    return async () => {
      const { done, value } = await iterator.next();
      return done === true ? '(end)' : value;
    };
  }
  return { surface, messages, listen, leave: () => page.abort() };
}
