// Checkouts out of events: the same in any order, and told twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Checkout } from '#engine/customers/checkouts.ts';
import { foldCheckouts, type Told } from '#engine/customers/fold-checkouts.ts';
import type { CheckoutEventType } from '#engine/events/shop-event.ts';
import { asId, type CustomerId } from '#engine/ids.ts';
import { NOW, usd } from '../../support/subjects.ts';

const MARIA = asId('customer', 'cus_TEST0000MARI');
const TYPO = asId('customer', 'cus_TEST0000TYPO');
const URL = 'https://shop.example/checkout/k1';

function at(minute: number): Date {
  return new Date(NOW.getTime() + minute * 60_000);
}

type Said = {
  readonly type: CheckoutEventType;
  readonly minute: number;
  readonly total: number;
  readonly customerId: CustomerId | null;
  readonly historic?: boolean;
  readonly hasLink?: boolean;
};

function told({ type, minute, total, customerId, historic = false, hasLink = true }: Said): Told {
  const facts = { ref: 'k1', total: usd(total), items: [], startedAt: NOW };
  const checkout = hasLink ? { ...facts, url: URL } : facts;
  return {
    customerId,
    event: {
      id: asId('event', `evt_${minute}`),
      seq: minute,
      shop: 'events',
      fact: { type, customer: null, checkout },
      occurredAt: at(minute),
      receivedAt: at(minute + 1),
      historic,
    },
  };
}

function fold(events: readonly Told[], known: readonly Checkout[] = []): readonly Checkout[] {
  return [...foldCheckouts(known, events).values()];
}

const STORY: readonly Told[] = [
  told({ type: 'checkout.started', minute: 0, total: 3_000, customerId: null }),
  told({ type: 'checkout.updated', minute: 2, total: 5_000, customerId: TYPO }),
  told({ type: 'checkout.updated', minute: 5, total: 9_000, customerId: MARIA, hasLink: false }),
  told({ type: 'checkout.updated', minute: 7, total: 8_000, customerId: null }),
];
const DONE = told({ type: 'checkout.completed', minute: 9, total: 8_000, customerId: MARIA });

describe('foldCheckouts', () => {
  it('keeps the newest content, the last who was named, and the link', () => {
    expect(fold(STORY)).toEqual([
      {
        ...{ shop: 'events', ref: 'k1', total: usd(8_000), items: [], url: URL, live: true },
        ...{ customerId: MARIA, namedAt: at(5), startedAt: NOW, lastActivityAt: at(7) },
        ...{ heardAt: at(8), completedAt: null, abandonedAt: null },
      },
    ]);
  });

  it('comes to the same in any order, some of it told twice', () => {
    const all = [...STORY, DONE];
    const again = fc.array(fc.constantFrom(...all), { maxLength: 3 });
    const tellings = again.chain((twice) =>
      fc.shuffledSubarray([...all, ...twice], { minLength: all.length + twice.length }),
    );
    fc.assert(
      fc.property(tellings, (order) => {
        expect(fold(order)).toEqual(fold(all));
      }),
    );
  });

  it('once completed stays completed, whatever is said of earlier', () => {
    const [checkout] = fold([DONE, ...STORY]);

    expect(checkout).toMatchObject({ completedAt: at(9), total: usd(8_000) });
  });

  it('is the past as long as only imports tell of it', () => {
    const past = STORY.map(({ event, customerId }) => ({
      customerId,
      event: { ...event, historic: true },
    }));

    expect(fold(past)).toMatchObject([{ live: false }]);
    expect(fold([...past, DONE])).toMatchObject([{ live: true }]);
  });

  it('takes our own word that it was left, and nothing else from it', () => {
    const left: Told['event'] = {
      ...DONE.event,
      shop: 'regulars',
      fact: {
        ...{ type: 'checkout.abandoned', customer: {}, shop: 'events' },
        checkout: { ref: 'k1', total: usd(1), items: [], startedAt: NOW },
      },
    };

    const [checkout] = fold([{ event: left, customerId: MARIA }], fold(STORY));

    expect(checkout).toEqual({ ...fold(STORY)[0], abandonedAt: at(9) });
  });
});
