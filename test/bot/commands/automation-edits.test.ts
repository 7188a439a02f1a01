// Automations edited in chat: versions, forms, faults in their place, two at once, and the way back to a file.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf } from '#bot/card.ts';
import type { FormValues } from '#bot/form.ts';
import type { Reply } from '#bot/router.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { createAutomationTexts } from '#integrations/playbook/automation-text.ts';
import { loadPlaybook } from '#integrations/playbook/load.ts';
import { ADMIN, actionOf, asCard, ask, MARIA, press, submit, TOM } from '../../support/asking.ts';
import { DATABASES } from '../../support/database.ts';
import { anOrder, someone } from '../../support/events.ts';
import { createWorld, type World } from '../../support/world.ts';

const BOSS = { ...MARIA, role: 'admin' } as const;
const LEA = { ...TOM, person: 'Lea', name: 'Lea', role: 'admin' } as const;

const BIG = `# Ours.
name: big-order
on: order.paid
when: event.total > 100   # in the shop's currency
reentry: always
do:
  - tag: big
`;

function asForm(reply: Reply) {
  if (reply.kind !== 'form') throw new Error(`a form was expected, not ${reply.kind}`);
  const { form } = reply;
  const values = Object.fromEntries(
    form.fields.map((field) => [field.name, 'value' in field ? String(field.value ?? '') : '']),
  );
  return { form, values };
}

