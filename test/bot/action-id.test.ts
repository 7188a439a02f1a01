import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTION_ID_LIMIT, createActionCodec } from '#bot/action-id.ts';

const codec = createActionCodec(new Uint8Array(32).fill(7));
const ACTION = { name: 'approval.approve', id: 'apr_7ZK3ABCDEFGH', version: 3 };

describe('a button’s code', () => {
  it('says again what it was made of, within every surface’s limit', () => {
    const code = codec.encode(ACTION);

    expect(codec.decode(code)).toEqual(ACTION);
    expect(code.length).toBeLessThanOrEqual(ACTION_ID_LIMIT);
  });

  it('keeps an action without a version without one', () => {
    expect(codec.decode(codec.encode({ name: 'case.take', id: 'case_1' }))).toEqual({
      name: 'case.take',
      id: 'case_1',
    });
  });

  it('is nothing when it was made with another key, or changed in any place', () => {
    const other = createActionCodec(new Uint8Array(32).fill(8));
    const code = codec.encode(ACTION);

    expect(other.decode(code)).toBeNull();
    fc.assert(
      fc.property(fc.nat(code.length - 1), fc.constantFrom('0', 'A', '|', 'é'), (at, character) => {
        const changed = code.slice(0, at) + character + code.slice(at + 1);
        return changed === code || codec.decode(changed) === null;
      }),
    );
  });

  it.each(['', '|', 'approval.approve', 'x'.repeat(5_000), 'approval.approve|apr_1|3|'])(
    'is nothing when it is %j',
    (text) => {
      expect(codec.decode(text)).toBeNull();
    },
  );
});
