// A person's word on what was proposed: whose it is, what comes of it, and what is left of it when something breaks.
import { afterEach, describe, expect, it } from 'vitest';
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
});
