// A note that an automation writes: it stands on the profile, and goes when the person is forgotten.
import { afterEach, describe, expect, it } from 'vitest';
import { forgetCustomer } from '#engine/flows/forget-customer.ts';
import { ask } from '../../support/asking.ts';
import { anAutomation, withAutomations } from '../../support/automations.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

describe('a note of an automation', () => {
  let world: World;
  afterEach(() => world.close());

  it('stands on the profile with what it says of the event, and goes when the person is forgotten', async () => {
    const note = { note: '{{ customer.first_name }} sent {{ event.total }} back' };
    world = await createWorld({ playbook: withAutomations(anAutomation({ do: [note] })) });
    await world.deliver(anOrder({ total: 4_900, customer: someone({ firstName: 'Maria' }) }));

    const { text } = await ask(world, 'customer show maria@example.com');
    expect(text).toContain('Maria sent $49.00 back');

    const [found] = await world.deps.storage.customers.named('maria@example.com', 1);
    if (found === undefined) throw new Error('Maria is not there');
    await forgetCustomer(world.deps, found.profile.id);
    const rows = await world.database.query('SELECT effect FROM steps', []);
    expect(JSON.stringify(rows)).not.toContain('$49.00');
  });
});
