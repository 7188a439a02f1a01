// The weekly card of an automation in shadow: what it says, when it comes, and that it comes once.
import { afterEach, describe, expect, it } from 'vitest';
import { buttonsOf, cardToText } from '#bot/card.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import type { Team } from '#engine/playbook/team.ts';
import { actionOf, ask, cardIn, press } from '../../support/asking.ts';
import { anAutomation, DAY, HOUR, MINUTE } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

describe.each(DATABASES)('the week of a shadow, on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  const rule = anAutomation({
    name: 'thanks',
    title: 'Thanks',
    mode: 'shadow',
    when: 'amount_spent > 50',
    do: [
      { notify: { channel: 'vips' } },
      {
        email: {
          template: 'vip-thanks',
          approval: 'required',
          discount: { percent: 50, expires: '30d' },
        },
      },
    ],
  });
  const playbook = (team: Partial<Team>) => (shipped: Playbook) => ({
    ...shipped,
    team: { ...shipped.team, ...team },
    automations: [rule],
    segments: [],
  });
  /** The world starts on Monday, 3 March 2031, 10:00 UTC, and its clock has been looked at once. */
  const open = async (team: Partial<Team> = {}) => {
    world = await createWorld({ database, playbook: playbook(team) });
    await tick();
  };
  const tick = async (milliseconds = 0) => {
    world.pass(milliseconds);
    await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
    await world.runJobs();
  };
  const buy = (ref: string, who: string, total: number) =>
    world.deliver(
      anOrder({
        ref,
        total,
        at: world.deps.now(),
        customer: someone({ ref: who, email: `${who.toLowerCase()}@example.com`, firstName: who }),
      }),
    );
  const cards = () => world.posted.filter(({ channel }) => channel === 'vips');
  const said = () => {
    const card = cardIn(world, 'vips');
    return card === undefined ? '' : cardToText(card);
  };

  it('adds up what would have come of it, in its own channel, on Monday at nine', async () => {
    await open();
    await buy('a', 'Ann', 6_000);
    await buy('b', 'Ann', 10_000);
    await buy('c', 'Tom', 20_000);
    await buy('d', 'Eve', 4_000);

    await tick(6 * DAY + 22 * HOUR + 59 * MINUTE);
    expect(cards()).toEqual([]);
    await tick(MINUTE);

    expect(said()).toContain('In shadow: Thanks');
    for (const line of ['Would have fired: 3', 'Customers: 2', 'Mails: 3', 'Approvals: 3'])
      expect(said()).toContain(line);
    // Half of Ann's largest order twice, and half of Tom's.
    expect(said()).toContain('3, which could have cost $200.00');
    expect(said()).toContain('Firings by day\n3 Mon: 3\n4 Tue: 0\n');
    expect(said()).toContain('Tom');
    expect(said()).not.toContain('Eve');
  });

  it('comes once a week, also over a restart, and says so when nobody was met', async () => {
    await open();
    await buy('a', 'Ann', 6_000);
    await tick(7 * DAY);
    world = await createWorld({ after: world, playbook: playbook({}) });
    for (const later of [0, HOUR, DAY]) await tick(later);
    expect(cards()).toHaveLength(1);

    await tick(6 * DAY);

    expect(cards()).toHaveLength(2);
    expect(said()).toContain('It would have met nobody.');
  });

  it('waits until the team is there', async () => {
    await open({ office_hours: { days: 'tue-fri', from: '11:00', to: '17:00' } });
    await tick(DAY + 2 * HOUR);
    await tick(6 * DAY);
    expect(cards()).toEqual([]);

    await tick(DAY - 2 * HOUR);
    expect(cards()).toEqual([]);
    await tick(HOUR);

    expect(cards()).toHaveLength(1);
  });

  it('offers to go live as long as it is in shadow', async () => {
    await open();
    await buy('a', 'Ann', 6_000);
    await tick(7 * DAY);
    const labels = () => buttonsOf(cards()[0]?.card ?? never()).map(({ label }) => label);
    expect(labels()).toEqual(['Go live…', 'Back-test']);

    await press(world, actionOf(cards()[0]?.card, 'Go live…'));
    await ask(world, 'automation live thanks --new');
    await world.runJobs();

    expect(labels()).toEqual(['Back-test']);
    expect(said()).toContain('It is now: live');
    expect(cards()).toHaveLength(1);
  });

  it('forgets whom it named', async () => {
    await open();
    await buy('a', 'Ann', 6_000);
    await tick(7 * DAY);
    expect(said()).toContain('Ann');

    await ask(world, 'customer forget ann@example.com --yes');
    await world.runJobs();

    expect(said()).not.toContain('Ann');
    expect(said()).toContain('Would have fired: 1');
  });

  it('is shown at any time for the last seven days', async () => {
    await open();
    await buy('a', 'Ann', 6_000);
    world.pass(MINUTE);

    const { text, json } = await ask(world, 'automation week thanks');

    expect(text).toContain('Would have fired: 1');
    expect(json).toMatchObject({
      ...{ automation: 'thanks', mode: 'shadow', firings: 1, customers: 1, mails: 1, codes: 1 },
      exposure: { amount: '30.00', currency: 'USD' },
      examples: [{ customer: { email: 'ann@example.com' } }],
    });
  });
});

function never(): never {
  throw new Error('there is no card');
}
