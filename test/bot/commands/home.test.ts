// One teammate's own page, on the real database.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  AGENT,
  actionOf,
  asCard,
  ask,
  MARIA,
  press,
  submit,
  VIEWER,
} from '../../support/asking.ts';
import { anOrder, aRefund, aReturn } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

describe('home', () => {
  it('says of an empty day that nothing waits', async () => {
    const { text, json } = await ask(world, 'home', MARIA);

    expect(text).toContain('Hello Maria');
    expect(text).toContain('Nothing waits for your decision.');
    expect(text).toContain('You have no open case.');
    expect(json).toMatchObject({ mine: { count: 0 }, today: { orders: 0 } });
  });

  it('shows what waits for the decision, my cases apart from those nobody took, and the day', async () => {
    await world.deliver(anOrder({ ref: '1', total: 620_000 }), aReturn({ orderRef: '1' }));
    await world.deliver(anOrder({ ref: '2', total: 1_000 }), aReturn({ orderRef: '2' }));
    await world.deliver(aRefund({ orderRef: '2', amount: 1_000 }));
    const [first] = await world.deps.storage.cases.list({}, { limit: 1 });
    await ask(world, `case take ${first?.id}`, MARIA);

    const { text, json } = await ask(world, 'home', MARIA);

    expect(json).toMatchObject({
      mine: { count: 1, ids: [first?.id] },
      free: { count: 1 },
      approvals: { count: 1 },
      today: {
        orders: 2,
        revenue: { amount: '6210.00', currency: 'USD' },
        refunds: 1,
        casesOpened: 2,
      },
    });
    expect(text).toContain('1 approval waits for you');
  });

  it('leaves decisions out for who has none', async () => {
    await world.deliver(anOrder({ ref: '1', total: 620_000 }));

    const { text, json } = await ask(world, 'home', AGENT);

    expect(json).toMatchObject({ approvals: null });
    expect(text).not.toContain('decision');
  });
});

describe('customer.find', () => {
  it('asks whom to look for, and says beside the field when there is nobody', async () => {
    await world.deliver(anOrder({ ref: '1' }));
    const card = (await ask(world, 'home', VIEWER)).card;
    const form = await press(world, actionOf(card, 'Find a customer'), VIEWER);
    const action = form.kind === 'form' ? form.form.action : { name: '', id: '' };

    const missed = await submit(world, action, { who: 'zzzz@example.com' }, VIEWER);
    const found = await submit(world, action, { who: 'maria@example.com' }, VIEWER);

    expect(missed).toMatchObject({ kind: 'faults', faults: [{ field: 'who' }] });
    expect(asCard(found).text).toContain('Maria Silva');
  });
});
