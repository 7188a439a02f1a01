// Automations as text: exported and read again they are the same version, cut and joined they keep what was written.
import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAutomation } from '#engine/automations/schema.ts';
import { Team } from '#engine/playbook/team.ts';
import type { Surroundings } from '#engine/ports/automation-texts.ts';
import { createAutomationTexts } from '#integrations/playbook/automation-text.ts';
import { loadPlaybook } from '#integrations/playbook/load.ts';

const texts = createAutomationTexts();
const shipped = await loadPlaybook('playbook');
const AROUND: Surroundings = {
  ...shipped,
  segmentNames: ['vips', ...shipped.segments.map(({ name }) => name)],
};

/** The automation of a text that must be one. */
function read(text: string, surroundings = AROUND) {
  const found = texts.read(text, surroundings);
  if (!found.ok) throw new Error(JSON.stringify(found.faults));
  return found.automation;
}

function faultsOf(text: string) {
  const found = texts.read(text, AROUND);
  return found.ok ? [] : found.faults;
}

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
    fc.constantFrom('yes', '#1', '- a', 'a: b', '1e3', '"', "it's", 'ümlaut 🎉'),
  )
  .filter((text) => text.trim() !== '');

const step = fc.oneof(
  words.map((tag) => ({ tag: tag.trim().slice(0, 40) })),
  fc.constantFrom(
    { notify: { channel: 'vips' } },
    { wait: '3d' },
    { stop_if: 'number_of_orders > 3' },
    { open_case: {} },
  ),
  fc.record({ set: fc.record({ note: words.map((text) => text.trim()) }) }),
);

/** Definitions as people and programs may write them. */
const definition = fc
  .record(
    {
      name: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/),
      title: words.map((text) => text.trim()),
      on: fc.constantFrom(
        'order.paid',
        ['order.placed', 'refund.created'],
        { 'segment.entered': 'vips' },
        { date: 'birthday', offset: '-7d', at: '08:30' },
        { schedule: '0 9 * * 1' },
      ),
      when: fc.constantFrom(
        'amount_spent > 5000',
        "customer_tags CONTAINS 'it''s: #1'",
        'number_of_orders >= 2\n  AND amount_spent > 10',
      ),
      reentry: fc.constantFrom('always', 'never', 'after 90d'),
      exit: fc.constantFrom('order.paid', ['order.paid', 'refund.created'], 'amount_spent > 100'),
      rank: fc.nat({ max: 1000 }),
      mode: fc.constantFrom('off', 'shadow', 'live'),
      do: fc.array(step, { minLength: 1, maxLength: 4 }),
    },
    { requiredKeys: ['name', 'on', 'do'] },
  )
  .filter((data) => readAutomation(data).ok)
  .filter((data) => texts.read(texts.print(data), AROUND).ok);

