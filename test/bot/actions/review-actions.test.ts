// Going through many approvals: one card at a time, the next one by itself.
import { afterEach, describe, expect, it } from 'vitest';
import type { Teammate } from '#bot/teammate.ts';
import { actionOf, asCard, ask, MARIA, press, submit, TOM, VIEWER } from '../../support/asking.ts';
import { HOUR } from '../../support/automations.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World, type WorldOptions } from '../../support/world.ts';

const NAMES = ['Ada', 'Bea', 'Cem'] as const;

describe.each(DATABASES)('a review on the %s database', (database) => {
  let world: World;
  /** Three customers an hour apart, so that Ada's approval expires first. */
  const open = async (options: WorldOptions = {}) => {
    world = await createWorld({ database, ...options });
    for (const firstName of NAMES) {
      const customer = someone({ ref: firstName, email: `${firstName}@example.com`, firstName });
      await world.deliver(anOrder({ total: 620_000, customer }));
      world.pass(HOUR);
    }
  };
  afterEach(() => world.close());

  const begin = (who: Teammate = MARIA) => ask(world, 'approval next', who);
  type Shown = Awaited<ReturnType<typeof begin>>;
  const on = async ({ card }: Shown, label: string, who = MARIA) =>
    asCard(await press(world, actionOf(card, label), who));
  const stateOf = ({ json }: Shown) => {
    const { approval, position, total } = json as Review;
    return `${approval?.customer.name.split(' ')[0] ?? 'end'} ${position}/${total}`;
  };
  type Review = {
    readonly approval: { readonly id: string; readonly customer: { readonly name: string } } | null;
    readonly position: number | null;
    readonly total: number;
  };
  const statuses = async () =>
    (await world.deps.storage.approvals.list({}, { limit: 5 })).map(({ status }) => status);

  it('brings the next one after each decision, the soonest to expire first', async () => {
    await open();

    const first = await begin();
    const second = await on(first, 'Approve');
    const third = await on(second, 'Reject');
    const end = await on(third, 'Approve');

    expect([first, second, third, end].map(stateOf)).toEqual([
      ...['Ada 1/3', 'Bea 1/2', 'Cem 1/1', 'end null/0'],
    ]);
    expect(first.text).toContain('1 of 3 that wait for you');
    expect(second.text).toContain('Approved: VIP promotion');
    expect(end.card.title).toBe('Nothing waits for your decision');
    expect(await statuses()).toEqual(['approved', 'rejected', 'approved']);
  });

  it('skips, and says at the end what still waits', async () => {
    await open();

    const second = await on(await begin(), 'Skip');
    const third = await on(second, 'Approve');
    const end = await on(third, 'Skip');

    expect([second, third, end].map(stateOf)).toEqual(['Bea 2/3', 'Cem 2/2', 'end null/2']);
    expect(end.text).toContain('2 approvals still wait for you');
    expect(stateOf(await on(end, 'Start again'))).toBe('Ada 1/2');
    expect((await on(second, 'List')).text).toContain('Ada');
  });

  it('goes on past what somebody else decided meanwhile, and says so', async () => {
    await open();
    const first = await begin();
    await ask(world, `approval reject ${(first.json as Review).approval?.id}`, TOM);

    const late = await on(first, 'Approve');

    expect(late.refused?.code).toBe('already-settled');
    expect(late.text).toContain('Not decided: VIP promotion');
    expect(stateOf(late)).toBe('Bea 1/2');
    expect(await statuses()).toContain('rejected');
  });

  it('keeps in view what was edited, and decides nothing by a card from before', async () => {
    await open();
    const first = await begin();
    const form = await press(world, actionOf(first.card, 'Edit'), MARIA);
    if (form.kind !== 'form') throw new Error('a form was expected');

    const edited = asCard(
      await submit(world, form.form.action, { percent: '30', uses: '1', expires: '' }, MARIA),
    );
    const stale = await on(first, 'Approve');
    const next = await on(edited, 'Approve');

    expect(edited.text).toContain('Saved as a new version');
    expect(stale.refused?.code).toBe('stale-version');
    expect([edited, stale, next].map(stateOf)).toEqual(['Ada 1/3', 'Ada 1/3', 'Bea 1/2']);
  });

  it('shows what needs a second person to that person only, once the first has approved', async () => {
    await open({ limits: { second_approver_above: 40 } });

    const second = await on(await begin(), 'Approve');

    expect(second.text).toContain('a second person must approve it');
    expect(stateOf(second)).toBe('Bea 1/2');
    expect(stateOf(await begin(TOM))).toBe('Ada 1/3');
  });

  it('stops at what the budget refuses, with the reason', async () => {
    await open({ limits: { daily_discount_budget: 1 } });

    const refused = await on(await begin(), 'Approve');

    expect(refused.refused?.code).toBe('over-budget');
    expect(stateOf(refused)).toBe('Ada 1/3');
    expect(refused.text).toContain('discount budget');
  });

  it('lets each of two people who press at once decide another one', async () => {
    await open();
    const [one, two] = [await begin(MARIA), await begin(TOM)];

    const replies = await Promise.all([on(one, 'Approve', MARIA), on(two, 'Approve', TOM)]);

    expect(replies.filter(({ refused }) => refused !== undefined)).toHaveLength(1);
    expect(replies.map(stateOf)).toEqual(['Bea 1/2', 'Bea 1/2']);
  });

  it('is had from the terminal by lines', async () => {
    await open();
    const { text, json } = await begin();
    const id = (json as Review).approval?.id ?? '';

    const second = await ask(world, `approval approve ${id} --next`, MARIA);
    const other = (second.json as Review).approval?.id ?? '';

    expect(text).toContain(`approval approve ${id} --next`);
    expect(stateOf(second)).toBe('Bea 1/2');
    expect(stateOf(await ask(world, `approval next --after ${other}`, MARIA))).toBe('Cem 2/2');
    expect(stateOf(await ask(world, `approval reject ${other} --next too generous`, MARIA))).toBe(
      'Cem 1/1',
    );
  });

  it('is for approvers', async () => {
    await open();

    expect((await begin(VIEWER)).refused?.code).toBe('forbidden');
  });
});
