// An automation run by hand: for one customer at once, for a segment as a batch; its guards apply and are named.
import { afterEach, describe, expect, it } from 'vitest';
import type { Automation } from '#engine/automations/automation.ts';
import { forgetCustomer } from '#engine/flows/forget-customer.ts';
import { asId } from '#engine/ids.ts';
import { AGENT, actionOf, asCard, ask, cardIn, MARIA, press } from '../../support/asking.ts';
import { anAutomation, DAY, withAutomations } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { fillWith } from '../../support/segment-of-people.ts';
import { createWorld, type World } from '../../support/world.ts';

const EVERYBODY = '"number_of_orders >= 0"';
const TAGS = anAutomation({
  name: 'greet',
  title: 'Greeting',
  reentry: 'after 30d',
  do: [{ tag: 'hi' }],
});
const MAILS = anAutomation({
  name: 'news',
  do: [{ email: { template: 'vip-thanks', approval: 'none' } }],
});

describe.each(DATABASES)('an automation run by hand on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  async function open(...automations: readonly Automation[]) {
    world = await createWorld({
      database,
      playbook: withAutomations(...automations),
      limits: { email_cap_per_week: 1 },
    });
  }
  const tagsOf = async (id: string) =>
    (await world.deps.storage.customers.get(asId('customer', id)))?.tags;
  const runsOf = (id: string) =>
    world.deps.storage.runs.list({ customerId: asId('customer', id) }, { limit: 9 });

  it('runs for one customer, whatever its condition says, and says who did', async () => {
    await open({ ...TAGS, when: null });
    await fillWith(world, 1);

    const started = await ask(world, 'automation run greet c1@example.com', MARIA);
    await world.runJobs();

    expect(started.json).toMatchObject({ automation: 'greet' });
    expect(started.text).toContain('Started by hand');
    expect(await tagsOf('c1')).toEqual(['hi']);
    expect((await ask(world, 'audit list')).text).toContain('Automation run by hand');
    expect((await ask(world, 'automation run greet c1@example.com', AGENT)).refused?.code).toBe(
      'forbidden',
    );
  });

  it('is asked for by who runs it, who is no second approver of a large code', async () => {
    world = await createWorld({ database, limits: { second_approver_above: 10 } });
    await world.deliver(anOrder({ ref: '1054', customer: someone() }));

    await ask(world, 'automation run vip-promotion maria@example.com', MARIA);
    await world.runJobs();
    const [approval] = await world.deps.storage.approvals.list({ status: 'pending' }, { limit: 2 });
    const own = await ask(world, `approval approve ${approval?.id}`, MARIA);

    expect(approval?.requestedBy).toMatchObject({ person: 'Maria' });
    expect(own.refused?.code).toBe('own-request');
  });

  it('does not run again before re-entry lets it, unless that is said', async () => {
    await open(TAGS);
    await fillWith(world, 1);
    await ask(world, 'automation run greet c1@example.com');

    const again = await ask(world, 'automation run greet c1@example.com');
    const said = await ask(world, 'automation run greet c1@example.com --again');

    expect(again.refused).toMatchObject({ code: 'reentry' });
    expect(again.text).toContain('It could run again from 2031-04-02');
    expect(said.refused).toBeUndefined();
    expect(await runsOf('c1')).toHaveLength(2);
  });

  it('does not run when it is off, and in shadow mode is only recorded', async () => {
    await open({ ...TAGS, mode: 'off' }, { ...TAGS, name: 'quiet', mode: 'shadow' });
    await fillWith(world, 2);

    const off = await ask(world, 'automation run greet c1@example.com');
    await ask(world, 'automation run quiet c1@example.com');
    await ask(world, `automation run quiet ${EVERYBODY} --yes`);
    await world.runJobs();

    expect(off.refused).toMatchObject({ code: 'automation-off' });
    expect(await tagsOf('c1')).toEqual([]);
    // Live, the first run would have kept c1 out of the second: so it does in shadow.
    expect((await runsOf('c1')).map(({ status }) => status)).toEqual(['shadow']);
    expect((await runsOf('c2')).map(({ status }) => status)).toEqual(['shadow']);
    expect(cardIn(world, 'reports')?.title).toContain('Record what “Greeting” would do');
  });

  it('is previewed for a segment with who is left out and why, and confirmed by an administrator', async () => {
    await open(MAILS);
    await fillWith(world, 6, ({ id }) => ({
      ...(id === 'c1' ? { email: null } : {}),
      ...(id === 'c2'
        ? { emailConsent: { state: 'unknown', at: null, source: null } as const }
        : {}),
    }));
    await ask(world, 'automation run news c3@example.com');
    await world.runJobs();
    world.pass(2 * DAY);

    const preview = await ask(world, `automation run news ${EVERYBODY} --yes`, MARIA);

    expect(preview.json).toMatchObject({ status: 'previewed', customers: 6, wouldChange: 3 });
    expect(preview.text).toContain('1 is left out: mailed in the last week');
    expect(preview.text).toContain('1 is left out: no consent to advertising');
    expect(preview.text).toContain('1 is left out: no e-mail address');
    const confirm = actionOf(preview.card, 'Run for 3 customers');
    expect(asCard(await press(world, confirm, MARIA)).refused?.code).toBe('forbidden');
    await press(world, confirm);
    await world.runJobs();
    expect(world.mailer.sent.map(({ mail }) => mail.to).toSorted()).toEqual([
      'c3@example.com',
      'c4@example.com',
      'c5@example.com',
      'c6@example.com',
    ]);
    expect(JSON.stringify(cardIn(world, 'reports'))).toContain('It ran for 3 of 6 customers');
  });

  it('asks the guards again when its turn comes', async () => {
    await open(TAGS);
    await fillWith(world, 3);
    const preview = await ask(world, `automation run greet ${EVERYBODY}`);
    await ask(world, 'automation run greet c2@example.com');
    await forgetCustomer(world.deps, asId('customer', 'c3'));

    await press(world, actionOf(preview.card, 'Run for 3 customers'));
    await world.runJobs();

    const { id } = Object(preview.json);
    const shown = await ask(world, `batch show ${id}`);
    expect(shown.json).toMatchObject({ members: { changed: 1, 'left-out': 1, gone: 1 } });
    expect(shown.text).toContain('1 is left out: it has run for them already');
  });

  it('is stopped in the middle, goes on, and is taken back as one', async () => {
    await open(TAGS);
    await fillWith(world, 60);
    const preview = await ask(world, `automation run greet ${EVERYBODY} --yes`);
    const { id } = Object(preview.json);
    await ask(world, `batch stop ${id}`);
    await world.runJobs();
    expect((await ask(world, `batch show ${id}`)).text).toContain('for 60 it was not begun');

    await ask(world, `batch continue ${id}`);
    await world.runJobs();
    expect(await tagsOf('c60')).toEqual(['hi']);
    const undone = await ask(world, `undo ${id} --yes`);
    await world.runJobs();

    expect(await tagsOf('c60')).toEqual([]);
    const undo = await ask(world, `batch show ${Object(undone.json).id}`);
    expect(undo.text).toContain('60 of 60 runs were taken back');
    expect((await ask(world, `undo ${Object(undone.json).id}`)).refused?.code).toBe('run-undone');
  });

  it('leaves everybody out once the automation is off or another one', async () => {
    await open(TAGS);
    await fillWith(world, 2);
    const preview = await ask(world, `automation run greet ${EVERYBODY}`);
    await ask(world, 'automation off greet');

    await press(world, actionOf(preview.card, 'Run for 2 customers'));
    await world.runJobs();

    expect(JSON.stringify(cardIn(world, 'reports'))).toContain(
      '2 are left out: the automation was switched off',
    );
    expect(await runsOf('c1')).toEqual([]);
  });

  it('points at the fault of a query, and says when nobody is in it', async () => {
    await open(TAGS);
    await fillWith(world, 1);

    const fault = await ask(world, 'automation run greet "amount_spent >> 5"');
    const nobody = await ask(world, 'automation run greet "amount_spent > 5"');

    expect(fault.refused?.code).toBe('invalid');
    expect(nobody.text).toContain('Nobody is in it now');
  });
});
