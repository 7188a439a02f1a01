// Slack goes away while the team works on in Discord: nothing that was to be shown there is lost.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { act, cardIn, type DiscordHands, press, threadOf } from '../support/discord-hands.ts';
import { aSubmission, PUBLIC_KEY } from '../support/discord-payloads.ts';
import { APP_ID, GUILD_ID, TOKEN } from '../support/discord-world.ts';
import { eventually } from '../support/eventually.ts';
import { type FakeDiscord, startFakeDiscord } from '../support/fake-discord.ts';
import {
  CHANNELS,
  DISCORD_CHANNELS,
  DISCORD_PEOPLE,
  type Journey,
  startJourney,
} from '../support/journey.ts';
import { LENA, STORE_CUSTOMERS, STORE_ORDERS } from '../support/shop-people.ts';
import { orderBody, shopifyBody } from '../support/shopify-bodies.ts';
import * as slackHands from '../support/slack-hands.ts';

describe('while Slack is away', () => {
  let fake: FakeDiscord;
  let journey: Journey;
  let hands: DiscordHands;

  beforeAll(async () => {
    fake = await startFakeDiscord();
    for (const channel of Object.values(DISCORD_CHANNELS)) fake.world.addChannel(channel);
    journey = await startJourney({
      database: 'embedded',
      slack: 'socket',
      env: {
        DISCORD_TOKEN: TOKEN,
        DISCORD_APPLICATION_ID: APP_ID,
        DISCORD_GUILD_ID: GUILD_ID,
        DISCORD_API_URL: fake.apiUrl,
        DISCORD_PUBLIC_KEY: PUBLIC_KEY,
      },
    });
    hands = { fake, url: journey.url };
    journey.shopify.customers.push(...STORE_CUSTOMERS);
    journey.shopify.orders.push(...STORE_ORDERS);
    await fake.connected();
  });
  afterAll(async () => {
    await journey.stop();
    await fake.stop();
  });

  it('goes on in Discord, and Slack shows all of it once it is back', async () => {
    await journey.shopifySends('orders/paid', lenaBuys());
    await journey.settled();
    const undecided = slackHands.cardIn(journey, CHANNELS.approvals);
    journey.slack.setAway(true);

    await press(hands, DISCORD_PEOPLE.maria, cardIn(fake, DISCORD_CHANNELS.approvals), 'Approve');
    await eventually(() => expect(journey.mails).toHaveLength(1));
    await journey.shopifySends('returns/request', shopifyBody('returns-request.json'));
    const request = await eventually(() => cardIn(fake, DISCORD_CHANNELS.refunds));
    const opened = await press(hands, DISCORD_PEOPLE.ana, request, 'Note');
    const note = { text: 'Called them' };
    await act(hands, aSubmission(opened.callback.data, note, { user: DISCORD_PEOPLE.ana }));
    await eventually(() => expect(threadOf(fake, request)).toHaveLength(1));
    const meanwhile = slackHands.cardIn(journey, CHANNELS.approvals);
    const missing = slackHands.cardsIn(journey, CHANNELS.refunds);
    journey.slack.setAway(false);

    await eventually(() => {
      const decided = slackHands.cardIn(journey, CHANNELS.approvals);
      expect(decided.text).toContain('Approved by Maria');
      expect(slackHands.buttonsOf(decided)).not.toContain('Approve');
      const shown = slackHands.cardIn(journey, CHANNELS.refunds);
      const lines = slackHands.threadOf(journey, shown);
      expect(lines.map(({ text }) => text).join()).toContain('Called them');
    });
    expect(meanwhile.text).toBe(undecided.text);
    expect(missing).toEqual([]);
  });
});

function lenaBuys(): string {
  return orderBody({ id: '9007199254740993003', total: '1500.00', buyer: LENA, at: new Date() });
}
