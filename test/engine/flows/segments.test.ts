// Segments as a team uses them, on every database: sized, explained, saved, entered and left.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Decider } from '#engine/approvals/approval.ts';
import type { Automation } from '#engine/automations/automation.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import { UserError } from '#engine/errors.ts';
import { findCustomer } from '#engine/flows/look-up.ts';
import { refreshSegments } from '#engine/flows/refresh-segments.ts';
import {
  estimateSegment,
  explainSegment,
  findSegment,
  listSegments,
  membersOf,
  removeSegment,
  saveSegment,
} from '#engine/flows/segments.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, daysAgo, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const MARIA: Decider = { person: 'Maria', name: 'Maria', surface: 'slack' };

/** Tags who enters or leaves `spenders`. */
function taggingAutomation(change: 'entered' | 'left'): Automation {
  const read = readAutomation({
    name: `spender-${change}`,
    title: change,
    on: { [`segment.${change}`]: 'spenders' },
    reentry: 'always',
    mode: 'live',
    do: [{ tag: change }],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.automation;
}

describe.each(DATABASES)('segments on the %s database', (database) => {
  let world: World;
  beforeEach(async () => {
    const automations = [taggingAutomation('entered'), taggingAutomation('left')];
    world = await createWorld({
      database,
      playbook: (shipped) => ({ ...shipped, automations, segments: [] }),
    });
  });
  afterEach(() => world.close());

  const save = async (query: string, name = 'spenders') => {
    const { segment } = await saveSegment(world.deps, { name, query, by: MARIA });
    await world.runJobs();
    return segment;
  };
  const spend = (ref: string, total: number, at = daysAgo(1)) =>
    world.deliver(anOrder({ total, at, customer: someone({ ref, email: `${ref}@example.com` }) }));
  const customer = async (email: string) => {
    return findCustomer(world.deps, email);
  };

  it('are entered once, by an event that starts an automation', async () => {
    await save('amount_spent > 100');

    await spend('ann', 9_000);
    await spend('ann', 2_000);
    await spend('ann', 2_000);

    const ann = await customer('ann@example.com');
    expect(ann.tags).toEqual(['entered']);
    expect(await world.deps.storage.events.ofCustomer(ann.id, 'segment.entered', 9)).toHaveLength(
      1,
    );
    expect(await world.deps.storage.segments.namesOf(ann.id)).toEqual(['spenders']);
  });

  it('are left again when the condition no longer holds', async () => {
    await save('last_order_date >= -30d');
    await spend('ann', 9_000);

    world.pass(31 * 86_400_000);
    await refreshSegments(world.deps);
    await world.runJobs();

    const ann = await customer('ann@example.com');
    expect(ann.tags).toEqual(['entered', 'left']);
    expect(await world.deps.storage.segments.namesOf(ann.id)).toEqual([]);
  });

  it('fill in silence when they are new, and when their query has changed', async () => {
    await spend('ann', 90_000);
    await save('amount_spent > 100');
    await save('amount_spent > 200');

    const ann = await customer('ann@example.com');
    expect(ann.tags).toEqual([]);
    expect(await world.deps.storage.segments.namesOf(ann.id)).toEqual(['spenders']);
  });

  it('say their size, who can be reached, and whom they hold', async () => {
    await spend('ann', 90_000);
    await spend('bob', 50_000);
    await world.deliver(
      anOrder({
        total: 70_000,
        customer: someone({ ref: 'eve', email: 'eve@example.com', emailConsent: 'unsubscribed' }),
      }),
    );

    const estimate = await estimateSegment(world.deps, 'amount_spent >= 500');
    const { members } = await membersOf(world.deps, 'amount_spent >= 600', { limit: 10 });

    expect(estimate).toMatchObject({ count: 3, reachable: 2, total: 3 });
    expect(members.map(({ email }) => email)).toEqual(['ann@example.com', 'eve@example.com']);
  });

  it('say which clause to loosen when they are empty', async () => {
    await spend('ann', 90_000);

    const { count, hints } = await estimateSegment(
      world.deps,
      'amount_spent > 5000 AND number_of_orders >= 1',
    );

    expect(count).toBe(0);
    expect(hints[0]).toMatchObject({ clause: 'amount_spent > 5000', count: 1 });
  });

  it('explain who is not in them, with the value seen', async () => {
    await spend('ann', 491_600);
    const ann = await customer('ann@example.com');

    const explained = await explainSegment(world.deps, {
      nameOrQuery: 'amount_spent > 5000',
      customerId: ann.id,
    });

    expect(explained.matches).toBe(false);
    expect(explained.trace).toMatchObject({ actual: '4916.00', result: false });
  });

  it('answer what asks for orders, for one customer and for all alike', async () => {
    await spend('ann', 9_000);
    await spend('ann', 9_000);
    await spend('bob', 9_000);
    const query = 'orders_placed MATCHES (count >= 2, amount > 50)';
    const ann = await customer('ann@example.com');

    expect((await estimateSegment(world.deps, query)).count).toBe(1);
    expect(
      (await explainSegment(world.deps, { nameOrQuery: query, customerId: ann.id })).matches,
    ).toBe(true);
  });

  it('keep their versions, and are gone when removed', async () => {
    await save('amount_spent > 100');
    const second = await save('amount_spent > 200');
    expect(second.version).toBe(2);
    expect(await listSegments(world.deps)).toMatchObject([
      { name: 'spenders', version: 2, savedBy: 'Maria' },
    ]);

    expect(await removeSegment(world.deps, { name: 'spenders', by: MARIA })).toBe(true);

    expect(await listSegments(world.deps)).toEqual([]);
    await expect(findSegment(world.deps, 'spenders')).rejects.toBeInstanceOf(UserError);
  });

  it.each([['amount_spent >'], ['amount_spnt > 5'], ['shopify_email.opened MATCHES ()'], ['']])(
    'refuse to be saved as %j',
    async (query) => {
      await expect(saveSegment(world.deps, { name: 'x', query, by: MARIA })).rejects.toBeInstanceOf(
        UserError,
      );
    },
  );

  it('are not saved when they cannot be asked of everybody, for nobody would ever enter', async () => {
    const { storage } = world.deps;
    const measure = async () => {
      throw new UserError({ code: 'invalid', field: 'query', reason: 'only-of-one', clause: 'x' });
    };
    const deps = {
      ...world.deps,
      storage: { ...storage, segments: { ...storage.segments, measure } },
    };

    const saved = saveSegment(deps, { name: 'x', query: 'amount_spent > 5', by: MARIA });

    await expect(saved).rejects.toMatchObject({ problem: { reason: 'only-of-one' } });
    expect(await listSegments(world.deps)).toEqual([]);
  });

  it('take a tag for a tag, whatever it says', async () => {
    await spend('ann', 100);
    const hostile = "customer_tags CONTAINS '\\'; DROP TABLE customers; --'";

    expect((await estimateSegment(world.deps, hostile)).count).toBe(0);
    expect(await world.deps.storage.customers.count()).toBe(1);
  });
});
