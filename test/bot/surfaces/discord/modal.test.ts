// Any form as a modal that Discord takes, and what was filled in read back.
import { ModalInteractionCallbackRequestSchema } from 'discord-api-spec/zod';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field, Form, FormValues } from '#bot/form.ts';
import { formToModal } from '#bot/surfaces/discord/modal.ts';
import { readModal } from '#bot/surfaces/discord/modal-values.ts';
import { faultsOf } from '../../../support/discord-limits.ts';
import { codec } from './discord-setup.ts';

const OPTIONS = [
  { value: 'exchange', label: 'Exchange', hint: 'Another size' },
  { value: 'code', label: 'Code' },
];

const FORM_OF_ONE = aForm([
  { name: 'line', label: 'Line', required: false, kind: 'text', multiline: true, maxLength: 500 },
]);

function aForm(fields: readonly Field[]): Form {
  const action = { name: 'case.offer', id: 'case_1', version: 2 };
  return { title: 'Offer alternatives', intro: [], fields, submitLabel: 'Send', action };
}

function modalOf(form: Form, values?: FormValues) {
  return formToModal(form, codec, { openId: 'abc', ...(values === undefined ? {} : { values }) });
}

/** A modal sent back as it was opened. */
function sentBack(modal: ReturnType<typeof formToModal>): FormValues {
  const filled = modal.components.map((one) => {
    const component: Record<string, unknown> = Object('component' in one ? one.component : {});
    const options: { value: string; default?: boolean }[] = Object(component['options'] ?? []);
    const values = Array.from(options).flatMap((option) => (option.default ? [option.value] : []));
    return { ...one, component: { ...component, values } };
  });
  return readModal(filled);
}

function anyField(): fc.Arbitrary<Field> {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  const base = { name: fc.stringMatching(/^[a-z]{1,12}$/), label: text, required: fc.boolean() };
  const options = fc.array(fc.record({ value: text, label: text, hint: text }), { maxLength: 40 });
  return fc.oneof(
    fc.record({
      ...base,
      kind: fc.constant('text' as const),
      multiline: fc.boolean(),
      maxLength: fc.integer({ min: 1, max: 9000 }),
      value: text,
      placeholder: text,
      hint: text,
    }),
    fc.record({
      ...base,
      kind: fc.constant('number' as const),
      min: fc.constant(1),
      max: fc.constant(70),
    }),
    fc.record({ ...base, kind: fc.constant('choice' as const), options }),
    fc.record({ ...base, kind: fc.constant('choices' as const), options }),
  );
}

describe('formToModal', () => {
  it('makes of any form a modal that Discord takes', () => {
    const fields = fc.uniqueArray(anyField(), { maxLength: 9, selector: ({ name }) => name });
    fc.assert(
      fc.property(fields, fc.string({ unit: 'binary' }), (all, intro) => {
        const form = { ...aForm(all), intro: [{ kind: 'quote' as const, text: intro }] };

        const data = modalOf(form);

        expect(faultsOf(ModalInteractionCallbackRequestSchema, { type: 9, data })).toEqual([]);
        expect(data.components.length).toBeLessThanOrEqual(5);
        expect(data.custom_id.length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 100 },
    );
  });

  it('brings every kind of field, as it was set, and reads it back', () => {
    const form = aForm([
      {
        name: 'options',
        label: 'Options',
        required: true,
        kind: 'choices',
        options: OPTIONS,
        values: ['exchange', 'code'],
      },
      {
        name: 'how',
        label: 'How',
        required: false,
        kind: 'choice',
        options: OPTIONS,
        value: 'code',
      },
      {
        name: 'percent',
        label: 'Percent',
        required: false,
        kind: 'number',
        min: 1,
        max: 70,
        value: 50,
      },
      {
        name: 'line',
        label: 'Line',
        required: false,
        kind: 'text',
        multiline: true,
        maxLength: 500,
        value: 'Hello',
      },
      {
        name: 'note',
        label: 'Note',
        required: false,
        kind: 'text',
        multiline: false,
        maxLength: 9,
      },
    ]);

    expect(sentBack(modalOf(form))).toEqual({
      options: ['exchange', 'code'],
      how: 'code',
      percent: '50',
      line: 'Hello',
      note: '',
    });
  });

  it('is filled in with what was typed, an emptied field too', () => {
    const form = aForm([
      {
        name: 'options',
        label: 'Options',
        required: true,
        kind: 'choices',
        options: OPTIONS,
        values: ['exchange'],
      },
      {
        name: 'line',
        label: 'Line',
        required: false,
        kind: 'text',
        multiline: true,
        maxLength: 500,
        value: 'Hello',
      },
    ]);
    const typed = { options: ['code'], line: '' };

    expect(sentBack(modalOf(form, typed))).toEqual(typed);
  });

  it('has a choice of more than a menu holds written, what is chosen in its own words', () => {
    const options = Array.from({ length: 26 }, (_, at) => ({ value: `t${at}`, label: `T ${at}` }));
    const field = { name: 'to', label: 'To', required: true, kind: 'choice', options } as const;

    const [asked] = modalOf(aForm([{ ...field, value: 't25' }])).components;
    const [menu] = modalOf(aForm([{ ...field, options: options.slice(1) }])).components;

    expect(asked).toMatchObject({
      description: expect.stringContaining('T 0, T 1, T 2'),
      component: { type: 4, value: 'T 25', max_length: 100 },
    });
    expect(menu).toMatchObject({ component: { type: 3 } });
  });

  it('says above the fields what would come of it, behind its intro', () => {
    const intro = [{ kind: 'text', text: ['For Maria.'] }] as const;
    const preview = { of: ['line'], sentence: 'Costs €40; €60 left this month.' };

    const [said] = modalOf({ ...FORM_OF_ONE, intro, preview }).components;

    expect(said).toMatchObject({
      type: 10,
      content: 'For Maria\\.\nCosts €40; €60 left this month\\.',
    });
  });

  it('leaves out a choice with nothing to choose from, and says something where no field is left', () => {
    const modal = modalOf(
      aForm([{ name: 'how', label: 'How', required: true, kind: 'choice', options: [] }]),
    );

    expect(modal.components).toEqual([{ type: 10, content: '…' }]);
  });
});
