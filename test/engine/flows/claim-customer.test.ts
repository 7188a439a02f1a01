// Who follows up: one of the team says so on the card, everybody sees it, and nobody works twice.
import { afterEach, describe, expect, it } from 'vitest';
import { cardToText } from '#bot/card.ts';
import {
  AGENT,
  actionOf,
  asCard,
  ask,
  cardIn,
  labelsOf,
  MARIA,
  press,
  TOM,
  VIEWER,
} from '../../support/asking.ts';
import { HOUR } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const TAKE = 'I take this customer';

describe.each(DATABASES)('a customer worth a personal word, on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  const order = (ref: string) =>
    world.deliver(anOrder({ type: 'order.placed', ref, total: 60_000, customer: someone() }));
  const sales = () => cardIn(world, 'sales');
  const cards = () =>
    world.posted.filter(({ channel, thread }) => channel === 'sales' && thread === null);
  const begin = async () => {
    world = await createWorld({ database });
    await order('1');
  };
  const pressOn = async (label: string, who = AGENT) => {
    const reply = await press(world, actionOf(sales(), label), who);
    await world.runJobs();
    return reply;
  };

  it('is taken with one press, shown to everybody, and kept', async () => {
    await begin();

    expect(await pressOn(TAKE)).toEqual({ kind: 'done' });

    const card = sales();
    expect(card && cardToText(card)).toContain('Followed up by: Alex');
    expect(card && labelsOf(card)).not.toContain(TAKE);
    expect((await ask(world, 'customer timeline maria@example.com')).text).toContain(
      'Taken to follow up by Alex (high-value-order)',
    );
    const [newest] = await world.deps.storage.audit.list({ limit: 1 });
    expect(newest).toMatchObject({ actor: 'Alex', action: 'customer.claimed' });
  });

  it('is taken by one of two who press at once, and the other reads who', async () => {
    await begin();
    const action = actionOf(sales(), TAKE);

    const replies = await Promise.all([press(world, action, MARIA), press(world, action, TOM)]);

    const refusals = replies.filter(({ kind }) => kind === 'card').map(asCard);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.text).toMatch(/(Maria|Tom) follows up on this customer already\./);
    expect(await press(world, action, VIEWER)).not.toEqual({ kind: 'done' });
  });

  it('is given back for somebody else, once', async () => {
    await begin();
    await pressOn(TAKE);
    const back = actionOf(sales(), 'Give back');

    expect(await press(world, back, MARIA)).toEqual({ kind: 'done' });
    expect(asCard(await press(world, back, MARIA)).refused?.code).toBe('not-taken');
    await world.runJobs();
    await pressOn(TAKE, TOM);

    const card = sales();
    expect(card && cardToText(card)).toContain('Followed up by: Tom');
  });

  it('says on their next order who follows up already, and on the one before as well', async () => {
    await begin();
    world.pass(HOUR);
    await order('2');
    await pressOn(TAKE, MARIA);

    const [first, second] = cards().map(({ card }) => cardToText(card));
    expect(second).toContain('Followed up by: Maria');
    expect(first).toContain('Followed up by: nobody');
    expect(first).toContain('Also followed up by: Maria');
  });

  it('is asked for only where the automation says so', async () => {
    world = await createWorld({ database });
    await world.deliver(anOrder({ ref: '1', total: 600_000, customer: someone() }));

    const card = cardIn(world, 'vips');
    expect(card && labelsOf(card)).not.toContain(TAKE);
  });
});
