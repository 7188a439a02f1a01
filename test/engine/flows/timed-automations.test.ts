// Automations that the clock starts, as timelines, on every database.
import { afterEach, describe, expect, it } from 'vitest';
import type { Automation } from '#engine/automations/automation.ts';
import { anAutomation, DAY, HOUR, MINUTE, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anEvent, anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

describe.each(DATABASES)('an automation that the clock starts, on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  /** The world starts on Monday, 3 March 2031, 10:00 UTC; the shop is in UTC. */
  const open = async (...automations: readonly Automation[]) => {
    world = await createWorld({ database, playbook: withAutomations(...automations) });
    await tick();
  };
  const tick = async (milliseconds = 0) => {
    world.pass(milliseconds);
    await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
    await world.runJobs();
  };
  const join = (name: string, facts: Parameters<typeof someone>[0] = {}) =>
    world.deliver(
      anEvent({
        type: 'customer.updated',
        customer: someone({ ref: name, email: `${name}@example.com`, firstName: name, ...facts }),
      }),
    );
  const started = async (automation = 'series') => {
    const { storage } = world.deps;
    const runs = await storage.runs.list({ automation }, { limit: 50 });
    const profiles = await storage.customers.getMany(runs.map(({ customerId }) => customerId));
    const nameOf = (id: string) => profiles.find((profile) => profile.id === id)?.firstName;
    return runs.map(({ customerId, occasion }) => `${nameOf(customerId)} ${occasion}`).sort();
  };

  const birthday = (said: object = {}) => anAutomation({ on: { date: 'birthday', ...said } });

  it('greets each customer at nine on their own clock, once a year', async () => {
    await open(birthday());
    await join('Ken', { birthday: '1990-03-04', timezone: 'Asia/Tokyo' });
    await join('Ann', { birthday: '03-04', timezone: 'America/New_York' });
    await join('Tom', { birthday: '03-05' });

    await tick(14 * HOUR);
    expect(await started()).toEqual(['Ken date:2031']);
    await tick(14 * HOUR);
    expect(await started()).toEqual(['Ann date:2031', 'Ken date:2031']);
    await tick(DAY - 4 * HOUR);
    await tick(0);

    expect(await started()).toEqual(['Ann date:2031', 'Ken date:2031', 'Tom date:2031']);
  });

  it('comes again next year, not again this year when the date is corrected', async () => {
    await open(birthday());
    await join('Ann', { birthday: '03-04' });
    await tick(DAY);
    await join('Ann', { birthday: '03-06' });
    await tick(2 * DAY);
    expect(await started()).toEqual(['Ann date:2031']);

    for (let days = 0; days < 366; days += 1) world.pass(DAY);
    await tick();

    expect(await started()).toEqual(['Ann date:2031', 'Ann date:2032']);
  });

  it('knows the day of an attribute, so many days ahead, and asks the condition', async () => {
    const on = { date: 'attributes.renewal', offset: '-7d', at: '08:30' };
    await open(anAutomation({ on, when: "email_subscription_status = 'SUBSCRIBED'" }));
    await join('Ann', { attributes: { renewal: '2031-03-11' } });
    await join('Tom', { attributes: { renewal: '2029-03-11' }, emailConsent: 'unsubscribed' });

    await tick(DAY - 91 * MINUTE);
    expect(await started()).toEqual([]);
    await tick(MINUTE);

    expect(await started()).toEqual(['Ann date:2031']);
  });

  it('runs on its schedule for everybody it is for, and records only while it is in shadow', async () => {
    const weekly = { on: { schedule: '0 11 * * mon' }, reentry: 'always' };
    const rich = anAutomation({ ...weekly, when: 'number_of_orders > 0' });
    const shadow = anAutomation({ ...weekly, name: 'shadow', mode: 'shadow' });
    await open(rich, shadow);
    await join('Ann');
    await world.deliver(
      anOrder({ customer: someone({ ref: 'c-9', firstName: 'Eve', email: 'eve@example.com' }) }),
    );

    await tick(HOUR - 1);
    expect(await started()).toEqual([]);
    await tick(1);
    await tick(MINUTE);

    expect(await started()).toEqual(['Eve schedule:2031-03-03T11:00:00.000Z']);
    expect(await started('shadow')).toHaveLength(2);
  });

  it.each([
    ['never', 1],
    ['after 2d', 2],
    ['always', 3],
  ])('lets nobody in again in shadow whom it would not live (%s)', async (reentry, firings) => {
    await open(anAutomation({ on: { schedule: '0 11 * * *' }, reentry, mode: 'shadow' }));
    await join('Ann');

    for (const after of [HOUR, DAY, DAY]) await tick(after);

    expect(await started()).toHaveLength(firings);
  });

  it('counts for going live only what was done', async () => {
    const daily = { on: { schedule: '0 11 * * *' }, reentry: 'never' };
    await open(anAutomation({ ...daily, mode: 'shadow' }));
    await join('Ann');
    await tick(HOUR);
    world = await createWorld({ after: world, playbook: withAutomations(anAutomation(daily)) });
    await tick(DAY);
    await tick(DAY);

    const runs = await world.deps.storage.runs.list({ automation: 'series' }, { limit: 9 });
    expect(runs.map(({ status }) => status)).toEqual(['done', 'shadow']);
  });

  it('makes up for one tick of the last day, and says that it is late; a new automation waits', async () => {
    const hourly = { on: { schedule: '0 * * * *' }, reentry: 'always' };
    await open(anAutomation(hourly));
    await join('Ann');
    const both = withAutomations(anAutomation(hourly), anAutomation({ ...hourly, name: 'new' }));
    world = await createWorld({ after: world, playbook: both });

    await tick(5 * DAY + 30 * MINUTE);

    expect(await started()).toEqual(['Ann schedule:2031-03-08T10:00:00.000Z']);
    expect(await started('new')).toEqual([]);
    expect(world.posted.map(({ card }) => card.title)).toContain('series starts late');
    await tick(30 * MINUTE);
    expect(await started('new')).toHaveLength(1);
  });

  it('reaches more people than a page holds, each once', async () => {
    await open(anAutomation({ on: { schedule: '0 11 * * *' }, do: [{ wait: '1d' }] }));
    await world.database.query(
      `INSERT INTO customers SELECT (jsonb_populate_record(c, jsonb_build_object(
          'id', 'cus_' || n, 'email', n || '@example.com', 'unsubscribe_token', n::text))).*
        FROM customers c, generate_series(1, 120) AS n WHERE c.id = $1`,
      [await idOf()],
    );

    await tick(HOUR);

    const [count] = await world.database.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM runs',
      [],
    );
    expect(count?.n).toBe(121);
  });

  const idOf = async () => {
    await join('Ann');
    const [found] = await world.deps.storage.customers.top({ limit: 1 });
    return found?.id;
  };

  it('is also started by an event of the team’s own', async () => {
    await open(
      anAutomation({ on: 'custom.quiz', when: 'event.score > 5', do: [{ tag: 'clever' }] }),
    );
    const quiz = (score: number) =>
      anEvent({ type: 'custom.quiz', customer: someone(), fields: { score } });

    await world.deliver(quiz(5), quiz(6));

    expect(await world.deps.storage.runs.list({}, { limit: 5 })).toHaveLength(1);
  });
});
