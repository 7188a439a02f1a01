// A shop of the merchant's own making: signed events in; what is approved goes out signed, or is asked of a person.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DATABASES } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { CHANNELS, EVENTS_SECRET, type Journey, PEOPLE, startJourney } from '../support/journey.ts';
import {
  buttonsOf,
  cardIn,
  press,
  pressAndHear,
  type Seen,
  typeAndHear,
} from '../support/slack-hands.ts';

const Action = z.object({
  type: z.string(),
  timestamp: z.iso.datetime(),
  data: z.record(z.string(), z.unknown()),
});
type Action = z.infer<typeof Action>;

const GUEST = 'U_GUEST';
const KIM = { id: 'kim-1', email: 'kim@customer.example', firstName: 'Kim' };

describe.each(DATABASES)('on the %s database, with an address for actions', (database) => {
  let journey: Journey;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  beforeAll(async () => {
    receiver = await startReceiver();
    journey = await startJourney({
      database,
      slack: 'http',
      env: { EVENTS_ACTIONS_URL: receiver.url },
    });
    journey.slack.users.set(GUEST, { is_restricted: true });
    await journey.shopSends(aBigOrder());
    await journey.settled();
  });
  afterAll(async () => {
    await journey.stop();
    await receiver.stop();
  });

  it('posts what needs no approval at once, signed', () => {
    expect(receiver.actions).toMatchObject([
      { type: 'customer.tag', data: { customer: { id: KIM.id }, tag: 'VIP' } },
    ]);
  });

  it('answers a guest with a refusal that stands in the audit log', async () => {
    const card = cardIn(journey, CHANNELS.approvals);
    const answer = await pressAndHear(journey, GUEST, card, 'Approve');

    expect(answer.text).toContain('Guests of this workspace cannot use Regulars.');
    const { json } = await journey.command('audit', 'list');
    expect(json).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'access.refused', actor: `slack:${GUEST}` }),
      ]),
    );
    expect(receiver.actions).toHaveLength(1);
  });

  it('takes the decision as a slash command, and posts the code before the mail names it', async () => {
    const id = await approvalId(journey);
    const toAna = await typeAndHear(journey, PEOPLE.ana, '/approval', `approve ${id}`);
    const toMaria = await typeAndHear(journey, PEOPLE.maria, '/approval', `approve ${id}`);

    await eventually(() => expect(journey.mails).toHaveLength(1));
    await journey.settled();
    expect(toAna.to).toBe('ephemeral');
    expect(toAna.text).toContain('Not for your role');
    expect(toMaria.to).toBe('in_channel');
    expect(toMaria.text).toContain(': approved');
    const made = receiver.actions.filter(({ type }) => type === 'discount.create');
    expect(made).toMatchObject([
      { data: { percent: 50, uses: 1, customer: { id: KIM.id }, code: expect.any(String) } },
    ]);
    expect(journey.mails[0]?.raw).toContain(String(made[0]?.data['code']));
    expect(buttonsOf(cardIn(journey, CHANNELS.approvals))).not.toContain('Approve');
  });

  it('answers who asks for the customer with the profile', async () => {
    const answer = await typeAndHear(
      journey,
      PEOPLE.vera,
      '/customer',
      'show kim@customer.example',
    );

    expect(answer.text).toContain('Kim');
    expect(answer.text).toContain('$9,000.00');
    expect(answer.active).toEqual([]);
  });
});

describe.each(DATABASES)('on the %s database, without an address for actions', (database) => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ database, slack: 'socket' });
    await journey.shopSends(aBigOrder());
    await journey.settled();
  });
  afterAll(() => journey.stop());

  it('asks a teammate to make the code, and sends the mail once they say that it is done', async () => {
    await press(journey, PEOPLE.maria, cardIn(journey, CHANNELS.approvals), 'Approve');
    await eventually(() => expect(buttonsOf(approvalCard())).toContain('Done'));
    await journey.settled();
    expect(journey.mails).toEqual([]);

    await press(journey, PEOPLE.tom, approvalCard(), 'Done');

    await eventually(() => expect(journey.mails).toHaveLength(1));
    await journey.settled();
    const { json } = await journey.command('approval', 'list');
    expect(json).toMatchObject([
      { status: 'done', steps: [{ status: 'done' }, { status: 'done' }] },
    ]);
  });

  function approvalCard(): Seen {
    return cardIn(journey, CHANNELS.approvals);
  }
});

async function approvalId(journey: Journey): Promise<string> {
  const { json } = await journey.command('approval', 'list');
  return z.tuple([z.looseObject({ id: z.string() })]).parse(json)[0].id;
}

function aBigOrder() {
  const at = new Date().toISOString();
  const customer = { ...KIM, emailConsent: 'subscribed' };
  const items = [{ productId: 'p-1', title: 'Blue Train', quantity: 1, price: '9000.00' }];
  const order = { id: 'own-1', customer, currency: 'USD', total: '9000.00', placedAt: at, items };
  return { type: 'order.paid', timestamp: at, data: order };
}

/** The merchant's own receiver: proves each message by the public library, and keeps it. */
async function startReceiver() {
  const actions: Action[] = [];
  const webhook = new Webhook(EVENTS_SECRET);
  const server = createServer(async (request, response) => {
    const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
    const message = webhook.verify(await text(request), Object.fromEntries(headers));
    actions.push(Action.parse(message));
    response.end(JSON.stringify({ id: `made-${actions.length}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.int() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/actions`,
    actions,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
