// The server behind the fake Discord: what each route of the REST API does to its channels, threads, answers and commands.
import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ApplicationCommandCreateRequestSchema,
  CreateTextThreadWithMessageRequestSchema,
  ModalInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import { z } from 'zod';
import { faultsOf, faultsOfAnswer, faultsOfEdit, faultsOfMessage } from './discord-limits.ts';

export const APP_ID = '900000000000000001';
export const GUILD_ID = '100000000000000001';
export const TOKEN = 'token-of-regulars';

/** What everyone in the server may: all but administer it. */
const ALL_PERMISSIONS = String(((1n << 50n) - 1n) & ~(1n << 3n));

/** A message as it stands in a channel or thread; `threadOf` is the message whose thread it is in. */
export type DiscordPosted = {
  readonly id: string;
  readonly channel: string;
  readonly threadOf: string | null;
  readonly components: unknown;
  readonly attachments: readonly unknown[];
  readonly edits: number;
};

/** What an interaction was answered with: the first answer, and what came after it. */
export type Answered = {
  readonly callback: { readonly type: number; readonly data?: unknown };
  readonly edits: readonly unknown[];
  readonly followUps: readonly unknown[];
};

export type FakeMember = {
  readonly nick?: string;
  readonly roles?: readonly string[];
  readonly pending?: boolean;
};

/** How a route answers; no body is 204. */
export type Result = { readonly status: number; readonly body?: unknown };

type Route = readonly [
  method: string,
  pattern: RegExp,
  handle: (parts: readonly (string | undefined)[], body: Body, query: string) => Result,
];

/** The commands of a server or of the whole application, or one of them. */
const COMMANDS = /^\/applications\/\d+(?:\/guilds\/(\d+))?\/commands(?:\/(\d+))?$/;

/** As Discord lists commands unless all their languages are asked for. */
function withoutLocalizations(body: unknown): unknown {
  return JSON.parse(
    JSON.stringify(body, (key, value) => (key.endsWith('_localizations') ? undefined : value)),
  );
}

/** The parts of a body that some route looks at. */
export const Body = z.looseObject({
  name: z.string().optional(),
  components: z.unknown().optional(),
  attachments: z.array(z.unknown()).optional(),
  nonce: z.string().optional(),
  enforce_nonce: z.boolean().optional(),
  type: z.int().optional(),
  data: z.unknown().optional(),
  archived: z.boolean().optional(),
});
type Body = z.infer<typeof Body>;

