// Tasks: opened by an automation or by hand, worked by buttons and commands, reminded of, forgotten with their customer.
import { afterEach, describe, expect, it } from 'vitest';
import { mentionsIn } from '#bot/card.ts';
import { forgetCustomer } from '#engine/flows/forget-customer.ts';
import { sweep } from '#engine/flows/sweep.ts';
import {
  AGENT,
  actionOf,
  asCard,
  ask,
  cardIn,
  labelsOf,
  MARIA,
  press,
  submit,
  VIEWER,
} from '../../support/asking.ts';
import { anAutomation, HOUR, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const CALL = { task: { title: 'Call {{ customer.name }}', due: '2d', remind: '4h' } };

describe.each(DATABASES)('tasks on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  async function opened(task: object = CALL) {
    world = await createWorld({
      database,
      playbook: (shipped) => {
        const playbook = withAutomations(anAutomation({ do: [task] }))(shipped);
        const people = [{ name: 'Maria', roles: ['agent' as const], slack: 'U0123456789' }];
        return { ...playbook, team: { ...playbook.team, people } };
      },
    });
    await world.deliver(anOrder({}));
    const [found] = await world.deps.storage.tasks.list({}, { limit: 5 });
    return found ?? fail();
  }

  function card() {
    return cardIn(world, 'sales') ?? fail();
  }

  async function sweepAfter(milliseconds: number) {
    world.pass(milliseconds);
    await sweep(world.deps);
    await world.runJobs();
  }

  it('come with a card, a line on the timeline and a place on the profile', async () => {
    await opened();

    expect(card().title).toBe('Task: Call Maria Silva');
    expect(labelsOf(card())).toEqual(['Take', 'Done', 'Snooze', 'Reassign', 'Profile']);
    const profile = await ask(world, 'customer show maria@example.com', VIEWER);
    expect(profile.text).toContain('Call Maria Silva');
    expect((await ask(world, 'customer timeline maria@example.com')).text).toContain('Task');
  });

  it('are taken once, and done with a stamp', async () => {
    await opened();
    const take = actionOf(card(), 'Take');

    expect(await press(world, take, AGENT)).toEqual({ kind: 'done' });
    const late = asCard(await press(world, take, MARIA));
    await world.runJobs();
    await press(world, actionOf(card(), 'Done'), AGENT);
    await world.runJobs();

    expect(late).toMatchObject({ visible: 'asker', refused: { code: 'already-taken' } });
    expect(JSON.stringify(card())).toContain('done by Alex');
    expect(asCard(await press(world, take, MARIA)).refused?.code).toBe('already-closed');
    expect(asCard(await press(world, take, VIEWER)).refused?.code).toBe('forbidden');
  });

  it('are reminded of once, in good time, calling who has them', async () => {
    const assigned = { task: { ...CALL.task, assignee: 'Maria' } };
    await opened(assigned);

    await sweepAfter(43 * HOUR);
    const early = world.posted.filter(({ thread }) => thread !== null);
    await sweepAfter(HOUR);
    await sweepAfter(HOUR);

    const reminders = world.posted.filter(({ thread }) => thread !== null);
    expect(early).toEqual([]);
    expect(reminders).toHaveLength(1);
    expect(reminders.flatMap((post) => mentionsIn(post.card))).toMatchObject([
      { name: 'Maria', slack: 'U0123456789' },
    ]);
  });

  it('are put off by a form, and reminded of again then', async () => {
    await opened();
    await sweepAfter(44 * HOUR);

    await submit(world, actionOf(card(), 'Snooze'), { until: '1d' }, AGENT);
    await sweepAfter(23 * HOUR);
    await sweepAfter(2 * HOUR);

    expect(world.posted.filter(({ thread }) => thread !== null)).toHaveLength(2);
    expect(JSON.stringify(card())).toContain('overdue since');
  });

  it('are opened, given away, put off and ended by commands', async () => {
    await opened();

    const made = await ask(
      world,
      'task new maria@example.com --title "Send a book" --due 4h --assignee maria',
      AGENT,
    );
    const { id } = Object(made.json);
    await ask(world, `task assign ${id} me`, AGENT);
    await ask(world, `task snooze ${id} 1w`, AGENT);

    expect(made.json).toMatchObject({ title: 'Send a book', assignee: 'Maria', status: 'open' });
    expect((await ask(world, 'task list --mine', AGENT)).json).toMatchObject([
      { id, assignee: 'Alex', dueAt: new Date('2031-03-10T10:00:00Z') },
    ]);
    expect((await ask(world, `task done ${id}`, AGENT)).json).toMatchObject({ status: 'done' });
    expect((await ask(world, `task cancel ${id}`, AGENT)).refused?.code).toBe('already-closed');
    expect((await ask(world, `task snooze ${id} soon`, AGENT)).refused?.code).toBe('invalid');
    expect((await ask(world, `task reopen ${id}`, AGENT)).json).toMatchObject({ status: 'open' });
    expect((await ask(world, `task reopen ${id}`, AGENT)).refused?.code).toBe('already-open');
    expect((await ask(world, `task assign ${id} Nobody`, AGENT)).refused?.code).toBe('not-found');
  });

  it('are opened again by whoever closed one too early, and reminded of when they are due', async () => {
    const { id } = await opened();
    await press(world, actionOf(card(), 'Done'), AGENT);
    await world.runJobs();

    expect(labelsOf(card())).toEqual(['Reopen', 'Profile']);
    await sweepAfter(47 * HOUR);
    await press(world, actionOf(card(), 'Reopen'), AGENT);
    await sweepAfter(2 * HOUR);

    expect(await world.deps.storage.tasks.get(id)).toMatchObject({
      status: 'open',
      closedBy: null,
    });
    expect(world.posted.filter(({ thread }) => thread !== null)).toHaveLength(1);
    expect((await ask(world, 'customer timeline maria@example.com')).text).toContain('again');
  });

  it('say when they are due on the clock of the team', async () => {
    await opened();

    const made = await ask(world, 'task new maria@example.com --title Call --due "friday 14:00"');

    expect(made.json).toMatchObject({ dueAt: new Date('2031-03-07T14:00:00Z') });
  });

  it('stand on the page of who has them', async () => {
    const { id } = await opened();
    await ask(world, `task take ${id}`, AGENT);

    expect((await ask(world, 'home', AGENT)).text).toContain('Call Maria Silva');
  });

  it('go with the run that is taken back, unless they are done', async () => {
    const { id, runId } = await opened();

    await ask(world, `undo ${runId}`);
    await world.runJobs();

    expect(await world.deps.storage.tasks.get(id)).toMatchObject({ status: 'cancelled' });
    expect(JSON.stringify(card())).toContain('cancelled by You');
  });

  it('lose their words and their customer when the customer is forgotten', async () => {
    const { id, customerId, runId } = await opened();
    if (customerId === null || runId === null) throw new Error('the task is about nobody');

    await forgetCustomer(world.deps, customerId);
    await world.runJobs();

    const plans = await world.deps.storage.plans.ofRun(runId);
    expect(await world.deps.storage.tasks.get(id)).toMatchObject({
      title: '',
      customerId: null,
      status: 'cancelled',
    });
    expect(JSON.stringify([card(), plans])).not.toContain('Silva');
  });
});

function fail(): never {
  throw new Error('there is none');
}
