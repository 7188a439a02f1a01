// A person's word on what was proposed: whose it is, what comes of it, and what is left of it when something breaks.
import { afterEach, describe, expect, it } from 'vitest';
import { StorageBusyError } from '#engine/errors.ts';
import { AGENT, actionOf, asCard, ask, MARIA, press, TOM } from '../../support/asking.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, aReturn } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

describe.each(DATABASES)('what was proposed, on %s', (database) => {
  let world: World;
  afterEach(() => world.close());

  it('is never approved above the limit by who asked the assistant for it, whoever else helps', async () => {
    world = await createWorld({ database, limits: { second_approver_above_refund: 40 } });
    await world.deliver(anOrder({ ref: '1054', total: 4_900 }), aReturn({ orderRef: '1054' }));
    const [item] = await world.deps.storage.cases.list({}, { limit: 1 });
    const proposed = await ask(world, `proposal make case refund ${item?.id}`, MARIA);
    const confirm = actionOf(proposed.card, 'Confirm');

    const helped = asCard(await press(world, confirm, AGENT));
    await press(world, confirm, MARIA);
    const [approval] = await world.deps.storage.approvals.list({}, { limit: 2 });
    const shown = await ask(world, `approval show ${approval?.id}`, TOM);
    const own = await ask(world, `approval approve ${approval?.id}`, MARIA);

    expect(helped.refused?.code).toBe('forbidden');
    expect(shown.text).toContain('Maria, drafted by the assistant');
    expect(shown.json).toMatchObject({ requestedBy: 'Maria', draftedByAssistant: true });
    expect(own.refused?.code).toBe('own-request');
  });

  it.each([
    ['the database gives no connection', 'unavailable', breakBefore, undefined],
    ['the process dies before all of it is written', 'internal', breakWithin, undefined],
    ['the process dies when all of it is written', 'internal', breakAfter, 'stale'],
  ])('is done once, and no more than that, when %s', async (_, code, breakdown, then) => {
    world = await createWorld({ database });
    await world.deliver(anOrder({ ref: '1054' }));
    const { card } = await ask(world, 'ask note on maria@example.com: likes blue', AGENT);
    const confirm = actionOf(card, 'Confirm');
    breakdown(world);

    const broken = asCard(await press(world, confirm, AGENT));
    const again = asCard(await press(world, confirm, AGENT));
    await press(world, confirm, AGENT);

    expect(broken.refused?.code).toBe(code);
    expect(broken.stamp).toBeUndefined();
    expect(again.refused?.code).toBe(then);
    expect(again.stamp).toMatchObject({ title: 'Confirmed' });
    const { text } = await ask(world, 'customer timeline maria@example.com');
    expect(text.split('likes blue')).toHaveLength(2);
  });
});

type Transaction = World['deps']['storage']['transaction'];

/** The next transaction breaks: before it begins, at its end, or when it is committed and nobody has heard of it. */
function breakOnce({ deps: { storage } }: World, broken: Transaction): void {
  const { transaction } = storage;
  const once: Transaction = (work) => {
    Object.assign(storage, { transaction });
    return broken(work);
  };
  Object.assign(storage, { transaction: once });
}

function breakBefore(world: World): void {
  breakOnce(world, async () => {
    throw new StorageBusyError();
  });
}

function breakWithin(world: World): void {
  const { transaction } = world.deps.storage;
  breakOnce(world, (work) =>
    transaction(async (records) => {
      await work(records);
      throw new Error('gone');
    }),
  );
}

function breakAfter(world: World): void {
  const { transaction } = world.deps.storage;
  breakOnce(world, async (work) => {
    await transaction(work);
    throw new Error('gone');
  });
}