/** What the REST API does to the server, route by route. */
export function createDiscordWorld() {
  const channels = new Map<string, Readonly<Record<string, unknown>>>();
  const members = new Map<string, FakeMember>();
  const roles = new Map<string, string>([[GUILD_ID, ALL_PERMISSIONS]]);
  const messages = new Map<string, DiscordPosted>();
  const threads = new Set<string>();
  const archived = new Set<string>();
  const nonces = new Map<string, string>();
  const answers = new Map<string, Answered>();
  const commands = new Map<string, Map<string, Readonly<Record<string, unknown>>>>();
  const application: Record<string, unknown> = { id: APP_ID };
  let ids = 0;

  function newId(): string {
    ids += 1;
    return `7000000000000${String(ids).padStart(5, '0')}`;
  }

  function post(channel: string, body: Body): Result {
    if (!channels.has(channel) && !threads.has(channel)) return refused(404, 10_003);
    const faults = faultsOfMessage(body);
    if (faults.length > 0) return refused(400, 50_035, faults);
    const unique = `${channel}/${body.nonce ?? newId()}`;
    const standing = nonces.get(unique);
    if (standing !== undefined) return found(messages.get(standing));
    const id = newId();
    archived.delete(channel);
    nonces.set(unique, id);
    const threadOf = threads.has(channel) ? channel : null;
    const { components, attachments = [] } = body;
    messages.set(id, { id, channel, threadOf, components, attachments, edits: 0 });
    return found({ id, channel_id: channel });
  }

  function edit(channel: string, id: string, body: Body): Result {
    const standing = messages.get(id);
    if (standing === undefined || standing.channel !== channel) return refused(404, 10_008);
    if (archived.has(channel)) return refused(400, 50_083);
    const faults = faultsOfEdit(body);
    if (faults.length > 0) return refused(400, 50_035, faults);
    // What the body does not list goes; without a list all stays.
    const { components, attachments = standing.attachments } = body;
    messages.set(id, { ...standing, components, attachments, edits: standing.edits + 1 });
    return found({ id });
  }

  function openThread(channel: string, id: string, body: Body): Result {
    if (messages.get(id)?.channel !== channel) return refused(404, 10_008);
    if (threads.has(id)) return refused(400, 160_004);
    const faults = faultsOf(CreateTextThreadWithMessageRequestSchema, body);
    if (faults.length > 0) return refused(400, 50_035, faults);
    threads.add(id);
    return { status: 201, body: { id } };
  }

  function changeThread(id: string, body: Body): Result {
    if (!threads.has(id)) return refused(404, 10_003);
    if (body.archived === true) archived.add(id);
    else archived.delete(id);
    return found({ id });
  }

  function answer(token: string, body: Body): Result {
    if (answers.has(token)) return refused(400, 40_060);
    const faults = faultsOfCallback(body);
    if (faults.length > 0) return refused(400, 50_035, faults);
    const callback = {
      type: body.type ?? 0,
      ...(body.data === undefined ? {} : { data: body.data }),
    };
    answers.set(token, { callback, edits: [], followUps: [] });
    return { status: 204 };
  }

  function answerLater(token: string, kind: 'edits' | 'followUps', body: Body): Result {
    const standing = answers.get(token);
    if (standing === undefined) return refused(404, 10_015);
    const faults = kind === 'edits' ? faultsOfEdit(body) : faultsOfAnswer(body);
    if (faults.length > 0) return refused(400, 50_035, faults);
    answers.set(token, { ...standing, [kind]: [...standing[kind], body] });
    return found({ id: newId() });
  }

  function putCommand(scope: string, body: Body): Result {
    const faults = faultsOf(ApplicationCommandCreateRequestSchema, body);
    if (faults.length > 0) return refused(400, 50_035, faults);
    const here = commands.get(scope) ?? new Map<string, Readonly<Record<string, unknown>>>();
    const key = `${body.type ?? 1}/${body.name}`;
    here.set(key, { id: here.get(key)?.['id'] ?? newId(), version: newId(), ...body });
    commands.set(scope, here);
    return found(here.get(key));
  }

  function dropCommand(scope: string, id: string): Result {
    const here = commands.get(scope);
    for (const [key, command] of here ?? []) if (command['id'] === id) here?.delete(key);
    return { status: 204 };
  }

  function member(user: string): Result {
    const known = members.get(user);
    if (known === undefined) return refused(404, 10_007);
    return found({ user: { id: user, username: `name-of-${user}` }, ...known });
  }

  function channelInfo(id: string): Result {
    const known = channels.get(id);
    return known === undefined ? refused(404, 10_003) : found(known);
  }

  const routes: readonly Route[] = [
    ['GET', /^\/users\/@me$/, () => found({ id: APP_ID, username: 'Regulars', bot: true })],
    ['GET', /^\/applications\/@me$/, () => found(application)],
    ['GET', /^\/channels\/(\d+)$/, ([id = '']) => channelInfo(id)],
    ['PATCH', /^\/channels\/(\d+)$/, ([id = ''], body) => changeThread(id, body)],
    [
      'GET',
      /^\/channels\/(\d+)\/messages$/,
      ([at = '']) => {
        const standing = [...messages.values()].filter(({ channel }) => channel === at);
        return found(standing.map((message) => ({ ...message, author: { id: APP_ID } })));
      },
    ],
    ['POST', /^\/channels\/(\d+)\/messages$/, ([at = ''], body) => post(at, body)],
    [
      'PATCH',
      /^\/channels\/(\d+)\/messages\/(\d+)$/,
      ([at = '', id = ''], body) => edit(at, id, body),
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      ([at = '', id = ''], body) => openThread(at, id, body),
    ],
    ['GET', /^\/guilds\/\d+\/members\/(\d+)$/, ([user = '']) => member(user)],
    [
      'GET',
      /^\/guilds\/\d+\/roles$/,
      () => found([...roles].map(([id, permissions]) => ({ id, permissions }))),
    ],
    [
      'POST',
      /^\/interactions\/\d+\/([^/]+)\/callback$/,
      ([token = ''], body) => answer(token, body),
    ],
    [
      'POST',
      /^\/webhooks\/\d+\/([^/]+)$/,
      ([token = ''], body) => answerLater(token, 'followUps', body),
    ],
    [
      'PATCH',
      /^\/webhooks\/\d+\/([^/]+)\/messages\/@original$/,
      ([token = ''], body) => answerLater(token, 'edits', body),
    ],
    [
      'GET',
      COMMANDS,
      ([scope = 'global'], _body, query) => {
        const all = [...(commands.get(scope)?.values() ?? [])];
        return found(query === 'with_localizations=true' ? all : withoutLocalizations(all));
      },
    ],
    ['POST', COMMANDS, ([scope = 'global'], body) => putCommand(scope, body)],
    ['DELETE', COMMANDS, ([scope = 'global', id = '']) => dropCommand(scope, id)],
  ];

  /** `path` is without the version. */
  function carryOut(method: string, path: string, body: Body, query = ''): Result {
    for (const [wanted, pattern, handle] of routes) {
      const match = method === wanted ? pattern.exec(path) : null;
      if (match !== null) return handle(match.slice(1), body, query);
    }
    return refused(404, 0);
  }

  return {
    channels,
    members,
    roles,
    messages,
    archived,
    answers,
    commands,
    application,
    carryOut,
    addChannel(id: string, parts: Readonly<Record<string, unknown>> = {}) {
      channels.set(id, { id, type: 0, guild_id: GUILD_ID, permission_overwrites: [], ...parts });
    },
  };
}

/** Why Discord would refuse the first answer to an interaction. */
function faultsOfCallback(body: Body): readonly string[] {
  switch (body.type) {
    case 4:
    case 7:
      return faultsOfAnswer(body.data);
    case 5:
    case 6:
      return [];
    case 8:
      return faultsOf(ApplicationCommandAutocompleteCallbackRequestSchema, body);
    case 9:
      return faultsOf(ModalInteractionCallbackRequestSchema, body);
    default:
      return [`type: ${body.type}`];
  }
}

function found(body: unknown): Result {
  return { status: 200, body };
}

function refused(status: number, code: number, errors: readonly string[] = []): Result {
  return { status, body: { code, message: `refused ${errors.join('; ')}` } };
}
