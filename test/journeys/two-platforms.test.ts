// One truth on Slack, Discord and the workspace: what is decided on one shows on all, and of two who decide at once one wins.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DATABASES } from '../support/database.ts';
import {
  act,
  buttonsOf,
  cardIn,
  type DiscordHands,
  heard,
  press,
  type Seen,
  saysSomething,
  threadOf,
} from '../support/discord-hands.ts';
import { aCommand, aPress, aSubmission, aTyping, PUBLIC_KEY } from '../support/discord-payloads.ts';
import { readComponents } from '../support/discord-reading.ts';
import { type Answered, APP_ID, GUILD_ID, TOKEN } from '../support/discord-world.ts';
import { eventually } from '../support/eventually.ts';
import { type FakeDiscord, startFakeDiscord } from '../support/fake-discord.ts';
import {
  CHANNELS,
  DISCORD_CHANNELS,
  DISCORD_PEOPLE,
  type Journey,
  PEOPLE,
  startJourney,
} from '../support/journey.ts';
import { inStore, LENA, OMAR, STORE_CUSTOMERS, STORE_ORDERS } from '../support/shop-people.ts';
import { type Buyer, orderBody, shopifyBody } from '../support/shopify-bodies.ts';
import * as slackHands from '../support/slack-hands.ts';
import { aTabOpened } from '../support/slack-payloads.ts';

const VARIANTS = DATABASES.flatMap((database) =>
  (['gateway', 'http'] as const).map((transport) => ({ database, transport })),
);

/** Who spend enough at once to be promoted. */
const NORA = {
  ...{ id: '706405506930370087', email: 'nora@customer.example', first: 'Nora', last: 'Quist' },
};
const PIA = {
  ...{ id: '706405506930370088', email: 'pia@customer.example', first: 'Pia', last: 'Storm' },
};

