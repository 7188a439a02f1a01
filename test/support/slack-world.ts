// The workspace behind the fake Slack: what each Web API method does to its channels, modals and people.
import { z } from 'zod';
import { faultsOfHome, faultsOfMessage, faultsOfView, filesIn } from './block-kit.ts';

/** A message as it stands in a channel. */
export type SlackPosted = {
  readonly ts: string;
  readonly channel: string;
  readonly threadTs: string | null;
  readonly text: string;
  readonly blocks: unknown;
  readonly metadata: unknown;
  /** What was streamed into it; `isOpen` as long as it may grow. */
  readonly stream?: { readonly isOpen: boolean; readonly text: string; readonly tasks: unknown[] };
};

/** Who there is, beside the defaults: `U1` is a plain member. */
export type FakeUser = {
  readonly team_id?: string;
  readonly name?: string;
  readonly deleted?: boolean;
  readonly is_bot?: boolean;
  readonly is_restricted?: boolean;
  readonly is_ultra_restricted?: boolean;
  readonly is_stranger?: boolean;
};

/** A file as it was uploaded; Slack has looked through it once it `isReady`. */
export type FakeFile = {
  readonly name: string;
  readonly bytes: Buffer;
  /** The conversation it was given to; null for one of the bot's own. */
  readonly channel: string | null;
  readonly isComplete: boolean;
  /** How often it is still said to be looked through. */
  readonly looksLeft: number;
};

/** The workspace of the fake. */
export const TEAM_ID = 'T1';

/** What a stream grows by (`AnyChunk` of @slack/types). */
function Chunk() {
  return z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('markdown_text'), text: z.string().min(1).max(12_000) }),
    z.strictObject({
      type: z.literal('task_update'),
      id: z.string().min(1),
      title: z.string().min(1).max(256),
      status: z.enum(['pending', 'in_progress', 'complete', 'error']),
    }),
    z.strictObject({
      type: z.literal('blocks'),
      blocks: z.array(z.unknown()).refine((blocks) => faultsOfMessage(blocks).length === 0),
    }),
  ]);
}

/** The arguments that some method looks at. */
export const Args = z.looseObject({
  channel: z.string().default(''),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  metadata: z.unknown().optional(),
  view: z.unknown().optional(),
  view_id: z.string().default(''),
  hash: z.string().optional(),
  user: z.string().default(''),
  usergroup: z.string().default(''),
  chunks: z.array(Chunk()).default([]),
  recipient_user_id: z.string().optional(),
  recipient_team_id: z.string().optional(),
  file: z.string().default(''),
  filename: z.string().default(''),
  files: z.array(z.object({ id: z.string() })).default([]),
  channel_id: z.string().optional(),
});
type Args = z.infer<typeof Args>;
type Result = Readonly<Record<string, unknown>> & { readonly ok: boolean };

