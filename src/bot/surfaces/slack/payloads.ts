// The parts we read of what Slack sends: commands, presses and filled-in forms.
import { z } from 'zod';
import type { Thread } from '../../command.ts';
import type { FormValues } from '../../form.ts';
import { deliveryKey } from './delivery-key.ts';
import { textsOf } from './message-texts.ts';
import type { SlackActor } from './people.ts';
import { isDirect, threadOf } from './threads.ts';
import { viewToValues } from './views.ts';

/** Where an answer can go: each way may be missing. None of it proves anything, and none of it is ever logged. */
export type Place = {
  readonly userId: string;
  readonly channel: string | null;
  readonly responseUrl: string | null;
  readonly triggerId: string | null;
  /** A modal and the Home tab answer in a modal, for nothing is said in a channel there. */
  readonly on: 'message' | 'modal' | 'home';
  /** It came from a message that only the actor sees, which nobody updates. */
  readonly isEphemeral: boolean;
  /** The conversation of the message that it came from, where others see that. */
  readonly thread?: Thread;
  /** The modal that it came from. */
  readonly modalId?: string;
};

/** Where it is asked, for the router: nobody else sees a private answer, a modal, a Home, or what is said alone with the bot. */
export function askedIn({ channel, isEphemeral, on, thread }: Place) {
  const isPrivate = isEphemeral || on !== 'message' || isDirect(channel);
  return { channel, isPrivate, ...(thread === undefined ? {} : { thread }) };
}

export type SlackCommand = {
  readonly kind: 'command';
  readonly actor: SlackActor;
  readonly place: Place;
  readonly command: string;
  readonly text: string;
};

export type SlackPress = {
  readonly kind: 'press';
  readonly actor: SlackActor;
  readonly place: Place;
  /** The encoded action of the button. */
  readonly value: string;
};

export type SlackShortcut = {
  readonly kind: 'shortcut';
  readonly actor: SlackActor;
  readonly place: Place;
  readonly callbackId: string;
  /** All texts of the message it was used on; null of a shortcut of the whole app. */
  readonly messageText: string | null;
};

export type SlackSubmission = {
  readonly kind: 'submission';
  /** What makes it the same as another delivery. */
  readonly delivery: string | null;
  readonly actor: SlackActor;
  readonly place: Place;
  readonly viewId: string;
  /** The encoded action of the form. */
  readonly callbackId: string;
  readonly values: FormValues;
  readonly view: z.infer<typeof SubmittedView>;
};

/** A form in which something was typed or chosen, and which is still open. */
export type SlackChange = {
  readonly kind: 'change';
  readonly actor: SlackActor;
  /** The field that was touched. */
  readonly changed: string;
  readonly values: FormValues;
  readonly view: z.infer<typeof OpenView>;
};

const CommandBody = z.object({
  command: z.string(),
  text: z.string().default(''),
  user_id: z.string(),
  team_id: z.string().optional(),
  channel_id: z.string(),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
});

const User = z.object({ id: z.string(), team_id: z.string().optional() });
const Workspace = z.object({ id: z.string() }).nullish();

const PressBody = z.object({
  user: User,
  team: Workspace,
  channel: z.object({ id: z.string() }).nullish(),
  container: z
    .object({ type: z.string().optional(), is_ephemeral: z.boolean().optional() })
    .optional(),
  view: z
    .object({
      id: z.string().optional(),
      type: z.string(),
      private_metadata: z.string().default(''),
    })
    .optional(),
  message: z.object({ ts: z.string().optional(), thread_ts: z.string().optional() }).nullish(),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
  actions: z.array(z.object({ value: z.string().optional() })).min(1),
});

const ShortcutBody = z.object({
  callback_id: z.string(),
  user: User,
  team: Workspace,
  channel: z.object({ id: z.string() }).optional(),
  message: z.looseObject({}).optional(),
  response_url: z.string().optional(),
  trigger_id: z.string().optional(),
});

const TabOpenedBody = z.object({
  team_id: z.string().optional(),
  event: z.object({ user: z.string(), tab: z.string().optional(), channel: z.string().optional() }),
});

/** A modal as it comes back; its blocks are ours, so that it can be shown again. */
export const SubmittedView = z.object({
  id: z.string(),
  callback_id: z.string(),
  private_metadata: z.string().default(''),
  state: z.unknown(),
  title: z.object({ text: z.string() }),
  submit: z.object({ text: z.string() }).nullish(),
  blocks: z.array(z.looseObject({ type: z.string(), block_id: z.string().exactOptional() })),
});

/** The same while it is open; whoever changes it next must know its `hash`. */
const OpenView = SubmittedView.extend({ hash: z.string() });

