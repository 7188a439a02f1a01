// Mails of several automations to one customer: in order, not too close, not at night, and not after the end.
import { afterEach, describe, expect, it } from 'vitest';
import type { Automation } from '#engine/automations/automation.ts';
import type { Team } from '#engine/playbook/team.ts';
import { anAutomation, HOUR, MINUTE, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const DAILY = { email_cap_per_day: 5, email_cap_per_week: 9 };

function mailing(name: string, said: object = {}) {
  return anAutomation({
    name,
    do: [{ email: { template: 'vip-thanks', approval: 'none' } }],
    ...said,
  });
}

describe.each(DATABASES)('mails on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  const open = async (limits: Partial<Team['limits']>, ...rules: readonly Automation[]) => {
    const playbook = withAutomations(...rules);
    world = await createWorld({ database, limits: { ...DAILY, ...limits }, playbook });
  };
  const pass = async (milliseconds: number) => {
    world.pass(milliseconds);
    await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
    await world.runJobs();
  };
  const customerId = async () => {
    const [customer] = await world.deps.storage.customers.top({ limit: 1 });
    if (customer === undefined) throw new Error('no customer');
    return customer.id;
  };
  const said = async (kind: string) => {
    const entries = await world.deps.storage.timeline.list(await customerId(), { limit: 50 });
    return entries.filter((entry) => entry.kind === kind).map(({ data }) => data);
  };
  const mailed = async () => {
    const plans = await world.deps.storage.plans.ofCustomer(await customerId(), { limit: 9 });
    const done = plans.filter(({ steps }) => steps[0]?.status === 'done');
    return done.map(({ origin }) => (origin.kind === 'run' ? origin.automation : null));
  };

  it('the smaller rank goes first, the other waits for the gap and says so', async () => {
    await open({}, mailing('second'), mailing('first', { rank: 10 }));
    await world.deliver(anOrder());
    expect(await mailed()).toEqual(['first']);
    expect(await said('step-delayed')).toMatchObject([
      { reason: 'email-gap', until: new Date('2031-03-04T02:00:00Z') },
    ]);

    await pass(16 * HOUR);

    expect(world.mailer.sent).toHaveLength(2);
  });

  it('one that would wait more than a day is skipped with its reason', async () => {
    await open({ email_gap: '2d' }, mailing('first', { rank: 1 }), mailing('second'));

    await world.deliver(anOrder());

    expect(world.mailer.sent).toHaveLength(1);
    expect(await said('email-not-sent')).toMatchObject([{ reason: 'too-late' }]);
  });

  it('the customer’s night is waited for', async () => {
    await open({ quiet_hours: '18:00-08:00' }, mailing('first'));
    // 10:00 in UTC, 19:00 in Tokyo.
    await world.deliver(anOrder({ customer: someone({ timezone: 'Asia/Tokyo' }) }));
    await pass(13 * HOUR - MINUTE);
    expect(world.mailer.sent).toHaveLength(0);

    await pass(MINUTE);

    expect(world.mailer.sent).toHaveLength(1);
  });

  it('one that waits for the morning is not sent when its run is ended in the night', async () => {
    const rule = mailing('first', { on: 'order.placed', exit: 'order.paid' });
    await open({ quiet_hours: '09:00-12:00' }, rule);
    await world.deliver(anOrder({ ref: 'o-1', type: 'order.placed' }));
    await world.deliver(anOrder({ ref: 'o-1' }));

    await pass(2 * HOUR);

    expect(world.mailer.sent).toHaveLength(0);
    expect(await said('email-not-sent')).toMatchObject([{ reason: 'exit' }]);
  });
});
