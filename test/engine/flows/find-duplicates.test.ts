// Who is suggested as one person and who is not: realistic pairs, found by the database and weighed by the rules.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { emptyProfile, type Profile } from '#engine/customers/profile.ts';
import { findDuplicates } from '#engine/flows/find-duplicates.ts';
import { asId } from '#engine/ids.ts';
import { MARIA, press } from '../../support/asking.ts';
import { withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { createWorld, NOW, type World } from '../../support/world.ts';

type Said = Partial<Profile>;

const ANNA = { firstName: 'Anna', lastName: 'Keller' };
const AT_HOME = { city: 'Graz', country: 'AT' };

/** Each pair by itself; the first clue is the weightiest. */
const PAIRS: readonly (readonly [what: string, one: Said, other: Said, suggested: boolean])[] = [
  ['a plus-address', { email: 'kim+shop@x.io' }, { email: 'Kim@x.io' }, true],
  ['dots at Gmail', { email: 'a.keller@gmail.com' }, { email: 'akeller@googlemail.com' }, true],
  ['dots elsewhere', { email: 'a.keller@x.io' }, { email: 'akeller@x.io' }, false],
  [
    'one phone in two spellings and one name',
    { ...ANNA, phone: '+43 664 1234567' },
    { ...ANNA, phone: '0664/1234567' },
    true,
  ],
  [
    'one phone and nothing against it',
    { phone: '+43 664 1234567' },
    { phone: '06641234567' },
    true,
  ],
  [
    'phones that end alike in two countries',
    { ...ANNA, phone: '+43 664 1234567' },
    { ...ANNA, phone: '+1 206 641234567' },
    false,
  ],
  ['a number without its area', { ...ANNA, phone: '555-1234' }, { phone: '5551234' }, false],
  [
    'one name and one birthday',
    { ...ANNA, birthday: '1980-04-01' },
    { ...ANNA, birthday: '1980-04-01' },
    true,
  ],
  ['one name in one town', { ...ANNA, ...AT_HOME }, { ...ANNA, ...AT_HOME }, true],
  ['one name, and no more', ANNA, ANNA, false],
  [
    'one name spelt with an umlaut and without, one phone',
    { firstName: 'Jürgen', lastName: 'Groß', phone: '+43664111222' },
    { firstName: 'Juergen', lastName: 'Gross', phone: '0664111222' },
    true,
  ],
  [
    'one name, and a name of their own before the @',
    { ...ANNA, email: 'vinylqueen@x.io' },
    { ...ANNA, email: 'vinylqueen@y.io' },
    true,
  ],
  [
    'one name, and the name once more before the @',
    { ...ANNA, email: 'anna.keller@x.io' },
    { ...ANNA, email: 'anna.keller@y.io' },
    false,
  ],
  [
    'twins at one address',
    { ...ANNA, ...AT_HOME, phone: '0664 1234567', birthday: '2001-02-03' },
    { ...ANNA, firstName: 'Laura', ...AT_HOME, phone: '0664 1234567', birthday: '2001-02-03' },
    false,
  ],
  [
    'a couple with one mailbox and one phone',
    { ...ANNA, email: 'family@keller.at', phone: '0664 1234567' },
    { ...ANNA, firstName: 'Jonas', email: 'family+shop@keller.at', phone: '0664 1234567' },
    false,
  ],
  [
    'father and son of one name with birthdays of their own',
    { ...ANNA, firstName: 'Karl', ...AT_HOME, phone: '0316 555555', birthday: '1950-05-05' },
    { ...ANNA, firstName: 'Karl', ...AT_HOME, phone: '0316 555555', birthday: '1982-09-09' },
    false,
  ],
  [
    'somebody who took another last name',
    { ...ANNA, email: 'anna+a@x.io', phone: '0664 1234567' },
    { ...ANNA, lastName: 'Moser', email: 'anna@x.io', phone: '0664 1234567' },
    true,
  ],
  [
    'an initial and a name, one phone',
    { ...ANNA, firstName: 'A.', phone: '0664 1234567' },
    { ...ANNA, phone: '0664 1234567' },
    true,
  ],
  ['two offices', { email: 'office@x.io' }, { email: 'office@y.io' }, false],
];

describe.each(DATABASES)('suggestions on the %s database', (database) => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld({ database, playbook: withAutomations() });
  });
  afterEach(async () => {
    await world.database.query('DELETE FROM customers', []);
    for (const table of ['suggestions', 'posts', 'digests'])
      await world.database.query(`DELETE FROM ${table}`, []);
    world.posted.length = 0;
  });
  afterAll(() => world.close());

  async function save(id: string, said: Said): Promise<void> {
    const profile = emptyProfile(asId('customer', `cus_${id}`), NOW, 'USD', `token-${id}`);
    await world.deps.storage.customers.save({ ...profile, ...said });
  }
  const open = () => world.deps.storage.suggestions.list({ limit: 100 });
  const look = async () => {
    await findDuplicates(world.deps);
    await world.runJobs();
  };

  it.each(PAIRS)('%s', async (_what, one, other, isSuggested) => {
    await save('1', one);
    await save('2', other);

    await look();
    expect(await open()).toHaveLength(isSuggested ? 1 : 0);
  });

  it('says nothing of a number that a whole company shares, or a name that a town is full of', async () => {
    const many = Array.from({ length: 22 }, (_, at) => String(at + 10));
    for (const id of many) await save(id, { ...ANNA, ...AT_HOME, phone: '+43 1 5555555' });

    await look();
    expect(await open()).toEqual([]);
  });

  it('shows the likeliest first and no more than the team can bear, and each pair once', async () => {
    for (const at of Array.from({ length: 14 }, (_, index) => index)) {
      const email = `somebody${at}@x.io`;
      await save(`a${at}`, { email, ...(at === 13 ? { phone: '0664 9999999' } : {}) });
      await save(`b${at}`, { email, ...(at === 13 ? { phone: '0664 9999999' } : {}) });
    }

    await look();
    await look();
    const [first] = await open();
    expect(first).toMatchObject({ oneId: 'cus_a13', otherId: 'cus_b13', score: 10 });
    expect(await open()).toHaveLength(14);
    expect(world.posted).toHaveLength(5);
  });

  it('makes room for the next when one is decided, and never asks about a pair again', async () => {
    for (const at of Array.from({ length: 6 }, (_, index) => index)) {
      await save(`a${at}`, { email: `somebody${at}@x.io` });
      await save(`b${at}`, { email: `somebody${at}@x.io` });
    }
    await look();
    const [first] = await open();
    if (first === undefined) throw new Error('nothing was found');

    await press(world, { name: 'suggestion.refuse', id: first.id }, MARIA);
    await save('a0', { email: 'somebody0@x.io', phone: '0664 1234567' });
    await save('b0', { email: 'somebody0@x.io', phone: '0664 1234567' });
    await look();
    expect(await open()).toHaveLength(5);
    expect(world.posted).toHaveLength(6);
    expect((await open()).map(({ id }) => id)).not.toContain(first.id);
  });
});
