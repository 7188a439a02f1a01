// Going live asks whom it is for: new ones only, or those who qualify now as well.
import { afterEach, describe, expect, it } from 'vitest';
import { sayTag } from '#engine/customers/facts.ts';
import { modeOf } from '#engine/flows/set-mode.ts';
import { asId } from '#engine/ids.ts';
import { actionOf, ask, cardIn, press } from '../../support/asking.ts';
import { anAutomation, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { daysAgo } from '../../support/events.ts';
import { fillWith } from '../../support/segment-of-people.ts';
import { createWorld, type World } from '../../support/world.ts';

const VIP = { name: 'vip', title: 'VIP', mode: 'off', reentry: 'never', do: [{ tag: 'VIP' }] };
const RICH = "customer_tags CONTAINS 'rich'";

describe.each(DATABASES)('going live on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  /** Seven customers, of whom five qualify. */
  async function open(said: object = { when: RICH }) {
    const automation = anAutomation({ ...VIP, ...said });
    world = await createWorld({ database, playbook: withAutomations(automation) });
    await fillWith(world, 7, (profile) =>
      profile.id > 'c5' ? {} : sayTag(profile, 'rich', true, daysAgo(9)),
    );
  }
  const mode = () => modeOf(world.deps, 'vip');
  const tagged = async () => {
    const found = await world.deps.storage.customers.getMany(
      ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'].map((id) => asId('customer', id)),
    );
    return found.filter(({ tags }) => tags.includes('VIP')).length;
  };

  it('shows how many qualify now with examples, and switches nothing yet', async () => {
    await open();

    const asked = await ask(world, 'automation live vip');

    expect(asked.labels).toEqual(['New ones only', 'These 5 too', 'Cancel']);
    expect(asked.json).toMatchObject({ wouldChange: 5 });
    expect(Object(asked.json).examples).toHaveLength(5);
    expect(await mode()).toBe('off');
  });

  it('is for new ones only when that is said', async () => {
    await open();
    const asked = await ask(world, 'automation live vip');

    await press(world, actionOf(asked.card, 'New ones only'));
    await world.runJobs();

    expect([await mode(), await tagged()]).toEqual(['live', 0]);
    // The other button of the card comes too late.
    await press(world, actionOf(asked.card, 'These 5 too'));
    await world.runJobs();
    expect(await tagged()).toBe(0);
  });

  it('takes those who qualify with it as a batch, which can be undone as one', async () => {
    await open();
    const asked = await ask(world, 'automation live vip');

    await press(world, actionOf(asked.card, 'These 5 too'));
    await world.runJobs();

    expect([await mode(), await tagged()]).toEqual(['live', 5]);
    expect(JSON.stringify(cardIn(world, 'reports'))).toContain('It ran for 5 of 5 customers');
    await press(world, actionOf(asked.card, 'New ones only'));
    await ask(world, `undo ${Object(asked.json).id} --yes`);
    await world.runJobs();
    expect([await mode(), await tagged()]).toEqual(['live', 0]);
  });

  it('of two questions only one is answered', async () => {
    await open({ when: RICH, reentry: 'always' });
    const first = await ask(world, 'automation live vip');
    const second = await ask(world, 'automation live vip');

    await press(world, actionOf(first.card, 'These 5 too'));
    await press(world, actionOf(second.card, 'These 5 too'));
    await world.runJobs();

    expect(await world.deps.storage.runs.list({}, { limit: 99 })).toHaveLength(5);
  });

  it.each([
    ['everybody who comes', {}],
    ['what happens decides', { when: 'event.total > 5' }],
    ['a date comes by itself', { on: { date: 'birthday' } }],
    ['nobody qualifies', { when: 'amount_spent > 9' }],
  ])('does not ask where %s', async (_, said) => {
    await open(said);

    const answer = await ask(world, 'automation live vip');

    expect(answer.json).toMatchObject({ name: 'vip', mode: 'live' });
  });

  it('asks nothing of a program that says whom it means', async () => {
    await open();

    await ask(world, 'automation live vip --these');
    await world.runJobs();
    expect([await mode(), await tagged()]).toEqual(['live', 5]);

    await ask(world, 'automation off vip');
    expect((await ask(world, 'automation live vip --new')).json).toMatchObject({ mode: 'live' });
  });

  it('says why nobody is left, where all who qualify had it before', async () => {
    await open();
    await ask(world, 'automation live vip --these');
    await world.runJobs();
    await ask(world, 'automation off vip');

    const again = await ask(world, 'automation live vip');

    expect(again.text).toContain('5 are left out: it has run for them already');
    expect(await mode()).toBe('live');
  });
});
