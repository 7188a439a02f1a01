// Refund cases with the manners of on-call: due in office hours, put off, given back, escalated, opened again.
import { afterEach, describe, expect, it } from 'vitest';
import { type Card, cardToText, mentionsIn } from '#bot/card.ts';
import type { Teammate } from '#bot/teammate.ts';
import type { Case } from '#engine/cases/case.ts';
import { sweep } from '#engine/flows/sweep.ts';
import { readData } from '#engine/path-faults.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { Team } from '#engine/playbook/team.ts';
import {
  AGENT,
  actionOf,
  ask,
  cardIn,
  MARIA,
  press,
  submit,
  VIEWER,
} from '../../support/asking.ts';
import { HOUR, MINUTE } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, aRefund, aReturn } from '../../support/events.ts';
import { saidOf } from '../../support/said.ts';
import { createWorld, type World } from '../../support/world.ts';

const TEAM = {
  people: [
    { name: 'Ann', roles: ['approver'], slack: 'U1' },
    { name: 'Alex', roles: ['agent'], slack: 'U2' },
  ],
  office_hours: { days: 'mon-fri', from: '09:00', to: '17:00', timezone: 'UTC' },
};

const NO_CARD: Card = { title: '', tone: 'neutral', blocks: [] };

/** The shipped playbook, whose team says this besides. */
function teamOf(said: object) {
  return (shipped: Playbook): Playbook => ({
    ...shipped,
    team: Team.parse({ ...shipped.team, ...TEAM, ...said }),
  });
}