describe.each(DATABASES)('automations edited in chat, on %s', (database) => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld({ database });
  });
  afterAll(() => world.close());

  const line = (text: string) => world.router.handle(BOSS, { kind: 'line', line: text });
  const say = async (text: string) => asCard(await line(text));
  const form = async (text: string) => asForm(await line(text));
  const send = (action: Parameters<typeof submit>[1], values: FormValues, who = BOSS) =>
    submit(world, action, values, who);

  it('writes a new one as text: it only records, runs at once, and is a version of its own', async () => {
    const { json, text } = await say(`automation new big-order ${BIG}`);

    expect(json).toMatchObject({
      name: 'big-order',
      mode: 'shadow',
      ordinal: 1,
      savedBy: 'Maria',
      hasFile: false,
    });
    expect(text).toContain('Saved as version 1 by Maria.');
    await world.deliver(anOrder({ ref: '1', total: 20_000, customer: someone({}) }));
    expect((await say('automation runs big-order')).json).toMatchObject([{ status: 'shadow' }]);
    expect((await say('automation export big-order')).file?.content).toBe(
      BIG.replace('do:', 'mode: shadow\ndo:'),
    );
  });

  it('names every fault of a text with its line, and changes nothing', async () => {
    const { refused, json } = await say(
      `automation edit big-order name: big-order\non: order.payed\nwhen: amount_spnt > 1\ndo:\n  - email: {template: none}`,
    );

    expect(refused?.code).toBe('invalid');
    expect(json).toMatchObject({
      error: {
        faults: expect.arrayContaining([
          expect.objectContaining({ line: 2, path: 'on' }),
          expect.objectContaining({ line: 3, path: 'when' }),
        ]),
      },
    });
    expect((await say('automation versions big-order')).json).toHaveLength(1);
  });

  it('edits in a form: faults beside their fields, then a version with its difference', async () => {
    const { form: asked, values } = await form('automation edit big-order');

    expect(asked.fields).toHaveLength(5);
    expect(asked.preview?.sentence).toContain('only a back-test');
    expect(values).toMatchObject({
      starts: 'on: order.paid\nreentry: always',
      when: 'event.total > 100',
      steps: '- tag: big',
      outcome: 'save',
    });
    const wrong = await send(asked.action, {
      ...values,
      steps: '- tag: big\n- tagg: x',
      when: 'amount_spent >',
    });
    expect(wrong).toMatchObject({
      kind: 'faults',
      faults: expect.arrayContaining([
        expect.objectContaining({ field: 'when' }),
        { field: 'steps', message: expect.stringMatching(/^Line 2: .*tagg/) },
      ]),
    });
    const right = asCard(
      await send(asked.action, { ...values, steps: '- tag: big\n- tag: spender' }),
    );
    expect(right.visible).toBe('channel');
    expect(right.text).toContain('Saved as version 2 by Maria.');
    expect(right.text).toContain('+   - tag: spender');
    expect(right.text).not.toContain('+ #');
    expect(right.labels).toEqual(['Back-test', 'Switch live', 'Return to version 1', 'Change']);
    const back = asCard(await press(world, actionOf(right.card, 'Return to version 1'), BOSS));
    expect(back.json).toMatchObject({ ordinal: 1, before: 2 });
    expect((await say('automation versions big-order')).json).toMatchObject([
      { ordinal: 2, inForce: false, by: 'Maria', origin: 'person' },
      { ordinal: 1, inForce: true },
    ]);
  });

  it('tells the second of two who was faster, and keeps what they typed', async () => {
    const first = await form('automation edit big-order');
    const second = await form('automation edit big-order');
    await send(first.form.action, { ...first.values, title: 'Big one' }, LEA);

    const late = asCard(await send(second.form.action, { ...second.values, steps: '- tag: mine' }));

    expect(late.refused?.code).toBe('stale');
    expect(late.text).toMatch(/Lea saved version 3 meanwhile/);
    expect(late.text).toContain('+   - tag: mine');
    const again = asForm(await press(world, actionOf(late.card, 'Go on with mine'), BOSS));
    expect(again.values).toMatchObject({ steps: '- tag: mine', title: '' });
    const saved = asCard(await send(again.form.action, { ...again.values, title: 'Both' }));
    expect(saved.json).toMatchObject({ ordinal: 4, before: 3, title: 'Both' });
  });

  it('back-tests what is not saved, and saves exactly that by its button, once', async () => {
    const { form: asked, values } = await form('automation edit big-order');
    const tried = asCard(
      await send(asked.action, { ...values, when: 'event.total > 150', outcome: 'try' }),
    );

    expect(tried.json).toMatchObject({ firings: 1, customers: 1 });
    expect((await say('automation show big-order')).json).toMatchObject({
      when: 'event.total > 100',
    });
    const keep = actionOf(tried.card, 'Save it');
    expect(asCard(await press(world, keep, BOSS)).json).toMatchObject({
      when: 'event.total > 150',
      ordinal: 5,
    });
    expect(asCard(await press(world, keep, BOSS)).json).toMatchObject({ saved: false, ordinal: 5 });
    await say(`automation edit big-order ${BIG.replace('> 100', '> 300')}`);
    expect(asCard(await press(world, keep, BOSS)).refused?.code).toBe('stale');
    const dated = { ...values, starts: 'on: {date: birthday}', when: '', outcome: 'try' };
    expect(asCard(await send(asked.action, dated)).json).toMatchObject({ firings: 0 });
  });

  it('stands before a file until it is reset, keeps its mode, and says so where files are looked at', async () => {
    const { values, form: asked } = await form('automation edit vip-promotion');
    await send(asked.action, { ...values, when: 'amount_spent > 9000' });

    expect((await say('automation show vip-promotion')).json).toMatchObject({
      ...{ mode: 'live', when: 'amount_spent > 9000', savedBy: 'Maria', hasFile: true },
    });
    expect((await say('automation show vip-promotion')).text).toContain(
      'instead of what its file says',
    );
    expect((await say('automation list')).text).toContain('by Maria, 2031-03-03');
    expect((await say('automation remove vip-promotion')).refused?.code).toBe('in-file');
    expect((await say('automation diff vip-promotion')).text).toMatch(
      /- when: amount_spent > 5000 OR customer_added_date <= -2y\n\+ when: amount_spent > 9000/,
    );
    await say('automation reset vip-promotion');
    expect((await say('automation show vip-promotion')).json).toMatchObject({
      savedBy: null,
      when: expect.stringContaining('5000'),
    });
    expect((await say('automation reset vip-promotion')).refused?.code).toBe('in-file');
    const entries = (await say('audit list')).json;
    expect(entries).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'automation.reset',
          actor: 'Maria',
          subject: 'vip-promotion',
        }),
        expect.objectContaining({ action: 'automation.saved', subject: 'vip-promotion' }),
      ]),
    );
  });

  it('starts from another one in a form, and may name a segment that was just saved', async () => {
    await say('segment save regulars number_of_orders > 2');
    const { form: asked, values } = await form('automation new loyal-thanks from vip-promotion');

    expect(values['steps']).toContain('template: vip-thanks');
    const saved = asCard(
      await send(asked.action, { ...values, title: '', starts: 'on: {segment.entered: regulars}' }),
    );
    expect(saved.json).toMatchObject({ name: 'loyal-thanks', mode: 'shadow', ordinal: 1 });
    expect((await say('segment remove regulars')).refused?.code).toBe('in-use');
    expect((await say('automation new loyal-thanks')).refused?.code).toBe('exists');
  });

  it('forgets the mode of one that was removed: its next life begins in shadow', async () => {
    await say('automation live loyal-thanks');
    expect((await say('automation remove loyal-thanks')).json).toEqual({
      name: 'loyal-thanks',
      removed: true,
    });
    expect((await say('automation show loyal-thanks')).refused?.code).toBe('not-found');

    expect((await say('automation restore loyal-thanks 1')).json).toMatchObject({ mode: 'shadow' });
  });

  it('is in force in another process without a restart, and after one', async () => {
    const other = await createWorld({ after: world });
    expect((await ask(other, 'automation show big-order')).json).toMatchObject({
      when: 'event.total > 300',
    });
    await ask(other, `automation edit big-order ${BIG.replace('big\n', 'huge\n')}`);

    expect(
      world.deps.playbook.automations.find(({ name }) => name === 'big-order')?.actions[0]?.params,
    ).not.toMatchObject({ tag: 'huge' });
    await world.deps.chatRules.refresh();
    expect(
      world.deps.playbook.automations.find(({ name }) => name === 'big-order')?.actions[0]?.summary,
    ).toMatchObject({ tag: 'huge' });
    world = other;
  });

  it('is a fault where it cannot be read any more, and can be mended; its file does not step in', async () => {
    await ask(
      world,
      `automation edit vip-promotion name: vip-promotion\non: order.paid\ndo:\n  - email: {template: vip-thanks, discount: {percent: 10, expires: 30d}}`,
    );
    const without = { playbook: (shipped: Playbook) => ({ ...shipped, templates: [] }) };
    world = await createWorld({ after: world, ...without });

    expect(world.deps.playbook.automations.map(({ name }) => name)).not.toContain('vip-promotion');
    expect(world.deps.playbook.faults).toContainEqual({
      where: 'automations/vip-promotion (chat):4',
      path: ['do', 0, 'email', 'template'],
      flaw: expect.objectContaining({ reason: 'unknown', what: 'template', name: 'vip-thanks' }),
    });
    const mended = 'name: vip-promotion\non: order.paid\ndo:\n  - tag: VIP\n';
    expect((await ask(world, `automation edit vip-promotion ${mended}`)).json).toMatchObject({
      saved: true,
    });
    expect(world.deps.playbook.faults.map(({ where }) => where)).toEqual([
      expect.stringContaining('loyal-thanks'),
    ]);
  });

  it('is for admins, and the terminal has no form', async () => {
    expect((await ask(world, 'automation edit big-order', MARIA)).refused?.code).toBe('forbidden');
    expect((await ask(world, 'automation edit big-order', ADMIN)).refused?.code).toBe('usage');
    expect((await ask(world, 'automation new copy high-value-order', ADMIN)).json).toMatchObject({
      name: 'copy',
      mode: 'shadow',
    });
    const show = asCard(
      await world.router.handle(MARIA, { kind: 'line', line: 'automation show copy' }),
    );
    expect(buttonsOf(show.card).map(({ label }) => label)).toEqual(['Change', 'Back-test']);
  });
});

describe('automation export', () => {
  it('gives a folder that is the same playbook', async () => {
    const world = await createWorld();
    const { json } = await ask(world, 'automation export');
    const texts = createAutomationTexts();
    const shipped = await loadPlaybook('playbook');
    const segmentNames = shipped.segments.map(({ name }) => name);

    const versions = (json as readonly { readonly name: string; readonly yaml: string }[]).map(
      ({ yaml }) => {
        const read = texts.read(yaml, { ...shipped, segmentNames });
        return read.ok ? read.automation.version : read.faults;
      },
    );
    expect(versions).toEqual(world.deps.playbook.automations.map(({ version }) => version));
    await world.close();
  });
});
