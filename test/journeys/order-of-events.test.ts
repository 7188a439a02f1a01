// Shops tell things in any order and more than once: one profile comes of it, acted on once, and a rebuild agrees.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Teammate } from '#bot/teammate.ts';
import type { NewEvent } from '#engine/events/shop-event.ts';
import { appendEvents } from '#engine/flows/ingest-event.ts';
import { projectEvent } from '#engine/flows/project-profile.ts';
import { anEvent, anOrder, aRefund, daysAgo, someone } from '../support/events.ts';
import { createWorld, type World } from '../support/world.ts';

const ADMIN: Teammate = { person: 'You', name: 'You', role: 'admin', surface: 'terminal' };

/** What each profile must show at the end, whoever it is. */
const SETTLED = {
  name: 'Maria Lind-Silva',
  orders: 1,
  amountSpent: { amount: '6200.00', currency: 'USD' },
  refunds: 1,
  refunded: { amount: '50.00', currency: 'USD' },
  tags: ['wholesale'],
};

const Profile = z.looseObject({ id: z.string(), email: z.string() });

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

describe('the order in which a shop tells things', () => {
  it('does not matter: all 120 orders of five events give one profile', async () => {
    const orders = permutations([0, 1, 2, 3, 4]);
    const who = orders.map((_, index) => `all-${index}`);
    for (const [index, order] of orders.entries()) {
      const told = whatHappened(who[index] ?? '').filter(
        ({ fact }) => fact.type !== 'order.placed',
      );
      await project(pick(told, order));
    }

    const shown = await Promise.all(who.map((ref) => profileOf(ref)));
    expect(shown).toHaveLength(120);
    for (const profile of shown) expect(profile).toMatchObject(SETTLED);
    expect(new Set(shown.map((profile) => JSON.stringify(profile))).size).toBe(1);
  }, 90_000);

  it('does not matter either when some of it is told twice', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(someTellings(), async (tellings) => {
        run += 1;
        await project(pick(whatHappened(`some-${run}`), tellings));
        expect(await profileOf(`some-${run}`)).toMatchObject(SETTLED);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('leaves nothing that a rebuild from the log would correct', async () => {
    expect(await ask('event replay')).toMatchObject({ customers: 145, changed: 0 });
  });
});

describe('a thousand repeats', () => {
  beforeAll(async () => {
    await world.close();
    world = await createWorld();
  });

  it('are acted on once', async () => {
    const told = whatHappened('often');
    const repeats = fc.sample(fc.nat({ max: told.length - 1 }), { numRuns: 1_000, seed: 7 });
    await world.deliver(...told);
    const before = await traces('often');
    for (let start = 0; start < repeats.length; start += 50)
      await world.deliver(...pick(told, repeats.slice(start, start + 50)));

    expect(await profileOf('often')).toMatchObject({ ...SETTLED, tags: ['VIP', 'wholesale'] });
    expect(await traces('often')).toEqual(before);
    expect(before.approvals).toBe(1);
    expect(world.shop.tags.get('often')).toEqual(['VIP']);
  });

  it('leave nothing that a rebuild would correct, and a rebuild acts on nothing', async () => {
    const before = await traces('often');

    expect(await ask('event replay')).toMatchObject({ events: 7, changed: 0 });
    await world.runJobs();
    expect(await traces('often')).toEqual(before);
  });
});

/** Projects events in exactly this order; the queue's workers would take those of one moment in any. */
async function project(events: readonly NewEvent[]): Promise<void> {
  for (const event of events) {
    const [id] = await appendEvents(world.deps, [event], null);
    if (id !== null && id !== undefined) await projectEvent(world.deps, id);
  }
}

/** What stands of a customer that a repeated action would add to. */
async function traces(ref: string) {
  const { id } = Profile.parse(await ask(`customer show ${ref}`));
  const approvals = z
    .array(z.looseObject({ customer: z.looseObject({ id: z.string() }) }))
    .parse(await ask('approval list --limit 200'));
  return {
    events: await world.deps.storage.events.count(),
    timeline: await ask(`customer timeline ${ref} --limit 200`),
    approvals: approvals.filter(({ customer }) => customer.id === id).length,
    cards: world.posted.length,
  };
}

/** `customer show`, less what names this one customer. */
async function profileOf(ref: string) {
  const shown = Profile.parse(await ask(`customer show ${ref}`));
  const { id: _id, email: _email, consent: _consent, ...rest } = shown;
  return rest;
}

async function ask(line: string): Promise<unknown> {
  const reply = await world.router.handle(ADMIN, { kind: 'line', line });
  if (reply.kind !== 'card') throw new Error(`${line} was answered with ${reply.kind}`);
  return reply.json;
}

/** An order of one customer from placing to refund, in the order in which it happened. */
function whatHappened(ref: string): readonly NewEvent[] {
  const customer = someone({ ref, email: `${ref}@example.com` });
  const orderRef = `o-${ref}`;
  const placedAt = daysAgo(9);
  const about = (
    type: 'order.placed' | 'order.paid' | 'order.updated',
    days: number,
    total: number,
  ) => anOrder({ type, ref: orderRef, total, customer, at: daysAgo(days), placedAt });
  const renamed = { ...customer, lastName: 'Lind-Silva', tags: ['wholesale'] };
  return [
    about('order.placed', 9, 700_000),
    about('order.updated', 8, 680_000),
    about('order.paid', 7, 650_000),
    about('order.updated', 6, 620_000),
    aRefund({ ref: `r-${ref}`, orderRef, amount: 5_000, at: daysAgo(5) }),
    anEvent({ type: 'customer.updated', customer: renamed }, { at: daysAgo(4) }),
  ];
}

/** All six tellings in any order, and up to three of them once more. */
function someTellings(): fc.Arbitrary<readonly number[]> {
  const all = [0, 1, 2, 3, 4, 5];
  return fc
    .array(fc.constantFrom(...all), { maxLength: 3 })
    .chain((again) => fc.shuffledSubarray([...all, ...again], { minLength: 6 + again.length }));
}

function pick<Item>(items: readonly Item[], order: readonly number[]): readonly Item[] {
  return order.flatMap((at) => items[at] ?? []);
}

function permutations(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items];
  return items.flatMap((item, at) =>
    permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
  );
}