/** What the Web API does to the workspace, method by method. */
export function createSlackWorld() {
  const unknownBlocks = new Set<string>();
  const messages = new Map<string, SlackPosted>();
  const views = new Map<string, unknown>();
  const hashes = new Map<string, string>();
  /** How many modals are laid on each other; as in Slack at most three. */
  let stacked = 1;
  const users = new Map<string, FakeUser>([['U1', {}]]);
  const groups = new Map<string, readonly string[]>();
  const files = new Map<string, FakeFile>();
  /** Channels that another company reads along in. */
  const sharedChannels = new Set<string>();
  let clock = 0;

  /** A file may be shown once it was looked through. */
  function isShown(id: string): boolean {
    const file = files.get(id);
    return file?.isComplete === true && file.looksLeft === 0;
  }

  function refusalOf(args: Args): string | null {
    const areShown = filesIn(args.blocks ?? []).every(isShown);
    const isTaken = areShown && areKnown(args.blocks);
    return refusalOfMessage(args) ?? (isTaken ? null : 'invalid_blocks');
  }

  function areKnown(blocks: unknown): boolean {
    return ![...unknownBlocks].some((type) => holds(blocks, type));
  }

  function openUpload(args: Args, origin: string): Result {
    clock += 1;
    const id = `F${clock}`;
    const [bytes, isComplete] = [Buffer.alloc(0), false];
    files.set(id, { name: args.filename, bytes, channel: null, isComplete, looksLeft: 1 });
    return { ok: true, upload_url: `${origin}/upload/${id}`, file_id: id };
  }

  /** False for bytes that nobody has announced. */
  function upload(id: string, bytes: Buffer): boolean {
    const file = files.get(id);
    if (file !== undefined) files.set(id, { ...file, bytes });
    return file !== undefined;
  }

  function completeUpload(args: Args): Result {
    const { channel_id: channel = null } = args;
    // A person is no conversation.
    if (channel !== null && !/^[CDG]/.test(channel)) return { ok: false, error: 'invalid_channel' };
    for (const { id } of args.files) {
      const file = files.get(id);
      if (file === undefined || file.bytes.length === 0)
        return { ok: false, error: 'file_not_found' };
      files.set(id, { ...file, channel, isComplete: true });
    }
    return { ok: true, files: args.files };
  }

  function fileInfo({ file: id }: Args): Result {
    const file = files.get(id);
    if (file === undefined) return { ok: false, error: 'file_not_found' };
    files.set(id, { ...file, looksLeft: Math.max(0, file.looksLeft - 1) });
    return { ok: true, file: { id, mimetype: file.looksLeft > 0 ? '' : 'image/png' } };
  }

  function post(args: Args): Result {
    const refused = refusalOf(args);
    if (refused !== null) return { ok: false, error: refused };
    clock += 1;
    const ts = `1795600800.${String(clock).padStart(6, '0')}`;
    // What is said to a person stands in the conversation with them.
    const channel = args.channel.replace(/^U/, 'D_U');
    messages.set(ts, {
      ts,
      channel,
      threadTs: args.thread_ts ?? null,
      text: args.text ?? '',
      blocks: args.blocks,
      metadata: args.metadata,
    });
    return { ok: true, ts, channel };
  }

  function update(args: Args): Result {
    const standing = messages.get(args.ts ?? '');
    const refused = refusalOf(args);
    if (refused !== null) return { ok: false, error: refused };
    if (standing?.stream?.isOpen === true) return { ok: false, error: 'streaming_state_conflict' };
    // As in Slack, a message is known by its channel and its ts together.
    if (standing === undefined || standing.channel !== args.channel)
      return { ok: false, error: 'message_not_found' };
    const changed = { text: args.text ?? '', blocks: args.blocks };
    messages.set(standing.ts, { ...standing, ...changed });
    return { ok: true, ts: standing.ts };
  }

  /** Outside a direct message a stream names whom it is for. */
  function startStream(args: Args): Result {
    if (args.thread_ts === undefined) return { ok: false, error: 'invalid_thread_ts' };
    const isDirect = args.channel.startsWith('D');
    if (!isDirect && (args.recipient_team_id ?? args.recipient_user_id) === undefined)
      return { ok: false, error: 'missing_recipient_team_id' };
    const posted = post({ ...args, text: '', blocks: [] });
    const stream = { isOpen: true, text: '', tasks: [] };
    const ts = String(posted['ts']);
    const message = messages.get(ts);
    if (message !== undefined) messages.set(ts, { ...message, stream });
    grow({ ...args, ts });
    return posted;
  }

  function grow({ ts = '', chunks }: Args): Result {
    const message = messages.get(ts);
    if (message?.stream?.isOpen !== true)
      return { ok: false, error: 'message_not_in_streaming_state' };
    const { text, tasks } = message.stream;
    const said = chunks.map((chunk) => (chunk.type === 'markdown_text' ? chunk.text : '')).join('');
    const done = chunks.filter(({ type }) => type === 'task_update');
    const blocks = chunks.flatMap((chunk) => (chunk.type === 'blocks' ? chunk.blocks : []));
    messages.set(ts, {
      ...message,
      blocks: [...(Array.isArray(message.blocks) ? message.blocks : []), ...blocks],
      stream: { isOpen: true, text: text + said, tasks: [...tasks, ...done] },
    });
    return { ok: true, ts };
  }

  function stopStream(args: Args): Result {
    const grown = grow(args);
    const message = messages.get(args.ts ?? '');
    if (!grown.ok || message?.stream === undefined) return grown;
    messages.set(message.ts, { ...message, stream: { ...message.stream, isOpen: false } });
    return grown;
  }

  function show(args: Args, viewId: string): Result {
    if (faultsOfView(args.view).length > 0 || !areKnown(args.view))
      return { ok: false, error: 'invalid_arguments' };
    const standing = hashes.get(viewId) ?? args.hash;
    if (args.hash !== undefined && args.hash !== standing)
      return { ok: false, error: 'hash_conflict' };
    clock += 1;
    const hash = `h${clock}`;
    hashes.set(viewId, hash);
    views.set(viewId, args.view);
    return { ok: true, view: { id: viewId, hash } };
  }

  function open(args: Args, at: number): Result {
    const shown = show(args, `V${clock}`);
    if (shown.ok) stacked = at;
    return shown;
  }

  function list(args: Args): Result {
    const found = [...messages.values()].filter((message) =>
      args.ts === undefined
        ? message.channel === args.channel && message.threadTs === null
        : message.threadTs === args.ts || message.ts === args.ts,
    );
    return { ok: true, messages: found.reverse() };
  }

  function userInfo(args: Args): Result {
    const id = args.user;
    const user = users.get(id);
    if (user === undefined) return { ok: false, error: 'user_not_found' };
    const name = user.name ?? `name of ${id}`;
    return {
      ok: true,
      user: { id, team_id: TEAM_ID, real_name: name, profile: { display_name: '' }, ...user },
    };
  }

  function carryOut(method: string, args: Args, origin: string): Result {
    switch (method) {
      case 'auth.test':
        return { ok: true, team_id: TEAM_ID, user_id: 'UBOT', bot_id: 'BBOT' };
      case 'apps.connections.open':
        return { ok: true, url: `${origin.replace('http', 'ws')}/link` };
      case 'chat.postMessage':
        return post(args);
      case 'chat.update':
        return update(args);
      case 'chat.startStream':
        return startStream(args);
      case 'chat.appendStream':
        return grow(args);
      case 'chat.stopStream':
        return stopStream(args);
      case 'chat.postEphemeral':
      case 'response_url': {
        const error = refusalOf(args);
        return error === null ? { ok: true } : { ok: false, error };
      }
      case 'conversations.info':
        return {
          ok: true,
          channel: { id: args.channel, is_ext_shared: sharedChannels.has(args.channel) },
        };
      case 'conversations.history':
      case 'conversations.replies':
        return list(args);
      case 'files.getUploadURLExternal':
        return openUpload(args, origin);
      case 'files.completeUploadExternal':
        return completeUpload(args);
      case 'files.info':
        return fileInfo(args);
      case 'assistant.threads.setStatus':
        return { ok: true };
      case 'chat.unfurl':
        return areKnown(args['unfurls']) ? unfurl(args) : { ok: false, error: 'invalid_blocks' };
      case 'views.publish':
        return faultsOfHome(args.view).length > 0 || !areKnown(args.view)
          ? { ok: false, error: 'invalid_arguments' }
          : { ok: true };
      case 'views.open':
      case 'views.push':
        if (method === 'views.push' && stacked === 3)
          return { ok: false, error: 'push_limit_reached' };
        clock += 1;
        return open(args, method === 'views.push' ? stacked + 1 : 1);
      case 'views.update':
        return show(args, args.view_id);
      case 'users.info':
        return userInfo(args);
      case 'usergroups.users.list': {
        const members = groups.get(args.usergroup);
        return members === undefined
          ? { ok: false, error: 'no_such_subteam' }
          : { ok: true, users: members };
      }
      default:
        return { ok: false, error: 'unknown_method' };
    }
  }

  return { messages, views, users, groups, files, unknownBlocks, sharedChannels, upload, carryOut };
}

function holds(blocks: unknown, type: string): boolean {
  return JSON.stringify(blocks ?? []).includes(`{"type":"${type}"`);
}

const Unfurls = z.record(z.url(), z.object({ blocks: z.array(z.unknown()).min(1) }));

/** A link is shown with blocks that a message takes, below a message or one that is being written. */
function unfurl(args: Args): Result {
  const read = Unfurls.safeParse(args['unfurls']);
  const isPlaced = args.ts !== undefined || typeof args['unfurl_id'] === 'string';
  if (!read.success || !isPlaced) return { ok: false, error: 'cannot_unfurl_url' };
  const faults = Object.values(read.data).flatMap(({ blocks }) => faultsOfMessage(blocks));
  return faults.length > 0 ? { ok: false, error: 'invalid_blocks' } : { ok: true };
}

function refusalOfMessage(args: Args): string | null {
  if (args.text === undefined || (args.text ?? '').length > 4000) return 'msg_too_long';
  return faultsOfMessage(args.blocks ?? []).length > 0 ? 'invalid_blocks' : null;
}