/** The world starts on a Monday at 10:00 UTC: a case of eight office hours is due on Tuesday at 10:00. */
describe.each(DATABASES)('a refund case, on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  const open = async (said: object = {}): Promise<Case> => {
    world = await createWorld({ database, playbook: teamOf(said) });
    await world.deliver(anOrder({ ref: '1054', total: 4_900 }));
    await world.deliver(aReturn({ orderRef: '1054' }));
    return theCase();
  };
  const theCase = async (): Promise<Case> => {
    const [item] = await world.deps.storage.cases.list({}, { limit: 1 });
    if (item === undefined) throw new Error('there is no case');
    return item;
  };
  const wait = async (milliseconds: number) => {
    world.pass(milliseconds);
    await sweep(world.deps);
    await world.runJobs();
    return lines().map(({ title }) => title);
  };
  const lines = (): readonly Card[] =>
    world.posted.filter(({ thread }) => thread !== null).map(({ card }) => card);

  it('is due after eight hours in which somebody is there', async () => {
    const item = await open();

    expect(item.dueAt.toISOString()).toBe('2031-03-04T10:00:00.000Z');
  });

  it('is due after eight hours of the clock where somebody is always there', async () => {
    const item = await open({ office_hours: undefined });

    expect(item.dueAt.toISOString()).toBe('2031-03-03T18:00:00.000Z');
  });

  it('is reminded of two office hours before, once, and whoever has it is called', async () => {
    const { id } = await open();
    await ask(world, `case take ${id}`, AGENT);

    expect(await wait(6 * HOUR - 1)).toEqual([]);
    expect(await wait(1)).toEqual(['Due soon']);
    expect(await wait(MINUTE)).toHaveLength(1);
    expect(mentionsIn(lines()[0] ?? NO_CARD)).toMatchObject([{ name: 'Alex', slack: 'U2' }]);
  });

  it('calls whom team.yml names once it is overdue by four office hours, once', async () => {
    const { id } = await open();
    await wait(6 * HOUR);

    expect(await wait(22 * HOUR - 1)).toHaveLength(1);
    expect(await wait(1)).toEqual(['Due soon', 'This case is overdue']);
    await Promise.all([sweep(world.deps), sweep(world.deps)]);
    expect(await wait(MINUTE)).toHaveLength(2);
    expect(mentionsIn(lines()[1] ?? NO_CARD)).toMatchObject([{ name: 'Ann', slack: 'U1' }]);
    expect((await ask(world, `case show ${id}`)).text).toContain('Escalated');
  });

  it('says nothing at night, nor of a resolved case', async () => {
    const { id } = await open();
    expect(await wait(8 * HOUR)).toEqual([]);

    await ask(world, `case resolve ${id} exchanged`, AGENT);

    expect(await wait(72 * HOUR)).toEqual([]);
  });

  it('sleeps until it was put off to, and then says so itself', async () => {
    const { id } = await open();
    await ask(world, `case take ${id}`, AGENT);

    const shown = await ask(world, `case snooze ${id} wednesday 11:00`, AGENT);

    expect(shown.text).toContain('Snoozed until');
    expect(await wait(48 * HOUR)).toEqual([]);
    expect(await wait(HOUR)).toEqual(['Awake again']);
    expect(await wait(MINUTE)).toHaveLength(1);
    expect(mentionsIn(lines()[0] ?? NO_CARD)).toMatchObject([{ name: 'Alex' }]);
    expect(await theCase()).toMatchObject({ snoozedUntil: null, status: 'taken' });
  });

  it('is put off by its button too, and not into the past', async () => {
    await open();
    const action = actionOf(cardIn(world, 'refunds'), 'Snooze');

    expect(await press(world, action, AGENT)).toMatchObject({ kind: 'form' });
    expect(await submit(world, action, { until: '1d' }, AGENT)).toEqual({ kind: 'done' });
    const { id } = await theCase();
    const past = await ask(world, `case snooze ${id} 2030-01-01`, AGENT);

    expect(past.text).toContain('is no time to come');
    expect((await theCase()).snoozedUntil?.toISOString()).toBe('2031-03-04T10:00:00.000Z');
  });

  it('keeps the time that it was due when a shorter sleep is ended early', async () => {
    const { id, dueAt } = await open();
    await ask(world, `case snooze ${id} 2h`, AGENT);
    world.pass(HOUR);

    await ask(world, `case take ${id}`, AGENT);

    expect(await theCase()).toMatchObject({ snoozedUntil: null, dueAt });
  });

  it('is given back for others to take', async () => {
    const { id } = await open();
    await ask(world, `case take ${id}`, AGENT);

    await ask(world, `case release ${id}`, AGENT);
    const again = await ask(world, `case release ${id}`, AGENT);

    expect(again.refused?.code).toBe('not-taken');
    expect(await theCase()).toMatchObject({ status: 'open', assignee: null });
    expect((await ask(world, `case take ${id}`, MARIA)).refused).toBeUndefined();
  });

  it('is listed among those of nobody until somebody has it, then among theirs', async () => {
    const { id } = await open();
    const listed = async (flag: string, who: Teammate) =>
      (await ask(world, `case list ${flag}`, who)).json;
    const free = await listed('--free', AGENT);
    await ask(world, `case take ${id}`, AGENT);

    expect(free).toMatchObject([{ id }]);
    expect(await listed('--free', AGENT)).toEqual([]);
    expect(await listed('--mine', AGENT)).toMatchObject([{ id, assignee: 'Alex' }]);
    expect(await listed('--mine', MARIA)).toEqual([]);
    await ask(world, `case resolve ${id} declined`, AGENT);
    expect(await listed('--mine', AGENT)).toEqual([]);
  });

  it('is escalated with a word, which calls and wakes it', async () => {
    const { id } = await open();
    await ask(world, `case snooze ${id} 2d`, AGENT);

    const shown = await ask(world, `case escalate ${id} third return this month`, AGENT);
    await world.runJobs();

    expect(shown.text).toContain('Escalated: by Alex');
    expect((await ask(world, 'case list --open', AGENT)).text).toContain('open, escalated');
    const [line = NO_CARD] = lines();
    expect(line.title).toBe('Alex escalated this case');
    expect(cardToText(line)).toContain('third return this month');
    expect(mentionsIn(line)).toMatchObject([{ name: 'Ann' }]);
    expect(await theCase()).toMatchObject({
      snoozedUntil: null,
      dueAt: new Date('2031-03-04T10:00:00.000Z'),
    });
    expect(await wait(100 * HOUR)).not.toContain('This case is overdue');
  });

  it('names a role in which nobody is', async () => {
    const { id } = await open({ people: [] });

    await ask(world, `case escalate ${id}`, AGENT);
    await world.runJobs();

    expect(cardToText(lines()[0] ?? NO_CARD)).toContain('For an approver: ');
  });

  it('is opened again with a reason, and due anew', async () => {
    const { id } = await open();
    await ask(world, `case resolve ${id} declined`, AGENT);
    world.pass(24 * HOUR);

    const shown = await ask(world, `case reopen ${id} the parcel came back`, AGENT);
    await world.runJobs();

    expect(shown.json).toMatchObject({ status: 'taken', resolution: null });
    expect((await theCase()).dueAt.toISOString()).toBe('2031-03-05T10:00:00.000Z');
    expect(
      lines()
        .map((card) => cardToText(card))
        .join(),
    ).toContain('the parcel came back');
    expect((await ask(world, `case reopen ${id} again`, AGENT)).refused?.code).toBe('already-open');
  });

  it('is handed over at the end of the shift: once, the oldest first, with who has it', async () => {
    const { id } = await open();
    await world.deliver(anOrder({ ref: '1055', total: 1_000 }));
    await world.deliver(aReturn({ ref: 'return-2', orderRef: '1055' }));
    await sweep(world.deps);
    await ask(world, `case take ${id}`, AGENT);
    const told = () => world.posted.filter(({ card }) => card.title.startsWith('Hand-over'));

    await wait(7 * HOUR - 1);
    expect(told()).toEqual([]);
    world.pass(1);
    await Promise.all([sweep(world.deps), sweep(world.deps)]);
    await wait(MINUTE);

    expect(told()).toHaveLength(1);
    const card = told()[0]?.card ?? NO_CARD;
    expect(card.title).toBe('Hand-over: 2 refund cases are open');
    expect(cardToText(card)).toMatch(/#1054.*Alex/);
    expect(cardToText(card)).toMatch(/#1055.*nobody/i);
    expect(cardToText(card)).not.toContain('Maria');
  });

  it('is handed over to somebody by name, or given back, with all others of theirs', async () => {
    const { id } = await open();
    await ask(world, `case take ${id}`, AGENT);
    const action = { name: 'case.hand-over', id: '' };

    expect(await press(world, action, MARIA)).toMatchObject({ kind: 'card' });
    expect(await press(world, action, AGENT)).toMatchObject({ kind: 'form' });
    await submit(world, action, { to: 'Ann' }, AGENT);
    expect((await theCase()).assignee?.name).toBe('Ann');

    expect((await ask(world, 'case handover', AGENT)).json).toMatchObject({ count: 1 });
    expect((await ask(world, 'case handover nobody', AGENT)).json).toMatchObject({ count: 0 });
    expect((await ask(world, 'case handover Nemo', AGENT)).text).toContain('Nemo');
  });

  it('leaves nothing to hand over once it is resolved', async () => {
    const { id } = await open();
    await sweep(world.deps);
    await ask(world, `case resolve ${id} exchanged`, AGENT);

    await wait(30 * HOUR);

    expect(world.posted.filter(({ card }) => card.title.startsWith('Hand-over'))).toEqual([]);
  });

  it('stands in the channel that a rule says, with who is named, and stays there', async () => {
    const rule = { from: 'refunds', over: 40, refunds_over: 0, to: 'vips', mention: 'Ann' };
    world = await createWorld({ database, playbook: teamOf({ routing: [rule] }) });
    await world.deliver(anOrder({ ref: '1054', total: 4_900 }));
    await world.deliver(aRefund({ orderRef: '1054', amount: 1_000 }));
    await world.deliver(aReturn({ orderRef: '1054', amount: 3_900 }));
    expect((await theCase()).channel).toBe('refunds');
    await world.deliver(aReturn({ orderRef: '1054', amount: 4_100 }));
    const shown = cardIn(world, 'vips') ?? NO_CARD;

    await press(world, actionOf(shown, 'Take'), AGENT);
    await world.runJobs();

    expect(mentionsIn(shown)).toMatchObject([{ name: 'Ann', slack: 'U1' }]);
    expect(cardToText(cardIn(world, 'vips') ?? NO_CARD)).toContain('Taken by: Alex');
    expect(cardToText(cardIn(world, 'refunds') ?? NO_CARD)).not.toContain('Taken by: Alex');
  });

  it('is none of this by the hand of a viewer', async () => {
    const { id } = await open();

    for (const line of [`snooze ${id} 2d`, `escalate ${id}`, `release ${id}`, `reopen ${id} why`])
      expect((await ask(world, `case ${line}`, VIEWER)).refused?.code).toBe('forbidden');
  });
});

describe('cases of team.yml', () => {
  it.each([
    [{ cases: { escalate_after: '1d' } }, 'must be hours or minutes such as 4h or 90m, or off'],
    [{ cases: { escalate_to: 'aprover' } }, "'aprover' is neither a role nor anybody in people"],
    [{ cases: { escalate: '4h' } }, 'is no key that is known here'],
  ])('refuses %j', (said, message) => {
    const read = readData(Team, said);

    expect(read.ok ? '' : read.faults.map(saidOf).join()).toContain(message);
  });
});
