// A refund case ended by what is done for the customer: money through the shop, or a no with a text; never undecided.
import { afterEach, describe, expect, it } from 'vitest';
import { cardToText, mentionsIn } from '#bot/card.ts';
import type { Case } from '#engine/cases/case.ts';
import { VendorError } from '#engine/errors.ts';
import { Team } from '#engine/playbook/team.ts';
import { AGENT, actionOf, ask, cardIn, MARIA, press, submit, TOM } from '../../support/asking.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, aRefund, aReturn, someone } from '../../support/events.ts';
import { createWorld, type World, type WorldOptions } from '../../support/world.ts';

const usd = (minor: number) => ({ minor, currency: 'USD' });

describe.each(DATABASES)('a refund case, on the %s database', (database) => {
  let world: World;
  afterEach(() => world.close());

  const open = async (options: WorldOptions = {}): Promise<Case> => {
    world = await createWorld({ database, ...options });
    await world.deliver(anOrder({ ref: '1054', total: 4_900 }));
    await world.deliver(aReturn({ orderRef: '1054' }));
    return theCase();
  };
  const theCase = async (): Promise<Case> => {
    const [item] = await world.deps.storage.cases.list({}, { limit: 1 });
    if (item === undefined) throw new Error('there is no case');
    return item;
  };
  const decide = async (decision: 'approve' | 'reject', who = MARIA) => {
    const [approval] = await world.deps.storage.approvals.list({ status: 'pending' }, { limit: 1 });
    const answer = await ask(world, `approval ${decision} ${approval?.id}`, who);
    await world.runJobs({ early: true });
    return answer;
  };
  const lines = () => world.posted.filter(({ thread }) => thread !== null);
  const threadText = () =>
    lines()
      .map(({ card }) => cardToText(card))
      .join('\n');

  it('is refunded through the shop once it is approved, and resolved with that', async () => {
    const { id } = await open();

    const asked = await ask(world, `case refund ${id} 25`, AGENT);
    await world.runJobs();
    expect(asked.text).toContain('waits for approval');
    expect(world.shop.refunds.size).toBe(0);
    expect((await theCase()).status).toBe('open');
    await decide('approve');

    expect([...world.shop.refunds.values()]).toEqual([{ orderRef: '1054', money: usd(2_500) }]);
    expect(await theCase()).toMatchObject({ status: 'resolved', resolution: 'refunded' });
    expect(threadText()).toContain('$25.00 was refunded through the shop.');
    const actions = (await world.deps.storage.audit.list({ limit: 50 })).map(
      ({ action }) => action,
    );
    expect(actions).toContain('case.resolved');
    expect((await ask(world, 'customer timeline maria@example.com', AGENT)).text).toContain(
      'Refund made through the shop',
    );
  });

  it('asks for what the customer asked for unless an amount is said, by its button', async () => {
    await open();
    const action = actionOf(cardIn(world, 'refunds'), 'Settle');

    expect(await press(world, action, AGENT)).toMatchObject({
      kind: 'form',
      form: { fields: [{ name: 'way', value: 'refund' }, { name: 'amount', value: '49.00' }, {}] },
    });
    for (const filled of [
      { way: 'refund', amount: 'all' },
      { way: 'credit', amount: '0' },
      { way: 'decline', text: ' ' },
      { way: 'lawsuit' },
    ])
      expect(await submit(world, action, filled, AGENT)).toMatchObject({ kind: 'faults' });
    await submit(world, action, { way: 'refund', amount: '49.00' }, AGENT);
    await world.runJobs();
    await decide('approve');

    expect([...world.shop.refunds.values()]).toMatchObject([{ money: usd(4_900) }]);
  });

  it('is settled with store credit in the shop, of which the customer reads', async () => {
    const { id } = await open();

    await ask(world, `case credit ${id} 30 --text "With our apologies."`, AGENT);
    await world.runJobs();
    expect(world.shop.credits.size).toBe(0);
    await decide('approve');

    expect([...world.shop.credits.values()]).toMatchObject([{ money: usd(3_000) }]);
    expect(JSON.stringify(world.mailer.sent)).toContain('With our apologies.');
    expect(await theCase()).toMatchObject({ status: 'resolved', resolution: 'credited' });
    expect(threadText()).toContain('$30.00 of store credit was given in the shop.');
    expect((await ask(world, 'customer timeline maria@example.com', AGENT)).text).toContain(
      'Store credit given: $30.00',
    );
  });

  it('asks a person whether the credit arrived, when the answer of the shop is lost', async () => {
    const { id } = await open();
    const error = new VendorError('no answer', {
      vendor: 'events',
      retryable: true,
      ambiguous: true,
    });
    world.shop.failures.push({ error, after: true });
    await ask(world, `case credit ${id} 30`, AGENT);

    await decide('approve');

    expect(world.shop.credits.size).toBe(1);
    expect((await theCase()).status).toBe('open');
    const [approval] = await world.deps.storage.approvals.list({}, { limit: 1 });
    expect(approval?.status).toBe('uncertain');
    expect(world.mailer.sent).toHaveLength(0);
  });

  it('is settled with an exchange, once the mail about it is approved', async () => {
    const { id } = await open();

    await ask(world, `case exchange ${id} Size M is on its way.`, AGENT);
    await decide('approve');

    expect(JSON.stringify(world.mailer.sent)).toContain('Size M is on its way.');
    expect(await theCase()).toMatchObject({ status: 'resolved', resolution: 'exchanged' });
    expect(threadText()).toContain('something else instead');
  });

  it('stays as it is when the refund is rejected', async () => {
    const { id } = await open();
    await ask(world, `case refund ${id}`, AGENT);

    await decide('reject');

    expect(world.shop.refunds.size).toBe(0);
    expect((await theCase()).status).toBe('open');
  });

  it('gives no more than is left of the order', async () => {
    const { id } = await open();
    await world.deliver(aRefund({ orderRef: '1054', amount: 1_000 }));

    expect((await ask(world, `case refund ${id} 39.01`, AGENT)).refused?.code).toBe('too-much');
    expect((await ask(world, `case refund ${id} 39`, AGENT)).refused).toBeUndefined();
  });

  it('has one thing asked of it at a time', async () => {
    const { id } = await open();

    const both = await Promise.all([
      ask(world, `case refund ${id}`, AGENT),
      ask(world, `case decline ${id} too late`, MARIA),
    ]);

    expect(both.map(({ refused }) => refused?.code)).toContain('already-asked');
    expect(await world.deps.storage.approvals.list({}, { limit: 5 })).toHaveLength(1);
  });

  it('is refunded once, when the answer of the shop is lost', async () => {
    const { id } = await open();
    const error = new VendorError('no answer', {
      vendor: 'events',
      retryable: true,
      ambiguous: true,
    });
    world.shop.failures.push({ error, after: true });
    await ask(world, `case refund ${id}`, AGENT);

    await decide('approve');

    expect(world.shop.refunds.size).toBe(1);
    expect(await theCase()).toMatchObject({ status: 'resolved', resolution: 'refunded' });
  });

  it('is left open when the shop refuses', async () => {
    const { id } = await open();
    const error = new VendorError('less is left', {
      vendor: 'events',
      status: 422,
      retryable: false,
    });
    world.shop.failures.push({ error });
    await ask(world, `case refund ${id}`, AGENT);

    await decide('approve');

    expect((await theCase()).status).toBe('open');
    expect(threadText()).not.toContain('was refunded');
  });

  it('is not refunded any more once somebody has resolved it otherwise', async () => {
    const { id } = await open();
    await ask(world, `case refund ${id}`, AGENT);
    await ask(world, `case resolve ${id} exchanged`, AGENT);

    await decide('approve');

    expect(world.shop.refunds.size).toBe(0);
    expect((await theCase()).resolution).toBe('exchanged');
  });

  it('is not declined any more either', async () => {
    const { id } = await open();
    await ask(world, `case decline ${id} The 30 days are over.`, AGENT);
    await ask(world, `case resolve ${id} refunded`, AGENT);

    await decide('approve');

    expect(world.mailer.sent).toHaveLength(0);
    expect((await theCase()).resolution).toBe('refunded');
  });

  it('needs two for a refund above the limit, neither of whom asked for it', async () => {
    const { id } = await open({ limits: { second_approver_above_refund: 40 } });
    await ask(world, `case refund ${id}`, MARIA);

    expect((await decide('approve', MARIA)).refused?.code).toBe('own-request');
    await decide('approve', TOM);

    expect(world.shop.refunds.size).toBe(0);
  });

  it('needs two for store credit above it as well', async () => {
    const { id } = await open({ limits: { second_approver_above_refund: 40 } });
    await ask(world, `case credit ${id} 41`, AGENT);

    await decide('approve', MARIA);
    expect(world.shop.credits.size).toBe(0);
    await decide('approve', TOM);

    expect(world.shop.credits.size).toBe(1);
  });

  it('has its approval where a rule for approvals says, with who is named, and only by such a rule', async () => {
    const people = [{ name: 'Ann', roles: ['approver'], slack: 'U1' }];
    const routing = [
      { over: 10, to: 'reports' },
      { from: 'approvals', over: 40, to: 'vips', mention: 'Ann' },
    ];
    const { id } = await open({
      playbook: (shipped) => ({
        ...shipped,
        team: Team.parse({ ...shipped.team, people, routing }),
      }),
    });

    await ask(world, `case refund ${id}`, AGENT);
    await decide('approve');

    expect(cardIn(world, 'approvals')).toBeUndefined();
    const card = cardIn(world, 'vips');
    expect(card && mentionsIn(card)).toMatchObject([{ name: 'Ann', slack: 'U1' }]);
    expect(card && cardToText(card)).toContain('Approved by Maria');
  });

  it('is declined by a mail that somebody has approved', async () => {
    world = await createWorld({ database });
    await world.deliver(anOrder({ ref: '1054', total: 4_900, customer: someone() }));
    await world.deliver(aReturn({ orderRef: '1054' }));
    const { id } = await theCase();

    await ask(world, `case decline ${id} The 30 days are over.`, AGENT);
    await world.runJobs({ early: true });
    expect(world.mailer.sent).toHaveLength(0);
    await decide('approve');

    expect(world.mailer.sent).toHaveLength(1);
    expect(JSON.stringify(world.mailer.sent)).toContain('The 30 days are over.');
    expect(await theCase()).toMatchObject({ status: 'resolved', resolution: 'declined' });
    expect(threadText()).toContain('The customer was told no');
  });

  it('is not resolved by a no that was rejected', async () => {
    const { id } = await open();
    await ask(world, `case decline ${id} The 30 days are over.`, AGENT);

    await decide('reject');

    expect(world.mailer.sent).toHaveLength(0);
    expect((await theCase()).status).toBe('open');
  });
});
