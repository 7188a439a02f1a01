// What the generic webhook does with bodies that are wrong, and with those that are only odd.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { AT, factOf, order, parse, parseBytes, pathsOf } from './reading.ts';

describe('createGenericWebhook, a body that is none', () => {
  it.each([
    ['nothing', '', ['']],
    ['no JSON', '{"type":', ['']],
    ['broken UTF-8', '{"type":"\xff"}', ['']],
    ['no object', '[]', ['']],
    ['no type', '{}', ['type']],
    ['an endless nest', '['.repeat(400_000), ['']],
  ])('with %s is unreadable', (_name, text, paths) => {
    expect(pathsOf(parseBytes(Buffer.from(text, 'latin1')))).toEqual(paths);
  });

  it.each([
    [{ total: undefined }, 'data.total'],
    [{ total: 62.5 }, 'data.total'],
    [{ total: '-1.00' }, 'data.total'],
    [{ total: '1e3' }, 'data.total'],
    [{ total: '1.005' }, 'data.total'],
    [{ currency: 'eur' }, 'data.currency'],
    [{ currency: 'JPY' }, 'data.items.0.price'],
    [{ placedAt: '2026-02-30T00:00:00Z' }, 'data.placedAt'],
    [{ placedAt: '2026-02-03T00:00:00' }, 'data.placedAt'],
    [{ placedAt: '0000-01-01T00:00:00Z' }, 'data.placedAt'],
    [{ id: 1 }, 'data.id'],
    [{ id: ' ' }, 'data.id'],
    [{ id: 'x'.repeat(256) }, 'data.id'],
    [{ items: [{ ...order.items[0], quantity: -1 }] }, 'data.items.0.quantity'],
    [{ items: [order.items[0], { ...order.items[0], price: 'free' }] }, 'data.items.1.price'],
    [{ customer: { emailConsent: 'yes' } }, 'data.customer.emailConsent'],
  ])('an order with %o is named by its path', (changed, path) => {
    expect(pathsOf(parse('order.placed', { ...order, total: '62', ...changed }))).toContain(path);
  });

  it('names everything that is wrong at once, and quotes nothing', () => {
    const parsed = parse(
      'order.placed',
      { id: 'secret@example.com', total: 'secret' },
      'yesterday',
    );

    expect(pathsOf(parsed)).toEqual(['timestamp', 'data.currency', 'data.placedAt', 'data.items']);
    expect(JSON.stringify(parsed)).not.toContain('secret');
  });

  it.each(['product.viewed', 'message.received', 'custom.x'])(
    '%s needs a customer that can be found again',
    (type) => {
      const data = { id: '1', productId: '1', text: '', customer: { firstName: 'Ann' } };

      expect(pathsOf(parse(type, data))).toEqual(['data.customer']);
    },
  );
});

describe('createGenericWebhook, odd but honest input', () => {
  const Strings = z.object({ strings: z.array(z.object({ id: z.string(), value: z.string() })) });
  const { strings } = Strings.parse(
    JSON.parse(
      readFileSync(new URL('../../fixtures/hostile-strings.json', import.meta.url), 'utf8'),
    ),
  );

  it.each(strings)('$id arrives as it was written', ({ value }) => {
    const fact = factOf('customer.updated', { id: 'c1', firstName: `x${value}` });

    const expected = `x${value}`.replaceAll('\0', '\uFFFD').toWellFormed();
    expect(fact).toMatchObject({ customer: { firstName: expected } });
  });

  it('keeps a name of 10,000 characters, and turns NUL and lone surrogates into U+FFFD', () => {
    const data = { id: 'c1', firstName: 'x'.repeat(10_000), lastName: 'a\0b\ud800c' };

    expect(factOf('customer.created', data)).toMatchObject({
      customer: { firstName: data.firstName, lastName: 'a\uFFFDb\uFFFDc' },
    });
  });

  it.each(['n/a', '', 'ann', 'a@b.example, c@d.example', null])(
    'does not take "%s" for an address by which strangers would become one',
    (email) => {
      expect(factOf('order.placed', { ...order, customer: { id: 'c1', email } })).toMatchObject({
        customer: { ref: 'c1', email: null },
      });
    },
  );

  it.each([null, undefined])('takes an order whose customer is %s', (customer) => {
    expect(factOf('order.placed', { ...order, customer })).toMatchObject({ customer: null });
  });

  it('does not let a body reach a prototype', () => {
    const text = `{"type":"custom.x","timestamp":"${AT}","data":{"customer":{"id":"c1"},"__proto__":{"polluted":1},"constructor":"c"}}`;

    const parsed = parseBytes(Buffer.from(text));

    expect(parsed).toMatchObject({ events: [{ fact: { fields: { constructor: 'c' } } }] });
    expect(Object.keys({}.constructor.prototype)).toEqual([]);
  });

  it.each([
    ['2026-08-01T10:00Z', '2026-08-01T10:00:00Z'],
    ['2026-08-01T12:00:00+0200', '2026-08-01T10:00:00Z'],
    ['2026-08-01T12:00:00.123456+02', '2026-08-01T10:00:00.123Z'],
  ])('reads the instant %s', (text, same) => {
    expect(factOf('order.placed', { ...order, placedAt: text })).toMatchObject({
      order: { placedAt: new Date(same) },
    });
  });
});
