// Customers who get nothing, so that what an automation brings can be told.
import { afterEach, describe, expect, it } from 'vitest';
import { isHeldOut } from '#engine/automations/holdout.ts';
import { startFor } from '#engine/flows/start-for.ts';
import { ask } from '../../support/asking.ts';
import { anAutomation, DAY, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const GREETING = anAutomation({ ...{ reentry: 'never', holdout: 50 }, do: [{ tag: 'greeted' }] });

describe.each(DATABASES)('a hold-out on the %s database', (database) => {
  let world: World;
  const open = async () => {
    world = await createWorld({ database, playbook: withAutomations(GREETING) });
  };
  afterEach(() => world.close());

  /** Customers who buy once, and some of them again later. */
  const buy = (count: number, said: Parameters<typeof anOrder>[0] = {}) =>
    world.deliver(
      ...Array.from({ length: count }, (_, index) =>
        anOrder({
          ...{ ref: `${said.ref ?? 'o'}-${index}`, at: world.deps.now() },
          customer: someone({ ref: `c-${index}`, email: `c${index}@example.com` }),
        }),
      ),
    );
  const runs = () => world.deps.storage.runs.list({}, { limit: 100 });

  it('does nothing for who is held out, and everything for the others', async () => {
    await open();

    await buy(12);

    const out = (await runs()).filter(({ customerId }) => isHeldOut('series', customerId, 50));
    expect(out.length).toBeGreaterThan(0);
    expect(out.every(({ status }) => status === 'held-out')).toBe(true);
    expect(world.shop.tags.size).toBe(12 - out.length);
    const explained = await ask(world, `automation explain series ${out[0]?.customerId}`);
    expect(explained.json).toMatchObject({ verdict: 'reentry' });
    expect((await ask(world, `customer timeline ${out[0]?.customerId}`)).text).toContain(
      'held out',
    );
  });

  it('compares both groups once their days are over, and says when they are too few', async () => {
    await open();
    await buy(12);
    const held = (await runs()).filter(({ status }) => status === 'held-out').length;
    world.pass(5 * DAY);
    await buy(3, { ref: 'again' });
    const early = await ask(world, 'automation show series');
    world.pass(25 * DAY);

    const late = await ask(world, 'automation show series');

    expect(early.json).toMatchObject({ comparison: { treated: { customers: 0 } } });
    const { comparison } = late.json as { readonly comparison: Comparison };
    expect(comparison.treated.customers + comparison.heldOut.customers).toBe(12);
    expect(comparison.heldOut.customers).toBe(held);
    expect(comparison.treated.buyers + comparison.heldOut.buyers).toBe(3);
    expect(comparison.verdict).toBe('too-few');
    expect(late.text).toContain('Too few to say');
  });

  type Group = { readonly customers: number; readonly buyers: number };
  type Comparison = {
    readonly verdict: string;
    readonly treated: Group;
    readonly heldOut: Group;
  };

  it('holds nobody out whom a person chose', async () => {
    await open();
    await buy(12);
    const out = (await runs()).find(({ status }) => status === 'held-out');
    if (out === undefined) throw new Error('nobody was held out');
    const { customerId } = out;

    const hand = { mode: 'live', occasion: 'hand:1', asks: false, again: true } as const;
    const run = await startFor(world.deps, { automation: GREETING, customerId, ...hand });

    expect(run?.status).toBe('running');
  });
});
