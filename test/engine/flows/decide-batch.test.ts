// One approval for everybody whom an automation is run for: what it shows, who decides, what it covers, how it is undone.
import { afterEach, describe, expect, it } from 'vitest';
import { sayTag } from '#engine/customers/facts.ts';
import type { Profile } from '#engine/customers/profile.ts';
import { asId } from '#engine/ids.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import {
  ADMIN,
  AGENT,
  actionOf,
  asCard,
  ask,
  cardIn,
  MARIA,
  press,
  TOM,
} from '../../support/asking.ts';
import { anAutomation, DAY, HOUR, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { daysAgo } from '../../support/events.ts';
import { fillWith } from '../../support/segment-of-people.ts';
import { createWorld, type World, type WorldOptions } from '../../support/world.ts';

const GIFT = {
  template: 'vip-thanks',
  approval: 'required',
  discount: { percent: 50, expires: '30d' },
} as const;
const VIP = { name: 'vip', title: 'VIP', mode: 'off', reentry: 'never' } as const;
const RICH = "customer_tags CONTAINS 'rich'";

describe.each(DATABASES)('one approval for many, on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  const playbookOf = (said: object = {}) =>
    withAutomations(anAutomation({ ...VIP, when: RICH, do: [{ email: GIFT }], ...said }));

  /** Six customers, of whom five qualify and four may be mailed; the largest order of each was 100.00. */
  const open = async (limits: WorldOptions['limits'] = {}, said: object = {}) => {
    world = await createWorld({ database, limits, playbook: playbookOf(said) });
    await fillWith(world, 6, (profile) => {
      const email = { value: profile.email, at: daysAgo(9), by: 'events' };
      const known = { ...profile.known, fields: { email } };
      const one = { ...profile, known };
      return {
        ...(profile.id > 'c5' ? one : sayTag(one, 'rich', true, daysAgo(9))),
        totals: { ...profile.totals, largestOrder: { minor: 10_000, currency: 'USD' } },
        ...(profile.id === 'c5' ? { emailConsent: NO_CONSENT } : {}),
      };
    });
  };
  /** Takes it live for those who qualify, and gives the batch as it is then. */
  const goLive = async () => {
    const asked = await ask(world, 'automation live vip');
    const { wouldChange } = Object(asked.json);
    const confirmed = asCard(await press(world, actionOf(asked.card, `These ${wouldChange} too`)));
    await world.runJobs();
    return { ...confirmed, id: String(Object(confirmed.json).id) };
  };
  const decide = async (label: 'Approve' | 'Reject', who = MARIA) => {
    const reply = asCard(await press(world, actionOf(cardIn(world, 'approvals'), label), who));
    await world.runJobs();
    return reply;
  };
  const tagged = async () => {
    const ids = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id) => asId('customer', id));
    const all = await world.deps.storage.customers.getMany(ids);
    return all.filter(({ tags }) => tags.includes('VIP')).length;
  };
  const pending = () => world.deps.storage.approvals.list({ status: 'pending' }, { limit: 50 });
  const inApprovals = () => world.posted.filter(({ channel }) => channel === 'approvals');

  it('shows whom, what each gets, what all of it may cost and who is left out, and does nothing before', async () => {
    await open({ daily_discount_budget: 500 });

    const { json, id } = await goLive();
    const { text } = await ask(world, `batch show ${id}`);

    expect(json).toMatchObject({ status: 'waiting-for-approval', wouldChange: QUALIFY });
    for (const line of [
      '1 is left out',
      'E-mail vip-thanks with 50 % off',
      '$200.00',
      'Left of today’s budget: $500.00 of $500.00',
    ])
      expect(text).toContain(line);
    expect(Object(json).bulk).toMatchObject({ exposure: { amount: '200.00' }, needsTwo: false });
    expect(Object(json).bulk.hash).toMatch(/^[0-9a-f]{64}$/);
    expect([await tagged(), world.mailer.sent.length, world.shop.codes.size]).toEqual([0, 0, 0]);
  });

  it('is decided once for all of them, on one card, and undone as one', async () => {
    await open({}, { do: [{ tag: 'VIP' }, { email: GIFT }] });
    const { id } = await goLive();

    const approved = await decide('Approve');

    expect(approved.text).toContain('Approved by Maria');
    // Whom the mail may not reach is tagged all the same.
    expect([await tagged(), world.mailer.sent.length, world.shop.codes.size]).toEqual([5, 4, 4]);
    expect([await pending(), inApprovals().length]).toEqual([[], 1]);
    const audited = await world.deps.storage.audit.list({ limit: 200 });
    expect(audited.find(({ action }) => action === 'batch.approved')?.details).toMatchObject({
      hash: Object(approved.json).bulk.hash,
    });
    await ask(world, `undo ${id} --yes`);
    await world.runJobs();
    expect([await tagged(), world.shop.codes.size]).toEqual([0, 0]);
  });

  it.each([
    ['what all of it may cost', { second_approver_above_amount: 199 }],
    ['the percentage', { second_approver_above: 40 }],
  ])('needs two for %s, neither of whom asked for it', async (_, limits) => {
    await open(limits);
    await goLive();
    expect(JSON.stringify(cardIn(world, 'approvals'))).toContain('Two people must approve this');

    expect((await decide('Approve', ADMIN)).refused?.code).toBe('own-request');
    expect((await decide('Approve', MARIA)).text).toContain('A second person must approve it');
    expect((await decide('Approve', MARIA)).refused?.code).toBe('same-person');
    expect(world.mailer.sent).toEqual([]);
    await decide('Approve', TOM);

    expect(world.mailer.sent).toHaveLength(QUALIFY);
  });

  it('stands on the page of who may decide, and of nobody else', async () => {
    await open({ second_approver_above: 40 });
    const { id } = await goLive();
    const waits = async (who: typeof MARIA) =>
      Object((await ask(world, 'home', who)).json).batches.ids;

    expect([await waits(MARIA), await waits(AGENT), await waits(ADMIN)]).toEqual([[id], [], []]);
    const { text, labels } = await ask(world, 'home', MARIA);
    expect(text).toContain('1 decision for many customers at once');
    expect(text).not.toContain('Nothing waits for your decision');
    expect(labels).toContain('Open approval');
    await decide('Approve', MARIA);
    expect([await waits(MARIA), await waits(TOM)]).toEqual([[], [id]]);
  });

  it('is reminded of after four office hours and called for after eight, each once', async () => {
    await open();
    await goLive();
    const said = async (milliseconds: number) => {
      world.pass(milliseconds);
      await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
      await world.runJobs();
      return world.posted.filter(({ thread }) => thread !== null).map(({ card }) => card.title);
    };

    expect(await said(4 * HOUR - 1)).toEqual([]);
    expect(await said(1)).toEqual(['Still waiting for a decision']);
    expect(await said(HOUR)).toHaveLength(1);
    // At 18:00 nobody is there any more; the eighth hour ends on the next day at ten.
    expect(await said(3 * HOUR)).toHaveLength(1);
    expect(await said(16 * HOUR)).toHaveLength(2);
    expect(await said(HOUR)).toHaveLength(2);
    const line = world.posted.findLast(({ thread }) => thread !== null)?.card;
    expect(asCard(await press(world, actionOf(line, 'Open approval'), MARIA)).labels).toEqual([
      'Approve',
      'Reject',
    ]);
  });

  it('asks nobody who may not decide', async () => {
    await open();
    await goLive();

    expect((await decide('Approve', AGENT)).refused?.code).toBe('forbidden');
  });

  it('is refused above the budget, and reserves what it makes', async () => {
    await open({ daily_discount_budget: 199, monthly_discount_budget: 1_000 });
    const { id } = await goLive();

    const refused = await decide('Approve');
    expect(refused.refused?.code).toBe('over-budget');
    expect(refused.text).toContain('Too little is left today');
    expect(world.shop.codes.size).toBe(0);
    world = await createWorld({
      after: world,
      playbook: playbookOf(),
      limits: { daily_discount_budget: 200 },
    });
    await ask(world, `batch approve ${id}`, MARIA);
    await world.runJobs();

    expect(world.shop.codes.size).toBe(QUALIFY);
    const { text } = await ask(world, 'automation explain vip c6@example.com');
    expect(text).toContain('budget');
  });

  it('covers the mails as they were: others are asked for one by one', async () => {
    await open();
    const { id } = await goLive();
    const rewritten = (shipped: Playbook): Playbook => ({
      ...playbookOf()(shipped),
      templates: shipped.templates.map((each) => ({ ...each, subject: `${each.subject}!` })),
    });
    world = await createWorld({ after: world, playbook: rewritten });

    await ask(world, `batch approve ${id}`, MARIA);
    await world.runJobs();

    expect(world.mailer.sent).toEqual([]);
    expect(await pending()).toHaveLength(QUALIFY);
  });

  it('leaves what comes after a wait to a decision of its own', async () => {
    await open(
      {},
      {
        do: [
          { email: GIFT },
          { wait: '1d' },
          { email: { ...GIFT, discount: { percent: 10, expires: '9d' } } },
        ],
      },
    );
    await goLive();
    await decide('Approve');
    expect([world.mailer.sent.length, (await pending()).length]).toEqual([QUALIFY, 0]);

    world.pass(DAY);
    await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
    await world.runJobs();

    expect([world.mailer.sent.length, (await pending()).length]).toEqual([QUALIFY, QUALIFY]);
  });

  it('changes nobody when it is rejected, or when nobody decides in time', async () => {
    await open();
    await goLive();
    expect((await decide('Reject')).json).toMatchObject({ status: 'rejected' });
    await ask(world, 'automation off vip');
    const { id } = await goLive();

    world.pass(3 * DAY);
    const late = await ask(world, `batch approve ${id}`, MARIA);
    await world.deps.storage.enqueue([{ job: { name: 'sweep' } }]);
    await world.runJobs();

    expect(late.refused?.code).toBe('decision-expired');
    expect((await ask(world, `batch show ${id}`)).text).toContain('Nobody decided in time');
    expect([await tagged(), world.mailer.sent.length]).toEqual([0, 0]);
  });
});

const QUALIFY = 4;
const NO_CONSENT: Profile['emailConsent'] = { state: 'unknown', at: null, source: null };
