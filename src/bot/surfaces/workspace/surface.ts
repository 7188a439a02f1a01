// The workspace as a surface: cards are kept in the database, and every change is told to the pages that are open.
import { createHash } from 'node:crypto';
import { CHANNELS, type Channel } from '#engine/playbook/team.ts';
import type { MessageRecords } from '#engine/ports/post-records.ts';
import type { Surface } from '../../surface.ts';
import { cardToJson } from './card-json.ts';

/** A message that is new or shows another state; `threadOf` is the card it stands under. */
export type Change = {
  readonly channel: string;
  readonly messageId: string;
  readonly threadOf: string | null;
};

export interface WorkspaceSurface extends Surface {
  /** The changes from this call on, until the signal aborts; what is not yet fetched waits in memory. */
  changes(signal: AbortSignal): AsyncIterable<Change>;
}

/** A channel here has the name of its purpose; a message's id is made from its key, so that a second attempt is the same message. */
export function createWorkspaceSurface(options: {
  readonly messages: MessageRecords;
  readonly now: () => Date;
  /** The purposes that have a channel here; all unless said. */
  readonly channels?: readonly Channel[];
}): WorkspaceSurface {
  const { messages, now } = options;
  const listeners = new Set<(change: Change) => void>();
  const channels = options.channels ?? CHANNELS;
  let isStarted = false;

  function tell(change: Change): void {
    for (const listener of listeners) listener(change);
  }

  async function add(message: Change, card: unknown): Promise<void> {
    const { messageId: id, channel, threadOf } = message;
    if ((await messages.get(id)) !== null) return;
    try {
      await messages.add({ id, channel, threadOf, card, at: now() });
    } catch (error) {
      // Another attempt with the same key may have been a moment earlier: then this one has nothing left to do.
      if ((await messages.get(id)) === null) throw error;
      return;
    }
    tell(message);
  }

  return {
    name: 'workspace',
    channelOf: (channel) => (channels.includes(channel) ? channel : null),
    async post({ channel, card, key }) {
      const messageId = messageIdOf(key);
      await add({ channel, messageId, threadOf: null }, cardToJson(card));
      return messageId;
    },
    async update({ channel, messageId, card }) {
      const message = await messages.get(messageId);
      if (message === null) return false;
      await messages.replace(messageId, cardToJson(card), now());
      tell({ channel, messageId, threadOf: message.threadOf });
      return true;
    },
    async reply({ channel, messageId, card, key }) {
      const id = messageIdOf(key);
      await add({ channel, messageId: id, threadOf: messageId }, cardToJson(card));
      return id;
    },
    isReady: () => isStarted,
    async start() {
      isStarted = true;
    },
    async stop() {
      isStarted = false;
    },
    changes: (signal) => listen(listeners, signal),
  };
}

/** Queues what is told from this very moment on, so that nothing falls between a page's state and its changes. */
function listen(
  listeners: Set<(change: Change) => void>,
  signal: AbortSignal,
): AsyncIterable<Change> {
  const queue: Change[] = [];
  let wake: () => void = () => undefined;
  const listener = (change: Change) => {
    queue.push(change);
    wake();
  };
  const stop = () => {
    listeners.delete(listener);
    wake();
  };
  if (!signal.aborted) listeners.add(listener);
  signal.addEventListener('abort', stop, { once: true });
  return drain(queue, signal, () => new Promise<void>((resolve) => (wake = resolve)));
}

async function* drain(
  queue: Change[],
  signal: AbortSignal,
  nextTold: () => Promise<void>,
): AsyncGenerator<Change> {
  while (!signal.aborted) {
    const next = queue.shift();
    if (next === undefined) await nextTold();
    else yield next;
  }
}

function messageIdOf(key: string): string {
  return `msg_${createHash('sha256').update(key).digest('base64url').slice(0, 22)}`;
}
