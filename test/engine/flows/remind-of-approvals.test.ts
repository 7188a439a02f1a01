// Approvals that nobody decides: reminded of, called for, expired; in office hours, each once.
import { afterEach, describe, expect, it } from 'vitest';
import { type Card, cardToText, mentionsIn } from '#bot/card.ts';
import { sweep } from '#engine/flows/sweep.ts';
import { readData } from '#engine/path-faults.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { Team } from '#engine/playbook/team.ts';
import { ask, MARIA } from '../../support/asking.ts';
import { DAY, HOUR, MINUTE } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { decidable } from '../../support/decidable.ts';
import { saidOf } from '../../support/said.ts';
import type { World } from '../../support/world.ts';

const TEAM = {
  people: [{ name: 'Ann', roles: ['admin'], slack: 'U1' }],
  office_hours: { days: 'mon-fri', from: '09:00', to: '17:00' },
  approvals: { remind_after: '4h', escalate_after: '8h' },
};

const NO_CARD: Card = { title: '', tone: 'neutral', blocks: [] };

/** The shipped playbook, whose team says this besides. */
function teamOf(said: object) {
  return (shipped: Playbook): Playbook => ({
    ...shipped,
    team: Team.parse({ ...shipped.team, ...TEAM, ...said }),
  });
}

/** The world starts on a Monday at 10:00 UTC. */
describe.each(DATABASES)('an approval that waits, on the %s database', (database) => {
  let world: World;
  const open = async (said: object = {}) => {
    world = await decidable({ database, playbook: teamOf(said) });
  };
  afterEach(() => world.close());

  const wait = async (milliseconds: number) => {
    world.pass(milliseconds);
    await sweep(world.deps);
    await world.runJobs();
    return lines().map(({ title }) => title);
  };
  const lines = (): readonly Card[] =>
    world.posted.filter(({ thread }) => thread !== null).map(({ card }) => card);

  it('is reminded of after four hours, that very instant included, and once', async () => {
    await open();

    expect(await wait(4 * HOUR - 1)).toEqual([]);
    expect(await wait(1)).toEqual(['Still waiting for a decision']);
    expect(await wait(MINUTE)).toHaveLength(1);
    expect(cardToText(lines()[0] ?? NO_CARD)).toContain('waited since 2031-03-03 10:00 UTC');
  });

  it('calls an admin after eight, of which one is on the next day', async () => {
    await open();
    await wait(4 * HOUR);

    expect(await wait(19 * HOUR + 59 * MINUTE)).toHaveLength(1);
    expect(await wait(MINUTE)).toEqual([
      'Still waiting for a decision',
      'A decision has waited too long',
    ]);
    const [, called] = lines();
    expect(called && mentionsIn(called)).toEqual([
      { kind: 'mention', name: 'Ann', slack: 'U1', discord: null },
    ]);
    expect(await wait(MINUTE)).toHaveLength(2);
  });

  it('says nothing at night, and one line only where nothing ran meanwhile', async () => {
    await open();

    expect(await wait(10 * HOUR)).toEqual([]);
    expect(await wait(DAY - 7 * HOUR)).toEqual(['A decision has waited too long']);
  });

  it('says nothing once it is decided, by whoever was quicker', async () => {
    await open();
    const [approval] = await world.deps.storage.approvals.list({}, { limit: 1 });
    world.pass(4 * HOUR);

    const [decided] = await Promise.all([
      ask(world, `approval reject ${approval?.id}`, MARIA),
      sweep(world.deps),
    ]);
    await world.runJobs();

    expect(decided.refused).toBeUndefined();
    expect(await wait(5 * DAY)).not.toContain('A decision has waited too long');
  });

  it('is said once by two processes whose clocks strike together', async () => {
    await open();
    world.pass(4 * HOUR);

    await Promise.all([sweep(world.deps), sweep(world.deps)]);

    expect(await wait(0)).toHaveLength(1);
  });

  it('expires as ever, whatever the office hours', async () => {
    await open({ office_hours: { days: 'sun', from: '00:00', to: '00:01' } });

    expect(await wait(3 * DAY)).toEqual([]);
    const [approval] = await world.deps.storage.approvals.list({}, { limit: 1 });
    expect(approval?.status).toBe('expired');
  });

  it('keeps its card’s buttons good: a reminder is no new version', async () => {
    await open();
    await wait(4 * HOUR);
    const [approval] = await world.deps.storage.approvals.list({}, { limit: 1 });

    expect(approval).toMatchObject({ version: 1, revision: 0 });
  });

  it('calls one person, or a role in which nobody is named', async () => {
    await open({ approvals: { ...TEAM.approvals, escalate_to: 'approver', remind_after: 'off' } });

    await wait(DAY);

    expect(cardToText(lines()[0] ?? NO_CARD)).toContain('For an approver: ');
  });
});

describe('office_hours and approvals of team.yml', () => {
  it.each([
    [{ office_hours: { days: 'mon-fry', from: '09:00', to: '17:00' } }, 'must be days such as'],
    [{ office_hours: { days: [], from: '09:00', to: '17:00' } }, 'must be days such as'],
    [{ office_hours: { from: '9', to: '17:00' } }, 'must be a time of day'],
    [{ office_hours: { from: '09:00', to: '09:00' } }, 'must differ from'],
    [{ office_hours: { from: '09:00', to: '17:00', timezone: 'Berlin' } }, 'IANA time zone'],
    [{ approvals: { remind_after: '1d' } }, 'must be hours or minutes such as 4h or 90m, or off'],
    [{ approvals: { escalate_to: 'admni' } }, 'admin'],
  ])('refuses %j', (said, message) => {
    const read = readData(Team, said);

    expect(read.ok ? '' : read.faults.map(saidOf).join()).toContain(message);
  });
});
