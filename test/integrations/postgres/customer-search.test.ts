// Finding customers on both databases: by all that names them, by parts of a name, and past slips of the keyboard.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Identity } from '#engine/customers/identity.ts';
import { emptyProfile, type Profile } from '#engine/customers/profile.ts';
import { mergeOrder } from '#engine/customers/purchases.ts';
import { asId } from '#engine/ids.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder } from '../../support/events.ts';
import { createWorld, NOW, type World } from '../../support/world.ts';

const FACTS = anOrder({ ref: '9007199254740993' }).fact;

describe.each(DATABASES)('finding customers, %s', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database });
    await save('cus_maria', { firstName: 'Maria', lastName: '50%_off' }, [
      { shop: 'shopify', kind: 'ref', value: '9007199254740993' },
      { shop: '*', kind: 'email', value: 'maria@example.com' },
    ]);
    await save('cus_tom', { firstName: 'Tom', lastName: '50xyoff', phone: '0151 / 123-45678' }, [
      { shop: 'events', kind: 'ref', value: '9007199254740992' },
    ]);
    await save('cus_sean', { firstName: 'Séan', lastName: 'O’Brien-Łukasz' });
    await save('cus_olga', {
      firstName: 'Ольга',
      lastName: 'Ёлкина',
      email: 'o.elkina@example.com',
    });
    await save('cus_arnold', { firstName: 'Arnold', lastName: 'Schwarzenegger' });
    await save('cus_rich', { firstName: 'Marianne', lastName: 'Rich', totals: spent(90_000) });
    if (!('order' in FACTS)) throw new Error('not an order');
    const { purchases } = world.deps.storage;
    const numbered = { ...FACTS.order, number: '#1054' };
    await purchases.saveOrder(mergeOrder(null, numbered, 'shopify', asId('customer', 'cus_maria')));
    await purchases.saveOrder(mergeOrder(null, numbered, 'events', asId('customer', 'cus_tom')));
    const unnumbered = { ...FACTS.order, ref: 'A-77', number: null };
    await purchases.saveOrder(mergeOrder(null, unnumbered, 'events', asId('customer', 'cus_sean')));
  });
  afterAll(() => world.close());

  async function save(id: string, said: Partial<Profile>, names: readonly Identity[] = []) {
    const profile = { ...emptyProfile(asId('customer', id), NOW, 'USD', `token-${id}`), ...said };
    await world.deps.storage.customers.save(profile);
    await world.deps.storage.customers.identify(profile.id, names);
  }
  const named = async (who: string) =>
    (await world.deps.storage.customers.named(who, 10)).map(({ profile }) => profile.id);
  const search = async (text: string) =>
    (await world.deps.storage.customers.search(text, 10)).map(
      ({ profile, nearness }) => `${nearness}: ${profile.id}`,
    );

  it.each([
    ['our own id', 'cus_maria', ['cus_maria']],
    ['a shop’s id past what a double holds', '9007199254740993', ['cus_maria']],
    ['the id one below it', '9007199254740992', ['cus_tom']],
    ['an e-mail in any case', 'Maria@Example.com', ['cus_maria']],
    ['a phone as it was written', '0151 / 123-45678', ['cus_tom']],
    ['a phone with its country', '+49 (151) 12345678', ['cus_tom']],
    ['a phone with two zeros before its country', '004915112345678', ['cus_tom']],
    ['an order number that two shops gave', '#1054', ['cus_maria', 'cus_tom']],
    ['an order number without its sign', '1054', ['cus_maria', 'cus_tom']],
    ['the id of an order that has no number', 'A-77', ['cus_sean']],
  ])('takes %s as a name of theirs', async (_what, who, ids) => {
    expect(await named(who)).toEqual(ids);
  });

  it('names tags as customers have them, whichever case they are asked for in', async () => {
    await save('cus_tagged', { tags: ['Wholesale', 'Großhandel'] });

    const { tagsNamed } = world.deps.storage.customers;

    expect(await tagsNamed(['wholesale', 'GROSSHANDEL', 'großhandel', "' OR 1=1"])).toEqual([
      'Großhandel',
      'Wholesale',
    ]);
    expect(await tagsNamed(['nobody has it'])).toEqual([]);
  });

  it.each(['12345678901', '123', '', '#', "' OR 1=1 --", '+49 151 99945678'])(
    'takes %j for nobody’s name',
    async (who) => {
      expect(await named(who)).toEqual([]);
    },
  );

  it.each([
    ['a whole name', 'SEAN obrien lukasz', ['name: cus_sean']],
    ['its words in another order', 'o’brien Séan', ['words: cus_sean']],
    [
      'beginnings, the best customer first',
      'mar',
      ['beginnings: cus_rich', 'beginnings: cus_maria'],
    ],
    ['a part of a word', 'egger', ['parts: cus_arnold']],
    ['an address that was begun', 'o.elk', ['beginnings: cus_olga']],
    ['another script without its accents', 'елкина', ['words: cus_olga']],
    ['the last digits of a phone', '45678', ['parts: cus_tom']],
    ['signs that SQL has a use for', '50%_off', ['words: cus_maria', 'parts: cus_tom']],
    ['an address with a slip in its host', 'o.elkina@exmaple.com', ['similar: cus_olga']],
    ['a letter too few', 'Schwarzeneger', ['similar: cus_arnold']],
    ['two letters swapped, and a beginning', 'Anrold Schwarz', ['similar: cus_arnold']],
  ])('finds by %s', async (_what, text, found) => {
    expect(await search(text)).toEqual(found);
  });

  it('names who is nearest where nobody is near', async () => {
    const nearest = await world.deps.storage.customers.nearest('Shwarzenegr', 3);

    expect(nearest.map(({ id }) => id)).toEqual(['cus_arnold']);
    expect(await search('Shwarzenegr')).toEqual([]);
    expect(await world.deps.storage.customers.nearest('zzqx@example.com', 3)).toEqual([]);
  });

  it('takes any text, however long or strange, for text', async () => {
    const hostile = ['%', '_', '\\', '%_%', '\0', '🦊', '\u202eairaM', 'x'.repeat(5_000), '(('];
    for (const text of hostile) expect(await search(text)).toEqual([]);

    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        const { customers } = world.deps.storage;
        await customers.named(text, 3);
        await customers.nearest(text, 3);
        for (const { profile } of await customers.search(text, 3)) expect(profile.id).toBeDefined();
      }),
      { numRuns: 40 },
    );
  });

  it('follows a changed name, and forgets the old one', async () => {
    await save('cus_new', { firstName: 'Before' });
    await save('cus_new', { firstName: 'Afterwards' });

    expect(await search('Before')).toEqual([]);
    expect(await search('Afterwards')).toEqual(['name: cus_new']);
  });
});

function spent(minor: number): Profile['totals'] {
  const { totals } = emptyProfile(asId('customer', 'cus_0'), NOW, 'USD', '');
  return { ...totals, spent: { minor, currency: 'USD' } };
}
