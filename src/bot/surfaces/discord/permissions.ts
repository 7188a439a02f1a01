// What the bot may do in a channel, computed as Discord documents it: roles of the server, then the channel's own words.
import { z } from 'zod';

/** What the bot must be allowed in a channel of cards, by the names that Discord's settings show. */
const NEEDED = {
  'View Channel': 1n << 10n,
  'Send Messages': 1n << 11n,
  'Attach Files': 1n << 15n,
  'Read Message History': 1n << 16n,
  'Create Public Threads': 1n << 35n,
  'Send Messages in Threads': 1n << 38n,
} as const;

/** The page that adds an application's bot to a server, with what its channels need. */
export function inviteLink(applicationId: string): string {
  const permissions = Object.values(NEEDED).reduce((sum, bit) => sum | bit, 0n);
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${permissions}`;
}

const ADMINISTRATOR = 1n << 3n;

const Bits = z.string().transform((bits) => BigInt(bits));
export const Channel = z.object({
  guild_id: z.string(),
  permission_overwrites: z.array(z.object({ id: z.string(), allow: Bits, deny: Bits })).default([]),
});
export const Roles = z.array(z.object({ id: z.string(), permissions: Bits }));

/** The names of what is missing; `roles` are all of the server, `own` the ids of those that the bot has. */
export function missingPermissions(who: {
  readonly botId: string;
  readonly own: readonly string[];
  readonly roles: z.infer<typeof Roles>;
  readonly channel: z.infer<typeof Channel>;
}): readonly string[] {
  const held = heldPermissions(who);
  if ((held & ADMINISTRATOR) !== 0n) return [];
  return Object.entries(NEEDED).flatMap(([name, bit]) => ((held & bit) === 0n ? [name] : []));
}

/** Everyone's words first, then those of all roles together, then those about the bot itself. */
function heldPermissions({
  botId,
  own,
  roles,
  channel,
}: Parameters<typeof missingPermissions>[0]): bigint {
  const everyone = channel.guild_id;
  const base = roles
    .filter(({ id }) => id === everyone || own.includes(id))
    .reduce((sum, { permissions }) => sum | permissions, 0n);
  if ((base & ADMINISTRATOR) !== 0n) return base;
  const words = channel.permission_overwrites;
  const layers = [
    words.filter(({ id }) => id === everyone),
    words.filter(({ id }) => id !== everyone && own.includes(id)),
    words.filter(({ id }) => id === botId),
  ];
  return layers.reduce((held, layer) => {
    const deny = layer.reduce((sum, one) => sum | one.deny, 0n);
    const allow = layer.reduce((sum, one) => sum | one.allow, 0n);
    return (held & ~deny) | allow;
  }, base);
}
