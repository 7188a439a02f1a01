// History that comes as a stream: folded as it comes, and everybody counted once.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { projectHistory } from '#engine/flows/project-history.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

describe.each(DATABASES)('history, on the %s database', (database) => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ database });
  });
  afterEach(() => world.close());

  it('counts a customer once, however far apart their orders stand', async () => {
    async function* rows() {
      for (let row = 0; row < 1_100; row += 1) {
        const ref = `c-${row % 700}`;
        const customer = someone({ ref, email: `${ref}@example.com` });
        yield anOrder({ ref: `o-${row}`, total: 1_000, customer, historic: true });
      }
    }

    const brought = await projectHistory(world.deps, rows());

    expect(brought).toEqual({ customers: 700, orders: 1_100, events: 1_100 });
    const [profile] = await world.deps.storage.customers.top({ limit: 1 });
    expect(profile?.totals).toMatchObject({ orders: 2, spent: { minor: 2_000 } });
  });
});
