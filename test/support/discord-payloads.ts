// What Discord sends when somebody uses a command, presses a button, types in a field or sends a form; signed for HTTP.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { z } from 'zod';
import type { HttpRequest } from '#engine/ports/http.ts';
import { APP_ID, GUILD_ID } from './discord-world.ts';

/** An interaction as it arrives; its token is where it is answered. */
export type Interaction = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly token: string;
};

/** Who acts, and where: by default user 300…1 without roles, in the team's server. */
export type Doer = {
  readonly user?: string;
  readonly name?: string;
  readonly isBot?: boolean;
  readonly roles?: readonly string[];
  readonly pending?: boolean;
  /** null: in a direct message. */
  readonly guild?: string | null;
};

export const USER = '300000000000000001';
const EPHEMERAL = 1 << 6;

let interactions = 0;

function anInteraction(type: number, data: unknown, by: Doer): Interaction {
  interactions += 1;
  const id = `8000000000000${String(interactions).padStart(5, '0')}`;
  const user = {
    id: by.user ?? USER,
    username: by.name ?? 'maria',
    discriminator: '0',
    global_name: null,
    ...(by.isBot === true ? { bot: true } : {}),
  };
  const member = {
    user,
    roles: by.roles ?? [],
    pending: by.pending ?? false,
    permissions: '0',
    joined_at: '2026-01-01T00:00:00Z',
    deaf: false,
    mute: false,
    flags: 0,
  };
  const guild = by.guild === undefined ? GUILD_ID : by.guild;
  return {
    id,
    application_id: APP_ID,
    type,
    token: `token-${interactions}`,
    version: 1,
    data,
    channel_id: '200000000000000001',
    ...(guild === null ? { user } : { guild_id: guild, member }),
    entitlements: [],
    authorizing_integration_owners: {},
    context: guild === null ? 1 : 0,
    attachment_size_limit: 10_485_760,
    locale: 'en-US',
    app_permissions: '0',
  };
}

type Options = Readonly<Record<string, string | boolean>>;

/** `customer show` with its options; a boolean stands for a switch. */
export function aCommand(name: string, options: Options = {}, by: Doer = {}): Interaction {
  return anInteraction(2, commandData(name, options), by);
}

/** The same while somebody types in the field `focused`. */
export function aTyping(
  name: string,
  focused: string,
  options: Options,
  by: Doer = {},
): Interaction {
  return anInteraction(4, commandData(name, options, focused), by);
}

function commandData(name: string, options: Options, focused?: string) {
  const [noun, verb] = name.split(' ', 2);
  const filled = Object.entries(options).map(([key, value]) => ({
    name: key,
    type: typeof value === 'boolean' ? 5 : 3,
    value,
    ...(key === focused ? { focused: true } : {}),
  }));
  const inside = verb === undefined ? filled : [{ name: verb, type: 1, options: filled }];
  return { id: '600000000000000001', name: noun, type: 1, options: inside };
}

/** "Look up customer" in the menu of a person. */
export function aLookUpOfPerson(names: { readonly nick?: string; readonly global?: string }) {
  const target = '300000000000000099';
  const user = { id: target, username: 'login', global_name: names.global ?? null };
  const members = names.nick === undefined ? {} : { [target]: { nick: names.nick } };
  const resolved = { users: { [target]: user }, members };
  const data = { id: '1', type: 2, name: 'Look up customer', target_id: target, resolved };
  return anInteraction(2, data, {});
}

/** "Look up customer" in the menu of a message. */
export function aLookUpOfMessage(message: Readonly<Record<string, unknown>>) {
  const target = '700000000000000099';
  const resolved = { messages: { [target]: { id: target, ...message } } };
  const data = { id: '1', type: 3, name: 'Look up customer', target_id: target, resolved };
  return anInteraction(2, data, {});
}

/** The press of a button of a message; with `options` it was chosen from a menu. */
export function aPress(
  customId: string,
  parts: Doer & {
    readonly components?: unknown;
    readonly isEphemeral?: boolean;
    readonly isChoice?: boolean;
  } = {},
): Interaction {
  const data =
    parts.isChoice === true
      ? { custom_id: 'menu-0', component_type: 3, values: [customId] }
      : { custom_id: customId, component_type: 2 };
  const flags = 32_768 + (parts.isEphemeral === true ? EPHEMERAL : 0);
  const message = { id: '700000000000000001', flags, components: parts.components ?? [] };
  return { ...anInteraction(3, data, parts), message };
}

const Modal = z.object({
  custom_id: z.string(),
  components: z.array(
    z.looseObject({
      component: z.looseObject({ type: z.int(), custom_id: z.string() }).optional(),
    }),
  ),
});

/** A modal as it was opened, filled in and sent; fields that are not named stay empty. */
export function aSubmission(
  modal: unknown,
  values: Readonly<Record<string, string | readonly string[]>>,
  parts: Doer & { readonly onMessage?: boolean; readonly isEphemeral?: boolean } = {},
): Interaction {
  const { custom_id, components } = Modal.parse(modal);
  const filled = components.flatMap(({ component }) => {
    if (component === undefined) return [{ type: 10, id: 1 }];
    const { type, custom_id: id } = component;
    const said = values[id.replace('[]', '')];
    const inner = type === 3 ? { values: [said ?? []].flat() } : { value: said ?? '' };
    return [{ type: 18, id: 2, component: { type, id: 3, custom_id: id, ...inner } }];
  });
  const sent = anInteraction(5, { custom_id, components: filled }, parts);
  const flags = parts.isEphemeral === true ? EPHEMERAL : 0;
  return parts.onMessage === false
    ? sent
    : { ...sent, message: { id: '7', flags, components: [] } };
}

const KEYS = generateKeyPairSync('ed25519');

/** For `DISCORD_PUBLIC_KEY`. */
export const PUBLIC_KEY = KEYS.publicKey
  .export({ format: 'der', type: 'spki' })
  .subarray(-32)
  .toString('hex');

/** The headers that prove a body, at an instant. */
export function signatureOf(
  body: string,
  at: Date,
  key: KeyObject = KEYS.privateKey,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signature = sign(null, Buffer.from(timestamp + body), key).toString('hex');
  return { 'x-signature-timestamp': timestamp, 'x-signature-ed25519': signature };
}

/** A payload as Discord posts it, or any text, signed at an instant; `headers` replace those it would have. */
export function aSignedInteraction(
  payload: unknown,
  at: Date,
  headers: Readonly<Record<string, string>> = {},
): HttpRequest {
  const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
  return {
    method: 'POST',
    path: '/discord/interactions',
    params: {},
    query: {},
    headers: { 'content-type': 'application/json', ...signatureOf(body, at), ...headers },
    body: Buffer.from(body),
    remoteAddress: '127.0.0.1',
    signal: new AbortController().signal,
  };
}
