// What explain says of the guards: each as a sentence, with the next possible time.
import { afterEach, describe, expect, it } from 'vitest';
import type { Team } from '#engine/playbook/team.ts';
import { ask } from '../../support/asking.ts';
import { anAutomation, DAY, HOUR, withAutomations } from '../../support/automations.ts';
import { fillWith } from '../../support/segment-of-people.ts';
import { createWorld, type World } from '../../support/world.ts';

let world: World;
afterEach(() => world.close());

const MAIL = { email: { template: 'vip-thanks', approval: 'none' } };
const CODE = { email: { template: 'vip-thanks', discount: { percent: 50, expires: '30d' } } };

async function open(said: object, limits: Partial<Team['limits']> = {}) {
  world = await createWorld({
    playbook: withAutomations(anAutomation(said)),
    limits: { email_gap: '0h', ...limits },
  });
  await fillWith(world, 1);
}

const explained = () => ask(world, 'automation explain series c1@example.com');

describe('automation explain', () => {
  it('says that nothing else stands in the way', async () => {
    await open({ do: [MAIL] });

    const { text, json } = await explained();

    expect(json).toMatchObject({ verdict: 'would-fire', guards: [] });
    expect(text).toContain('Nothing else stands in the way');
  });

  it('says when it could run again', async () => {
    await open({ reentry: 'after 28d' });
    await ask(world, 'automation run series c1@example.com');

    const { text, json } = await explained();

    expect(text).toContain('It has run for them already. It could run again from 2031-03-31');
    expect(json).toMatchObject({ verdict: 'reentry' });
  });

  it('says when a mail could go out again: caps, the gap, quiet hours', async () => {
    await open({ do: [MAIL] }, { email_cap_per_week: 1, email_cap_per_day: 1 });
    await ask(world, 'automation run series c1@example.com');
    await world.runJobs();
    world.pass(2 * DAY);
    expect((await explained()).text).toContain(
      'enough mail in the last week. It could go out from 2031-03-10',
    );

    await world.close();
    await open({ do: [MAIL] }, { email_cap_per_day: 5, email_cap_per_week: 5, email_gap: '16h' });
    await ask(world, 'automation run series c1@example.com');
    await world.runJobs();
    world.pass(HOUR);
    expect((await explained()).json).toMatchObject({
      guards: [{ reason: 'email-gap', until: new Date('2031-03-04T02:00:00Z') }],
    });

    await world.close();
    await open({ do: [MAIL] }, { quiet_hours: '09:00-11:00' });
    expect((await explained()).text).toContain('quiet hours for them');
  });

  it('says what consent forbids', async () => {
    await open({ do: [{ tag: 'x' }, MAIL] });
    await fillWith(world, 1, () => ({
      emailConsent: { state: 'unsubscribed', at: null, source: null },
    }));

    expect((await explained()).text).toContain('They have unsubscribed');
  });

  it('says that the budget of the day is used up, and that all is paused', async () => {
    await open({ do: [CODE] }, { daily_discount_budget: 1 });
    await world.deps.storage.settings.set('discount-reserved:2031-03-03', { pln_1: 100 });
    await ask(world, 'pause');

    expect((await explained()).json).toMatchObject({
      guards: [
        { reason: 'paused', until: null },
        { reason: 'over-budget', until: new Date('2031-03-04T00:00:00Z') },
      ],
    });
  });
});
