// The template escapes what it is given, whatever that is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html } from '#bot/surfaces/workspace/markup.ts';

describe('html', () => {
  it('lets no text open a tag, close an attribute or begin an entity', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { markup } = html`<p title="${text}">${text}</p>`;
        const inside = markup.slice('<p title="'.length, -'</p>'.length);
        const [attribute = '', ...content] = inside.split('">');
        expect(content).toHaveLength(1);
        expect(`${attribute}${content[0]}`).not.toMatch(/[<>"'`]|&(?!(amp|lt|gt|quot|#39|#96);)/);
      }),
    );
  });

  it('keeps markup, joins lists and leaves nothing for null and false', () => {
    expect(html`${html`<b>${'<'}</b>`}${['a', html`<i>`]}${null}${false}${0}`.markup).toBe(
      '<b>&lt;</b>a<i>0',
    );
  });
});
