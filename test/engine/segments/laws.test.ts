// The laws that hold of every condition and every customer.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCondition, explain, holds, type Setting } from '#engine/segments/condition.ts';
import type { Condition } from '#engine/segments/grammar.ts';
import type { Trace } from '#engine/segments/trace.ts';
import { arbitraryCondition, arbitrarySubject } from '../../support/conditions.ts';
import { NOW } from '../../support/subjects.ts';

const SETTING: Setting = { now: NOW, zone: 'America/New_York', currency: 'USD' };

/** The plainest reading of a trace: what its leaves say, joined by hand. */
function recount(condition: Condition, trace: Trace): boolean {
  const children = trace.children ?? [];
  switch (condition.kind) {
    case 'and':
      return condition.children.every((child, n) => recount(child, childAt(children, n)));
    case 'or':
      return condition.children.some((child, n) => recount(child, childAt(children, n)));
    case 'not':
      return !recount(condition.child, childAt(children, 0));
    default:
      return trace.result;
  }
}

function childAt(children: readonly Trace[], position: number): Trace {
  const child = children[position];
  if (child === undefined) throw new Error('the trace has another shape than its condition');
  return child;
}

describe('the laws of conditions', () => {
  const both = [arbitraryCondition, arbitrarySubject] as const;

  test('compiled, held and explained answers agree', () => {
    fc.assert(
      fc.property(...both, (condition, subject) => {
        const answered = holds(condition, subject, SETTING);
        const trace = explain(condition, subject, SETTING);

        expect(trace.result).toBe(answered);
        expect(recount(condition, trace)).toBe(answered);
        expect(compileCondition(condition, SETTING)(subject, NOW)).toBe(answered);
      }),
      { numRuns: 500 },
    );
  });

  test('a condition and its negation never agree, and not-not is the condition', () => {
    fc.assert(
      fc.property(...both, (condition, subject) => {
        const not: Condition = { kind: 'not', child: condition };

        expect(holds(not, subject, SETTING)).toBe(!holds(condition, subject, SETTING));
        expect(holds({ kind: 'not', child: not }, subject, SETTING)).toBe(
          holds(condition, subject, SETTING),
        );
      }),
    );
  });

  test('NOT (a AND b) is NOT a OR NOT b', () => {
    fc.assert(
      fc.property(arbitraryCondition, ...both, (a, b, subject) => {
        const notBoth: Condition = { kind: 'not', child: { kind: 'and', children: [a, b] } };
        const eitherNot: Condition = {
          kind: 'or',
          children: [a, b].map((child): Condition => ({ kind: 'not', child })),
        };

        expect(holds(notBoth, subject, SETTING)).toBe(holds(eitherNot, subject, SETTING));
      }),
    );
  });
});
