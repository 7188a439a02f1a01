// The parts we read of what Discord sends: commands, presses, filled-in forms, and fields that are being typed in.
import { z } from 'zod';
import type { FormValues } from '../../form.ts';
import { readModal } from './modal-values.ts';
import type { DiscordActor } from './people.ts';

/** Where an answer goes. The token is a secret for a quarter of an hour, and is never logged. */
export type Place = {
  readonly interactionId: string;
  readonly applicationId: string;
  readonly token: string;
  /** Discord's id of the channel that it came from; null where there is none. */
  readonly channel: string | null;
  /** It came from a message, which can be left as it is or changed. */
  readonly onMessage: boolean;
  /** It came from a message that only the actor sees, which nobody brings up to date. */
  readonly isEphemeral: boolean;
};

/** Who acted, and where their answer goes. */
export type From = { readonly actor: DiscordActor; readonly place: Place };

/** A command with what stands in its fields. */
export type DiscordCommand = From & {
  readonly kind: 'command';
  /** Noun and verb: `customer show`. */
  readonly name: string;
  readonly options: Readonly<Record<string, string>>;
};

/** A command of the menu on a person or a message; `texts` is what it was asked about. */
export type DiscordLookUp = From & {
  readonly kind: 'look-up';
  readonly about: 'person' | 'message';
  readonly texts: readonly string[];
};

/** A press of a button, or a choice from a menu of them. */
export type DiscordPress = From & {
  readonly kind: 'press';
  readonly customId: string;
  /** The words on the button. */
  readonly label: string;
};

export type DiscordSubmission = From & {
  readonly kind: 'submission';
  readonly customId: string;
  readonly values: FormValues;
};

/** A field of a command that somebody is typing in. */
export type DiscordTyping = From & {
  readonly kind: 'typing';
  readonly name: string;
  readonly option: string;
  readonly typed: string;
};

export type DiscordInteraction =
  | { readonly kind: 'ping' }
  | DiscordCommand
  | DiscordLookUp
  | DiscordPress
  | DiscordSubmission
  | DiscordTyping;

const Snowflake = z.string().regex(/^\d{1,20}$/);
const User = z.object({
  id: Snowflake,
  username: z.string(),
  global_name: z.string().nullish(),
  bot: z.boolean().default(false),
});
type User = z.infer<typeof User>;
const Member = z.object({
  user: User,
  nick: z.string().nullish(),
  roles: z.array(z.string()).default([]),
  pending: z.boolean().default(false),
});

