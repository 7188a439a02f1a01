// A model answers in Slack and in Discord until somebody presses Stop there: real clients on both sides, one engine between them.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDiscord, CHANNEL as THERE } from '../bot/surfaces/discord/discord-setup.ts';
import { startSlack } from '../bot/surfaces/slack/slack-setup.ts';
import { aPress as aDiscordPress, USER } from '../support/discord-payloads.ts';
import { readComponents } from '../support/discord-reading.ts';
import { APP_ID, GUILD_ID } from '../support/discord-world.ts';
import { eventually } from '../support/eventually.ts';
import { aMessage, aPress } from '../support/slack-payloads.ts';
import { readBlocks } from '../support/slack-reading.ts';
import { ODD, startWorldWithModel } from '../support/world-with-model.ts';

let at: Awaited<ReturnType<typeof startWorldWithModel>>;

beforeEach(async () => {
  at = await startWorldWithModel((asked) =>
    asked.length === 1
      ? { calls: [{ name: 'customer_show', args: { who: 'person_1' } }] }
      : { text: 'It is person_1. She is dear. And', staysOpen: true },
  );
});
afterEach(() => at.stop());

describe('an answer in the making', () => {
  it('is streamed into a Slack channel, masked, and stopped by its button', async () => {
    const slack = await startSlack({ mode: 'socket', router: at.world.router });
    at.open.push(slack);
    const standing = () => slack.fake.messages().at(-1);
    await slack.fake.push('events_api', aMessage({ text: `<@UBOT> ${ODD}` }));
    await eventually(() => expect(standing()?.stream?.text).toContain('dear'));
    const during = standing();
    const [stop] = readBlocks(during?.blocks).buttons;
    await slack.fake.push('interactive', aPress({ value: stop?.value ?? '' }));
    await eventually(() => expect(readBlocks(standing()?.blocks).text).toContain('Stopped'));

    expect(during?.stream?.text).toContain('It is m…a@example.com. She is dear.');
    const task = { title: 'customer show', status: 'complete' };
    expect(during?.stream?.tasks.at(-1)).toMatchObject(task);
    const end = readBlocks(standing()?.blocks);
    expect(end.text).toContain('It is m…a@example.com. She is dear.');
    expect(end.text).toContain('Stopped by Maria.');
    expect(end.buttons).toMatchObject([{ label: 'Open: customer show m…a@example.com' }]);
    expect(slack.fake.messages()).toHaveLength(1);
    await eventually(() => expect(at.model.cut()).toBe(1));
  });

  it('is edited in a Discord channel, masked, and stopped by its button', async () => {
    const discord = await startDiscord({ transport: 'gateway', router: at.world.router });
    at.open.push(discord);
    const standing = () =>
      readComponents(
        [
          ...discord.fake.calls(`POST /channels/${THERE}/messages`),
          ...discord.fake.calls(`PATCH /channels/${THERE}/messages`),
        ].at(-1)?.body['components'],
      );
    await discord.fake.write({
      id: '900000000000000778',
      channel_id: THERE,
      guild_id: GUILD_ID,
      type: 0,
      content: `<@${APP_ID}> ${ODD}`,
      author: { id: USER, username: 'maria' },
      member: { roles: [], pending: false },
      mentions: [{ id: APP_ID }],
    });
    await eventually(() => expect(standing().text).toContain('dear'));
    const during = standing();
    await discord.deliver(aDiscordPress(during.buttons[0]?.id ?? ''));
    await eventually(() => expect(standing().text).toContain('Stopped by Maria.'));

    expect(during.text).toContain('m…a@example.com');
    expect(during.text).not.toContain('maria@example.com');
    expect(during.text).toContain('customer show');
    expect(standing().buttons).toMatchObject([{ label: 'Open: customer show m…a@example.com' }]);
    await eventually(() => expect(at.model.cut()).toBe(1));
  });
});
