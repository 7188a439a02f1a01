// What a condition says of one field, held against the condition's own answers.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds, type Setting } from '#engine/segments/condition.ts';
import type { Subject } from '#engine/segments/field.ts';
import { findField } from '#engine/segments/fields.ts';
import { type Condition, clausesOf, parseQuery } from '#engine/segments/grammar.ts';
import { comparedFields, reachOf } from '#engine/segments/reach.ts';
import { complement, intersect, unite, type ValueSet } from '#engine/segments/value-set.ts';
import { arbitraryCondition, arbitrarySubject } from '../../support/conditions.ts';
import { NOW } from '../../support/subjects.ts';

const SETTING: Setting = { now: NOW, zone: 'America/New_York', currency: 'USD' };

function includes({ stretches, missing }: ValueSet, value: number | null): boolean {
  if (value === null) return missing;
  return stretches.some(({ from, until }) => value >= from && value < until);
}

function isWithin(inner: ValueSet, outer: ValueSet): boolean {
  const outside = intersect([inner, complement(outer)]);
  return outside.stretches.length === 0 && !outside.missing;
}

/** A value in the field's own unit, as sets hold it. */
function valueIn(name: string, subject: Subject): number | null {
  const field = findField(name, { event: false, custom: false });
  switch (field?.type) {
    case 'money':
      return field.read(subject)?.minor ?? null;
    case 'integer':
      return field.read(subject);
    case 'date':
      return field.read(subject, SETTING.zone)?.getTime() ?? null;
    default:
      throw new Error(`${name} has no order`);
  }
}

describe('what a condition says of a field', () => {
  test('is kept by its answers: never outside what may be, always inside what must be', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitrarySubject, (condition, subject) => {
        for (const field of comparedFields(condition)) {
          const { may, must } = reachOf(condition, field, SETTING);
          const value = valueIn(field, subject);
          const answer = holds(condition, subject, SETTING);

          expect(includes(must, value) && !answer).toBe(false);
          expect(answer && !includes(may, value)).toBe(false);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('is exact where the condition asks of nothing else', () => {
    const alone = arbitraryCondition.filter((condition) => {
      const asked = new Set(
        clausesOf(condition).map((clause) =>
          JSON.stringify(clause.kind === 'field' && clause.field),
        ),
      );
      return asked.size === 1 && comparedFields(condition).length === 1;
    });
    fc.assert(
      fc.property(alone, arbitrarySubject, (condition, subject) => {
        const [field = ''] = comparedFields(condition);
        const { may, must, said } = reachOf(condition, field, SETTING);

        expect([must, said]).toEqual([may, may]);
        expect(includes(must, valueIn(field, subject))).toBe(holds(condition, subject, SETTING));
      }),
      { numRuns: 500 },
    );
  });

  test('lies between what must and what may be, when other clauses are left out', () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        for (const field of comparedFields(condition)) {
          const { may, must, said } = reachOf(condition, field, SETTING);

          expect(said !== null && isWithin(must, said) && isWithin(said, may)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['amount_spent > 5000', [500_001, Infinity]],
    ['amount_spent <= 4999.995', [-Infinity, 500_000]],
    ['amount_spent BETWEEN 10 AND 20', [1_000, 2_001]],
    ['number_of_orders = 2', [2, 3]],
    ['NOT number_of_orders < 3', [3, Infinity]],
  ])('%s is one stretch, in whole units of the field', (query, [from, until]) => {
    const [field = ''] = comparedFields(read(query));

    expect(reachOf(read(query), field, SETTING).must.stretches).toEqual([{ from, until }]);
  });
});

describe('sets of values', () => {
  const bound = fc.integer({ min: -6, max: 6 });
  const set: fc.Arbitrary<ValueSet> = fc
    .record({ missing: fc.boolean(), ends: fc.array(fc.tuple(bound, bound), { maxLength: 4 }) })
    .map(({ missing, ends }) =>
      unite([{ missing, stretches: ends.map(([from, until]) => ({ from, until })) }]),
    );
  const value = fc.oneof(fc.constant(null), fc.integer({ min: -8, max: 8 }));

  test('are united, intersected and turned round as their members are', () => {
    fc.assert(
      fc.property(set, set, value, (a, b, one) => {
        const [inA, inB] = [includes(a, one), includes(b, one)];

        expect(includes(unite([a, b]), one)).toBe(inA || inB);
        expect(includes(intersect([a, b]), one)).toBe(inA && inB);
        expect(includes(complement(a), one)).toBe(!inA);
        expect(complement(complement(a))).toEqual(a);
      }),
      { numRuns: 500 },
    );
  });
});

function read(query: string): Condition {
  const parsed = parseQuery(query);
  if (!parsed.ok) throw new Error(parsed.errors[0].message);
  return parsed.condition;
}
