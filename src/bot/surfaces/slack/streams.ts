// Slack's streams: a message that grows by words and by what is looked up for them.
import type { types as slack } from '@slack/bolt';
import { z } from 'zod';
import { VendorError } from '#engine/errors.ts';
import type { ActionCodec } from '../../action-id.ts';
import type { LiveTask, Progress } from '../../live.ts';
import { visibleText } from '../../visible-text.ts';
import { cardToBlocks } from './blocks.ts';
import type { SlackClient } from './client.ts';
import type { SlackWords } from './mentions.ts';
import { toStreamMarkdown } from './stream-markdown.ts';

/** A stream that stands, and what has been put into it. */
export type Stream = {
  readonly kind: 'stream';
  readonly ts: string;
  readonly said: string;
  readonly tasks: readonly LiveTask[];
  /** Slack takes no more of it. */
  readonly isOver: boolean;
};

/** Begins one; the button stands first, and what is said comes below it. Throws what the call throws. */
export async function startStream(
  { client, codec }: { readonly client: SlackClient; readonly codec: ActionCodec },
  { actor, channel, thread }: Pick<SlackWords, 'actor' | 'channel' | 'thread'>,
  progress: Progress,
): Promise<Stream> {
  const { userId, teamId } = actor;
  const stop = cardToBlocks(progress.card, codec).blocks.filter(({ type }) => type === 'actions');
  const started = await client.chat.startStream({
    channel,
    thread_ts: thread,
    ...(teamId === null ? {} : { recipient_user_id: userId, recipient_team_id: teamId }),
    task_display_mode: 'timeline',
    chunks: [{ type: 'blocks', blocks: stop }, ...chunksOf(progress, NOTHING_SAID)],
  });
  return { kind: 'stream', ts: tsOf(started), isOver: false, ...saidIn(progress) };
}

/** Adds what has come since. Throws what the call throws. */
export async function continueStream(
  client: SlackClient,
  channel: string,
  stream: Stream,
  progress: Progress,
): Promise<Stream> {
  const chunks = stream.isOver ? [] : chunksOf(progress, stream);
  if (chunks.length === 0) return stream;
  await client.chat.appendStream({ channel, ts: stream.ts, chunks });
  return { ...stream, ...saidIn(progress) };
}

/** What a message that was made is known by. */
export function tsOf(answer: { readonly ts?: string }): string {
  const ts = z.string().safeParse(answer.ts);
  if (ts.success) return ts.data;
  throw new VendorError('slack gave no ts', { vendor: 'slack', retryable: false });
}

type Said = Pick<Stream, 'said' | 'tasks'>;

const NOTHING_SAID: Said = { said: '', tasks: [] };

function saidIn({ text, tasks }: Progress): Said {
  return { said: toStreamMarkdown(visibleText(text)), tasks };
}

const STATUS = { running: 'in_progress', done: 'complete', failed: 'error' } as const;

/** What has come since. */
function chunksOf(progress: Progress, before: Said): slack.AnyChunk[] {
  const { said, tasks } = saidIn(progress);
  const more = said.startsWith(before.said) ? said.slice(before.said.length) : '';
  const changed = tasks.filter(
    ({ id, state }) => before.tasks.find((task) => task.id === id)?.state !== state,
  );
  return [
    ...changed.map(({ id, name, state }) => {
      const task = { type: 'task_update', id, title: name, status: STATUS[state] } as const;
      return task;
    }),
    ...(more === '' ? [] : [{ type: 'markdown_text' as const, text: more }]),
  ];
}
