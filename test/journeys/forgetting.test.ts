// A person is forgotten because the shop says so: gone from every answer, and edited out of what stands in Slack.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { CHANNELS, type Journey, PEOPLE, startJourney } from '../support/journey.ts';
import { LENA, OMAR, STORE_CUSTOMERS, STORE_ORDERS } from '../support/shop-people.ts';
import { type Buyer, orderBody, shopifyBody } from '../support/shopify-bodies.ts';
import {
  buttonsOf,
  cardIn,
  cardsIn,
  fillIn,
  press,
  pressAndHear,
  pressAndOpen,
  type Seen,
} from '../support/slack-hands.ts';
import { aMessage } from '../support/slack-payloads.ts';

/** Any of these in an answer or a card is a person who was not forgotten. */
const PERSON = /lena|berg|omar|haddad|customer\.example/i;

/** What would show a person whom we still know. */
const QUESTIONS = [
  ['customer', 'top'],
  ['approval', 'list'],
  ['case', 'list'],
  ['email', 'outbox'],
  ['event', 'list'],
  ['event', 'quarantine'],
  ['audit', 'list'],
] as const;

const HOUR_MS = 3_600_000;

describe.each(DATABASES)('on the %s database', (database) => {
  let journey: Journey;
  /** How many calls had been made to Slack when the shop asked to forget. */
  let callsBefore = 0;
  /** The card of Lena's approval, which nobody decided. */
  let pending: Seen;

  beforeAll(async () => {
    journey = await startJourney({ database, slack: 'socket' });
    journey.shopify.customers.push(...STORE_CUSTOMERS);
    journey.shopify.orders.push(...STORE_ORDERS);
    await journey.shopifySends('orders/paid', order(LENA, '9007199254740993003', '1500.00'));
    await journey.shopifySends('returns/request', shopifyBody('returns-request.json'));
    await journey.settled();
    pending = cardIn(journey, CHANNELS.approvals, 'VIP promotion');
    await offerToOmar();
    await askAbout('Lena Berg');
  });
  afterAll(() => journey.stop());

  it('answers 200 at once and edits every card of theirs, whatever its state', async () => {
    callsBefore = journey.slack.calls().length;
    for (const buyer of [LENA, OMAR])
      expect((await journey.shopifySends('customers/redact', redaction(buyer))).status).toBe(200);

    await journey.settled();
    expect(journey.slack.calls().length).toBeGreaterThan(callsBefore);
    expect(JSON.stringify(journey.slack.calls().slice(callsBefore))).not.toMatch(PERSON);
    for (const { blocks, text } of journey.slack.messages())
      expect(JSON.stringify([blocks, text])).not.toMatch(PERSON);
    for (const card of cardsIn(journey, CHANNELS.approvals))
      expect(buttonsOf(card)).not.toContain('Approve');
  });

  it('knows them by no name, address, id or order any more', async () => {
    for (const who of [LENA.email, 'Lena Berg', LENA.id, OMAR.email, '#1106'])
      expect(await journey.command('customer', 'show', who)).toMatchObject({
        exit: 1,
        json: { error: { code: 'not-found' } },
      });
    for (const question of QUESTIONS)
      expect(JSON.stringify((await journey.command(...question)).json)).not.toMatch(PERSON);
  });

  it('decides nothing by a button that was on a screen, and sends nothing', async () => {
    const answer = await pressAndHear(journey, PEOPLE.maria, pending, 'Approve');

    await journey.settled();
    expect(answer.text).toContain('It was decided already.');
    expect(answer.text).not.toMatch(PERSON);
    expect(journey.mails).toHaveLength(1);
    expect(journey.shopify.codes.size).toBe(0);
  });

  it('brings nobody back for what happened before, however late it is told', async () => {
    const early = { 'x-shopify-triggered-at': new Date(Date.now() - HOUR_MS).toISOString() };
    const late = order(LENA, '9007199254740993009', '7000.00');
    const answers = [
      await journey.shopifySends('orders/paid', late, early),
      await journey.shopifySends('customers/redact', redaction(LENA)),
      await journey.shopifySends('returns/approve', shopifyBody('returns-request.json'), early),
    ];

    await journey.settled();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await journey.command('customer', 'show', LENA.email)).exit).toBe(1);
    expect((await journey.command('customer', 'show', OMAR.email)).exit).toBe(1);
    expect((await journey.command('customer', 'top')).json).toEqual([]);
    expect(JSON.stringify(journey.slack.calls().slice(callsBefore))).not.toMatch(PERSON);
  });

  it('keeps an audit log that is whole, and a log that can be replayed', async () => {
    expect((await journey.command('audit', 'verify')).json).toMatchObject({ ok: true });
    expect((await journey.command('event', 'replay')).json).toMatchObject({ changed: 0 });
    expect(JSON.stringify(journey.log.lines)).not.toMatch(PERSON);
  });

  /** What everybody reads who follows the thread of the question. */
  async function askAbout(name: string): Promise<void> {
    const from = { user: PEOPLE.ana, channel: CHANNELS.sales };
    await journey.slackSends(aMessage({ text: `<@UBOT> show ${name}`, more: from }));
    await eventually(() => {
      const here = journey.slack.messages().filter(({ channel }) => channel === CHANNELS.sales);
      expect(JSON.stringify(here)).toContain(name);
    });
  }

  /** An offer that was sent and answered, so that there are a mail, a thread and a note to clear. */
  async function offerToOmar(): Promise<void> {
    await press(journey, PEOPLE.ana, cardIn(journey, CHANNELS.refunds), 'Take');
    const view = await pressAndOpen(
      journey,
      PEOPLE.ana,
      cardIn(journey, CHANNELS.refunds),
      'Offer alternatives',
    );
    await fillIn(journey, PEOPLE.ana, view, {
      options: { type: 'checkboxes', selected_options: [{ value: 'exchange' }] },
      line: { type: 'plain_text_input', value: 'Dear Mr Haddad, I am sorry.' },
    });
    await journey.settled();
    await press(journey, PEOPLE.maria, cardIn(journey, CHANNELS.approvals, '#1106'), 'Approve');
    await eventually(() => expect(journey.mails).toHaveLength(1));
    const path = /https:\/\/regulars\.example\.com(\/s\/[\w-]+)/.exec(journey.mails[0]?.raw ?? '');
    await journey.visit(path?.[1] ?? '', { option: 'exchange', comment: 'Yours, Omar Haddad' });
    await journey.settled();
  }
});

function redaction({ id, email }: Buyer): string {
  return shopifyBody('customers-redact.json', {
    customer: { id, email, phone: null },
    orders_to_redact: [],
  });
}

function order(buyer: Buyer, id: string, total: string): string {
  return orderBody({ id, total, buyer, at: new Date() });
}
