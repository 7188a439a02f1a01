// Two records that become one customer and two again: nothing lost, nothing twice, and the stricter word on consent.
import { afterEach, describe, expect, it } from 'vitest';
import type { Automation } from '#engine/automations/automation.ts';
import type { ConsentState, NewEvent } from '#engine/events/shop-event.ts';
import { forgetCustomer } from '#engine/flows/forget-customer.ts';
import { replayLog } from '#engine/flows/replay-log.ts';
import {
  ADMIN,
  AGENT,
  actionOf,
  asCard,
  ask,
  cardIn,
  MARIA,
  press,
  TOM,
} from '../../support/asking.ts';
import { anAutomation, DAY, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, aRefund, daysAgo, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const HERE = someone();
const THERE = someone({ ref: '77', email: 'm.silva@example.org', tags: ['wholesale'] });

/** The same event as another shop tells it. */
function elsewhere(event: NewEvent): NewEvent {
  return { ...event, shop: 'shopify' };
}

describe.each(DATABASES)('merging on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  /** Two records of Maria: two orders here, one order in another shop. */
  const open = async (...automations: readonly Automation[]) => {
    world = await createWorld({ database, playbook: withAutomations(...automations) });
  };
  const tell = () =>
    world.deliver(
      anOrder({ ref: 'a1', total: 30_000, customer: HERE, at: daysAgo(20) }),
      anOrder({ ref: 'a2', total: 10_000, customer: HERE, at: daysAgo(10) }),
      elsewhere(anOrder({ ref: 'b1', total: 40_000, customer: THERE, at: daysAgo(5) })),
    );
  const show = async (who: string) => Object((await ask(world, `customer show ${who}`)).json);
  const mergeThem = async (flags = '--yes') => {
    const asked = await ask(
      world,
      `customer merge maria@example.com m.silva@example.org ${flags}`,
      MARIA,
    );
    await world.runJobs();
    return asked;
  };
  const undoIt = async () => {
    const undone = await press(world, actionOf(cardIn(world, 'approvals'), 'Undo'), MARIA);
    await world.runJobs();
    return asCard(undone);
  };

  it('shows both side by side first, with what would move, and changes nothing', async () => {
    await open();
    await tell();

    const { text, json, labels } = await mergeThem('');
    expect(labels).toEqual([
      ...['Merge', 'Not the same'],
      ...['Open maria@example.com', 'Open m.silva@example.org'],
    ]);
    expect(text).toContain('If they are merged, Maria Silva stays and gets 1 order');
    expect(json).toMatchObject({ status: 'open', clues: ['same-name'], wouldMove: { orders: 1 } });
    expect((await show('maria@example.com')).orders).toBe(2);
    expect(world.posted).toEqual([]);
  });

  it('gives all to who ordered more, and every name of either means them', async () => {
    await open();
    await tell();
    const [one, other] = [await show('maria@example.com'), await show('m.silva@example.org')];
    await ask(world, `customer tag ${other.id} dj`);

    await mergeThem();
    const joint = await show('m.silva@example.org');
    expect(joint).toMatchObject({ id: one.id, orders: 3, tags: ['dj', 'wholesale'] });
    expect(joint.amountSpent).toEqual({ amount: '800.00', currency: 'USD' });
    expect((await show(other.id)).id).toBe(one.id);
    expect((await show('#b1')).id).toBe(one.id);
    expect((await ask(world, `customer export ${one.id}`)).json).toMatchObject({
      mergedFrom: [{ profile: { email: 'm.silva@example.org' } }],
    });
    expect(JSON.stringify((await ask(world, `customer timeline ${one.id}`)).json)).toContain(
      'Merged with another record by Maria',
    );
    expect(Object((await ask(world, 'audit list')).json)).toEqual(
      expect.arrayContaining([expect.objectContaining({ action: 'customer.merged' })]),
    );
  });

  it('counts what comes later for a name of the other one, and a replay changes nothing', async () => {
    await open();
    await tell();
    await mergeThem();

    await world.deliver(
      elsewhere(anOrder({ ref: 'b2', total: 5_000, customer: THERE })),
      elsewhere(aRefund({ orderRef: 'b1', amount: 1_000 })),
    );
    expect(await show('maria@example.com')).toMatchObject({ orders: 4, refunds: 1 });
    expect(await replayLog(world.deps)).toMatchObject({ changed: 0 });
  });

  it.each<readonly [ConsentState, ConsentState, ConsentState]>([
    ['subscribed', 'unsubscribed', 'unsubscribed'],
    ['unsubscribed', 'subscribed', 'unsubscribed'],
    ['subscribed', 'pending', 'pending'],
    ['subscribed', 'unknown', 'subscribed'],
    ['unknown', 'unsubscribed', 'unsubscribed'],
  ])('of %s and %s keeps %s', async (one, other, joint) => {
    await open();
    await world.deliver(
      anOrder({ customer: { ...HERE, emailConsent: one }, at: daysAgo(9) }),
      elsewhere(anOrder({ customer: { ...THERE, emailConsent: other }, at: daysAgo(3) })),
    );

    await mergeThem();
    expect((await show('maria@example.com')).consent.email.state).toBe(joint);
    expect(await replayLog(world.deps)).toMatchObject({ changed: 0 });
  });

  it('is done once of two who press at once; the other hears how it stands', async () => {
    await open();
    await tell();
    const { card } = await mergeThem('');

    const replies = await Promise.all(
      [MARIA, TOM].map((who) => press(world, actionOf(card, 'Merge'), who)),
    );
    await world.runJobs();
    expect(replies.map((reply) => asCard(reply).refused?.code).toSorted()).toEqual([
      expect.stringMatching(/settled|gone/),
      undefined,
    ]);
    expect((await show('maria@example.com')).orders).toBe(3);
  });

  it('loses no event that comes in while they are merged, and counts none twice', async () => {
    await open();
    await tell();
    const { card } = await mergeThem('');

    await Promise.all([
      press(world, actionOf(card, 'Merge'), MARIA),
      world.deliver(
        elsewhere(anOrder({ ref: 'b2', total: 100, customer: THERE })),
        anOrder({ ref: 'a3', total: 200, customer: HERE }),
        elsewhere(anOrder({ ref: 'b3', total: 300, customer: THERE })),
      ),
    ]);
    await world.runJobs();
    expect(await show('maria@example.com')).toMatchObject({
      orders: 6,
      amountSpent: { amount: '806.00' },
    });
    expect(await replayLog(world.deps)).toMatchObject({ changed: 0 });
  });

  it('needs an approver', async () => {
    await open();
    await tell();
    const { card } = await mergeThem('');

    for (const label of ['Merge', 'Not the same']) {
      const reply = asCard(await press(world, actionOf(card, label), AGENT));
      expect(reply.refused?.code).toBe('forbidden');
    }
    expect((await ask(world, 'customer merge a b', AGENT)).refused?.code).toBe('forbidden');
  });

  it('is undone by who each event named; what names nobody stays, and the card says so', async () => {
    await open();
    await tell();
    const [one, other] = [await show('maria@example.com'), await show('m.silva@example.org')];
    await mergeThem();
    world.pass(DAY);
    const now = world.deps.now();
    await world.deliver(
      elsewhere(anOrder({ ref: 'b2', total: 5_000, customer: THERE, at: now })),
      anOrder({ ref: 'a3', total: 7_000, customer: HERE, at: now }),
      elsewhere(aRefund({ orderRef: 'b1', amount: 1_000, at: now })),
    );
    await ask(world, 'customer note maria@example.com likes jazz');

    const { text } = await undoIt();
    expect(text).toContain('Two customers again');
    expect(text).toContain('Given back: 1 order');
    expect(text).toContain('stays with Maria Silva: 1 note.');
    expect(await show(one.id)).toMatchObject({ email: one.email, orders: 3, refunds: 0 });
    expect(await show(other.id)).toMatchObject({ email: other.email, orders: 2, refunds: 1 });
    expect((await show('m.silva@example.org')).id).toBe(other.id);
    expect(await replayLog(world.deps)).toMatchObject({ changed: 0 });
    expect(
      asCard(await press(world, actionOf(cardIn(world, 'approvals'), 'Open m.silva@example.org')))
        .text,
    ).toContain('Maria Silva');
  });

  it('takes the newest of two merges apart first', async () => {
    await open();
    await tell();
    await world.deliver(anOrder({ customer: someone({ ref: 'c-3', email: 'third@example.com' }) }));
    const first = Object((await mergeThem()).json);
    await ask(world, 'customer merge third@example.com maria@example.com --yes');
    await world.runJobs();

    const refused = await ask(world, `undo ${first.merge.id} --yes`);
    const shown = await ask(world, `undo ${first.id}`);
    expect(refused.refused?.code).toBe('merged-since');
    expect(shown.labels).toContain('Undo');
    await undoIt();
    expect((await ask(world, `undo ${first.merge.id} --yes`)).refused).toBeUndefined();
    expect((await show('third@example.com')).orders).toBe(1);
    expect((await show('m.silva@example.org')).orders).toBe(1);
  });

  it('says that two are two people, and can be asked again by name', async () => {
    await open();
    await tell();

    const apart = await ask(world, 'customer apart maria@example.com m.silva@example.org', MARIA);
    expect(apart.text).toContain('Said to be two people by Maria');
    expect((await ask(world, 'customer merges')).json).toEqual([]);
    expect((await mergeThem('')).json).toMatchObject({ status: 'open' });
    expect((await mergeThem()).json).toMatchObject({ status: 'merged' });
    expect(
      (await ask(world, 'customer merge maria@example.com m.silva@example.org')).text,
    ).toContain('both are the same customer already');
  });

  it('lets what runs for both go on once', async () => {
    await open(anAutomation({ do: [{ wait: '3d' }, { tag: 'later' }] }));
    await tell();
    await mergeThem();

    world.pass(4 * DAY);
    await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
    await world.runJobs();
    const { id } = await show('maria@example.com');
    const runs = await world.deps.storage.runs.list({ customerId: id }, { limit: 9 });
    expect(runs.filter(({ reason }) => reason === 'merged')).toHaveLength(1);
    expect((await ask(world, `customer timeline ${id}`)).text).toContain(
      'the customer was merged with another one',
    );
  });

  it('leaves nothing of either behind when the one is forgotten', async () => {
    await open();
    await tell();
    await mergeThem();
    const { id } = await show('maria@example.com');

    await forgetCustomer(world.deps, id);
    await world.runJobs();
    expect((await ask(world, 'customer show m.silva@example.org')).refused?.code).toBe('not-found');
    for (const rows of await everyRow()) expect(rows).not.toMatch(/maria@|silva/i);
    for (const { card } of world.posted) expect(JSON.stringify(card)).not.toMatch(/silva/i);
  });

  it('leaves nothing behind when a merge was undone and then one is forgotten', async () => {
    await open();
    await tell();
    await mergeThem();
    await undoIt();
    const { id } = await show('m.silva@example.org');

    await forgetCustomer(world.deps, id);
    await world.runJobs();
    for (const rows of await everyRow()) expect(rows).not.toMatch(/m\.silva/i);
    expect((await show('maria@example.com')).orders).toBe(2);
  });

  /** Every table as text; the audit log and the jobs name people by our ids only, and are among them. */
  async function everyRow(): Promise<readonly string[]> {
    const tables = await world.database.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`,
      [],
    );
    const texts: string[] = [];
    for (const { name } of tables.filter((table) => table.name !== 'settings')) {
      const [row] = await world.database.query<{ all: string | null }>(
        `SELECT string_agg(row_to_json(each)::text, ' ') AS all FROM "${name}" AS each`,
        [],
      );
      texts.push(`${name}: ${row?.all ?? ''}`);
    }
    return texts;
  }
});

describe('a merge and the tiers', () => {
  let world: World;
  afterEach(() => world.close());

  const promoted = async (here: number, there: number) => {
    world = await createWorld({
      playbook: (shipped) => ({ ...shipped, automations: [], segments: [] }),
    });
    await world.deliver(
      anOrder({ total: here, customer: HERE }),
      anOrder({ total: 100, customer: HERE }),
      elsewhere(anOrder({ total: there, customer: THERE })),
    );
    const before = (await world.deps.storage.customers.top({ limit: 2 })).map(({ tier }) => tier);
    await ask(world, 'customer merge maria@example.com m.silva@example.org --yes', ADMIN);
    await world.runJobs();
    const [joint] = await world.deps.storage.customers.top({ limit: 1 });
    const news = await world.deps.storage.timeline.latest(
      joint?.id ?? Object(null),
      'tier-changed',
      9,
    );
    return {
      before,
      after: joint?.tier,
      since: news.filter(({ data }) => data['to'] === joint?.tier).length,
    };
  };

  it('tells once of a level that only both together reach', async () => {
    const { before, after, since } = await promoted(120_000, 120_000);

    expect(before).toEqual(['Silver', 'Silver']);
    expect([after, since]).toEqual(['Gold', 1]);
  });

  it('tells nothing of a level that one of them had', async () => {
    const { before, after, since } = await promoted(100, 250_000);

    expect([before[0], after]).toEqual(['Gold', 'Gold']);
    expect(since).toBe(1);
  });
});
