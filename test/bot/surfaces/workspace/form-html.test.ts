// A form comes back with the names and shapes it was drawn with.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formToHtml, formValuesOf } from '#bot/surfaces/workspace/form-html.ts';
import { codec } from '../../../support/workspace.ts';
import { offerForm } from './samples.ts';

describe('formValuesOf', () => {
  it('gives choices as a list, also when none is chosen', () => {
    expect(formValuesOf(new URLSearchParams('many.a=1&value.a=x&value.a=y&many.b=1'))).toEqual({
      a: ['x', 'y'],
      b: [],
    });
  });

  it('gives every text as typed, and nothing that is not a field', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (name, value) => {
        const form = new URLSearchParams([
          ['channel', 'refunds'],
          ['action', 'x'],
          [`value.${name}`, value],
        ]);
        expect(Object.entries(formValuesOf(form))).toEqual([[name, value]]);
      }),
    );
  });
});

describe('formToHtml', () => {
  const { markup } = formToHtml(offerForm(), codec, 'http://127.0.0.1:3000');

  it('labels every control and names where its hint and fault stand', () => {
    const ids = [
      ...markup.matchAll(/<(?:input type="(?:text|number)"|select|textarea)[^>]* id="([^"]+)"/g),
    ];

    expect(ids).toHaveLength(3);
    for (const [, id] of ids) expect(markup).toContain(`<label for="${id}">`);
    for (const [, id] of markup.matchAll(/aria-describedby="([^"]+)"/g)) {
      for (const one of (id ?? '').split(' ')) expect(markup).toContain(`id="${one}"`);
    }
  });

  it('keeps a text that begins with a line break', () => {
    const field = {
      kind: 'text',
      name: 'a',
      label: 'A',
      required: true,
      multiline: true,
      maxLength: 9,
    } as const;
    const form = { ...offerForm(), fields: [{ ...field, value: '\n</textarea>' }] };

    expect(formToHtml(form, codec, '').markup).toContain('>\n\n&lt;/textarea&gt;</textarea>');
  });
});
