// Orders and customers read back from the shop: whole, page by page, and told as history.
import { describe, expect, it } from 'vitest';
import { aShop, data, error } from './admin-api.ts';
import { eventsOf, fixture } from './deliveries.ts';

const CUSTOMER = {
  id: 'gid://shopify/Customer/706405506930370084',
  firstName: 'Bob',
  lastName: '',
  locale: 'en-CA',
  tags: ['VIP'],
  createdAt: '2021-12-31T19:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
  defaultEmailAddress: { emailAddress: 'bob@biller.com', marketingState: 'SUBSCRIBED' },
  defaultPhoneNumber: null,
  defaultAddress: { countryCodeV2: 'CA', provinceCode: 'ON', city: 'Ottawa' },
};

function money(amount: string, currencyCode = 'USD') {
  return { shopMoney: { amount, currencyCode } };
}

function aLine(id: string) {
  return {
    id: `gid://shopify/LineItem/${id}`,
    title: 'Pant',
    sku: '',
    quantity: 1,
    product: { id: 'gid://shopify/Product/9' },
    originalUnitPriceSet: money('30.0'),
  };
}

function aRefund(id: string) {
  return {
    id: `gid://shopify/Refund/${id}`,
    createdAt: '2026-10-02T00:00:00Z',
    note: '',
    totalRefundedSet: money('5.5'),
  };
}

function anOrder(id: string, more: Readonly<Record<string, unknown>> = {}) {
  return {
    id: `gid://shopify/Order/${id}`,
    name: `#${id}`,
    createdAt: '2026-10-01T00:00:00Z',
    updatedAt: '2026-10-03T00:00:00Z',
    cancelledAt: null,
    test: false,
    email: 'other@example.com',
    phone: null,
    customerLocale: 'en',
    displayFinancialStatus: 'PARTIALLY_REFUNDED',
    displayFulfillmentStatus: 'FULFILLED',
    discountCodes: ['VIP-1'],
    totalPriceSet: money('30.0'),
    lineItems: { nodes: [aLine('1')], pageInfo: { hasNextPage: false, endCursor: null } },
    refunds: [],
    ...more,
  };
}

function page(orders: readonly unknown[], endCursor: string | null) {
  const pageInfo = { hasNextPage: endCursor !== null, endCursor };
  return data({ customer: { ...CUSTOMER, orders: { nodes: orders, pageInfo } } });
}

describe('fetchOrder', () => {
  it('tells the customer, the order as it is now, and its refunds, as history', async () => {
    const order = { ...anOrder('1085', { refunds: [aRefund('3')] }), customer: CUSTOMER };
    const { shop, asked } = await aShop({ Order: [data({ order })] });

    const events = await shop.fetchOrder('1085');

    expect(asked[0]?.variables).toEqual({ id: 'gid://shopify/Order/1085', after: null });
    expect(events?.map((event) => [event.fact.type, event.historic, event.occurredAt])).toEqual([
      ['customer.updated', true, new Date('2026-11-01T00:00:00Z')],
      ['order.paid', true, new Date('2026-10-01T00:00:00Z')],
      ['refund.created', true, new Date('2026-10-02T00:00:00Z')],
    ]);
    expect(events?.[1]?.fact).toEqual({
      type: 'order.paid',
      customer: { ref: '706405506930370084' },
      order: {
        ref: '1085',
        number: '#1085',
        total: { minor: 3000, currency: 'USD' },
        placedAt: new Date('2026-10-01T00:00:00Z'),
        version: new Date('2026-10-03T00:00:00Z'),
        paid: true,
        fulfilled: true,
        items: [
          {
            productId: '9',
            title: 'Pant',
            quantity: 1,
            price: { minor: 3000, currency: 'USD' },
            lineItemRef: '1',
          },
        ],
        discountCodes: ['VIP-1'],
        url: 'https://example-store.myshopify.com/admin/orders/1085',
      },
    });
    expect(events?.[2]?.fact).toMatchObject({
      refund: { ref: '3', orderRef: '1085', amount: { minor: 550, currency: 'USD' } },
    });
  });
});

