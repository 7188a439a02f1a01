// The Slack app's manifest, made from the registry: a command that is not in one is not in the other.
import type { AnyCommand } from '../../command.ts';
import { usageOf } from '../../line/command-arguments.ts';
import { verbsOf } from '../../line/line.ts';
import type { Words } from '../../words/en.ts';
import { clamp } from '../clamp.ts';
import { ANY_COMMAND } from './command-line.ts';
import { SHORTCUTS } from './shortcuts.ts';

/** Slack's limits for a manifest (manifest-schema v2). */
const DESCRIPTION = 2000;
const USAGE_HINT = 1000;

/**
 * What each scope is for: to post and update; commands; who somebody is; roles by group; to find a post again; to see which
 * channels another company reads; to show what links to the shop's admin are about; to be called by name, and to be written
 * to; to upload charts, and to see when they may be shown.
 */
export const SCOPES = [
  'chat:write',
  'commands',
  'users:read',
  'usergroups:read',
  'channels:history',
  'groups:history',
  'channels:read',
  'groups:read',
  'links:read',
  'links:write',
  'app_mentions:read',
  'im:history',
  'files:write',
  'files:read',
] as const;

const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'link_shared',
  'message.im',
  'subteam_members_changed',
  'subteam_updated',
  'tokens_revoked',
] as const;

/** Where shops have their admin: with a domain Slack takes all below it, and at most five. */
const UNFURL_DOMAINS = ['admin.shopify.com', 'myshopify.com'] as const;

/** The manifest for Socket Mode, or with the public address of an installation for HTTP mode. */
export function slackManifest(
  commands: readonly AnyCommand[],
  words: Words,
  publicUrl: string | null = null,
) {
  const at = (key: string) => (publicUrl === null ? {} : { [key]: `${publicUrl}/slack/events` });
  const { appName, description, longDescription, shortcuts } = words.slack;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: appName,
      description,
      long_description: longDescription,
      background_color: '#1d2433',
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: appName, always_online: true },
      slash_commands: slashCommands(commands, words).map((command) => ({
        ...command,
        ...at('url'),
        should_escape: true,
      })),
      shortcuts: SHORTCUTS.map(({ id, type, words: said }) => ({
        name: shortcuts[said].name,
        type,
        callback_id: id,
        description: shortcuts[said].description,
      })),
      unfurl_domains: [...UNFURL_DOMAINS],
    },
    oauth_config: { scopes: { bot: [...SCOPES] } },
    settings: {
      event_subscriptions: { ...at('request_url'), bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...at('request_url'), ...at('message_menu_options_url') },
      org_deploy_enabled: false,
      socket_mode_enabled: publicUrl === null,
      token_rotation_enabled: false,
    },
  };
}

/** One for each noun, and one that takes any line. */
function slashCommands(commands: readonly AnyCommand[], words: Words) {
  const names = commands.map((command) => command.name);
  const alone = names.filter((name) => !name.includes(' '));
  const nouns = [...new Set(names.filter((name) => name.includes(' ')).map(nounOf))];
  const any = {
    command: ANY_COMMAND,
    description: words.slack.anyCommand,
    usage_hint: clamp([...alone, ...nouns.map((noun) => `${noun} …`)].join(' | '), USAGE_HINT),
  };
  return [any, ...nouns.map((noun) => nounCommand(noun, commands, words))];
}

function nounCommand(noun: string, commands: readonly AnyCommand[], words: Words) {
  const own = commands.filter((command) => nounOf(command.name) === noun);
  const usages = own.map((command) => usageOf(command).slice(noun.length + 1));
  return {
    command: `/${noun}`,
    description: clamp(words.slack.nounDescription(verbsOf(commands, noun)), DESCRIPTION),
    usage_hint: clamp(usages.join(' | '), USAGE_HINT),
  };
}

function nounOf(name: string): string {
  return name.split(' ', 1).join('');
}