describe('createAutomationTexts', () => {
  it('reads what it printed as the same version', () => {
    fc.assert(
      fc.property(definition, (data) => {
        const printed = read(texts.print(data));
        const again = read(texts.retouch(texts.print(data), { mode: 'live' }));

        expect(again.version).toBe(printed.version);
        expect(again.mode).toBe('live');
      }),
    );
  });

  it('puts the pieces of a text together as the same version', () => {
    fc.assert(
      fc.property(definition, (data) => {
        const text = texts.print(data);
        const joined = texts.join(texts.cut(text), { name: data.name, base: text }, AROUND);

        expect(joined).toMatchObject({ ok: true, automation: { version: read(text).version } });
        if (joined.ok)
          expect(read(joined.automation.source ?? '').version).toBe(read(text).version);
      }),
    );
  });

  it.each(shipped.automations.map((automation) => [automation.name, automation] as const))(
    'keeps every comment of the shipped %s, in a form and in an export',
    async (name, automation) => {
      const text = await readFile(`playbook/automations/${name}.yml`, 'utf8');
      const joined = texts.join(texts.cut(text), { name, base: text }, AROUND);

      expect(automation.source).toBe(text);
      expect(joined).toMatchObject({ ok: true, automation: { source: text } });
      expect(texts.retouch(text, { mode: automation.mode })).toBe(text);
      const shadow = texts.retouch(text, { mode: 'shadow' });
      expect(shadow).toBe(text.replace(/^mode: \w+/m, 'mode: shadow'));
      expect(read(shadow).version).toBe(automation.version);
    },
  );

  it('changes one piece and leaves the comments of the others', () => {
    const text =
      '# Why.\nname: a\non: order.paid # now\n# Whom.\nwhen: amount_spent > 1\ndo:\n  # First.\n  - tag: x\n';
    const parts = { ...texts.cut(text), when: 'amount_spent > 2', title: 'A: b' };
    const joined = texts.join(parts, { name: 'a', base: text }, AROUND);

    expect(joined.ok && joined.automation.source).toBe(
      '# Why.\nname: a\ntitle: "A: b"\non: order.paid # now\n# Whom.\nwhen: amount_spent > 2\ndo:\n  # First.\n  - tag: x\n',
    );
  });

  it('names each fault with its piece and its line there', () => {
    const parts = {
      title: '',
      starts: 'on: order.payed\nreentry: sometimes\nmode: live',
      when: 'amount_spnt > 1',
      steps: '- tag: x\n- email:\n    template: none',
    };
    const joined = (given: object) => {
      const result = texts.join({ ...parts, ...given }, { name: 'a', base: null }, AROUND);
      return result.ok ? [] : result.faults.map(({ part, line }) => [part, line]);
    };

    expect(joined({})).toEqual([['starts', 3]]);
    expect(joined({ starts: 'on: order.payed\nreentry: sometimes' })).toEqual(
      expect.arrayContaining([
        ['starts', 1],
        ['starts', 2],
        ['when', null],
      ]),
    );
    expect(joined({ starts: 'on: order.paid', when: '' })).toEqual([['steps', 3]]);
    expect(joined({ starts: 'on: [', steps: '- tag: "' })).toEqual([
      ['starts', 1],
      ['steps', 1],
    ]);
  });

  it.each([
    [
      'a bomb of aliases',
      `name: a\non: order.paid\ndo:\n  - tag: &a [x${', x'.repeat(50)}]\n  - tag: ${'[*a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a, *a]'}\n${'  - tag: *a\n'.repeat(60)}`,
    ],
    ['a key of the prototype', 'name: a\non: order.paid\n__proto__: {mode: live}\ndo: [{tag: x}]'],
    ['a constructor', 'name: a\non: order.paid\nconstructor: 1\ndo: [{tag: x}]'],
    ['a list', '- 1'],
    ['nothing', ''],
    ['two documents', 'name: a\n---\nname: b'],
    ['far too much', `name: a\non: order.paid\ndo:\n${'  - tag: x\n'.repeat(9000)}`],
  ])('refuses %s', (_, text) => {
    expect(faultsOf(text)).not.toEqual([]);
  });

  it('takes pieces that are whole documents for what they mean, or refuses them', () => {
    const odd = { title: 'x', starts: '{on: order.paid}', when: '', steps: '[{tag: x}]' };
    const joined = texts.join(odd, { name: 'a', base: null }, AROUND);

    expect(joined.ok && read(joined.automation.source ?? '').version).toBe(
      joined.ok && joined.automation.version,
    );
    const smuggled = { ...odd, starts: 'on: order.paid', steps: '- tag: x\nmode: live' };
    expect(texts.join(smuggled, { name: 'a', base: null }, AROUND).ok).toBe(false);
  });

  it('gives a case the due time of the team without writing it into the text', () => {
    const team = Team.parse({ limits: { case_due: '3h' } });
    const text = 'name: a\non: return.requested\ndo:\n  - open_case: {}\n';
    const automation = read(text, { ...AROUND, team });

    expect(automation.actions[0]?.params).toMatchObject({ due: '3h' });
    expect(automation.source).toBe(text);
  });
});