describe('an order of the history', () => {
  it.each([
    [{ displayFinancialStatus: 'PENDING' }, 'order.placed'],
    [{ cancelledAt: '2026-10-02T00:00:00Z' }, 'order.cancelled'],
  ])('with %j is told as %s', async (more, type) => {
    const { shop } = await aShop({ Order: [data({ order: anOrder('1', more) })] });

    expect((await shop.fetchOrder('1'))?.[0]?.fact.type).toBe(type);
  });

  it('of a guest names the e-mail of the order', async () => {
    const { shop } = await aShop({ Order: [data({ order: { ...anOrder('1'), customer: null } })] });

    expect((await shop.fetchOrder('1'))?.[0]?.fact).toMatchObject({
      customer: { email: 'other@example.com' },
    });
  });

  it('is null when the shop has none', async () => {
    const { shop, asked } = await aShop({ Order: [data({ order: null })] });

    expect(await shop.fetchOrder('1')).toBeNull();
    expect(await shop.fetchOrder('no-id-of-shopify')).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it('never makes a live event look like a repeat', async () => {
    const order = { ...anOrder('5159806763157', { refunds: [aRefund('3')] }), customer: CUSTOMER };
    const { shop } = await aShop({ Order: [data({ order })] });

    const history = await shop.fetchOrder('5159806763157');
    const live = eventsOf('orders/create', fixture('orders-create.json'));

    const known = new Set(history?.flatMap((event) => event.dedupeKeys));
    expect(live.flatMap((event) => event.dedupeKeys).filter((key) => known.has(key))).toEqual([]);
  });

  it('keeps its lines for an app that may not read products', async () => {
    const line = { ...aLine('1'), product: null };
    const lineItems = { nodes: [line], pageInfo: { hasNextPage: false, endCursor: null } };
    const order = anOrder('1', { lineItems });
    const path = ['order', 'lineItems', 'nodes', 0, 'product'];
    const errors = [{ message: 'no', path, extensions: { code: 'ACCESS_DENIED' } }];
    const { shop } = await aShop({ Order: [{ body: { data: { order }, errors } }] });

    expect((await shop.fetchOrder('1'))?.[0]?.fact).toMatchObject({
      order: { items: [{ productId: null, title: 'Pant' }] },
    });
  });
});

describe('fetchCustomer', () => {
  it('reads every page of orders', async () => {
    const { shop, asked } = await aShop({
      CustomerHistory: [page([anOrder('1'), anOrder('2')], 'c1'), page([anOrder('3')], null)],
    });

    const events = await shop.fetchCustomer('706405506930370084');

    expect(asked.map(({ variables: { after } }) => after)).toEqual([null, 'c1']);
    expect(events?.map((event) => event.dedupeKeys)).toEqual([
      ['shopify:history:customer:706405506930370084:2026-11-01T00:00:00.000Z'],
      ['shopify:history:order:1:2026-10-03T00:00:00.000Z'],
      ['shopify:history:order:2:2026-10-03T00:00:00.000Z'],
      ['shopify:history:order:3:2026-10-03T00:00:00.000Z'],
    ]);
    expect(events?.[0]?.fact).toEqual({
      type: 'customer.updated',
      customer: {
        ref: '706405506930370084',
        email: 'bob@biller.com',
        phone: null,
        firstName: 'Bob',
        lastName: null,
        country: 'CA',
        region: 'ON',
        city: 'Ottawa',
        locale: 'en-CA',
        emailConsent: 'subscribed',
        tags: ['VIP'],
        createdAt: new Date('2021-12-31T19:00:00Z'),
      },
    });
  });

  it('reads an order with more lines or refunds than the page has by itself, to the end', async () => {
    const more = { nodes: [aLine('1')], pageInfo: { hasNextPage: true, endCursor: 'l1' } };
    const rest = { nodes: [aLine('2')], pageInfo: { hasNextPage: false, endCursor: null } };
    const refunds = ['1', '2', '3', '4', '5', '6'].map(aRefund);
    const { shop, asked } = await aShop({
      CustomerHistory: [page([anOrder('1', { refunds: refunds.slice(0, 5) })], null)],
      Order: [
        data({ order: anOrder('1', { lineItems: more, refunds }) }),
        data({ order: anOrder('1', { lineItems: rest, refunds }) }),
      ],
    });

    const events = await shop.fetchCustomer('7');

    expect(asked.map(({ variables: { after } }) => after)).toEqual([null, null, 'l1']);
    expect(events?.filter(({ fact }) => fact.type === 'refund.created')).toHaveLength(6);
    expect(events?.[1]?.fact).toMatchObject({
      order: { items: [{ lineItemRef: '1' }, { lineItemRef: '2' }] },
    });
  });
});

describe('a long history', () => {
  it('waits for its turn as told, and goes on where it was', async () => {
    const { shop, asked, waits } = await aShop({
      CustomerHistory: [page([anOrder('1')], 'c1'), error('THROTTLED'), page([], null)],
    });

    await shop.fetchCustomer('7');

    expect(waits).toEqual([5000]);
    expect(asked.map(({ variables: { after } }) => after)).toEqual([null, 'c1', 'c1']);
  });

  it('gives the wait to the caller when its turn does not come', async () => {
    const { shop, asked } = await aShop({ CustomerHistory: [error('THROTTLED')] });

    await expect(shop.fetchCustomer('7')).rejects.toMatchObject({
      status: 429,
      retryable: true,
      retryAfterMs: 5000,
    });
    expect(asked).toHaveLength(8);
  });

  it('with a page that points at itself is not read for ever', async () => {
    const { shop } = await aShop({ CustomerHistory: [page([], 'c1')] });

    await expect(shop.fetchCustomer('7')).rejects.toMatchObject({ retryable: false });
  });

  it('is null when the shop does not know them', async () => {
    const { shop } = await aShop({ CustomerHistory: [data({ customer: null })] });

    expect(await shop.fetchCustomer('7')).toBeNull();
  });
});
