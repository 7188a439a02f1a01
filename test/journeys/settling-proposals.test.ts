// What a model's answer proposes is settled piece by piece where it stands: in Slack, in Discord, in the workspace.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWorkspaceRoutes } from '#bot/surfaces/workspace/routes.ts';
import { startDiscord, CHANNEL as THERE } from '../bot/surfaces/discord/discord-setup.ts';
import { startSlack } from '../bot/surfaces/slack/slack-setup.ts';
import {
  aPress as aDiscordPress,
  aSubmission as aModalSent,
  USER,
} from '../support/discord-payloads.ts';
import { readComponents } from '../support/discord-reading.ts';
import { APP_ID, GUILD_ID } from '../support/discord-world.ts';
import { eventually } from '../support/eventually.ts';
import { aMessage, aPress, aSubmission } from '../support/slack-payloads.ts';
import { readBlocks } from '../support/slack-reading.ts';
import { aPost, bodyOf, call, workspaceOptions } from '../support/workspace.ts';
import { ODD, startWorldWithModel } from '../support/world-with-model.ts';

const OWN = ['Confirm', 'Edit', 'Cancel'];

let at: Awaited<ReturnType<typeof startWorldWithModel>>;

beforeEach(async () => {
  at = await startWorldWithModel((asked) =>
    asked.length === 1
      ? {
          calls: [
            { name: 'customer_tag', args: { who: 'person_1', tag: 'dear' } },
            { name: 'customer_note', args: { who: 'person_1', text: 'Likes blue' } },
          ],
        }
      : { text: 'person_1 is dear. Two things are proposed.' },
  );
});
afterEach(() => at.stop());

type Shown = ReturnType<typeof readBlocks>;

/** The buttons of proposals, without the two that ask what somebody thinks of the answer. */
function ownOf({ buttons }: { readonly buttons: readonly { readonly label: string }[] }) {
  return buttons.map(({ label }) => label).filter((label) => OWN.includes(label));
}

async function timelineOf(who: string): Promise<string> {
  const reply = await at.world.router.handle(
    { person: 'You', name: 'You', role: 'admin', surface: 'terminal' },
    { kind: 'line', line: `customer timeline ${who}` },
  );
  return reply.kind === 'card' ? JSON.stringify(reply.json) : '';
}

