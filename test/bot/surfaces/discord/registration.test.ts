// Registering the commands: only what differs is written, and nothing of others' is taken away.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCommands } from '#bot/commands/registry.ts';
import { createDiscordClient } from '#bot/surfaces/discord/client.ts';
import { applicationCommands, type Registry } from '#bot/surfaces/discord/commands.ts';
import { registerCommands } from '#bot/surfaces/discord/registration.ts';
import { wordsIn } from '#bot/words/languages.ts';
import { APP_ID, GUILD_ID } from '../../../support/discord-world.ts';
import { type FakeDiscord, startFakeDiscord } from '../../../support/fake-discord.ts';
import { aConfig } from './discord-setup.ts';

const COMMANDS: Registry['commandsIn'] = (language) => createCommands(wordsIn(language));
let fake: FakeDiscord;
let remembered: unknown;
beforeEach(async () => {
  remembered = null;
  fake = await startFakeDiscord();
});
afterEach(() => fake.stop());

async function register(guildId: string | null, commandsIn = COMMANDS) {
  const scope = guildId === null ? 'global' : 'guild';
  return registerCommands({
    client: await createDiscordClient(aConfig(fake, { applicationId: null })),
    guildId,
    wanted: applicationCommands({ commandsIn, language: 'en', scope }),
    memory: {
      read: async () => remembered,
      write: async (value) => {
        remembered = value;
      },
    },
  });
}

function namesIn(scope: string): readonly unknown[] {
  return [...(fake.world.commands.get(scope)?.values() ?? [])].map(({ name }) => name);
}

/** Somebody else's command in the same application. */
function addForeign(): void {
  const foreign = { name: 'weather', type: 1, description: 'Rain or shine' };
  fake.world.carryOut('POST', `/applications/${APP_ID}/guilds/${GUILD_ID}/commands`, foreign);
}

describe('registerCommands', () => {
  it('writes all of them to a new server, and nothing the second time', async () => {
    const first = await register(GUILD_ID);
    const second = await register(GUILD_ID);

    expect(first.written).toBe(namesIn(GUILD_ID).length);
    expect(namesIn(GUILD_ID)).toContain('customer');
    expect(second).toEqual({ written: 0, deleted: 0 });
  });

  it('writes anew the one that somebody has changed', async () => {
    await register(GUILD_ID);
    const changed = { name: 'pause', type: 1, description: 'Coffee' };
    fake.world.carryOut('POST', `/applications/${APP_ID}/guilds/${GUILD_ID}/commands`, changed);

    expect(await register(GUILD_ID)).toEqual({ written: 1, deleted: 0 });
  });

  it('takes away a command of ours that is no more, and leaves those of others', async () => {
    addForeign();
    await register(GUILD_ID);

    const result = await register(GUILD_ID, (language) =>
      COMMANDS(language).filter(({ name }) => name !== 'pause'),
    );

    expect(result).toEqual({ written: 0, deleted: 1 });
    expect(namesIn(GUILD_ID)).not.toContain('pause');
    expect(namesIn(GUILD_ID)).toContain('weather');
  });

  it('moves its commands when a server is named later, so that none stands there twice', async () => {
    await register(null);
    await register(GUILD_ID);

    expect(namesIn('global')).toEqual([]);
    expect(namesIn(GUILD_ID)).toContain('customer');
  });
});
