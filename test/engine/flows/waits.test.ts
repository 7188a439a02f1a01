// Runs that wait, as timelines of events, a clock and what is expected, on every database.
import { afterEach, describe, expect, it } from 'vitest';
import type { Decider } from '#engine/approvals/approval.ts';
import type { Automation } from '#engine/automations/automation.ts';
import { forgetCustomer } from '#engine/flows/forget-customer.ts';
import { setPaused } from '#engine/flows/pause.ts';
import { setMode } from '#engine/flows/set-mode.ts';
import { settleApproval } from '#engine/flows/settle-approval.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { anAutomation, DAY, HOUR, MINUTE, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const MARIA: Decider = { person: 'Maria', name: 'Maria', surface: 'slack' };

describe.each(DATABASES)('a run that waits, on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  const open = async (...automations: readonly Automation[]) => {
    world = await createWorld({ database, playbook: withAutomations(...automations) });
  };
  const customer = async () => {
    const [found] = await world.deps.storage.customers.top({ limit: 1 });
    if (found === undefined) throw new Error('no customer');
    return found;
  };
  const tags = async () => (await customer()).tags;
  const run = async (automation = 'series') => {
    const [found] = await world.deps.storage.runs.list({ automation }, { limit: 1 });
    if (found === undefined) throw new Error('no run');
    return found;
  };
  /** Time passes, a minute's tick finds what is due. */
  const pass = async (milliseconds: number) => {
    world.pass(milliseconds);
    await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
    await world.runJobs();
  };

  it('takes its next action when the wait is over, not before', async () => {
    await open(anAutomation({ do: [{ tag: 'first' }, { wait: '3d' }, { tag: 'later' }] }));
    await world.deliver(anOrder());
    expect(await run()).toMatchObject({ status: 'waiting', position: 1 });

    await pass(3 * DAY - 1);
    expect(await tags()).toEqual(['first']);
    await pass(1);

    expect(await tags()).toEqual(['first', 'later']);
    expect(await run()).toMatchObject({ status: 'done', position: null });
  });

  it('waits months, through one wait after another', async () => {
    await open(
      anAutomation({ do: [{ wait: '6mo' }, { tag: 'half' }, { wait: '1y' }, { tag: 'old' }] }),
    );
    await world.deliver(anOrder());

    await pass(190 * DAY);
    expect(await tags()).toEqual(['half']);
    await pass(366 * DAY);

    expect(await tags()).toEqual(['half', 'old']);
  });

  it('ends a short wait on time, without the clock’s tick', async () => {
    await open(anAutomation({ do: [{ wait: '2m' }, { tag: 'soon' }] }));
    await world.deliver(anOrder());

    world.pass(2 * MINUTE);
    await world.runJobs({ early: true });

    expect(await tags()).toEqual(['soon']);
  });

  it('waits for the clock of the customer’s zone, and of the shop’s for a zone that is none', async () => {
    const actions = [{ wait: { until: '09:00' } }, { tag: 'morning' }];
    await open(anAutomation({ do: actions }));
    // It is 10:00 in UTC, 19:00 in Tokyo.
    await world.deliver(anOrder({ customer: someone({ timezone: 'Asia/Tokyo' }) }));
    expect((await run()).wakeAt).toEqual(new Date('2031-03-04T00:00:00Z'));

    await world.deliver(
      anOrder({
        customer: someone({ timezone: 'Mars/Olympus' }),
        at: new Date('2031-03-03T11:00:00Z'),
      }),
    );

    expect((await run()).wakeAt).toEqual(new Date('2031-03-04T09:00:00Z'));
  });

  it('goes on at an event, and at the deadline without one', async () => {
    const actions = [{ wait: { for: 'order.fulfilled', at_most: '7d' } }, { tag: 'after' }];
    await open(anAutomation({ do: actions }));
    await world.deliver(anOrder({ ref: 'o-1' }));
    await world.deliver(
      anOrder({
        ref: 'o-2',
        customer: someone({ ref: 'c-2', email: 'tom@example.com' }),
        total: 1,
      }),
    );

    await world.deliver(anOrder({ ref: 'o-1', type: 'order.fulfilled' }));
    expect(await tags()).toEqual(['after']);
    expect(await run()).toMatchObject({ status: 'waiting' });
    await pass(7 * DAY);

    expect(await run()).toMatchObject({
      status: 'done',
      history: [{}, { kind: 'waited', event: null }, {}],
    });
  });

  it('stops at the deadline where it is told to', async () => {
    const until = { for: 'order.fulfilled', at_most: '7d', else: 'stop' };
    await open(anAutomation({ do: [{ wait: until }, { tag: 'after' }] }));
    await world.deliver(anOrder());

    await pass(7 * DAY);

    expect(await tags()).toEqual([]);
    expect(await run()).toMatchObject({ status: 'stopped', reason: 'did-not-happen' });
  });

  it('begins to wait when the approval before the wait is carried out', async () => {
    const mail = { template: 'vip-thanks', approval: 'required' };
    await open(anAutomation({ do: [{ email: mail }, { wait: '1d' }, { tag: 'later' }] }));
    await world.deliver(anOrder());
    await pass(2 * DAY);
    expect(await run()).toMatchObject({ status: 'waiting-for-approval', position: 1 });

    const [approval] = await world.deps.storage.approvals.list({}, { limit: 1 });
    if (approval === undefined) throw new Error('no approval');
    const { id } = approval;
    await settleApproval(world.deps, { id, decision: 'approved', by: MARIA, seenVersion: 1 });
    await world.runJobs();
    expect(await run()).toMatchObject({ status: 'waiting' });
    await pass(DAY);

    expect(world.mailer.sent).toHaveLength(1);
    expect(await tags()).toEqual(['later']);
  });

  it('asks stop_if of the customer as they are by then, and keeps the answer', async () => {
    const actions = [{ wait: '1d' }, { stop_if: 'number_of_orders > 1' }, { tag: 'single' }];
    await open(anAutomation({ reentry: 'never', do: actions }));
    await world.deliver(anOrder({ ref: 'o-1' }));
    await world.deliver(anOrder({ ref: 'o-2' }));

    await pass(DAY);

    expect(await tags()).toEqual([]);
    expect(await run()).toMatchObject({ status: 'stopped', reason: 'stop-if' });
    expect((await run()).history.at(-1)).toMatchObject({
      kind: 'asked',
      trace: { result: true, actual: 2 },
    });
  });

  it('is ended by its exit, with the approval that waited for a decision', async () => {
    const actions = [{ email: { template: 'vip-thanks' } }, { wait: '1d' }, { tag: 'later' }];
    await open(anAutomation({ on: 'order.placed', exit: 'order.paid', do: actions }));
    await world.deliver(anOrder({ ref: 'o-1', type: 'order.placed' }));

    await world.deliver(anOrder({ ref: 'o-1' }));

    expect(await run()).toMatchObject({ status: 'stopped', reason: 'exit' });
    expect(await world.deps.storage.approvals.list({}, { limit: 5 })).toMatchObject([
      { status: 'expired' },
    ]);
  });

  it('does not begin where the event that ends it has overtaken the one that starts it', async () => {
    await open(
      anAutomation({
        on: 'order.placed',
        exit: 'order.paid',
        do: [{ wait: '1d' }, { tag: 'late' }],
      }),
    );
    const { storage } = world.deps;
    await world.deliver(
      anOrder({ ref: 'o-1', type: 'order.placed', historic: true }),
      anOrder({ ref: 'o-1' }),
    );
    const { id: customerId } = await customer();
    const [placed] = await storage.events.ofCustomer(customerId, 'order.placed', 1);
    if (placed === undefined) throw new Error('no event');

    await storage.enqueue([{ job: { name: 'evaluate', eventId: placed.id, customerId } }]);
    await world.runJobs();

    expect(await storage.runs.list({}, { limit: 5 })).toEqual([]);
  });

  it('is ended by an exit that is a condition', async () => {
    const exit = "customer_tags CONTAINS 'enough'";
    const tagger = anAutomation({ name: 'tagger', on: 'order.fulfilled', do: [{ tag: 'enough' }] });
    await open(anAutomation({ exit, do: [{ wait: '1d' }, { tag: 'late' }] }), tagger);
    await world.deliver(anOrder({ ref: 'o-1' }));
    await world.deliver(anOrder({ ref: 'o-1', type: 'order.fulfilled' }));
    expect(await run()).toMatchObject({ status: 'waiting' });

    await world.deliver(anOrder({ ref: 'o-1', type: 'order.updated' }));

    expect(await run()).toMatchObject({ status: 'stopped', reason: 'exit' });
  });

  it('stops with its person', async () => {
    await open(anAutomation({ do: [{ wait: '1d' }, { tag: 'late' }] }));
    await world.deliver(anOrder());
    await forgetCustomer(world.deps, (await customer()).id);

    await pass(DAY);

    expect(await run()).toMatchObject({ status: 'stopped', reason: 'forgotten' });
  });

  it('is held by the hand-brake, and goes on when it is released', async () => {
    await open(anAutomation({ do: [{ wait: '1h' }, { tag: 'late' }] }));
    await world.deliver(anOrder());
    await setPaused(world.deps, { paused: true, by: MARIA });
    await pass(2 * HOUR);
    expect(await run()).toMatchObject({ status: 'waiting' });

    await setPaused(world.deps, { paused: false, by: MARIA });
    await pass(MINUTE);

    expect(await tags()).toEqual(['late']);
  });

  it.each(['off', 'shadow'] as const)(
    'stops at its next step when the automation is %s by then',
    async (mode) => {
      await open(anAutomation({ do: [{ wait: '1d' }, { tag: 'late' }] }));
      await world.deliver(anOrder());
      await setMode(world.deps, { name: 'series', mode, by: MARIA });
      await pass(DAY - 1);
      expect(await run()).toMatchObject({ status: 'waiting' });

      await pass(1);

      expect(await run()).toMatchObject({ status: 'stopped', reason: `automation-${mode}` });
      expect(await tags()).toEqual([]);
    },
  );

  it('follows the definition it began under, through a restart, a change and an unreadable file', async () => {
    await open(anAutomation({ do: [{ wait: '1d' }, { tag: 'old way' }] }));
    await world.deliver(anOrder());
    const restart = async (playbook: (shipped: Playbook) => Playbook) => {
      world = await createWorld({ after: world, playbook });
    };

    const broken = [
      { where: 'automations/series.yml:3', path: null, flaw: { reason: 'missing' } } as const,
    ];
    await restart((shipped) => ({ ...withAutomations()(shipped), faults: broken }));
    await pass(DAY);
    expect(await run()).toMatchObject({ status: 'waiting' });
    await restart(withAutomations(anAutomation({ do: [{ tag: 'new way' }] })));
    await pass(HOUR);

    expect(await tags()).toEqual(['old way']);
    expect(await run()).toMatchObject({ status: 'done' });
  });

  it('stops at its next step when its automation has left the playbook', async () => {
    await open(anAutomation({ do: [{ wait: '1d' }, { tag: 'late' }] }));
    await world.deliver(anOrder());
    world = await createWorld({ after: world, playbook: withAutomations() });

    await pass(DAY);

    expect(await run()).toMatchObject({ status: 'stopped', reason: 'automation-gone' });
  });
});