describe('the proposals below an answer', () => {
  it('are settled one after the other in a Slack channel, masked, also by a form', async () => {
    const slack = await startSlack({ mode: 'socket', router: at.world.router });
    at.open.push(slack);
    const { fake } = slack;
    const press = (shown: Shown, label: string) => {
      const value = shown.buttons.find((one) => one.label === label)?.value ?? '';
      return fake.push('interactive', aPress({ value, responseUrl: fake.responseUrl() }));
    };
    await fake.push('events_api', aMessage({ text: `<@UBOT> ${ODD}` }));
    const answered = await eventually(() => {
      const shown = readBlocks(fake.messages().at(-1)?.blocks);
      expect(ownOf(shown)).toEqual(['Confirm', 'Cancel', ...OWN]);
      return shown;
    });

    await press(answered, 'Confirm');
    const first = await fake.nextCall('response_url');
    await fake.nextCall('response_url');
    const stamped = readBlocks(first.args['blocks']);
    await press(stamped, 'Edit');
    const { args } = await fake.nextCall('views.open');
    const viewId = [...fake.views().keys()].at(-1) ?? '';
    const values = { text: { type: 'plain_text_input', value: 'Likes red' } };
    await fake.push('interactive', aSubmission({ view: args['view'], viewId, values }));
    const second = await fake.nextCall('response_url');

    expect(first.args).toMatchObject({ replace_original: true });
    expect(stamped.text).toContain('m…a@example.com is dear.');
    expect(stamped.text).toContain('Confirmed by Maria.');
    expect(ownOf(stamped)).toEqual(OWN);
    expect(second.args).toMatchObject({ replace_original: true });
    const end = readBlocks(second.args['blocks']);
    expect(end.text).toContain('m…a@example.com is dear.');
    expect(end.text.split('Confirmed by Maria.')).toHaveLength(3);
    expect(end.text).toContain('Likes red');
    expect(ownOf(end)).toEqual([]);
    expect(await timelineOf('maria@example.com')).toContain('Likes red');
  });

  it('keep the answer unmasked where only who pressed sees it', async () => {
    const slack = await startSlack({ mode: 'socket', router: at.world.router });
    at.open.push(slack);
    const { fake } = slack;
    await fake.push('events_api', aMessage({ text: ODD, isDirect: true }));
    const answered = await eventually(() => {
      const shown = readBlocks(fake.messages().at(-1)?.blocks);
      expect(ownOf(shown)).toEqual(['Confirm', 'Cancel', ...OWN]);
      return shown;
    });
    const value = answered.buttons.find(({ label }) => label === 'Cancel')?.value ?? '';
    const responseUrl = fake.responseUrl();
    await fake.push('interactive', {
      ...aPress({ value, responseUrl }),
      channel: { id: 'D1' },
    });

    const { args } = await fake.nextCall('response_url');
    const stamped = readBlocks(args['blocks']);
    expect(stamped.text).toContain('maria@example.com is dear.');
    expect(stamped.text).toContain('Cancelled by Maria.');
    expect(ownOf(stamped)).toEqual(OWN);
  });

  it('are settled one after the other in a Discord channel, masked, also by a form', async () => {
    const discord = await startDiscord({ transport: 'gateway', router: at.world.router });
    at.open.push(discord);
    const { fake } = discord;
    const idOf = (shown: ReturnType<typeof readComponents>, label: string) =>
      shown.buttons.find((one) => one.label === label)?.id ?? '';
    const drawn = (answer: { readonly callback: { readonly data?: unknown } }) =>
      readComponents(Object(answer.callback.data).components);
    await fake.write({
      id: '900000000000000779',
      channel_id: THERE,
      guild_id: GUILD_ID,
      type: 0,
      content: `<@${APP_ID}> ${ODD}`,
      author: { id: USER, username: 'maria' },
      member: { roles: [], pending: false },
      mentions: [{ id: APP_ID }],
    });
    const answered = await eventually(() => {
      const calls = [
        ...fake.calls(`POST /channels/${THERE}/messages`),
        ...fake.calls(`PATCH /channels/${THERE}/messages`),
      ];
      const shown = readComponents(calls.at(-1)?.body['components']);
      expect(ownOf(shown)).toEqual(['Confirm', 'Cancel', ...OWN]);
      return shown;
    });

    const first = await discord.deliver(aDiscordPress(idOf(answered, 'Confirm')));
    const stamped = drawn(first);
    const opened = await discord.deliver(aDiscordPress(idOf(stamped, 'Edit')));
    const second = await discord.deliver(aModalSent(opened.callback.data, { text: 'Likes red' }));

    expect([first.callback.type, second.callback.type]).toEqual([7, 7]);
    expect(stamped.text).toContain('m…a@example.com is dear.');
    expect(stamped.text).toContain('Confirmed by Maria.');
    expect(ownOf(stamped)).toEqual(OWN);
    const end = drawn(second);
    expect(end.text).toContain('is dear.');
    expect(end.text.split('Confirmed by Maria.')).toHaveLength(3);
    expect(ownOf(end)).toEqual([]);
  });

  it('are settled one after the other in the workspace, also by a form', async () => {
    const routes = createWorkspaceRoutes(workspaceOptions({ router: at.world.router }));
    const post = async (path: string, fields: Record<string, string>) =>
      bodyOf(await call(routes, aPost(path, { channel: 'vips', ...fields })));
    const buttonValue = (page: string, label: string) =>
      new RegExp(`value="([^"]+)"[^>]*>(?:<[^>]+>)*\\s*${label}<`).exec(page)?.[1] ?? label;

    const answered = await post('/workspace/line', { line: ODD });
    const confirm = buttonValue(answered, 'Confirm');
    const stamped = await post('/workspace/press', { action: confirm });
    const edit = buttonValue(stamped, 'Edit');
    const dialog = await post('/workspace/press', { action: edit });
    const action = /name="action" value="([^"]+)"/.exec(dialog)?.[1] ?? '';
    const end = await post('/workspace/submit', { action, 'value.text': 'Likes red' });

    expect(stamped).toContain(`hx-target=".whisper:has(button[value=&#39;${confirm}&#39;])"`);
    expect(stamped).toContain('maria@example.com is dear.');
    expect(stamped).toContain('Confirmed by You.');
    expect(end).toContain(`hx-target=".whisper:has(button[value=&#39;${edit}&#39;])"`);
    expect(end.split('Confirmed by You.')).toHaveLength(3);
    expect(end).toContain('Likes red');
  });
});
