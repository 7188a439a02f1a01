// One person in two shops: merged from Slack with both side by side, known under every name, and taken apart again.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATABASES } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { CHANNELS, type Journey, PEOPLE, startJourney } from '../support/journey.ts';
import { LENA, STORE_CUSTOMERS, STORE_ORDERS } from '../support/shop-people.ts';
import { orderBody } from '../support/shopify-bodies.ts';
import {
  buttonsOf,
  cardIn,
  press,
  pressAndHear,
  type Seen,
  typeAndHear,
} from '../support/slack-hands.ts';

/** Lena again, as the merchant's other shop knows her. */
const LENA_THERE = {
  id: 'lena-1',
  email: 'lena+records@customer.example',
  firstName: 'Lena',
  lastName: 'Berg',
};

describe.each(DATABASES)('on the %s database', (database) => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await startJourney({ database, slack: 'socket' });
    journey.shopify.customers.push(...STORE_CUSTOMERS);
    journey.shopify.orders.push(...STORE_ORDERS);
    const body = orderBody({
      id: '9007199254740993003',
      total: '100.00',
      buyer: LENA,
      at: new Date(),
    });
    await journey.shopifySends('orders/paid', body);
    await journey.shopSends(anOrderThere('there-1', 25));
    await journey.settled();
  });
  afterAll(() => journey.stop());

  it('shows both side by side in Slack, and only an approver may merge them', async () => {
    const asked = await typeAndHear(
      journey,
      PEOPLE.maria,
      '/customer',
      `merge ${LENA.email} ${LENA_THERE.email}`,
    );
    const card: Seen = { ...asked, ts: '1', channel: CHANNELS.approvals };

    expect(asked.text).toContain('One person? Lena Berg and Lena Berg');
    expect(asked.text).toContain('The same mailbox, with the address spelt in another way');
    expect(asked.text).toContain(LENA_THERE.email);
    const refused = await pressAndHear(journey, PEOPLE.ana, card, 'Merge');
    expect(refused.text).toContain('Not for your role');

    await press(journey, PEOPLE.maria, card, 'Merge');
    await eventually(() => expect(merged().text).toContain('Merged by Maria'));
    await journey.settled();
  });

  it('knows her by every name, and counts what each shop says from then on', async () => {
    await journey.shopSends(anOrderThere('there-2', 10));
    await journey.settled();

    const [here, there] = [await show(LENA.email), await show(LENA_THERE.email)];
    expect(there.id).toBe(here.id);
    expect(here.orders).toBe(5);
  });

  it('is taken apart by one press: what came since goes to whom it named', async () => {
    expect(buttonsOf(merged())).toContain('Undo');
    await press(journey, PEOPLE.tom, merged(), 'Undo');
    await eventually(() => expect(merged().text).toContain('Taken apart by Tom'));
    await journey.settled();

    const [here, there] = [await show(LENA.email), await show(LENA_THERE.email)];
    expect([here.orders, there.orders]).toEqual([3, 2]);
    expect(buttonsOf(merged())).not.toContain('Undo');
    expect((await journey.command('audit', 'verify')).json).toMatchObject({ ok: true });
    expect((await journey.command('event', 'replay')).json).toMatchObject({ changed: 0 });
    expect(JSON.stringify(journey.log.lines)).not.toMatch(/lena|berg|customer\.example/i);
  });

  const merged = () => cardIn(journey, CHANNELS.approvals, 'Lena Berg and Lena Berg');
  const show = async (who: string) => Object((await journey.command('customer', 'show', who)).json);

  function anOrderThere(id: string, total: number) {
    const at = new Date().toISOString();
    const items = [{ productId: 'p-1', title: 'Blue Train', quantity: 1, price: `${total}.00` }];
    const order = { id, customer: LENA_THERE, currency: 'USD', total: `${total}.00`, placedAt: at };
    return { type: 'order.paid', timestamp: at, data: { ...order, items } };
  }
});
