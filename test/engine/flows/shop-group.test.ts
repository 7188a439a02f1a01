// The customer group of the shop: set by us, or by a teammate where the shop cannot be asked.
import { afterEach, describe, expect, it } from 'vitest';
import { ADMIN, actionOf, asCard, ask, cardIn, MARIA, press } from '../../support/asking.ts';
import { anAutomation, withAutomations } from '../../support/automations.ts';
import { anOrder } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
afterEach(() => world.close());

async function wholesale(shop: 'can-be-asked' | 'by-hand') {
  world = await createWorld({
    playbook: withAutomations(anAutomation({ do: [{ shop_group: 'Wholesale' }] })),
  });
  if (shop === 'by-hand') world.shop.setGroup = async () => ({ kind: 'by-hand' });
  await world.deliver(anOrder({}));
}

async function group(): Promise<unknown> {
  const [profile] = await world.deps.storage.customers.top({ limit: 1 });
  return profile?.attributes['shop_group'] ?? null;
}

describe('shop_group', () => {
  it('sets the group in the shop, and keeps it where conditions can ask for it', async () => {
    await wholesale('can-be-asked');

    expect(world.shop.groups.get('c-1')).toBe('Wholesale');
    expect(await group()).toBe('Wholesale');
  });

  it('plans nothing for who is in the group already', async () => {
    await wholesale('can-be-asked');
    await world.deliver(anOrder({}));

    const { text } = await ask(world, 'customer timeline maria@example.com');
    expect(text).toContain('Skipped: shop_group: it was so already');
  });

  it('asks a teammate where the shop cannot be asked, and counts once they press Done', async () => {
    await wholesale('by-hand');
    const asked = cardIn(world, 'reports');
    const before = await group();

    const done = asCard(await press(world, actionOf(asked, 'Done'), MARIA));
    await world.runJobs();

    expect(asked?.title).toBe('Please do this in the shop');
    expect(before).toBeNull();
    expect(done.text).toContain('Set the customer group in the shop: Wholesale · done');
    expect(await group()).toBe('Wholesale');
  });

  it('goes back to the group from before', async () => {
    await wholesale('can-be-asked');
    const [run] = await world.deps.storage.runs.list({}, { limit: 1 });

    await ask(world, `undo ${run?.id ?? ''}`, ADMIN);
    await world.runJobs();

    expect(world.shop.groups.get('c-1')).toBeNull();
    expect(await group()).toBeNull();
  });
});
