import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditEntry, firstBreak, seal } from '#engine/audit/chain.ts';

/** A chain of so many entries. */
function chain(length: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let n = 1; n <= length; n += 1) {
    const at = new Date(Date.UTC(2026, 0, n));
    entries.push(
      seal(
        {
          at,
          actor: `person ${n % 3}`,
          action: 'customer.tagged',
          subject: `cus_${n}`,
          details: { n },
        },
        entries.at(-1) ?? null,
      ),
    );
  }
  return entries;
}

/** What somebody with the database could do to entry `at`, and where it must be noticed. */
const TAMPERINGS: Record<string, (entries: AuditEntry[], at: number) => number> = {
  'changes an entry': (entries, at) => {
    entries[at] = { ...entry(entries, at), actor: 'somebody else' };
    return at + 1;
  },
  'changes its details': (entries, at) => {
    entries[at] = { ...entry(entries, at), details: { n: -1 } };
    return at + 1;
  },
  'removes an entry': (entries, at) => {
    entries.splice(at, 1);
    return at + 1;
  },
  'swaps two entries': (entries, at) => {
    [entries[at], entries[at + 1]] = [entry(entries, at + 1), entry(entries, at)];
    return at + 1;
  },
  'inserts an entry': (entries, at) => {
    entries.splice(at, 0, { ...entry(entries, at), actor: 'nobody' });
    return at + 1;
  },
  'seals a changed entry anew': (entries, at) => {
    const before = at === 0 ? null : entry(entries, at - 1);
    entries[at] = seal({ ...entry(entries, at), actor: 'somebody else' }, before);
    return at + 2;
  },
};

function entry(entries: readonly AuditEntry[], at: number): AuditEntry {
  const found = entries[at];
  if (found === undefined) throw new RangeError('no such entry');
  return found;
}

describe('firstBreak', () => {
  it('finds none in a whole chain', () => {
    expect(firstBreak(chain(50))).toBeNull();
  });

  it.each(Object.keys(TAMPERINGS))('names the place when somebody %s', (name) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 48 }), (at) => {
        const entries = chain(50);
        const expected = TAMPERINGS[name]?.(entries, at);
        return firstBreak(entries) === expected;
      }),
      { numRuns: 50 },
    );
  });

  it('goes on from an entry that was verified before', () => {
    const entries = chain(10);

    expect(firstBreak(entries.slice(5), entries[4])).toBeNull();
    expect(firstBreak(entries.slice(6), entries[4])).toBe(6);
  });
});
