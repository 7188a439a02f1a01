// What Slack sends when somebody types a command, presses a button or submits a form; signed where HTTP is spoken.
import { createHmac } from 'node:crypto';
import type { HttpRequest } from '#engine/ports/http.ts';
import { TEAM_ID } from './slack-world.ts';

type Payload = Readonly<Record<string, unknown>>;

let triggers = 0;

/** A trigger_id that no other payload has. */
function aTrigger(): string {
  triggers += 1;
  return `trigger-${triggers}`;
}

/** A slash command. */
export function aCommand(parts: {
  readonly command: string;
  readonly text?: string;
  readonly user?: string;
  readonly responseUrl?: string;
  readonly trigger?: string;
}): Payload {
  return {
    command: parts.command,
    text: parts.text ?? '',
    user_id: parts.user ?? 'U1',
    team_id: TEAM_ID,
    channel_id: 'C1',
    trigger_id: parts.trigger ?? aTrigger(),
    ...(parts.responseUrl === undefined ? {} : { response_url: parts.responseUrl }),
  };
}

/** The press of a button on a message, on the Home tab, or in a modal that was opened from there. */
export function aPress(parts: {
  readonly value: string;
  readonly user?: string;
  readonly team?: string;
  readonly responseUrl?: string;
  readonly trigger?: string;
  readonly isEphemeral?: boolean;
  readonly element?: 'button' | 'feedback_buttons';
  readonly view?: { readonly type: 'home' } | { readonly type: 'modal'; readonly id: string };
}): Payload {
  const message = {
    channel: { id: 'C1' },
    container: { type: 'message', is_ephemeral: parts.isEphemeral ?? false },
  };
  const view = { ...parts.view, private_metadata: '' };
  return {
    type: 'block_actions',
    user: { id: parts.user ?? 'U1', team_id: parts.team ?? TEAM_ID },
    team: { id: TEAM_ID },
    ...(parts.view === undefined ? message : { container: { type: 'view' }, view }),
    trigger_id: parts.trigger ?? aTrigger(),
    ...(parts.responseUrl === undefined ? {} : { response_url: parts.responseUrl }),
    actions: [
      {
        type: parts.element ?? 'button',
        action_id: 'press-0',
        block_id: 'b',
        value: parts.value,
      },
    ],
  };
}

/** A shortcut of the app, or of a message: with these words, or as it stands. */
export function aShortcut(parts: {
  readonly id: string;
  readonly message?: string | Payload;
}): Payload {
  const { message } = parts;
  const about =
    message === undefined
      ? { type: 'shortcut' }
      : {
          type: 'message_action',
          channel: { id: 'C1' },
          message: {
            type: 'message',
            ...(typeof message === 'string' ? { text: message } : message),
          },
        };
  return {
    callback_id: parts.id,
    user: { id: 'U1', team_id: TEAM_ID },
    team: { id: TEAM_ID },
    trigger_id: aTrigger(),
    ...about,
  };
}

/** Somebody opens a tab of the app. */
export function aTabOpened(tab: 'home' | 'messages', id = 'Ev1', user = 'U1'): Payload {
  return {
    type: 'event_callback',
    team_id: TEAM_ID,
    event_id: id,
    event: { type: 'app_home_opened', user, channel: 'D1', tab, event_ts: '1.0' },
  };
}

/** What somebody writes: by our name in a channel, or to us alone. */
export function aMessage(parts: {
  readonly text: string;
  readonly isDirect?: boolean;
  readonly thread?: string;
  readonly ts?: string;
  readonly more?: Payload;
}): Payload {
  const { text, isDirect = false, thread, ts = '1700000000.000200', more = {} } = parts;
  return {
    type: 'event_callback',
    team_id: TEAM_ID,
    event_id: `Ev${ts}${text}`,
    event: {
      type: isDirect ? 'message' : 'app_mention',
      ...(isDirect ? { channel_type: 'im' } : {}),
      user: 'U1',
      channel: isDirect ? 'D1' : 'C1',
      text,
      ts,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...more,
    },
  };
}

