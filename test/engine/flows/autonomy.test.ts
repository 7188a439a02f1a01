// An automation that has earned it runs by itself, says so on everything, and stops at the first doubt.
import { afterEach, describe, expect, it } from 'vitest';
import { type Card, cardToText } from '#bot/card.ts';
import { verifyAudit } from '#engine/flows/verify-audit.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { ADMIN, actionOf, asCard, ask, labelsOf, MARIA, press } from '../../support/asking.ts';
import { anAutomation, DAY, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World, type WorldOptions } from '../../support/world.ts';

const SAMPLE = 5;

/** One automation that asks about 20 %, under a rule of five decisions. */
function asking(percent = 20) {
  const one = withAutomations(
    anAutomation({ name: 'gift', title: 'Gift', do: [{ discount: { percent, expires: '10d' } }] }),
  );
  return (shipped: Playbook): Playbook => {
    const made = one(shipped);
    const autonomy = { offer: true, sample: SAMPLE, unchanged_percent: 95 };
    return { ...made, team: { ...made.team, autonomy } };
  };
}

describe.each(DATABASES)('earned autonomy on the %s database', (database) => {
  let world: World;
  const open = async (options: WorldOptions = {}) => {
    world = await createWorld({ database, playbook: asking(), ...options });
  };
  afterEach(() => world.close());

  let people = 0;
  /** Somebody new orders, and the automation proposes. */
  const propose = async () => {
    people += 1;
    world.pass(1);
    const ref = `c-${people}`;
    const customer = someone({ ref, email: `${ref}@example.com` });
    await world.deliver(anOrder({ total: 1_000, customer, at: world.deps.now() }));
    const [approval] = await world.deps.storage.approvals.list({}, { limit: 1 });
    if (approval === undefined) throw new Error('nothing was proposed');
    return approval;
  };
  const decide = async (how: 'approve' | 'reject' = 'approve') => {
    const { id } = await propose();
    world.pass(1_000);
    await ask(world, `approval ${how} ${id}`, MARIA);
    await world.runJobs();
  };
  const decideAll = async (count: number) => {
    for (let made = 0; made < count; made += 1) await decide();
  };
  const offers = (): readonly Card[] =>
    world.posted.map(({ card }) => card).filter(({ title }) => title.includes('“Gift”'));
  const offer = () => offers().at(-1);
  const accept = async () => {
    const action = actionOf(offer(), 'Let it run');
    const reply = await press(world, action, ADMIN);
    await world.runJobs();
    return { action, reply };
  };
  const earn = async () => {
    await decideAll(SAMPLE);
    await accept();
  };

  it('is offered after the fifth decision, not before, with what it rests on', async () => {
    await open();
    await decideAll(SAMPLE - 1);
    expect(offers()).toEqual([]);

    await decide();

    expect(offers()).toHaveLength(1);
    expect(offer()?.title).toBe('Let “Gift” run by itself up to 20 %?');
    expect(cardToText(offer() as Card)).toContain('5 of the last 5 proposals (100 %)');
    await decide();
    expect(offers()).toHaveLength(1);
  });

  it('is not offered where a proposal was edited or rejected', async () => {
    await open();
    await decide('reject');
    const { id } = await propose();
    await ask(world, `approval edit ${id} --percent 10`, MARIA);
    await ask(world, `approval approve ${id}`, MARIA);
    await world.runJobs();

    await decideAll(SAMPLE - 1);

    expect(offers()).toEqual([]);
  });

  it('is for an admin to accept; then what is proposed goes out, and its card says why', async () => {
    await open();
    await decideAll(SAMPLE);
    const action = actionOf(offer(), 'Let it run');
    expect(asCard(await press(world, action, MARIA)).refused?.code).toBe('forbidden');
    expect((await propose()).status).toBe('pending');

    await accept();
    const codes = world.shop.codes.size;
    const { id } = await propose();
    const shown = await ask(world, `approval show ${id}`);

    expect(offer()?.title).toBe('“Gift” and its approvals');
    expect(labelsOf(offer() as Card)).toEqual(['Ask again from now on']);
    expect(shown.json).toMatchObject({ status: 'done' });
    expect(shown.text).toContain('Approved by earned autonomy up to 20 %, which You accepted');
    expect(shown.labels).toContain('Ask again from now on');
    expect(world.shop.codes.size).toBe(codes + 1);
    expect(await verifyAudit(world.deps)).toMatchObject({ ok: true });
  });

  it('asks again at one press, on the card of anything that went out', async () => {
    await open();
    await earn();
    const { id } = await propose();
    const { card } = await ask(world, `approval show ${id}`);

    await press(world, actionOf(card, 'Ask again from now on'), MARIA);

    expect((await propose()).status).toBe('pending');
    const late = asCard(await press(world, actionOf(card, 'Ask again from now on'), MARIA));
    expect(late.refused?.code).toBe('not-so');
  });

  it('counts one of two clicks at once', async () => {
    await open();
    await decideAll(SAMPLE);
    const [yes, no] = [actionOf(offer(), 'Let it run'), actionOf(offer(), 'Go on asking')];

    const replies = await Promise.all([press(world, yes), press(world, no)]);

    expect(replies.map(({ kind }) => kind).toSorted()).toEqual(['card', 'done']);
  });

  it('is offered again only after as many new decisions, once it was declined', async () => {
    await open();
    await decideAll(SAMPLE);
    await press(world, actionOf(offer(), 'Go on asking'));
    await world.runJobs();

    await decideAll(SAMPLE - 1);
    expect(offers()).toHaveLength(1);
    await decide();

    expect(offers()).toHaveLength(2);
  });

  it('ends with an undo of what went out by it', async () => {
    await open();
    await earn();
    const { id } = await propose();
    await ask(world, `undo ${id}`);
    await world.runJobs();

    expect((await propose()).status).toBe('pending');
    expect(cardToText(offer() as Card)).toContain('something it did was taken back');
  });

  it('ends with a rejection of something that was still asked', async () => {
    await open();
    await decideAll(SAMPLE);
    const asked = await propose();
    await accept();

    await ask(world, `approval reject ${asked.id}`, MARIA);
    await world.runJobs();

    expect((await propose()).status).toBe('pending');
    expect(cardToText(offer() as Card)).toContain('one of its proposals was rejected');
  });

  it('ends with a spike: the one that would be too many within a day is asked', async () => {
    await open();
    await earn();
    const { mostPerDay = 0 } = (await world.deps.storage.autonomies.latest('gift')) ?? {};
    const statuses: string[] = [];
    for (let made = 0; made <= mostPerDay; made += 1) statuses.push((await propose()).status);

    expect(statuses.slice(0, -1).every((status) => status === 'done')).toBe(true);
    expect(statuses.at(-1)).toBe('pending');
    expect(cardToText(offer() as Card)).toContain('far more within a day');
  });

  it('goes on over many days that each stay below that', async () => {
    await open();
    await earn();
    const { mostPerDay = 0 } = (await world.deps.storage.autonomies.latest('gift')) ?? {};
    for (let made = 0; made < mostPerDay; made += 1) await propose();

    world.pass(DAY);

    expect((await propose()).status).toBe('done');
  });

  it('asks where the budget has no room, and stays', async () => {
    await open({ limits: { daily_discount_budget: 13 } });
    await earn();

    const statuses = [(await propose()).status, (await propose()).status];

    expect(statuses).toEqual(['done', 'pending']);
    expect((await world.deps.storage.autonomies.latest('gift'))?.status).toBe('active');
  });

  it('has earned nothing for another definition', async () => {
    await open();
    await earn();
    world = await createWorld({ database, after: world, playbook: asking(30) });

    expect((await propose()).status).toBe('pending');
    await decide();
    expect((await world.deps.storage.autonomies.latest('gift'))?.end).toBe('changed');
  });

  it('is ended by a command, too', async () => {
    await open();
    await earn();

    const said = await ask(world, 'automation ask gift', MARIA);

    expect(said.text).toContain('It asks again: somebody wants to be asked');
    expect((await ask(world, 'automation ask gift', MARIA)).text).toContain(
      'asks before everything',
    );
  });
});