const ChangeBody = z.object({
  user: User,
  team: Workspace,
  view: OpenView,
  actions: z
    .array(z.object({ type: z.string().refine((type) => type !== 'button'), block_id: z.string() }))
    .min(1),
});

const SubmissionBody = z.object({
  user: User,
  team: Workspace,
  trigger_id: z.string().optional(),
  view: SubmittedView,
});

/** Reads a slash command's payload. Throws ZodError for anything else. */
export function readCommand(body: unknown): SlackCommand {
  const read = CommandBody.parse(body);
  return {
    kind: 'command',
    actor: { userId: read.user_id, teamId: read.team_id ?? null },
    place: {
      userId: read.user_id,
      channel: read.channel_id,
      responseUrl: read.response_url ?? null,
      triggerId: read.trigger_id ?? null,
      on: 'message',
      isEphemeral: false,
    },
    command: read.command,
    text: read.text,
  };
}

/** Reads the press of a button. Throws ZodError for anything else. */
export function readPress(body: unknown): SlackPress {
  const read = PressBody.parse(body);
  return {
    kind: 'press',
    actor: actorOf(read.user, read.team),
    place: {
      userId: read.user.id,
      channel: read.channel?.id ?? (read.view?.private_metadata || null),
      responseUrl: read.response_url ?? null,
      triggerId: read.trigger_id ?? null,
      on: read.view === undefined ? 'message' : read.view.type === 'home' ? 'home' : 'modal',
      isEphemeral: read.container?.is_ephemeral === true,
      ...(read.view?.type === 'modal' && read.view.id !== undefined
        ? { modalId: read.view.id }
        : {}),
      ...threadIn(read),
    },
    value: read.actions[0]?.value ?? '',
  };
}

/** What only the actor sees belongs to no conversation but their own. */
function threadIn({
  channel,
  container,
  message,
}: z.infer<typeof PressBody>): Pick<Place, 'thread'> {
  if (channel == null || message?.ts === undefined || container?.is_ephemeral === true) return {};
  const { ts, thread_ts: thread = null } = message;
  return { thread: threadOf({ channel: channel.id, thread, ts }) };
}

/** Reads that a field of an open form was touched; null for a press of a button, which comes the same way. */
export function readChange(body: unknown): SlackChange | null {
  const read = ChangeBody.safeParse(body);
  if (!read.success) return null;
  const { user, team, view, actions } = read.data;
  return {
    kind: 'change',
    actor: actorOf(user, team),
    changed: actions[0]?.block_id ?? '',
    values: viewToValues(view.state),
    view,
  };
}

/** Reads a shortcut, of the whole app or of a message. Throws ZodError for anything else. */
export function readShortcut(body: unknown): SlackShortcut {
  const read = ShortcutBody.parse(body);
  return {
    kind: 'shortcut',
    actor: actorOf(read.user, read.team),
    place: {
      userId: read.user.id,
      channel: read.channel?.id ?? null,
      responseUrl: read.response_url ?? null,
      triggerId: read.trigger_id ?? null,
      on: read.channel === undefined ? 'home' : 'message',
      isEphemeral: false,
    },
    callbackId: read.callback_id,
    messageText: read.message === undefined ? null : textsOf(read.message).join('\n'),
  };
}

/** A tab of the app that somebody opened: its messages, by the channel that they are, or else the Home tab. */
export type OpenedTab = { readonly actor: SlackActor; readonly messages: string | null };

/** Reads that somebody opened the app's Home tab or its messages; null for its other tabs. Throws ZodError for anything else. */
export function readTabOpened(body: unknown): OpenedTab | null {
  const { event, team_id } = TabOpenedBody.parse(body);
  const actor = { userId: event.user, teamId: team_id ?? null };
  if (event.tab === 'home') return { actor, messages: null };
  const { channel } = event;
  return event.tab === 'messages' && channel !== undefined ? { actor, messages: channel } : null;
}

/** Reads a filled-in form. Throws ZodError for anything else. */
export function readSubmission(body: unknown): SlackSubmission {
  const read = SubmissionBody.parse(body);
  return {
    kind: 'submission',
    delivery: deliveryKey(body),
    actor: actorOf(read.user, read.team),
    place: {
      userId: read.user.id,
      channel: read.view.private_metadata || null,
      responseUrl: null,
      triggerId: read.trigger_id ?? null,
      on: 'modal',
      isEphemeral: false,
    },
    viewId: read.view.id,
    callbackId: read.view.callback_id,
    values: viewToValues(read.view.state),
    view: read.view,
  };
}

/** The user's own workspace before the one the message stands in: in shared channels they differ. */
function actorOf(user: z.infer<typeof User>, team: z.infer<typeof Workspace>): SlackActor {
  return { userId: user.id, teamId: user.team_id ?? team?.id ?? null };
}