/** Links in a message, or in one that is being written. */
export function aLinkShared(parts: {
  readonly urls: readonly string[];
  readonly user?: string;
  readonly channel?: string;
  readonly isComposed?: true;
}): Payload {
  const composed = { unfurl_id: 'U.1', source: 'composer' };
  return {
    type: 'event_callback',
    team_id: TEAM_ID,
    event_id: `Ev${parts.urls.join()}${parts.user ?? ''}`,
    event: {
      type: 'link_shared',
      user: parts.user ?? 'U1',
      channel: parts.channel ?? 'C1',
      message_ts: '1700000000.000100',
      links: parts.urls.map((url) => ({ url, domain: new URL(url).host })),
      ...(parts.isComposed ? composed : {}),
    },
  };
}

/** Something typed into a menu of an open form. */
export function aSearch(actionId: string, typed: string, user = 'U1'): Payload {
  return {
    type: 'block_suggestion',
    action_id: actionId,
    block_id: 'who',
    value: typed,
    user: { id: user, team_id: TEAM_ID },
    team: { id: TEAM_ID },
    view: { id: 'V1', type: 'modal', private_metadata: 'C1' },
  };
}

/** A filled-in form: the view as it was opened, and what stands in its inputs. */
export function aSubmission(parts: {
  readonly view: unknown;
  readonly viewId?: string;
  readonly values: Readonly<Record<string, Payload>>;
  readonly user?: string;
}): Payload {
  const values = Object.entries(parts.values).map(([field, value]) => [field, { value }]);
  return {
    type: 'view_submission',
    user: { id: parts.user ?? 'U1', team_id: TEAM_ID },
    team: { id: TEAM_ID },
    trigger_id: aTrigger(),
    view: {
      id: parts.viewId ?? 'V1',
      hash: 'h1',
      ...Object(parts.view),
      state: { values: Object.fromEntries(values) },
    },
  };
}

/** Something typed or chosen in a form that is still open. */
export function aChange(parts: {
  readonly view: unknown;
  readonly viewId?: string;
  readonly hash?: string;
  readonly field: string;
  readonly values: Readonly<Record<string, Payload>>;
}): Payload {
  const { view, ...rest } = aSubmission(parts);
  return {
    ...rest,
    type: 'block_actions',
    container: { type: 'view', view_id: parts.viewId ?? 'V1' },
    view: {
      type: 'modal',
      ...Object(view),
      ...(parts.hash === undefined ? {} : { hash: parts.hash }),
    },
    actions: [{ ...parts.values[parts.field], block_id: parts.field, action_id: 'value' }],
  };
}

/** A payload as Slack posts it, or any text, signed at an instant. */
export function aSignedRequest(
  payload: Payload | string,
  signing: { readonly secret: string; readonly at: Date },
): HttpRequest {
  const { body, contentType } = toBody(payload);
  const timestamp = String(Math.floor(signing.at.getTime() / 1000));
  const mac = createHmac('sha256', signing.secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    method: 'POST',
    path: '/slack/events',
    params: {},
    query: {},
    headers: {
      'content-type': contentType,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${mac}`,
    },
    body: Buffer.from(body),
    remoteAddress: '127.0.0.1',
    signal: new AbortController().signal,
  };
}

/** Commands are a flat form, presses and submissions a form with JSON in it, all else is JSON. */
function toBody(payload: Payload | string): {
  readonly body: string;
  readonly contentType: string;
} {
  if (typeof payload === 'string') return { body: payload, contentType: 'application/json' };
  const isFlat = 'command' in payload || 'ssl_check' in payload;
  if (!isFlat && !('actions' in payload) && !('view' in payload) && !('callback_id' in payload))
    return { body: JSON.stringify(payload), contentType: 'application/json' };
  const flat = Object.entries(payload).map(([name, value]) => [name, String(value)]);
  const form = isFlat ? flat : [['payload', JSON.stringify(payload)]];
  return {
    body: new URLSearchParams(form).toString(),
    contentType: 'application/x-www-form-urlencoded',
  };
}
