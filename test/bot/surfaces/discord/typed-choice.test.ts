// A form whose choice has more options than Discord's menus take: everything in it can still be chosen, in one's own words.
import { afterEach, describe, expect, it } from 'vitest';
import { handOverForm } from '#bot/actions/case-forms.ts';
import { en } from '#bot/words/en.ts';
import { Team } from '#engine/playbook/team.ts';
import { aRouter } from '../../../support/answering-router.ts';
import { aCommand, aPress, aSubmission, USER } from '../../../support/discord-payloads.ts';
import { readComponents } from '../../../support/discord-reading.ts';
import type { Answered } from '../../../support/discord-world.ts';
import { inTurn, startDiscord } from './discord-setup.ts';

const NAMES = Array.from({ length: 28 }, (_, at) => `Person ${at + 1}`);
const TEAM = Team.parse({
  people: [
    { name: 'Maria', roles: ['agent'], discord: USER },
    ...['Ana Lima', 'Anatol', ...NAMES].map((name) => ({ name, roles: ['agent'] })),
  ],
});
const FORM = handOverForm(en, TEAM, 'Maria');

let discord: Awaited<ReturnType<typeof startDiscord>>;
afterEach(() => discord.stop());

/** The form, and the same sent with these words in it. */
async function handOver(typed: string) {
  const router = aRouter(inTurn({ kind: 'form', form: FORM }, { kind: 'done' }));
  discord = await startDiscord({ transport: 'gateway', router, team: TEAM });
  const opened = await discord.deliver(aCommand('case hand-over'));
  const sent = await send(opened, typed);
  const submitted = () => router.asked.flatMap(({ input }) => ('values' in input ? [input] : []));
  return { opened, sent, submitted };
}

function send(opened: Answered, to: string) {
  return discord.deliver(aSubmission(opened.callback.data, { to }, { onMessage: false }));
}

function said({ callback }: Answered) {
  return readComponents(Object(callback.data).components);
}

describe('a choice of more than 25', () => {
  it.each([
    ['Person 28', 'Person 28'],
    ['@person  28 ', 'Person 28'],
    ['Person 2', 'Person 2'],
    ['anat', 'Anatol'],
    ['lima', 'Ana Lima'],
    ['nobody', 'nobody'],
    ['Nobody yet: give them back', 'nobody'],
    ['', ''],
  ])('takes %j for %j', async (typed, to) => {
    const { submitted } = await handOver(typed);

    expect(submitted()).toMatchObject([{ values: { to } }]);
  });

  it.each([
    ['ana', 'Ana Lima and Anatol'],
    ['Anatl', 'Did you mean Anatol?'],
    ['Zoe', 'called “Zoe”'],
  ])('asks again where %j is not one of them, and then takes it', async (typed, why) => {
    const { sent, submitted } = await handOver(typed);
    const [correct] = said(sent).buttons;
    const before = submitted().length;

    const again = await discord.deliver(aPress(correct?.id ?? '', { isEphemeral: true }));
    await send(again, 'Anatol');

    expect(said(sent).text).toContain(why);
    expect(before).toBe(0);
    expect(JSON.stringify(again.callback.data)).toContain(typed);
    expect(submitted()).toMatchObject([{ values: { to: 'Anatol' } }]);
  });

  it('offers first what is no name', async () => {
    const { opened } = await handOver('');

    expect(JSON.stringify(opened.callback.data)).toContain(
      'Write one of them: Nobody yet: give them back, Ana Lima, Anatol, Person 1',
    );
  });
});
