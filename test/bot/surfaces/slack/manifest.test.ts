// The manifest in the repository is the one that the registry makes, and Slack would take it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createCommands } from '#bot/commands/registry.ts';
import { slackManifest } from '#bot/surfaces/slack/manifest.ts';
import { en } from '#bot/words/en.ts';

const commands = createCommands(en);

/** The limits of slackapi/manifest-schema v2 for the parts we use. */
const Slash = z.strictObject({
  command: z.string().regex(/^\/[a-z0-9_-]{1,31}$/),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().min(1).max(1000),
  should_escape: z.literal(true),
  url: z.url().optional(),
});

describe('slackManifest', () => {
  it('is what manifest.yml holds: run npm run manifest after changing a command', () => {
    expect(parse(readFileSync('manifest.yml', 'utf8'))).toEqual(slackManifest(commands, en));
  });

  it('has a slash command for every noun of the registry, within Slack’s limits', () => {
    const { slash_commands } = slackManifest(commands, en).features;
    const nouns = commands
      .filter((one) => one.name.includes(' '))
      .map((one) => one.name.split(' ')[0]);

    expect(z.array(Slash).max(50).safeParse(slash_commands).error).toBeUndefined();
    expect(slash_commands.map((one) => one.command)).toEqual([
      '/regulars',
      ...new Set(nouns.map((noun) => `/${noun}`)),
    ]);
  });

  it('sends everything to our own route in HTTP mode, also what is typed into a menu', () => {
    const manifest = slackManifest(commands, en, 'https://bot.example');
    const url = 'https://bot.example/slack/events';

    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url },
      interactivity: { is_enabled: true, request_url: url, message_menu_options_url: url },
    });
    expect(manifest.features.slash_commands.every((one) => 'url' in one && one.url === url)).toBe(
      true,
    );
  });

  it('keeps within the lengths of the app’s own description', () => {
    const { display_information: about } = slackManifest(commands, en);

    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description.length).toBeLessThanOrEqual(140);
    expect(about.long_description.length).toBeGreaterThanOrEqual(175);
  });
});
