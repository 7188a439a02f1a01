// Texts of the playbook: values are data, amounts read and compare, and what is wrong is named.
import { describe, expect, it } from 'vitest';
import { en } from '#bot/words/en.ts';
import { checkText, createTextLiquid } from '#integrations/liquid/text.ts';

const render = createTextLiquid({ timezone: 'America/New_York', locale: 'en-US' });
const TOTAL = { minor: 123_450, currency: 'USD' };

describe('createTextLiquid', () => {
  it('writes amounts as people do, in their own currency, and compares them as whole units', async () => {
    const source =
      '{{ a }}, {{ b }}{% if a > 1234 %}, large{% endif %}{% if b >= 9 %}, not{% endif %}';

    expect(await render(source, { a: TOTAL, b: { minor: 8, currency: 'JPY' } })).toBe(
      '$1,234.50, ¥8, large',
    );
  });

  it('puts a customer’s text through as text: neither Liquid in it nor anything unseen survives', async () => {
    const name = '{{ shop.secret }}{% assign x = 1 %} <@U1>\u202E\u0007';

    expect(await render('Hello {{ name }}', { name, shop: { secret: 'no' } })).toBe(
      'Hello {{ shop.secret }}{% assign x = 1 %} <@U1>',
    );
  });

  it('shows dates on the shop’s clock, and gives JSON where a body needs it', async () => {
    const values = { at: new Date('2026-03-01T02:00:00Z'), name: 'O"Brien', total: TOTAL };

    expect(await render('{{ at | date: "%d %b" }}', values)).toBe('28 Feb');
    expect(await render('{{ name | json }} {{ total | json }}', values)).toBe(
      '"O\\"Brien" {"amount":"1234.50","currency":"USD"}',
    );
  });

  it('reads no file and no prototype', async () => {
    expect(await render('{{ a.constructor }}{{ a.toString }}', { a: {} })).toBe('');
    await expect(render('{% include "/etc/passwd" %}', {})).rejects.toThrow('include');
  });
});

describe('checkText', () => {
  const KNOWN = { customer: ['name'], attributes: [] };

  it.each([
    ['Hello {{ customer.name }}, {{ attributes.anything }}', []],
    ['{{ custmer.name }}', ['there is no value custmer; there are customer, attributes']],
    ['{{ customer.nam }}', ['customer has no nam; it has name']],
    ['{% if customer.name %}', ['tag {% if customer.name %} not closed']],
    ['{{ customer.name | shout }}', ['undefined filter: shout']],
  ])('says of %j what is wrong', (source, messages) => {
    expect(checkText(source, KNOWN).map(({ flaw }) => en.flaws.flaw(flaw))).toEqual(messages);
  });

  it('counts lines', () => {
    expect(checkText('one\ntwo {{ none }}', KNOWN)).toMatchObject([{ line: 2 }]);
  });
});
