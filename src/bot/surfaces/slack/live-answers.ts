// An answer in Slack while it is made: as a stream with its tasks, else as a message that is changed; at the end, its card.
import type { TurnId } from '#engine/ids.ts';
import type { Log } from '#engine/ports/log.ts';
import type { Card } from '../../card.ts';
import type { Live, Progress } from '../../live.ts';
import { createKeptPlace, type KeepPlace } from '../kept-place.ts';
import { createNewestState, type Shown } from '../newest-state.ts';
import { patiently } from '../patiently.ts';
import { refusalOf, type SlackClient, toVendorError } from './client.ts';
import type { Looks } from './forms.ts';
import { inFullOrPlain } from './in-full-or-plain.ts';
import { findMarked } from './marked-message.ts';
import type { SlackWords } from './mentions.ts';
import { continueStream, type Stream, startStream, tsOf } from './streams.ts';

/** Streams take about a hundred additions a minute in a workspace, changes of messages about fifty (docs.slack.dev, "Rate limits"). */
const STREAM_MS = 1000;
const CHANGE_MS = 3000;

/** One answer: what looks on while it is made, and its end. */
export type LiveAnswer = {
  readonly live: Live;
  /** Puts the card in the place of what stands, and gives what that is called by; null where nothing does. */
  readonly finish: (card: Card) => Promise<string | null>;
};

export type LiveAnswerOptions = Looks & {
  readonly client: SlackClient;
  readonly log: Log;
  readonly keepPlace: KeepPlace;
};

/** What stands of the answer. `off`: nothing that could be changed; `lost`: it may stand there, and nobody heard where. */
type Standing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'off' }
  | { readonly kind: 'lost'; readonly turn: TurnId }
  | { readonly kind: 'message'; readonly ts: string }
  | Stream;

/** Where it is written, and for whom. */
type AnswerPlace = Pick<SlackWords, 'actor' | 'channel' | 'thread' | 'isDirect'>;

/** An answer to words in a thread. */
export function createLiveAnswer(options: LiveAnswerOptions, to: AnswerPlace): LiveAnswer {
  const { client, log } = options;
  const { channel, thread } = to;
  const kept = createKeptPlace(options, { surface: 'slack', channel, thread });
  let standing: Standing = { kind: 'nothing' };

  const change = (ts: string, card: Card) =>
    inFullOrPlain(options, card, (message) =>
      client.chat.update({ channel, ts, parse: 'none', link_names: false, ...message }),
    );

  async function begin(progress: Progress): Promise<Standing> {
    await kept.stands(progress.turn, null);
    const begun = await streamOrPost(options, to, progress);
    await kept.stands(progress.turn, begun.ts);
    return begun;
  }

  async function goOn(progress: Progress): Promise<Standing> {
    switch (standing.kind) {
      case 'off':
      case 'lost':
        return standing;
      case 'nothing':
        return begin(progress);
      case 'message':
        await change(standing.ts, progress.card);
        return standing;
      case 'stream':
        return continueStream(client, channel, standing, progress);
    }
  }

  async function show(progress: Progress): Promise<Shown> {
    try {
      standing = await goOn(progress);
    } catch (error) {
      const { status, retryAfterMs, ambiguous } = toVendorError(error, 'an answer in the making');
      if (retryAfterMs !== null) return { pauseMs: retryAfterMs, again: true };
      log.warn({ code: refusalOf(error), status }, 'slack did not show an answer in the making');
      if (standing.kind === 'stream') standing = { ...standing, isOver: true };
      if (standing.kind === 'nothing')
        standing = ambiguous ? { kind: 'lost', turn: progress.turn } : { kind: 'off' };
    }
    return { pauseMs: standing.kind === 'stream' ? STREAM_MS : CHANGE_MS };
  }

  const newest = createNewestState(show);
  return {
    live: { isShared: !to.isDirect, show: newest.push },
    async finish(card) {
      await newest.stop();
      const found = standing.kind === 'lost' ? await lookFor(options, to, standing.turn) : standing;
      const inPlace = await putInPlace(options, channel, found, (ts) => change(ts, card));
      if (inPlace !== null || found.kind === 'off') await kept.ended();
      return inPlace;
    },
  };
}

/** Where Slack does not stream, in this channel or at all, it may still take a message. */
async function streamOrPost(
  options: LiveAnswerOptions,
  to: AnswerPlace,
  progress: Progress,
): Promise<Standing & { readonly ts: string }> {
  const { client, log } = options;
  const { channel, thread } = to;
  try {
    return await startStream(options, to, progress);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === null || toVendorError(error, 'chat.startStream').retryable) throw error;
    log.info({ code: refusal }, 'slack does not stream here');
    const quiet = { unfurl_links: false, unfurl_media: false, mrkdwn: false };
    const posted = await inFullOrPlain(options, progress.card, (message) =>
      client.chat.postMessage({ channel, thread_ts: thread, ...quiet, ...message }),
    );
    return { kind: 'message', ts: tsOf(posted) };
  }
}

/** What Slack made of an attempt whose answer was lost. */
async function lookFor(
  { client, log }: LiveAnswerOptions,
  { channel, thread }: AnswerPlace,
  turn: TurnId,
): Promise<Standing> {
  try {
    const ts = await findMarked(client, { channel, thread, mark: turn });
    if (ts === null) return { kind: 'off' };
    return { kind: 'stream', ts, said: '', tasks: [], isOver: true };
  } catch (error) {
    log.warn({ code: refusalOf(error) }, 'an answer in the making could not be found again');
    return { kind: 'nothing' };
  }
}

/** Null where nothing stands whose place could be taken. */
async function putInPlace(
  { client, log }: Pick<LiveAnswerOptions, 'client' | 'log'>,
  channel: string,
  standing: Standing,
  change: (ts: string) => Promise<unknown>,
): Promise<string | null> {
  if (standing.kind !== 'message' && standing.kind !== 'stream') return null;
  const { kind, ts } = standing;
  try {
    // A stream cannot be changed before it has ended; one that has ended by itself is as good.
    if (kind === 'stream')
      await patiently(toVendorError, () => client.chat.stopStream({ channel, ts })).catch(
        (error: unknown) =>
          log.warn({ code: refusalOf(error) }, 'a slack stream could not be ended'),
      );
    await patiently(toVendorError, () => change(ts));
    return ts;
  } catch (error) {
    log.warn({ code: refusalOf(error) }, 'an answer could not be put in its place');
    return null;
  }
}
