// Packed values: what goes in comes out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pack, unpack } from '#integrations/postgres/packed.ts';

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value')),
    fc.dictionary(
      fc.string().filter((key) => key !== '$date'),
      tie('value'),
      { noNullPrototype: true },
    ),
  ),
}));

describe('pack', () => {
  it('gives back texts, numbers, lists and dates as they were', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(unpack(pack({ given }))).toEqual({ given });
      }),
    );
  });

  it('compresses what is long and leaves what is short readable', () => {
    const long = pack({ text: 'again and '.repeat(1_000) });
    const short = pack({ text: 'once' });

    expect(long.byteLength).toBeLessThan(200);
    expect(Buffer.from(short).toString()).toBe('{"text":"once"}');
  });
});
