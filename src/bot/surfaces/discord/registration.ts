// The slash commands at Discord: only what differs is written, and only what we wrote ourselves is ever taken away.
import type { RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';
import { z } from 'zod';
import { canonicalJson } from '#engine/approvals/plan.ts';
import type { DiscordClient } from './client.ts';

/** Where the names of the commands that we registered are kept, by scope. */
export type RegistrationMemory = {
  readonly read: () => Promise<unknown>;
  readonly write: (value: RegisteredNames) => Promise<void>;
};

type RegisteredNames = Readonly<Record<string, readonly string[]>>;

/**
 * Brings the commands in a server, or without one everywhere, to what they should be. Commands of ours that are no more,
 * and those of the scope that was used before, are deleted; others in the application are left alone.
 */
export async function registerCommands(options: {
  readonly client: DiscordClient;
  readonly guildId: string | null;
  readonly wanted: readonly RESTPostAPIApplicationCommandsJSONBody[];
  readonly memory: RegistrationMemory;
}): Promise<{ readonly written: number; readonly deleted: number }> {
  const { client, memory, wanted } = options;
  const application = `/applications/${await client.applicationId()}` as const;
  const pathOf = (scope: string) =>
    `${application}${scope === GLOBAL ? '' : `/guilds/${scope}`}/commands` as const;
  const scope = options.guildId ?? GLOBAL;
  const remembered = RegisteredNames.parse((await memory.read()) ?? {});
  const names = wanted.map(keyOf);
  // Noted before anything is written: a crash in between leaves nothing behind that we no longer know as ours.
  const known = [...new Set([...(remembered[scope] ?? []), ...names])];
  await memory.write({ ...remembered, [scope]: known });
  const standing = await standingAt(client, pathOf(scope));
  const written = await writeMissing(client, pathOf(scope), { wanted, standing });
  let deleted = 0;
  for (const [place, own] of Object.entries({ ...remembered, [scope]: known })) {
    const gone = own.filter((name) => place !== scope || !names.includes(name));
    if (gone.length > 0) deleted += await deleteOwn(client, pathOf(place), gone);
  }
  await memory.write({ [scope]: names });
  return { written, deleted };
}

const GLOBAL = 'global';

const RegisteredNames = z.record(z.string(), z.array(z.string()));

/** A command as Discord has it; what of it decides whether it is the one that is wanted is compared below. */
const Standing = z.array(z.looseObject({ id: z.string(), name: z.string(), type: z.int() }));
type Standing = z.infer<typeof Standing>;

/** The commands there, in all their languages, which Discord gives only when asked for. */
async function standingAt({ rest }: DiscordClient, path: `/${string}`): Promise<Standing> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  return Standing.parse(await rest.get(path, { query }));
}

async function writeMissing(
  client: DiscordClient,
  path: `/${string}`,
  commands: {
    readonly wanted: readonly RESTPostAPIApplicationCommandsJSONBody[];
    readonly standing: Standing;
  },
): Promise<number> {
  const present = new Map(commands.standing.map((one) => [keyOf(one), fingerprintOf(one)]));
  const different = commands.wanted.filter(
    (command) => present.get(keyOf(command)) !== fingerprintOf(command),
  );
  // A command of a name and type that is there already is replaced.
  for (const body of different) await client.rest.post(path, { body });
  return different.length;
}

async function deleteOwn(
  client: DiscordClient,
  path: `/${string}`,
  keys: readonly string[],
): Promise<number> {
  const standing = await standingAt(client, path);
  const own = standing.filter((one) => keys.includes(keyOf(one)));
  for (const { id } of own) await client.rest.delete(`${path}/${id}`);
  return own.length;
}

function keyOf(command: { readonly name: string; readonly type?: number | undefined }): string {
  return `${command.type ?? 1}/${command.name}`;
}

const Localizations = z
  .record(z.string(), z.string())
  .nullish()
  .transform((said) => said ?? {});
const Choice = z.object({ name: z.string(), value: z.union([z.string(), z.number()]) });
const Option = z.object({
  type: z.int(),
  name: z.string(),
  description: z.string(),
  description_localizations: Localizations,
  required: z.boolean().nullish().transform(Boolean),
  autocomplete: z.boolean().nullish().transform(Boolean),
  choices: z
    .array(Choice)
    .nullish()
    .transform((choices) => choices ?? []),
});
const Command = z.object({
  type: z.int(),
  name: z.string(),
  name_localizations: Localizations,
  description: z.string().default(''),
  description_localizations: Localizations,
  contexts: z.array(z.int()).nullish().transform(sorted),
  integration_types: z.array(z.int()).nullish().transform(sorted),
  options: z
    .array(
      Option.extend({
        options: z
          .array(Option)
          .nullish()
          .transform((options) => options ?? []),
      }),
    )
    .nullish()
    .transform((options) => options ?? []),
});

/** All of a command that we set, in one text; Discord leaves out what is empty, and adds its own. */
function fingerprintOf(command: unknown): string {
  return canonicalJson(Command.parse(command));
}

function sorted(numbers: readonly number[] | null | undefined): readonly number[] {
  return [...(numbers ?? [])].sort();
}
