// An answer to a case's customer: drafted from what came of others like it, changed and confirmed by a person, then approved.
import { afterEach, describe, expect, it } from 'vitest';
import { VendorError } from '#engine/errors.ts';
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
import { anOrder, aReturn, someone } from '../../support/events.ts';
import { saying } from '../../support/saying-model.ts';
import { createWorld, type World, type WorldOptions } from '../../support/world.ts';

describe.each(DATABASES)('case reply and draft on %s', (database) => {
  let world: World;
  afterEach(() => world.close());

  const open = async (
    options: WorldOptions = {},
    facts: Parameters<typeof someone>[0] = {},
  ): Promise<string> => {
    world = await createWorld({ database, ...options });
    await world.deliver(anOrder({ ref: '1054', total: 4_900, customer: someone(facts) }));
    await world.deliver(
      aReturn({ orderRef: '1054', reason: 'size_too_small', note: 'Too tight.' }),
    );
    const [item] = await world.deps.storage.cases.list({}, { limit: 1 });
    return item?.id ?? '';
  };
  /** Cases of others with the same reason, each resolved so. */
  const earlier = async (...resolutions: readonly string[]) => {
    for (const [at, resolution] of resolutions.entries()) {
      const ref = `e-${at}`;
      const customer = someone({ ref: `c-${ref}`, email: `${ref}@example.com` });
      await world.deliver(anOrder({ ref, customer }));
      await world.deliver(aReturn({ orderRef: ref, reason: 'size_too_small' }));
      await ask(world, `case resolve ${(await caseOf(ref))?.id} ${resolution}`, AGENT);
    }
  };
  const caseOf = async (orderRef: string) =>
    (await world.deps.storage.cases.list({ open: true }, { limit: 50 })).find(
      (item) => item.orderRef === orderRef,
    );
  const pending = async () =>
    (await world.deps.storage.approvals.list({ status: 'pending' }, { limit: 1 }))[0];

  it('drafts as cases for the same reason mostly ended, and sends only what two words of people let out', async () => {
    const id = await open();
    await earlier('exchanged', 'exchanged', 'refunded');

    const draft = await ask(world, `case draft ${id}`, AGENT);
    expect(draft.text).toContain('Of 3 earlier cases with this reason: 2 exchanged, 1 refunded.');
    expect(draft.text).toContain('We are sorry that it turned out too small.');
    expect(draft.text).toContain('We would gladly exchange it for you');
    expect(await pending()).toBeUndefined();

    const form = await press(world, actionOf(draft.card, 'Edit'), AGENT);
    if (form.kind !== 'form') throw new Error('a form was expected');
    const [field] = form.form.fields;
    expect(field).toMatchObject({ value: expect.stringContaining('gladly exchange it') });
    const asked = asCard(
      await submit(world, form.form.action, { text: 'Size L is on its way.' }, AGENT),
    );
    expect(asked.text).toContain('waits for approval');
    expect(world.mailer.sent).toEqual([]);

    await ask(world, `approval approve ${(await pending())?.id}`, MARIA);
    await world.runJobs({ early: true });

    expect(world.mailer.sent).toHaveLength(1);
    expect(world.mailer.sent[0]?.mail).toMatchObject({
      to: 'maria@example.com',
      template: 'case-reply',
      values: { reply: { text: 'Size L is on its way.' } },
    });
    expect((await ask(world, 'case list --open', AGENT)).json).toMatchObject([{ id }]);
    const again = asCard(await press(world, actionOf(draft.card, 'Confirm'), AGENT));
    expect(again.refused).toMatchObject({ code: 'stale' });
  });

  it('shows what was answered in such a case, without whom it was to', async () => {
    const id = await open();
    const tom = { ref: 'c-2', email: 'tom@example.com', firstName: 'Tom', lastName: 'Weber' };
    await world.deliver(anOrder({ ref: '2000', customer: someone(tom) }));
    await world.deliver(aReturn({ orderRef: '2000', reason: 'size_too_small' }));
    const other = (await caseOf('2000'))?.id;
    await ask(world, `case reply ${other} Dear Tom Weber, size L for #2000 is on its way.`, AGENT);
    const before = await ask(world, `case draft ${id}`, AGENT);
    await ask(world, `approval approve ${(await pending())?.id}`, MARIA);
    await world.runJobs({ early: true });
    await ask(world, `case resolve ${other} exchanged`, AGENT);
    const { text } = await ask(world, `case draft ${id}`, AGENT);

    expect(before.text).not.toContain('size L');
    expect(text).toContain('What was answered in such a case, approved and sent:');
    expect(text).toMatch(/Dear … ?…?, size L for #… is on its way\./);
    expect(text).not.toMatch(/Tom|Weber|2000/);
  });

  it('drafts in the language of the customer, and promises nothing without a custom', async () => {
    const id = await open({}, { locale: 'de-AT' });
    await earlier('exchanged', 'refunded');

    const { text } = await ask(world, `case draft ${id}`, AGENT);

    expect(text).toContain('Es tut uns leid, dass die Größe zu klein ausgefallen ist.');
    expect(text).toContain('Wir sehen uns das an');
    expect(text).not.toContain('tauschen');
  });

  it('lets a model draft, who is not told whom it is for, and whose links nobody sees', async () => {
    const told: string[] = [];
    const languageModel = saying('So sorry! See https://evil.example/x for a size up.', told);
    const id = await open({ languageModel });

    const { text } = await ask(world, `case draft ${id}`, AGENT);

    expect(text).toContain('Drafted by a language model');
    expect(text).toContain('So sorry! See […] for a size up.');
    expect(told.join()).toContain('Too tight.');
    expect(told.join()).not.toMatch(/maria|silva/i);
  });

  it('tells the model how somebody wants it', async () => {
    const told: string[] = [];
    const id = await open({ languageModel: saying('Sorry! A bigger one is coming.', told) });

    const { text } = await ask(world, `case draft ${id} kürzer, bitte`, AGENT);

    expect(told.join()).toContain('kürzer, bitte');
    expect(text).not.toContain('takes a language model');
  });

  it('drafts without the model while it is away', async () => {
    const away = new VendorError('the model is away', {
      vendor: 'openai',
      status: 503,
      retryable: true,
    });
    const id = await open({
      languageModel: {
        converse: () => ({ next: () => Promise.reject(away) }),
        close: () => {},
      },
    });

    const { text } = await ask(world, `case draft ${id}`, AGENT);

    expect(text).toContain('could not be asked');
    expect(text).toContain('We are sorry that it turned out too small.');
  });

  it('is forgotten with the customer', async () => {
    const id = await open();
    const draft = await ask(world, `case draft ${id}`, AGENT);

    await ask(world, 'customer forget maria@example.com --yes');
    await world.runJobs({ early: true });

    await expect(
      ask(world, `proposal confirm ${actionOf(draft.card, 'Confirm').id}`, AGENT),
    ).resolves.toMatchObject({ refused: { code: 'not-found' } });
  });

  it.each([
    'case reply ID Dear Maria, size L is on its way.',
    'case note ID "Maria Silva called: +49 30 123456"',
    'case decline ID --text "Dear Maria, this cannot be worn again."',
  ])('forgets a proposal of %s with the customer of the case', async (line) => {
    const id = await open();
    const proposed = await ask(world, `proposal make ${line.replace('ID', id)}`, AGENT);

    await ask(world, 'customer forget maria@example.com --yes');
    await world.runJobs({ early: true });

    const confirm = `proposal confirm ${actionOf(proposed.card, 'Confirm').id}`;
    await expect(ask(world, confirm, AGENT)).resolves.toMatchObject({
      refused: { code: 'not-found' },
    });
  });

  it('is for agents, of a case that is open, to somebody who can be written to', async () => {
    const id = await open({}, { email: null, phone: '+493012345' });
    const codeOf = async (line: string, who = AGENT) => (await ask(world, line, who)).refused?.code;

    expect(await codeOf(`case draft ${id}`, VIEWER)).toBe('forbidden');
    expect(await codeOf(`case reply ${id} Hello`, VIEWER)).toBe('forbidden');
    expect(await codeOf(`case draft ${id}`)).toBe('no-email');
    expect(await codeOf(`case reply ${id} Hello`)).toBe('no-email');
    await ask(world, `case resolve ${id} declined`, AGENT);
    expect(await codeOf(`case reply ${id} Hello`)).toBe('already-resolved');
    expect(await codeOf('case draft case_7ZK3QW8XN2AB')).toBe('not-found');
  });
});
