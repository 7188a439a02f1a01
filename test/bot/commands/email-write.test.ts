// A mail to a customer of whom there is no case: written or drafted, changed and confirmed by a person, then approved.
import { afterEach, describe, expect, it } from 'vitest';
import {
  AGENT,
  actionOf,
  asCard,
  ask,
  MARIA,
  press,
  submit,
  VIEWER,
} from '../../support/asking.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { saying } from '../../support/saying-model.ts';
import { createWorld, type World, type WorldOptions } from '../../support/world.ts';

describe.each(DATABASES)('email write and draft on %s', (database) => {
  let world: World;
  afterEach(() => world.close());

  const open = async (
    options: WorldOptions = {},
    facts: Parameters<typeof someone>[0] = {},
  ): Promise<void> => {
    world = await createWorld({ database, ...options });
    await world.deliver(anOrder({ ref: '1054', total: 4_900, customer: someone(facts) }));
  };

  it('drafts what is certain with a gap, and sends only what people have filled in and approved', async () => {
    await open();
    const draft = await ask(world, 'email draft maria@example.com her late order', AGENT);
    const early = asCard(await press(world, actionOf(draft.card, 'Confirm'), AGENT));
    const form = actionOf(draft.card, 'Edit');
    await press(world, form, AGENT);
    const asked = asCard(
      await submit(world, form, { text: 'Order #1054 was held up; it leaves today.' }, AGENT),
    );
    const before = world.mailer.sent.length;
    const approval = actionOf(asked.card, 'Open approval').id;
    await ask(world, `approval approve ${approval}`, MARIA);
    await world.runJobs({ early: true });

    expect(draft.text).toContain('We are writing to you about order #1054.');
    expect(draft.text).toContain('Fill in what stands at […]: her late order.');
    expect(early.refused?.message).toContain('gap');
    expect(before).toBe(0);
    expect(world.mailer.sent).toHaveLength(1);
    expect(world.mailer.sent[0]?.mail).toMatchObject({ to: 'maria@example.com' });
    expect(world.mailer.sent[0]?.mail.text).toContain('Order #1054 was held up; it leaves today.');
    expect(world.mailer.sent[0]?.mail.text).not.toContain('[…]');
  });

  it('has a model word it, which is not told who the customer is', async () => {
    const told: string[] = [];
    await open({ languageModel: saying('Your order is late; it arrives on […].', told) });

    const { text } = await ask(world, 'email draft maria@example.com her late order', AGENT);

    expect(text).toContain('Your order is late; it arrives on […].');
    expect(told.join()).toContain('her late order');
    expect(told.join()).not.toMatch(/maria@|Silva/);
  });

  it('drafts in the language of the customer', async () => {
    await open({}, { locale: 'de-DE' });

    const { text } = await ask(world, 'email draft maria@example.com', AGENT);

    expect(text).toContain('Wir schreiben Ihnen zu Ihrer Bestellung #1054.');
  });

  it('is for agents, to somebody who can be written to', async () => {
    await open({}, { email: null, phone: '+493012345678' });

    const codes = await Promise.all([
      ask(world, 'email draft #1054', VIEWER),
      ask(world, 'email draft #1054', AGENT),
      ask(world, 'email write #1054 Hello', AGENT),
    ]);

    expect(codes.map(({ refused }) => refused?.code)).toEqual([
      'forbidden',
      'no-email',
      'no-email',
    ]);
  });

  it.each([
    ['draft an email to maria about her late order', 'her late order'],
    ['draft an email to maria@example.com: her late order', 'her late order'],
    ['entwirf eine E-Mail an Maria Silva wegen der späten Lieferung', 'der späten Lieferung'],
  ])('is understood in plain words: %s', async (sentence, about) => {
    await open();

    const { json, text } = await ask(world, `ask ${sentence}`, AGENT);

    expect(json).toMatchObject({ proposals: [{ name: 'email write' }] });
    expect(text).toContain(`Fill in what stands at […]: ${about}.`);
  });
});
