// Lifetime value does not start at install: whoever a shop names first is completed with what they did there before.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VendorError } from '#engine/errors.ts';
import type { NewEvent } from '#engine/events/shop-event.ts';
import { anEvent, anOrder, aReturn, daysAgo, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const PAST: readonly NewEvent[] = [
  anOrder({ ref: 'o-past', total: 520_000, at: daysAgo(90), historic: true }),
];

describe('completeCustomer', () => {
  let world: World;
  let asked: string[];
  beforeEach(async () => {
    world = await createWorld();
    asked = [];
    world.shop.history = (ref) => {
      asked.push(ref);
      return PAST;
    };
  });
  afterEach(() => world.close());

  it('counts earlier orders before the automations see the event', async () => {
    await world.deliver(anOrder({ total: 1_000 }));

    expect(await spent()).toBe(521_000);
    expect(await world.deps.storage.approvals.list({}, { limit: 5 })).toHaveLength(1);
  });

  it('asks the shop once, however often it names the customer', async () => {
    await world.deliver(anOrder({ total: 1_000 }));
    await world.deliver(anOrder({ total: 1_000 }), anOrder({ total: 1_000 }));

    expect(asked).toEqual(['c-1']);
    expect(await spent()).toBe(523_000);
  });

  it('asks also about somebody who was known from another shop only', async () => {
    await world.deliver({ ...anOrder({ total: 700 }), shop: 'woocommerce' });
    expect(asked).toEqual([]);

    await world.deliver(anOrder({ total: 1_000 }));

    expect(asked).toEqual(['c-1']);
    expect(await spent()).toBe(521_700);
  });

  it('completes who is met through the order of a return, and whom the return does not name', async () => {
    const order = anOrder({ ref: 'o-returned', total: 8_900, at: daysAgo(9), historic: true });
    world.shop.orders = (ref) => (ref === 'o-returned' ? [order] : null);

    await world.deliver(aReturn({ orderRef: 'o-returned' }));

    expect(asked).toEqual(['c-1']);
    expect(await spent()).toBe(528_900);
    expect(await world.deps.storage.cases.list({}, { limit: 5 })).toHaveLength(1);
  });

  it('keeps every event from the automations until the shop has told who they are', async () => {
    world.shop.history = () => {
      throw new VendorError('busy', { vendor: 'events', status: 503, retryable: true });
    };
    const { emailConsent: _unsaid, ...unasked } = someone();
    await world.deliver(anOrder({ total: 600_000, customer: unasked, type: 'order.placed' }));
    await world.deliver(anOrder({ total: 600_000, customer: unasked }));
    expect(await world.deps.storage.runs.list({}, { limit: 5 })).toEqual([]);

    world.shop.history = () => [anEvent({ type: 'customer.updated', customer: someone() })];
    await world.runJobs({ early: true });

    expect(await world.deps.storage.approvals.list({}, { limit: 5 })).toHaveLength(1);
  });

  it('lets the event go on where the shop refuses to tell', async () => {
    world.shop.history = () => {
      throw new VendorError('no scope', { vendor: 'events', status: 403, retryable: false });
    };

    await world.deliver(anOrder({ total: 600_000, customer: someone() }));

    expect(await world.deps.storage.approvals.list({}, { limit: 5 })).toHaveLength(1);
  });

  async function spent(): Promise<number | undefined> {
    const [customer] = await world.deps.storage.customers.top({ limit: 5 });
    return customer?.totals.spent.minor;
  }
});