const Option = z.object({
  name: z.string(),
  type: z.int(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  focused: z.boolean().default(false),
});
const CommandData = z.object({
  type: z.int(),
  name: z.string(),
  options: z.array(Option.extend({ options: z.array(Option).default([]) })).default([]),
  target_id: z.string().optional(),
  resolved: z
    .object({
      users: z.record(z.string(), User).default({}),
      members: z.record(z.string(), z.object({ nick: z.string().nullish() })).default({}),
      messages: z.record(z.string(), z.unknown()).default({}),
    })
    .optional(),
});
const PressData = z.object({ custom_id: z.string(), values: z.array(z.string()).default([]) });
const SubmissionData = z.object({ custom_id: z.string(), components: z.unknown() });

const Body = z.object({
  id: Snowflake,
  application_id: Snowflake,
  type: z.int(),
  token: z.string().min(1),
  guild_id: Snowflake.nullish(),
  channel_id: Snowflake.nullish(),
  member: Member.nullish(),
  user: User.nullish(),
  message: z.looseObject({ flags: z.int().default(0), components: z.unknown() }).nullish(),
  data: z.unknown(),
});
type Body = z.infer<typeof Body>;

const EPHEMERAL = 1 << 6;

/** Reads an interaction; null for a kind that we do not answer. Throws ZodError for what is none. */
export function readInteraction(payload: unknown): DiscordInteraction | null {
  if (z.object({ type: z.literal(1) }).safeParse(payload).success) return { kind: 'ping' };
  const body = Body.parse(payload);
  const from = { actor: actorOf(body), place: placeOf(body) };
  switch (body.type) {
    case 2:
      return readCommand(from, CommandData.parse(body.data));
    case 3:
      return readPress(from, body);
    case 4:
      return readTyping(from, CommandData.parse(body.data));
    case 5: {
      const { custom_id: customId, components } = SubmissionData.parse(body.data);
      return { kind: 'submission', ...from, customId, values: readModal(components) };
    }
    default:
      return null;
  }
}

function placeOf(body: Body): Place {
  const { id, application_id: applicationId, token, message } = body;
  return {
    interactionId: id,
    applicationId,
    token,
    channel: body.channel_id ?? null,
    onMessage: message != null,
    isEphemeral: ((message?.flags ?? 0) & EPHEMERAL) !== 0,
  };
}

function actorOf({ member, user, guild_id: guildId }: Body): DiscordActor {
  const who = member?.user ?? user;
  if (who == null) throw new Error('an interaction of nobody');
  return {
    userId: who.id,
    name: member?.nick ?? nameOf(who),
    isBot: who.bot,
    guildId: guildId ?? null,
    member: member == null ? null : { roles: member.roles, isPending: member.pending },
  };
}

function nameOf(user: User): string {
  return user.global_name ?? user.username;
}

type CommandData = z.infer<typeof CommandData>;

/** A subcommand is the only option that has options. */
function pathOf({ name, options }: CommandData): {
  readonly name: string;
  readonly options: readonly z.infer<typeof Option>[];
} {
  const [first] = options;
  return first?.type === 1
    ? { name: `${name} ${first.name}`, options: first.options }
    : { name, options };
}

function readCommand(from: From, data: CommandData): DiscordInteraction {
  if (data.type !== 1) return readLookUp(from, data);
  const { name, options } = pathOf(data);
  const filled = options.filter((option) => option.value !== false);
  const read = filled.map((option): [string, string] => [option.name, String(option.value ?? '')]);
  return { kind: 'command', ...from, name, options: Object.fromEntries(read) };
}

function readLookUp(
  from: From,
  { type, target_id: id = '', resolved }: CommandData,
): DiscordLookUp {
  if (type !== 2) {
    const texts = textsIn(resolved?.messages[id]);
    return { kind: 'look-up', ...from, about: 'message', texts };
  }
  const user = resolved?.users[id];
  const names = [resolved?.members[id]?.nick, user?.global_name, user?.username];
  return { kind: 'look-up', ...from, about: 'person', texts: names.flatMap((name) => name ?? []) };
}

const Shown = z.looseObject({
  content: z.string().optional(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  name: z.string().nullish(),
  value: z.string().nullish(),
  embeds: z.array(z.unknown()).default([]),
  fields: z.array(z.unknown()).default([]),
  components: z.array(z.unknown()).default([]),
});

/** What a person reads of a message: its text, and that of its embeds and components. */
function textsIn(message: unknown): readonly string[] {
  const parsed = Shown.safeParse(message);
  if (!parsed.success) return [];
  const { content, title, description, name, value, embeds, fields, components } = parsed.data;
  const own = [content, title, description, name, value].flatMap((text) => text ?? []);
  return [...own, ...[...embeds, ...fields, ...components].flatMap(textsIn)];
}

function readPress(from: From, { data, message }: Body): DiscordPress {
  const { custom_id: id, values } = PressData.parse(data);
  const customId = values[0] ?? id;
  return { kind: 'press', ...from, customId, label: labelOf(message?.components, customId) };
}

const Labelled = z.looseObject({
  label: z.string().nullish(),
  custom_id: z.string().optional(),
  value: z.string().optional(),
});

/** The words on the button or option with this id; the message that was pressed is our own. */
function labelOf(components: unknown, customId: string): string {
  if (Array.isArray(components))
    return components.map((one) => labelOf(one, customId)).find((label) => label !== '') ?? '';
  const parsed = Labelled.safeParse(components);
  if (!parsed.success) return '';
  const { label, custom_id: id, value, components: inside, options } = parsed.data;
  if (label != null && (id === customId || value === customId)) return label;
  return labelOf(inside ?? options ?? [], customId);
}

function readTyping(from: From, data: CommandData): DiscordTyping | null {
  const { name, options } = pathOf(data);
  const field = options.find((option) => option.focused);
  if (field === undefined) return null;
  return { kind: 'typing', ...from, name, option: field.name, typed: String(field.value ?? '') };
}
