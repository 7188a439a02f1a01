// The main story through the edges alone: a paid order becomes a promotion, a return becomes a settled case.
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DATABASES } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { CHANNELS, type Journey, PEOPLE, startJourney } from '../support/journey.ts';
import { LENA, OMAR, RETURNED, STORE_CUSTOMERS, STORE_ORDERS } from '../support/shop-people.ts';
import { orderBody, SHOP_DOMAIN, shopifyBody } from '../support/shopify-bodies.ts';
import {
  buttonsOf,
  cardIn,
  cardsIn,
  fillIn,
  press,
  pressAndHear,
  pressAndOpen,
  type Seen,
  threadOf,
} from '../support/slack-hands.ts';
import { aLinkShared } from '../support/slack-payloads.ts';

/** A thank-you for every further big order, so that there is a next promotion mail to be stopped. */
const THANKS_AGAIN = `name: thanks-again
title: Thanks again
on: order.paid
when: customer_tags CONTAINS 'VIP' AND event.total > 1000
reentry: always
mode: live
do:
  - email: { template: vip-thanks, approval: required, discount: { percent: 10, expires: 30d, uses: 1 } }
`;

const VARIANTS = DATABASES.flatMap((database) =>
  (['socket', 'http'] as const).map((slack) => ({ database, slack })),
);

