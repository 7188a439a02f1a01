// The manifest in the repository is the one that the registry makes, and Slack would take it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createCommands } from '#bot/commands/registry.ts';
import { slackManifest } from '#bot/surfaces/slack/manifest.ts';
import { de } from '#bot/words/de.ts';
import { en } from '#bot/words/en.ts';
import { faultsOfManifest } from '../../../support/slack-manifest.ts';

const commands = createCommands(en);
const ADDRESS = 'https://bot.example';

describe('slackManifest', () => {
  it('is what manifest.yml holds: run npm run manifest after changing a command', () => {
    expect(parse(readFileSync('manifest.yml', 'utf8'))).toEqual(slackManifest(commands, en));
  });

  it.each([
    ['Socket Mode', slackManifest(commands, en)],
    ['HTTP mode', slackManifest(commands, en, ADDRESS)],
    ['German', slackManifest(createCommands(de), de, ADDRESS)],
  ])('is one that Slack takes, in %s', (_mode, manifest) => {
    expect(faultsOfManifest(manifest)).toEqual([]);
  });

  it('has a slash command for every noun of the registry', () => {
    const { slash_commands } = slackManifest(commands, en).features;
    const nouns = commands
      .filter((one) => one.name.includes(' '))
      .map((one) => one.name.split(' ')[0]);

    expect(slash_commands.map((one) => one.command)).toEqual([
      '/regulars',
      ...new Set(nouns.map((noun) => `/${noun}`)),
    ]);
  });

  it('sends everything to our own route in HTTP mode, also what is typed into a menu', () => {
    const manifest = slackManifest(commands, en, ADDRESS);
    const url = `${ADDRESS}/slack/events`;

    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
    });
    expect(manifest.features.slash_commands.every((one) => 'url' in one && one.url === url)).toBe(
      true,
    );
  });
});

describe('faultsOfManifest', () => {
  const manifest = slackManifest(commands, en, ADDRESS);
  const { oauth_config, settings } = manifest;
  const { request_url: _, ...unreachable } = { request_url: '', ...settings.interactivity };

  it.each([
    ['a key that Slack does not know', { ...manifest, feature: {} }, 'feature'],
    ['a scope that there is not', { ...manifest, oauth_config: withScopes('chat:writes') }, 'bot'],
    [
      'an event without its scope',
      { ...manifest, oauth_config: withScopes() },
      'app_mention: needs',
    ],
    [
      'what Slack could not call',
      { ...manifest, settings: { ...settings, interactivity: unreachable } },
      'interactivity: no address',
    ],
  ])('finds %s', (_what, one, fault) => {
    expect(faultsOfManifest(one).join()).toContain(fault);
  });

  function withScopes(...scopes: readonly string[]) {
    const left = oauth_config.scopes.bot.filter((scope) => scope !== 'app_mentions:read');
    return { scopes: { bot: [...left, ...scopes] } };
  }
});
