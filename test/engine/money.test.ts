import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalsOf,
  formatMoney,
  majorUnits,
  moneyToText,
  parseMoney,
  parseTypedMoney,
} from '#engine/money.ts';

describe('parseMoney', () => {
  it.each([
    ['6200.00', 'USD', 620_000],
    ['0', 'USD', 0],
    ['0.1', 'USD', 10],
    ['100', 'JPY', 100],
    ['100.00', 'JPY', 100],
    ['1.234', 'KWD', 1_234],
    ['1.2300', 'USD', 123],
    ['999999999999.99', 'USD', 99_999_999_999_999],
  ])('reads %s %s exactly', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({ ok: true, money: { minor, currency } });
  });

  it.each([
    '1e3',
    '+5',
    '-5',
    '0x10',
    'NaN',
    '1,000.00',
    '1.000,00',
    '١٢٣',
    '１２３',
    '',
    ' 1',
    '10 USD',
    '.5',
    '5.',
  ])('refuses %j', (text) => {
    expect(parseMoney(text, 'USD')).toEqual({ ok: false, fault: 'not-a-number' });
  });

  it('refuses more decimals than the currency has', () => {
    expect(parseMoney('0.005', 'USD')).toEqual({ ok: false, fault: 'too-many-decimals' });
    expect(parseMoney('100.50', 'JPY')).toEqual({ ok: false, fault: 'too-many-decimals' });
  });

  it('refuses a currency that ISO 4217 does not have', () => {
    expect(parseMoney('1', 'ABC')).toEqual({ ok: false, fault: 'unknown-currency' });
  });

  it('takes a sign only where it is asked to', () => {
    expect(parseMoney('-5.00', 'USD', { signed: true })).toEqual({
      ok: true,
      money: { minor: -500, currency: 'USD' },
    });
  });

  it('gives back what was written as text, whatever the amount and the currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 - 1 }),
        fc.constantFrom('USD', 'JPY', 'KWD', 'EUR'),
        (minor, currency) => {
          const text = moneyToText({ minor, currency });
          return (
            JSON.stringify(parseMoney(text, currency)) ===
            JSON.stringify({ ok: true, money: { minor, currency } })
          );
        },
      ),
    );
  });
});

describe('parseTypedMoney', () => {
  it.each([
    [' 25 ', 'EUR', 2_500],
    ['25.50', 'EUR', 2_550],
    ['25,50', 'EUR', 2_550],
    ['25,5', 'USD', 2_550],
    ['2500', 'JPY', 2_500],
    ['2.500', 'KWD', 2_500],
  ])('reads %j in %s as people of both languages write it', (text, currency, minor) => {
    expect(parseTypedMoney(text, currency)).toEqual({ ok: true, money: { minor, currency } });
  });

  it.each([
    ['1.000', 'EUR'],
    ['1,000', 'USD'],
    ['1,000', 'KWD'],
    ['1.000,50', 'EUR'],
    ['-5', 'EUR'],
    ['2,5', 'JPY'],
    ['', 'EUR'],
  ])('refuses %j in %s, which may mean something else', (text, currency) => {
    expect(parseTypedMoney(text, currency).ok).toBe(false);
  });
});

describe('an amount', () => {
  it('has the decimals of its currency', () => {
    expect(['JPY', 'USD', 'KWD', 'XXXX'].map(decimalsOf)).toEqual([0, 2, 3, null]);
    expect(majorUnits({ minor: 1_234, currency: 'KWD' })).toBe(1.234);
  });

  it('is written as people write it', () => {
    expect(formatMoney({ minor: 620_000, currency: 'USD' })).toBe('$6,200.00');
    expect(formatMoney({ minor: 6_200, currency: 'JPY' })).toBe('¥6,200');
  });
});
