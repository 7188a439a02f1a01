// Changing a whole segment by command and by button: the preview, the confirmation, the card that keeps up, the undo.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cardToText } from '#bot/card.ts';
import { VendorError } from '#engine/errors.ts';
import {
  ADMIN,
  AGENT,
  actionOf,
  asCard,
  ask,
  cardIn,
  labelsOf,
  MARIA,
  press,
  VIEWER,
} from '../../support/asking.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

/** Which batch a reply is about. */
function idOf({ json }: { readonly json: unknown }): string {
  return String(Object(json).id);
}

describe('changing a segment', () => {
  let world: World;
  beforeEach(async () => {
    world = await createWorld({ playbook: (shipped) => ({ ...shipped, automations: [] }) });
    await world.deliver(
      anOrder({ total: 60_000, customer: someone({ tags: ['vip'] }) }),
      ...['noor', 'li', 'sam'].map((ref, place) =>
        anOrder({
          total: 40_000 - place * 10_000,
          customer: someone({ ref, email: `${ref}@example.com`, firstName: ref, lastName: null }),
        }),
      ),
    );
  });
  afterEach(() => world.close());

  const tagsOf = async (who: string) =>
    Object((await ask(world, `customer show ${who}@example.com`)).json).tags;

  it('shows first what it would do, for whom, where, and how to confirm it', async () => {
    const { json, text, card, visible } = await ask(world, 'segment tag amount_spent > 100 VIP');

    expect(json).toMatchObject({
      ...{ status: 'previewed', change: { kind: 'tag', tag: 'VIP' }, query: 'amount_spent > 100' },
      ...{ customers: 4, already: 1, wouldChange: 3, shopCalls: 3 },
      examples: [{ name: 'noor' }, { name: 'li' }, { name: 'sam' }],
    });
    expect(text).toContain('4 of 4 customers. 1 already has it, 3 would change.');
    expect(text).toContain('In the shop as well: 3 calls, about a minute.');
    expect(text).toContain(`Or type: batch confirm ${idOf({ json })}`);
    expect(labelsOf(card)).toEqual(['Change 3 customers', 'Cancel']);
    expect([visible, world.posted]).toEqual(['asker', []]);
    expect(await tagsOf('noor')).toEqual([]);
  });

  it('is confirmed by a press, and one card keeps up with it until it is undone', async () => {
    const { card } = await ask(world, 'segment tag "amount_spent > 100" VIP');
    const confirmed = asCard(await press(world, actionOf(card, 'Change 3 customers')));
    await world.runJobs({ early: true });
    const done = cardIn(world, 'reports');

    const preview = asCard(await press(world, actionOf(done, 'Undo')));
    await press(world, actionOf(preview.card, 'Undo for 3 customers'));
    expect([confirmed.json, preview.text]).toMatchObject([
      { status: 'running' },
      expect.stringContaining('3 customers were changed. 3 would get back what they had.'),
    ]);
    await world.runJobs({ early: true });

    const cards = world.posted.filter(({ channel }) => channel === 'reports');
    expect(cards.map((post) => post.card.title)).toEqual([
      'Tag 3 customers as “VIP”',
      'Undo: Tag 3 customers as “VIP”',
    ]);
    expect(labelsOf(cards[0]?.card ?? card)).toEqual(['Show the undo']);
    expect([await tagsOf('noor'), await tagsOf('maria')]).toEqual([[], ['vip']]);
  });

  it('is done at once with --yes, and taken back at once with it', async () => {
    const tagged = await ask(world, 'segment untag new-with-consent vip --yes');
    world.pass(1_000);
    const batch = await ask(world, 'segment set amount_spent > 500 perk "early  access" --yes');
    await world.runJobs();
    const shown = await ask(world, 'customer show maria@example.com');
    world.pass(1_000);
    const undone = await ask(world, `undo ${idOf(batch)} --yes`);
    await world.runJobs();

    expect(shown.json).toMatchObject({ tags: [], attributes: { perk: 'early  access' } });
    expect(undone.json).toMatchObject({ undoOf: idOf(batch), wouldChange: 1 });
    expect(Object((await ask(world, 'customer show maria@example.com')).json).attributes).toEqual(
      {},
    );
    expect((await ask(world, 'batch list')).json).toMatchObject([
      { id: idOf(undone), undoOf: idOf(batch), status: 'done' },
      { id: idOf(batch), undoneBy: idOf(undone), status: 'undone' },
      { id: idOf(tagged), segment: 'new-with-consent', status: 'done' },
    ]);
  });

  it.each([
    ['segment untag amount_spent > 100 wholesale', '4 customers, 4 do not have it.'],
    ['segment tag "number_of_orders > 50" x --yes', 'Nobody is in it now.'],
  ])('says of %j that nothing would change, and keeps nothing', async (line, sentence) => {
    const { text, refused, json } = await ask(world, line);

    expect(text).toContain(sentence);
    expect([refused, json]).toMatchObject([undefined, { id: null, status: 'nothing-to-change' }]);
  });

  it.each([
    ['segment tag amount_spent > 100', 'usage'],
    ['segment tag amount_spnt > 100 VIP', 'invalid'],
    ['segment tag no-such-segment VIP', 'not-found'],
    ['segment tag best-customers a,b', 'invalid'],
    ['segment tier best-customers Plutonium', 'invalid'],
    ['segment set best-customers Shoe-Size 4', 'invalid'],
    ['segment set best-customers size', 'usage'],
    ['batch confirm bat_7ZK3QW8XN2AB', 'not-found'],
    ['undo bat_7ZK3QW8XN2AB', 'not-found'],
  ])('refuses %j as %s, and keeps nothing', async (line, code) => {
    expect((await ask(world, line)).refused?.code).toBe(code);
    expect((await ask(world, 'batch list')).json).toEqual([]);
  });

  it('is for admins: others see how it stands', async () => {
    const { card, json } = await ask(world, 'segment tag amount_spent > 100 VIP', ADMIN);
    const action = actionOf(card, 'Change 3 customers');

    const denied = await Promise.all([
      ask(world, 'segment tag amount_spent > 100 VIP', MARIA),
      ask(world, `undo ${idOf({ json })}`, AGENT),
      press(world, action, MARIA).then(asCard),
    ]);

    expect(denied.map(({ refused }) => refused?.code)).toEqual(Array(3).fill('forbidden'));
    expect((await ask(world, `batch show ${idOf({ json })}`, VIEWER)).json).toMatchObject({
      status: 'previewed',
    });
  });

  it('names on its card whom the shop failed for, until they are forgotten', async () => {
    const error = new VendorError('no such customer', { vendor: 'events', retryable: false });
    world.shop.failures.push({ error });
    const { json } = await ask(world, 'segment tag amount_spent > 500 best --yes');
    await world.runJobs({ early: true });
    const named = await ask(world, `batch show ${idOf({ json })}`);

    await ask(world, 'customer forget maria@example.com --yes');
    await world.runJobs({ early: true });

    const card = cardIn(world, 'reports');
    expect(named.text).toContain('Maria Silva: no such customer');
    expect(labelsOf(named.card)).toEqual(['Ask the shop again', 'Undo']);
    expect(card === undefined ? '' : cardToText(card)).toContain('1 not needed');
    expect(JSON.stringify(world.posted)).not.toContain('Maria');
  });

  it('answers who comes second with how it stands', async () => {
    const { card } = await ask(world, 'segment tag amount_spent > 100 VIP');
    const action = actionOf(card, 'Change 3 customers');
    await press(world, action);

    const second = asCard(await press(world, action));

    expect(second.refused?.code).toBe('settled');
    expect(second.json).toMatchObject({ present: { status: 'running' } });
    expect(labelsOf(second.card)).toEqual(['Stop']);
  });
});
