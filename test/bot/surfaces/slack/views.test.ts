// Forms as modals: Slack takes any of them, and what was filled in comes back by field name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createActionCodec } from '#bot/action-id.ts';
import type { Field, Form } from '#bot/form.ts';
import { faultsToErrors, formToView, viewToValues } from '#bot/surfaces/slack/views.ts';
import { faultsOfView } from '../../../support/block-kit.ts';

const codec = createActionCodec(Buffer.alloc(32, 7));

describe('formToView', () => {
  it('makes of any form a modal that Slack takes', () => {
    fc.assert(
      fc.property(aForm(), (form) => {
        expect(faultsOfView(formToView(form, codec, '{"channel":"C1"}'))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('carries the action with its version, sealed', () => {
    const view = formToView(form([]), codec);

    expect(codec.decode(view.callback_id ?? '')).toEqual({
      name: 'approval.edit',
      id: 'a1',
      version: 3,
    });
  });

  it('starts with the values that stand', () => {
    const options = [
      { value: 'exchange', label: 'Exchange' },
      { value: 'credit', label: 'Store credit', hint: 'stays with us' },
    ];
    const view = formToView(
      form([
        { ...named('note'), kind: 'text', multiline: true, maxLength: 200, value: 'Hello' },
        { ...named('percent'), kind: 'number', min: 1, max: 70, value: 50 },
        { ...named('way'), kind: 'choice', options, value: 'credit' },
        { ...named('offers'), kind: 'choices', options, values: ['exchange'] },
      ]),
      codec,
    );

    const [, note, percent, way, offers] = view.blocks;
    expect(note).toMatchObject({ block_id: 'note', element: { initial_value: 'Hello' } });
    expect(percent).toMatchObject({ element: { initial_value: '50', max_value: '70' } });
    expect(way).toMatchObject({ element: { initial_option: { value: 'credit' } } });
    expect(offers).toMatchObject({ element: { initial_options: [{ value: 'exchange' }] } });
  });
});

describe('a field that is completed while it is typed', () => {
  const who: Field = {
    ...named('who'),
    ...{ kind: 'text', multiline: false, maxLength: 200, value: 'Maria' },
    completes: { command: 'customer show', parameter: 'who' },
  };

  it('is a menu that asks for what it completes, and gives back what was chosen', () => {
    const view = formToView(form([who]), codec);
    const input = view.blocks.find((block) => block.block_id === 'who');
    const chosen = { type: 'external_select', selected_option: { value: 'maria@example.com' } };
    const state = { values: { who: { 'value.search|customer show|who': chosen } } };

    expect(faultsOfView(view)).toEqual([]);
    expect(input).toMatchObject({
      element: {
        type: 'external_select',
        action_id: 'value.search|customer show|who',
        initial_option: { value: 'Maria' },
      },
    });
    expect(viewToValues(state)).toEqual({ who: 'maria@example.com' });
  });
});

describe('viewToValues', () => {
  it('reads text and numbers as typed, choices as lists, empty inputs as empty', () => {
    const state = {
      values: {
        note: { value: { type: 'plain_text_input', value: 'Dear <Maria>' } },
        percent: { value: { type: 'number_input', value: '12.5' } },
        empty: { value: { type: 'plain_text_input', value: null } },
        way: { value: { type: 'radio_buttons', selected_option: { value: 'credit' } } },
        none: { value: { type: 'static_select', selected_option: null } },
        offers: {
          value: { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] },
        },
        nothing: { value: { type: 'checkboxes', selected_options: [] } },
      },
    };

    expect(viewToValues(state)).toEqual({
      note: 'Dear <Maria>',
      percent: '12.5',
      empty: '',
      way: 'credit',
      none: '',
      offers: ['a', 'b'],
      nothing: [],
    });
  });
});

describe('faultsToErrors', () => {
  it('puts each fault at its field and one of no field at the first', () => {
    const faults = [
      { field: 'percent', message: 'At most 70.' },
      { field: 'budget', message: 'Nothing left today.' },
    ];

    expect(faultsToErrors(faults, ['note', 'percent'])).toEqual({
      percent: 'At most 70.',
      note: 'Nothing left today.',
    });
  });
});

function form(fields: readonly Field[]): Form {
  return {
    title: 'Edit the discount of this approval',
    intro: [{ kind: 'text', text: ['What will be sent'] }],
    fields,
    submitLabel: 'Save',
    action: { name: 'approval.edit', id: 'a1', version: 3 },
  };
}

function named(name: string) {
  return { name, label: name, required: true };
}

function aForm(): fc.Arbitrary<Form> {
  const words = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'long '.repeat(1000)));
  const option = fc.record(
    { value: fc.string({ maxLength: 200 }), label: words, hint: words },
    { requiredKeys: ['value', 'label'] },
  );
  const options = fc.array(option, { minLength: 1, maxLength: 150 });
  const field = fc.oneof(
    fc.record({
      kind: fc.constant('text' as const),
      multiline: fc.boolean(),
      maxLength: fc.integer({ min: 1, max: 9000 }),
      value: words,
      placeholder: words,
    }),
    fc.record({
      kind: fc.constant('number' as const),
      min: fc.integer(),
      max: fc.integer(),
      value: fc.integer(),
    }),
    options.map((list) => ({
      kind: 'choice' as const,
      options: list,
      value: list[0]?.value ?? '',
    })),
    options.map((list) => ({
      kind: 'choices' as const,
      options: list,
      values: list.map((one) => one.value),
    })),
  );
  const head = fc.record({ label: words, hint: words, required: fc.boolean() });
  return fc
    .record({
      fields: fc.array(fc.tuple(head, field), { maxLength: 12 }),
      title: words,
      note: words,
    })
    .map(({ fields, title, note }) => ({
      ...form(fields.map(([shared, own], at) => ({ name: `field-${at}`, ...shared, ...own }))),
      title,
      submitLabel: note,
      intro: [
        { kind: 'note' as const, text: [note] },
        { kind: 'text' as const, text: [note] },
      ],
    }));
}