describe.each(VARIANTS)('on the $database database, with Discord over $transport', (variant) => {
  let fake: FakeDiscord;
  let journey: Journey;
  let hands: DiscordHands;
  /** The approval card as it was before anybody decided. */
  let undecided: Seen;

  beforeAll(async () => {
    fake = await startFakeDiscord();
    for (const channel of Object.values(DISCORD_CHANNELS)) fake.world.addChannel(channel);
    journey = await startJourney({
      database: variant.database,
      slack: 'socket',
      env: {
        DISCORD_TOKEN: TOKEN,
        DISCORD_APPLICATION_ID: APP_ID,
        DISCORD_GUILD_ID: GUILD_ID,
        DISCORD_API_URL: fake.apiUrl,
        ...(variant.transport === 'http' ? { DISCORD_PUBLIC_KEY: PUBLIC_KEY } : {}),
      },
    });
    hands = { fake, url: variant.transport === 'http' ? journey.url : null };
    journey.shopify.customers.push(...STORE_CUSTOMERS);
    journey.shopify.orders.push(...STORE_ORDERS);
    await fake.connected();
  });
  afterAll(async () => {
    await journey.stop();
    await fake.stop();
  });

  it('is ready on all of them, with the commands registered', async () => {
    const { json } = await eventually(async () => {
      const answer = await journey.visit('/readyz');
      expect(answer.status).toBe(200);
      return answer;
    });

    expect(json).toMatchObject({ surfaces: ['workspace', 'slack', 'discord'] });
    expect(fake.world.commands.get(GUILD_ID)?.size).toBeGreaterThan(10);
  });

  it('brings an event to each, also where Discord is away for a moment', async () => {
    fake.trouble(`POST /channels/${DISCORD_CHANNELS.approvals}`, { kind: 'status', status: 503 });

    await journey.shopifySends('orders/paid', buys(LENA, '9007199254740993003', '1500.00'));

    await journey.settled();
    undecided = cardIn(fake, DISCORD_CHANNELS.approvals);
    expect(undecided.text).toContain('50 % off');
    expect(buttonsOf(undecided)).toEqual(expect.arrayContaining(['Approve', 'Edit', 'Reject']));
    expect(undecided.active).toEqual([]);
    expect(cardIn(fake, DISCORD_CHANNELS.vips).text).toContain('Lena Berg');
    expect(slackHands.cardIn(journey, CHANNELS.approvals).text).toContain('50 % off');
    expect(await workspace('approvals')).toContain('50 % off');
  });

  it('refuses who may not approve, to their face only', async () => {
    const toVera = await press(hands, DISCORD_PEOPLE.vera, undecided, 'Approve');

    expect(heard(toVera)).toContain('Not for your role');
    expect(isPrivate(toVera)).toBe(true);
    expect(journey.shopify.codes.size).toBe(0);
  });

  it('shows what was approved in Discord everywhere, stamped with who', async () => {
    await press(hands, DISCORD_PEOPLE.maria, undecided, 'Approve');

    await eventually(() => expect(journey.mails).toHaveLength(1));
    await journey.settled();
    const card = cardIn(fake, DISCORD_CHANNELS.approvals);
    expect(card.id).toBe(undecided.id);
    expect(buttonsOf(card)).not.toContain('Approve');
    for (const shown of [
      card.text,
      cardIn(fake, DISCORD_CHANNELS.vips).text,
      slackHands.cardIn(journey, CHANNELS.approvals).text,
      await workspace('approvals'),
    ])
      expect(shown).toContain('Approved by Maria');
  });

  it('works a case through a form, and says what happens later in its thread', async () => {
    await journey.shopifySends('returns/request', shopifyBody('returns-request.json'));
    await journey.settled();
    const card = cardIn(fake, DISCORD_CHANNELS.refunds);

    const opened = await press(hands, DISCORD_PEOPLE.ana, card, 'Note');
    const text = 'Called them, <@&1> *will* wait';
    const sent = aSubmission(opened.callback.data, { text }, { user: DISCORD_PEOPLE.ana });
    await act(hands, sent);

    const line = await eventually(() => {
      const [said] = threadOf(fake, card);
      if (said === undefined) throw new Error('nothing was said in the thread');
      return said;
    });
    await journey.settled();
    expect(opened.callback.type).toBe(9);
    expect(line.text).toContain(text);
    expect(line.active).toEqual([]);
    expect(slackHands.threadOf(journey, slackHands.cardIn(journey, CHANNELS.refunds))).toHaveLength(
      1,
    );
  });

  it('lets one of two win who approve at once on two platforms, and tells the other who', async () => {
    const offer = { options: ['exchange', 'store-credit'], amount: '60', line: 'I am sorry.' };
    const refund = cardIn(fake, DISCORD_CHANNELS.refunds);
    const opened = await press(hands, DISCORD_PEOPLE.ana, refund, 'Offer alternatives');
    await act(hands, aSubmission(opened.callback.data, offer, { user: DISCORD_PEOPLE.ana }));
    const inDiscord = await eventually(() =>
      cardIn(fake, DISCORD_CHANNELS.approvals, 'Your return'),
    );
    await journey.settled();
    const inSlack = slackHands.cardIn(journey, CHANNELS.approvals, 'Your return');
    const before = journey.slack.calls('response_url').length;

    const [answer] = await Promise.all([
      press(hands, DISCORD_PEOPLE.maria, inDiscord, 'Approve'),
      slackHands.press(journey, PEOPLE.tom, inSlack, 'Approve'),
    ]);

    await eventually(() => expect(journey.mails).toHaveLength(2));
    await journey.settled();
    const text = cardIn(fake, DISCORD_CHANNELS.approvals, 'Your return').text;
    const winner = text.includes('Approved by Maria') ? 'Maria' : 'Tom';
    expect(text).toContain(`Approved by ${winner}`);
    expect(slackHands.cardIn(journey, CHANNELS.approvals, 'Your return').text).toContain(
      `Approved by ${winner}`,
    );
    const toMaria = heard(answer);
    const toTom = JSON.stringify(journey.slack.calls('response_url').slice(before));
    const [toWinner, toLoser] = winner === 'Maria' ? [toMaria, toTom] : [toTom, toMaria];
    expect(toLoser).toContain('It was decided already.');
    expect(toLoser).toContain(`Approved by ${winner}`);
    expect(toWinner).not.toContain('decided already');
    expect(journey.mails).toHaveLength(2);
  });

  it.each([
    { where: 'Slack', by: 'Tom', buyer: NORA, down: ['Discord'] },
    { where: 'the workspace', by: 'You', buyer: PIA, down: ['Slack', 'Discord'] },
  ])(
    'shows what was approved in $where everywhere, also on $down that was down at that moment',
    async ({ by, buyer, down }) => {
      journey.shopify.customers.push(inStore(buyer, { subscribed: true }));
      await journey.shopifySends(
        'orders/paid',
        buys(buyer, `90071992547409940${buyer.id.slice(-2)}`),
      );
      await journey.settled();
      const mails = journey.mails.length;
      const inDiscord = cardIn(fake, DISCORD_CHANNELS.approvals, buyer.first);
      const inSlack = slackHands.cardIn(journey, CHANNELS.approvals, buyer.first);
      fake.trouble(`PATCH /channels/${DISCORD_CHANNELS.approvals}`, {
        kind: 'status',
        status: 503,
      });
      if (down.includes('Slack'))
        journey.slack.trouble('chat.update', { kind: 'status', status: 503 });

      if (by === 'Tom') await slackHands.press(journey, PEOPLE.tom, inSlack, 'Approve');
      else await pressInWorkspace('approvals', buyer.first, 'Approve');

      await eventually(() => expect(journey.mails).toHaveLength(mails + 1));
      await journey.settled();
      const shown = [
        cardIn(fake, DISCORD_CHANNELS.approvals, buyer.first),
        slackHands.cardIn(journey, CHANNELS.approvals, buyer.first),
      ];
      expect([shown[0], shown[1]]).toMatchObject([{ id: inDiscord.id }, { ts: inSlack.ts }]);
      for (const text of [
        ...shown.map((card) => card.text),
        await articleOf('approvals', buyer.first),
      ])
        expect(text).toContain(`Approved by ${by}`);
    },
  );

  it('answers a slash command privately, and completes what is typed in its field', async () => {
    const by = { user: DISCORD_PEOPLE.vera };

    const shown = await act(
      hands,
      aCommand('customer show', { who: OMAR.email }, by),
      saysSomething,
    );
    const typing = await act(hands, aTyping('customer show', 'who', { who: 'Omar' }, by));

    expect(heard(shown)).toContain('Omar Haddad');
    expect(isPrivate(shown)).toBe(true);
    expect(typing.callback.data).toEqual({
      choices: [{ name: `Omar Haddad · ${OMAR.email}`, value: OMAR.email }],
    });
  });

  it('welcomes whoever opens the messages in Slack once, with what they can ask by a press', async () => {
    const opened = (tab: 'home' | 'messages', id: string) =>
      journey.slackSends(aTabOpened(tab, id, PEOPLE.ana));
    await opened('messages', 'EvA');
    const welcome = await eventually(() => slackHands.cardIn(journey, 'D1'));
    await opened('messages', 'EvB');
    await opened('home', 'EvC');
    await eventually(() => expect(journey.slack.calls('views.publish')).not.toHaveLength(0));

    const button = 'Who are our best customers?';
    const answer = await slackHands.pressAndHear(journey, PEOPLE.ana, welcome, button);

    expect(welcome.text).toContain('Ask me about customers');
    expect(slackHands.cardsIn(journey, 'D1')).toHaveLength(1);
    expect(answer.text).toContain('customer top');
  });

  it('says in Discord, too, what can be asked, to who asks and by a press', async () => {
    const by = { user: DISCORD_PEOPLE.vera };
    const offered = await act(hands, aCommand('ask', {}, by), saysSomething);
    const { buttons } = readComponents(Object(offered.callback.data).components);
    const pressed = aPress(buttons.at(-1)?.id ?? '', { ...by, isEphemeral: true });

    const answer = await act(hands, pressed, saysSomething);

    expect(heard(offered)).toContain('Ask me about customers');
    expect(buttons).toHaveLength(4);
    expect([offered, answer].every(isPrivate)).toBe(true);
    expect(heard(answer)).toContain('Understood as');
  });

  it('draws the months of a back-test on both, and says in words what is on the picture', async () => {
    const words = /Firings by month\. \d{4}-\d\d: \d/;
    const name = 'vip-promotion';

    // The first picture of a process that has just started may come too late for its card.
    const inSlack = await eventually(async () => {
      const said = await slackHands.typeAndHear(
        journey,
        PEOPLE.tom,
        '/automation',
        `backtest ${name}`,
      );
      expect(said.text).toMatch(words);
      return said;
    });
    const inDiscord = await act(
      hands,
      aCommand('automation backtest', { name }, { user: DISCORD_PEOPLE.tom }),
      ({ edits }) => edits.length > 0,
    );

    expect(heard(inDiscord)).toMatch(words);
    expect(inSlack.text).not.toContain('█');
    const [file] = journey.slack.files.values();
    expect(journey.slack.files.size).toBe(1);
    expect(file?.bytes.includes(Buffer.from('\x89PNG', 'latin1'))).toBe(true);
  });

  it('keeps people and secrets out of the log of the process', () => {
    const lines = JSON.stringify(journey.log.lines);

    expect(lines).not.toMatch(/lena|omar|nora|quist|customer\.example/i);
    expect(lines).not.toContain(TOKEN);
    expect(journey.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  /** The card of a customer in the workspace, as markup. */
  async function articleOf(channel: string, name: string): Promise<string> {
    const { text } = await journey.visit(`/c/${channel}`);
    return text.split('<article').find((article) => article.includes(name)) ?? '';
  }

  async function pressInWorkspace(channel: string, name: string, button: string): Promise<void> {
    const pattern = new RegExp(`name="action" value="([^"]*)"[^>]*>${button}<`);
    const [, action = ''] = pattern.exec(await articleOf(channel, name)) ?? [];
    const body = new URLSearchParams({ channel, action });
    const headers = { origin: journey.url };
    await fetch(`${journey.url}/workspace/press`, { method: 'POST', body, headers });
  }

  async function workspace(channel: string): Promise<string> {
    return (await journey.visit(`/c/${channel}`)).text.replace(/<[^>]*>/g, '');
  }
});

function isPrivate({ callback, followUps }: Answered): boolean {
  const Flags = z.object({ flags: z.int().default(0) });
  const first = Flags.safeParse(callback.data).data?.flags ?? 0;
  const later = followUps.map((body) => Flags.parse(body).flags);
  return [first, ...later].some((flags) => (flags & (1 << 6)) !== 0);
}

function buys(buyer: Buyer, id: string, total = '6000.00'): string {
  return orderBody({ id, total, buyer, at: new Date() });
}
