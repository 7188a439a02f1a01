// What this browser has seen of each channel, kept in a cookie; the rest is unread.

import { CHANNELS, type Channel } from '#engine/playbook/team.ts';
import type { HttpRequest } from '#engine/ports/http.ts';
import { cookieOf, setCookie } from './request.ts';
import type { WorkspaceStorage } from './workspace.ts';

/** How many messages of a channel are looked at; more unread ones show as "20+". */
export const UNREAD_LIMIT = 20;

const COOKIE = 'regulars_seen';
const MAILS = 'mails';

/** Unread messages by channel, and unread mails; and the cookie that says what is seen now. */
export type Unread = {
  readonly channels: ReadonlyMap<Channel, number>;
  readonly mails: number;
  readonly cookie: string;
};

/** Counts what is new; what is on the screen now (`channel`, the mailbox) counts as seen. */
export async function countUnread(
  storage: WorkspaceStorage,
  request: HttpRequest,
  shown: { readonly channel: Channel | null; readonly mails: boolean },
): Promise<Unread> {
  const seen = readSeen(request);
  const channels = new Map<Channel, number>();
  for (const channel of CHANNELS) {
    const messages = await storage.messages.list(channel, { limit: UNREAD_LIMIT });
    if (channel === shown.channel) seen.set(channel, messages[0]?.seq ?? 0);
    const last = seen.get(channel) ?? 0;
    channels.set(channel, messages.filter((message) => message.seq > last).length);
  }
  const mails = await storage.mails.list({ limit: UNREAD_LIMIT });
  if (shown.mails) seen.set(MAILS, mails[0]?.at.getTime() ?? 0);
  const lastMail = seen.get(MAILS) ?? 0;
  return {
    channels,
    mails: mails.filter((mail) => mail.at.getTime() > lastMail).length,
    cookie: setCookie(COOKIE, [...seen].map(([name, value]) => `${name}:${value}`).join('.')),
  };
}

function readSeen(request: HttpRequest): Map<string, number> {
  const seen = new Map<string, number>();
  for (const pair of (cookieOf(request, COOKIE) ?? '').split('.')) {
    const match = /^([a-z]{1,20}):(\d{1,15})$/.exec(pair);
    if (match?.[1] !== undefined) seen.set(match[1], Number(match[2]));
  }
  return seen;
}
