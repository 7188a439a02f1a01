// What a conversation is about, from one sentence to the next: the customer, the people, the things last spoken of.
import type { Deps } from '#engine/deps.ts';
import type { CustomerId } from '#engine/ids.ts';
import type { Conversation } from '#engine/ports/assistant-records.ts';
import type { Context } from '../command.ts';
import { beginsWith } from './begins-with.ts';
import type { Spoken } from './grammar/intents/slot.ts';

/** After this long a sentence begins a new conversation. */
const REMEMBERED_MS = 60 * 60_000;

/** When proposals, turns and conversations are forgotten. */
export const KEPT_MS = 30 * 24 * 60 * 60_000;

const NEW: Conversation = {
  customerId: null,
  people: null,
  last: null,
  things: {},
  rows: [],
  exchanges: [],
};

type Kept = Pick<Deps, 'storage' | 'now'>;

/** A person's conversation: their own in each thread, else their own on the surface; and where it is noted as well. */
export type Talk = {
  readonly key: string;
  readonly also: string | null;
  /** What is spoken of before anything has been said. */
  readonly begins: Conversation | null;
};

/** The conversation that something belongs to; below a card it begins with what that is about. */
export async function talkIn(context: Context): Promise<Talk> {
  const { thread = { key: '' }, teammate } = context;
  const own = (key: string) => `${teammate.surface}:${key}:${teammate.person}`;
  const also = thread.also === undefined ? null : own(thread.also);
  return { key: own(thread.key), also, begins: await beginsWith(context) };
}

/** What was spoken of before; who is meant by their e-mail, as commands name them. `about` is whom it goes on with. */
export async function recall(
  { storage, now }: Kept,
  { key, begins }: Talk,
  about?: CustomerId,
): Promise<{ readonly conversation: Conversation; readonly spoken: Spoken }> {
  const since = new Date(now().getTime() - REMEMBERED_MS);
  const before = goOn(await storage.assistant.recall(key, since), begins);
  const conversation: Conversation =
    about === undefined ? before : { ...before, customerId: about, last: 'customer' };
  const { customerId, people, last, things } = conversation;
  const profile = customerId === null ? null : await storage.customers.get(customerId);
  const customer = profile === null ? null : (profile.email ?? profile.id);
  return { conversation, spoken: { customer, people, last, things } };
}

/** What was spoken of before; below a card, what that is about stays at hand. */
function goOn(before: Conversation | null, begins: Conversation | null): Conversation {
  if (before === null || begins === null) return before ?? begins ?? NEW;
  return {
    ...before,
    customerId: before.customerId ?? begins.customerId,
    things: { ...begins.things, ...before.things },
  };
}

/** Keeps what is spoken of. */
export async function remember(
  { storage, now }: Kept,
  { key, also }: Talk,
  conversation: Conversation,
): Promise<void> {
  await storage.assistant.remember(key, conversation, now());
  if (also !== null) await storage.assistant.remember(also, conversation, now());
}

/** What a command was about; `isList` where it answered with a list. */
export type About = {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
  readonly customerId: CustomerId | null;
  readonly people: string | null;
  readonly isList: boolean;
};

/** The conversation after a command, by what that was about. */
export function afterCommand(before: Conversation, about: About): Conversation {
  return {
    ...before,
    customerId: about.customerId ?? before.customerId,
    ...whoIsMeant(before, about),
    things: { ...idsOf(before.things), ...thingsOf(about) },
  };
}

/** Below a list "them" is nobody of an older one, and what is left out is said of nobody from before. */
function whoIsMeant(
  before: Conversation,
  { customerId, people, isList }: About,
): Pick<Conversation, 'people' | 'last'> {
  if (people !== null) return { people, last: customerId === null ? 'people' : 'customer' };
  if (isList) return { people: null, last: null };
  return { people: before.people, last: customerId === null ? before.last : 'customer' };
}

/** Ids are remembered; what has only a name is spoken of until something else is. */
function idsOf(things: Conversation['things']): Conversation['things'] {
  return Object.fromEntries(
    Object.entries(things).filter(([of, value]) => of !== 'last' && ID.test(value)),
  );
}

const ID = /^([a-z]+)_[0-9A-Z]+$/;

function thingsOf({ command, args }: About): Conversation['things'] {
  const { id = '', name, template } = args;
  const [, prefix] = ID.exec(id) ?? [];
  return {
    command,
    ...(prefix === undefined ? {} : { [prefix]: id, last: id }),
    ...(command.startsWith('automation ') && name !== undefined ? { automation: name } : {}),
    ...(template === undefined ? {} : { template }),
  };
}
