// The customer that a message is about, found among what else people and platforms write.
import { describe, expect, it } from 'vitest';
import { customerMentioned } from '#bot/line/mentioned.ts';

describe('customerMentioned', () => {
  it.each([
    ['Ada wrote from Ada.L+x@example.co.uk, again', 'Ada.L+x@example.co.uk'],
    ['Maria Silva <maria@example.com> asks', 'maria@example.com'],
    ['&lt;maria@example.com&gt; asks', 'maria@example.com'],
    ['<mailto:maria@example.com|Maria> about order 12', 'maria@example.com'],
    ['where is order #1054?', '1054'],
    ['order no. R-1054-X.', 'R-1054-X'],
    ['my order number is 1054', '1054'],
    ['Order: 7', '7'],
    ['order 7 is late', '7'],
    ['wo bleibt Bestellung 1054?', '1054'],
    ['Bestellnr. 1054', '1054'],
    ['Bestell-Nr.: 1054', '1054'],
    ['die Bestellnummer lautet 1054', '1054'],
    ['Bestellung mit der Nummer A-12', 'A-12'],
    ['Auftrag Nr. 1054', '1054'],
    ['#1054 is torn', '1054'],
    ['<#C024BE91L|refunds> please look at order 1054', '1054'],
    ['<#1187436574892834816> <@&118743657> order 1054', '1054'],
    ['see <https://shop.example/page#12|the order 1054>', '1054'],
    ['https://shop.example/page#12 is about order 1054', '1054'],
    ['I&#39;d like to order 2 more, as in #1054', '1054'],
  ])('finds in “%s” %s', (message, who) => {
    expect(customerMentioned(message)).toBe(who);
  });

  it.each([
    'hello',
    '<#C024BE91L|refunds> <@U123ABC45> <!subteam^S0123> <:party:1187436574892834816>',
    'https://shop.example/page#12',
    'it&#39;s torn &amp; late',
    'my order is 3 days late',
    'I want to order 3 shirts',
    'we are #1',
    'the border 1054',
  ])('finds nobody in “%s”', (message) => {
    expect(customerMentioned(message)).toBeNull();
  });
});