describe.each(VARIANTS)('on the $database database, with Slack in $slack mode', (variant) => {
  let journey: Journey;
  /** The approval card as it was before anybody decided: old buttons stay on screens. */
  let undecided: Seen;

  beforeAll(async () => {
    const playbook = { 'automations/thanks-again.yml': THANKS_AGAIN };
    journey = await startJourney({ ...variant, playbook });
    journey.shopify.customers.push(...STORE_CUSTOMERS);
    journey.shopify.orders.push(...STORE_ORDERS);
  });
  afterAll(() => journey.stop());

  it('brings a paid order that passes 5,000 with what the shop knew before to #vips and #approvals', async () => {
    const body = lenaBuys('9007199254740993003', '1500.00');

    const answer = await journey.shopifySends('orders/paid', body);

    await journey.settled();
    expect(answer).toMatchObject({ status: 200, json: { ok: true } });
    const notice = cardIn(journey, CHANNELS.vips);
    undecided = cardIn(journey, CHANNELS.approvals);
    expect(notice.text).toContain('Lena Berg');
    expect(notice.text).toContain('$5,300.00');
    expect(undecided.text).toContain('50 % off');
    expect(buttonsOf(undecided)).toEqual(expect.arrayContaining(['Approve', 'Edit', 'Reject']));
    expect([...notice.active, ...undecided.active]).toEqual([]);
    expect(journey.shopify.tags.get(`gid://shopify/Customer/${LENA.id}`)).toEqual(['VIP']);
    expect(await customer(LENA.email)).toMatchObject({
      orders: 3,
      amountSpent: { amount: '5300.00', currency: 'USD' },
      consent: { email: { state: 'subscribed' } },
    });
  });

  it('refuses who may not approve, to their face only', async () => {
    const toVera = await pressAndHear(journey, PEOPLE.vera, undecided, 'Approve');
    const toAna = await pressAndHear(journey, PEOPLE.ana, undecided, 'Approve');

    await journey.settled();
    expect(toVera.text).toContain('Not for your role');
    expect(toAna.text).toContain('Not for your role');
    expect(buttonsOf(cardIn(journey, CHANNELS.approvals))).toContain('Approve');
    expect(journey.shopify.codes.size).toBe(0);
  });

  it('makes the code and sends the mail that an approver approved, and stamps the card', async () => {
    await press(journey, PEOPLE.maria, undecided, 'Approve');

    await eventually(() => expect(journey.mails).toHaveLength(1));
    await journey.settled();
    const card = cardIn(journey, CHANNELS.approvals);
    expect(card.ts).toBe(undecided.ts);
    expect(card.text).toContain('Approved by Maria');
    expect(buttonsOf(card)).not.toContain('Approve');
    expect(cardIn(journey, CHANNELS.vips).text).toContain('Approved by Maria');
    const [code, discount] = [...journey.shopify.codes][0] ?? [];
    expect(discount).toMatchObject({ usageLimit: 1, customerGets: { value: { percentage: 0.5 } } });
    const mail = await mailTo(0);
    expect(mail.to).toEqual([LENA.email]);
    expect(mail.subject).toBe('Lena, a thank-you from Regular Records');
    expect(mail.html).toContain(code);
    expect(mail.text).toContain(code);
    expect(mail.header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(mail.header('list-unsubscribe')).toMatch(
      /^<https:\/\/regulars\.example\.com\/u\/[\w-]+>$/,
    );
  });

  it('tells who comes second who was first, and does nothing again', async () => {
    const toTom = await pressAndHear(journey, PEOPLE.tom, undecided, 'Approve');
    const repeat = lenaBuys('9007199254740993003', '1500.00');
    const again = await journey.shopifySends('orders/paid', repeat);

    await journey.settled();
    expect(toTom.text).toContain('It was decided already.');
    expect(toTom.text).toContain('Approved by Maria');
    expect(again.json).toEqual({ ok: true, duplicate: true });
    expect(journey.shopify.codes.size).toBe(1);
    expect(journey.mails).toHaveLength(1);
    expect(cardsIn(journey, CHANNELS.approvals)).toHaveLength(1);
  });

  it('makes a case of a return that names nobody, with the order fetched from the shop', async () => {
    const answer = await journey.shopifySends(
      'returns/request',
      shopifyBody('returns-request.json'),
    );

    await journey.settled();
    expect(answer.status).toBe(200);
    expect(journey.shopify.asked).toContain('Order');
    const card = cardIn(journey, CHANNELS.refunds);
    for (const said of ['Omar Haddad', '#1106', '$89.00', 'Blue Train (LP)', '$389.00 (2 orders)'])
      expect(card.text).toContain(said);
    expect(card.active).toEqual([]);
    expect(cardsIn(journey, CHANNELS.approvals)).toHaveLength(1);
  });

  it('shows the channel no address, and who presses for it the whole one, which is kept', async () => {
    const card = cardIn(journey, CHANNELS.refunds);

    const toAna = await pressAndHear(journey, PEOPLE.ana, card, 'Profile');

    await journey.settled();
    const masked = OMAR.email.replace(/^(.).*(.@)/, '$1…$2');
    expect(card.text).toContain(masked);
    expect(JSON.stringify(journey.slack.messages())).not.toContain(OMAR.email);
    expect(toAna.text).toContain(OMAR.email);
    const { json } = await journey.command('audit', 'list');
    expect(json).toContainEqual(
      expect.objectContaining({ actor: 'Ana', action: 'customer.looked-up' }),
    );
  });

  it('says below a link to the shop’s admin what it is about, without a name', async () => {
    const url = `https://${SHOP_DOMAIN}/admin/orders/${RETURNED.order}`;

    await journey.slackSends(
      aLinkShared({ urls: [url, `${url}9`], user: PEOPLE.vera, channel: CHANNELS.refunds }),
    );

    const { args } = await journey.slack.nextCall('chat.unfurl');
    expect(Object.keys(Object(args['unfurls']))).toEqual([url]);
    const said = JSON.stringify(args);
    for (const shown of ['Order #1106', '$389.00', '(2 orders)']) expect(said).toContain(shown);
    expect(said).not.toMatch(/omar|haddad/i);
  });

  it('lets an agent take the case and ask for an offer that says what is wrong in place', async () => {
    await press(journey, PEOPLE.ana, cardIn(journey, CHANNELS.refunds), 'Take');
    await eventually(() => {
      expect(buttonsOf(cardIn(journey, CHANNELS.refunds))).not.toContain('Take');
    });
    const taken = cardIn(journey, CHANNELS.refunds);
    const view = await pressAndOpen(journey, PEOPLE.ana, taken, 'Offer alternatives');

    const wrong = await fillIn(journey, PEOPLE.ana, view, offer('lots'));
    const right = await fillIn(journey, PEOPLE.ana, view, offer('60'));

    await journey.settled();
    expect(taken.text).toContain('Ana');
    expect(wrong).toMatchObject({
      response_action: 'errors',
      errors: { amount: expect.stringContaining('USD') },
    });
    expect(right).toMatchObject({ response_action: 'update' });
    expect(cardsIn(journey, CHANNELS.approvals)).toHaveLength(2);
    expect(journey.mails).toHaveLength(1);
  });

  it('sends the offer once approved, and takes the one answer of the customer', async () => {
    const approval = cardIn(journey, CHANNELS.approvals, 'Your return');
    await press(journey, PEOPLE.maria, approval, 'Approve');
    await eventually(() => expect(journey.mails).toHaveLength(2));
    const mail = await mailTo(1);
    const path = /https:\/\/regulars\.example\.com(\/s\/[\w-]+)/.exec(mail.text)?.[1] ?? '';

    const page = await journey.visit(`${path}?choice=store-credit`);
    const thanks = await journey.visit(path, {
      option: 'store-credit',
      score: '5',
      comment: 'Gern <b>so</b>!',
    });
    const second = await journey.visit(path, { option: 'refund' });

    await journey.settled();
    expect(mail.to).toEqual([OMAR.email]);
    expect(mail.header('list-unsubscribe')).toBeUndefined();
    expect(page.status).toBe(200);
    expect(page.text).toContain('$60.00');
    expect(thanks.status).toBe(200);
    expect(second.text).toContain('already');
    const thread = threadOf(journey, cardIn(journey, CHANNELS.refunds));
    const said = thread.map(({ text }) => text).filter((text) => text.includes('chose'));
    expect(said).toHaveLength(1);
    expect(said[0]).toContain('store credit of $60.00');
    expect(said[0]).toContain('Gern <b>so</b>!');
  });

  it('resolves the case when a teammate confirms the choice', async () => {
    await press(journey, PEOPLE.ana, cardIn(journey, CHANNELS.refunds), 'Confirm choice');

    await eventually(() => {
      expect(cardIn(journey, CHANNELS.refunds).text).toContain('Resolved: store credit given');
    });
    await journey.settled();
    expect(buttonsOf(cardIn(journey, CHANNELS.refunds))).toEqual(['Reopen', 'Profile']);
    const { json } = await journey.command('case', 'list');
    expect(json).toMatchObject([{ status: 'resolved', resolution: 'credited', assignee: 'Ana' }]);
  });

  it('sends no further promotion to who left with one click, and says why', async () => {
    const header = (await mailTo(0)).header('list-unsubscribe') ?? '';
    const path = header.slice(1, -1).replace('https://regulars.example.com', '');
    const seen = await journey.visit(path);
    const left = await journey.visit(path, { 'List-Unsubscribe': 'One-Click' });

    await journey.shopifySends('orders/paid', lenaBuys('9007199254740993004', '1800.00'));

    await journey.settled();
    expect(seen.text).not.toContain('lena@');
    expect(left.status).toBe(200);
    expect(journey.mails).toHaveLength(2);
    expect(journey.shopify.codes.size).toBe(1);
    const { json } = await journey.command('customer', 'timeline', LENA.email);
    const rows = z.array(z.looseObject({ kind: z.string(), text: z.string() })).parse(json);
    expect(rows.find(({ kind }) => kind === 'email-not-sent')).toMatchObject({
      automation: 'thanks-again',
      reason: 'unsubscribed',
    });
  });

  it('keeps every step in an audit log that is whole, and nobody in the log of the process', async () => {
    const { exit, json } = await journey.command('audit', 'verify');
    const lines = JSON.stringify(journey.log.lines);

    expect(exit).toBe(0);
    expect(json).toMatchObject({ ok: true });
    expect(lines).not.toMatch(/lena|omar|customer\.example/i);
    expect(journey.log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  async function customer(who: string): Promise<unknown> {
    return (await journey.command('customer', 'show', who)).json;
  }

  async function mailTo(index: number) {
    const taken = journey.mails[index];
    const { headers, subject, html = '', text = '' } = await PostalMime.parse(taken?.raw ?? '');
    const header = (name: string) => headers.find(({ key }) => key === name)?.value;
    return { to: taken?.to, subject, html, text, header };
  }
});

/** The form as Ana fills it in: an exchange, or store credit of this amount. */
function offer(amount: string) {
  const chosen = ['exchange', 'store-credit'].map((value) => ({ value }));
  return {
    options: { type: 'checkboxes', selected_options: chosen },
    amount: { type: 'plain_text_input', value: amount },
    line: { type: 'plain_text_input', value: 'I am sorry it did not suit you.' },
  };
}

function lenaBuys(id: string, total: string): string {
  return orderBody({ id, total, buyer: LENA, at: new Date() });
}
