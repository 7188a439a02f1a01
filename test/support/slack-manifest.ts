// What Slack takes as an app's manifest, for the parts that an app like ours has (slackapi/manifest-schema 2.0.0 and
// docs.slack.dev/reference/app-manifest, read November 2026): strict, so that a key, scope or event of no meaning is found.
import { z } from 'zod';

const text = (max: number, min = 1) => z.string().min(min).max(max);
const url = z.url({ protocol: /^https$/ }).max(3000);

/** The events that an app like ours may hear, and the scope without which Slack does not send one. */
const BotEvent = z.enum([
  'app_context_changed',
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'tokens_revoked',
  'agent_session_stopped',
  'channel_shared',
  'channel_unshared',
  'link_shared',
  'message.im',
  'reaction_added',
  'subteam_members_changed',
  'subteam_updated',
]);
const SCOPE_OF: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  channel_shared: 'channels:read',
  channel_unshared: 'channels:read',
  link_shared: 'links:read',
  'message.im': 'im:history',
  reaction_added: 'reactions:read',
  subteam_members_changed: 'usergroups:read',
  subteam_updated: 'usergroups:read',
};

const Scope = z.enum([
  'app_mentions:read',
  'assistant:write',
  'chat:write',
  'commands',
  'users:read',
  'usergroups:read',
  'reactions:read',
  'reactions:write',
  'files:read',
  'files:write',
  'channels:read',
  'channels:history',
  'groups:read',
  'groups:history',
  'im:read',
  'im:write',
  'im:history',
  'links:read',
  'links:write',
]);

const Shortcut = z.strictObject({
  name: text(24),
  type: z.enum(['message', 'global']),
  callback_id: text(255),
  description: text(150),
});

const SlashCommand = z.strictObject({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  url: url.optional(),
  description: text(2000),
  usage_hint: text(1000).optional(),
  should_escape: z.boolean().optional(),
});

const AgentView = z.strictObject({
  agent_description: text(300).optional(),
  suggested_prompts: z
    .array(z.strictObject({ title: text(255), message: text(3000) }))
    .max(4)
    .optional(),
});

const Features = z.strictObject({
  agent_view: AgentView.optional(),
  app_home: z.strictObject({
    home_tab_enabled: z.boolean(),
    messages_tab_enabled: z.boolean(),
    messages_tab_read_only_enabled: z.boolean(),
  }),
  bot_user: z.strictObject({ display_name: text(80), always_online: z.boolean().optional() }),
  shortcuts: z.array(Shortcut).min(1).max(10).refine(areUnique('callback_id')),
  slash_commands: z.array(SlashCommand).min(1).max(50).refine(areUnique('command')),
  unfurl_domains: z
    .array(
      z
        .string()
        .max(255)
        .regex(/^(?![.-])[-a-z0-9.]+[a-z0-9]$/),
    )
    .min(1)
    .max(5),
});

const Settings = z.strictObject({
  event_subscriptions: z.strictObject({
    request_url: url.optional(),
    bot_events: z.array(BotEvent).max(100),
  }),
  interactivity: z.strictObject({
    is_enabled: z.boolean(),
    request_url: url.optional(),
    message_menu_options_url: url.optional(),
  }),
  org_deploy_enabled: z.boolean(),
  socket_mode_enabled: z.boolean(),
  token_rotation_enabled: z.boolean(),
});

const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.literal(1) }),
  display_information: z.strictObject({
    name: text(35),
    description: text(140),
    long_description: text(4000, 175),
    background_color: z.string().regex(/^#(?:[\da-f]{3}){1,2}$/i),
  }),
  features: Features,
  oauth_config: z.strictObject({ scopes: z.strictObject({ bot: z.array(Scope).max(255) }) }),
  settings: Settings,
});
type Manifest = z.infer<typeof Manifest>;

/** Why Slack would not take a manifest, or would not do what it is for; empty when all is well. */
export function faultsOfManifest(manifest: unknown): readonly string[] {
  const read = Manifest.safeParse(manifest);
  if (!read.success)
    return read.error.issues.map((issue) => `${issue.path.join('/')}: ${issue.message}`);
  return [...missingScopes(read.data), ...missingAddresses(read.data)];
}

function missingScopes({ oauth_config, settings }: Manifest): readonly string[] {
  const given = new Set<string>(oauth_config.scopes.bot);
  return settings.event_subscriptions.bot_events.flatMap((event) => {
    const scope = SCOPE_OF[event];
    return scope === undefined || given.has(scope) ? [] : [`${event}: needs ${scope}`];
  });
}

/** Over HTTP Slack calls each thing at an address of its own; over a socket none is named. */
function missingAddresses({ features, settings }: Manifest): readonly string[] {
  const { event_subscriptions: events, interactivity, socket_mode_enabled: isSocket } = settings;
  const addresses = {
    events: events.request_url,
    interactivity: interactivity.request_url,
    menus: interactivity.message_menu_options_url,
    ...Object.fromEntries(features.slash_commands.map((one) => [one.command, one.url])),
  };
  return Object.entries(addresses).flatMap(([what, address]) =>
    (address === undefined) === isSocket ? [] : [`${what}: ${isSocket ? 'has an' : 'no'} address`],
  );
}

function areUnique<Key extends string>(key: Key) {
  return (all: readonly Readonly<Record<Key, string>>[]) =>
    new Set(all.map((one) => one[key])).size === all.length;
}
