// What a mail shows of the event that started it: amounts by line, links that a mail may have, nothing else.
import { describe, expect, it } from 'vitest';
import { mailValues } from '#engine/actions/mail-values.ts';
import { anEvent, NOW, usd } from '../../support/subjects.ts';

function left(url?: string) {
  const item = { productId: 'p', title: 'Blue Train', quantity: 3, price: usd(1_000) };
  const known = { ref: 'k', total: usd(3_000), items: [item], startedAt: NOW };
  const checkout = { ...known, ...(url === undefined ? {} : { url }) };
  return mailValues(
    anEvent({ type: 'checkout.abandoned', shop: 'events', customer: {}, checkout }),
  );
}

describe('mailValues', () => {
  it('gives a checkout with its lines', () => {
    expect(left('https://shop.example/cart')).toEqual({
      checkout: {
        total: usd(3_000),
        url: 'https://shop.example/cart',
        items: [{ title: 'Blue Train', quantity: 3, price: usd(1_000), total: usd(3_000) }],
      },
    });
  });

  it.each(['javascript:alert(1)', 'http://shop.example', 'https://a"onclick="', undefined])(
    'gives no link for %j',
    (url) => {
      expect(left(url)).toMatchObject({ checkout: { url: null } });
    },
  );

  it('gives nothing of an event that is about none of these', () => {
    expect(mailValues(null)).toEqual({});
    expect(mailValues(anEvent({ type: 'customer.created', customer: {} }))).toEqual({});
  });
});
