// The laws that hold of every condition and every customer.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileCondition, explain, holds, type Setting } from '#engine/segments/condition.ts';
import { type Condition, conditionText, parseQuery } from '#engine/segments/grammar.ts';
import { needsOf } from '#engine/segments/needs.ts';
import type { Trace } from '#engine/segments/trace.ts';
import { arbitraryCondition, arbitrarySubject } from '../../support/conditions.ts';
import { NOW } from '../../support/subjects.ts';
import { arbitraryFunction, withHistory } from './arbitrary-functions.ts';

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
  const clause = fc.oneof({ weight: 3, arbitrary: arbitraryCondition }, arbitraryFunction);
  const tree: fc.Arbitrary<Condition> = fc.oneof(
    clause,
    fc.record({ kind: fc.constant('not' as const), child: arbitraryFunction }),
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      children: fc.array(clause, { minLength: 2, maxLength: 3 }),
    }),
  );
  const both = [tree, withHistory(arbitrarySubject)] as const;

  test('a condition that is written out and read again is the same condition', () => {
    fc.assert(
      fc.property(tree, (condition) => {
        const options = { allowEventFields: true, maxClauses: 1000 };

        expect(parseQuery(conditionText(condition), options)).toEqual({ ok: true, condition });
      }),
      { numRuns: 500 },
    );
  });

  test('MATCHES and NOT MATCHES never agree', () => {
    fc.assert(
      fc.property(arbitraryFunction, withHistory(arbitrarySubject), (condition, subject) => {
        fc.pre(condition.kind === 'function');
        const other = { ...condition, negated: !condition.negated };

        expect(holds(other, subject, SETTING)).toBe(!holds(condition, subject, SETTING));
      }),
    );
  });

  test('what is needed is enough: without the rest there is the same answer', () => {
    fc.assert(
      fc.property(...both, (condition, subject) => {
        const needs = needsOf(condition);
        const { profile, event, openCases = 0 } = subject;
        const { orders = [], refunds = [], mails = [], views = [] } = subject;
        const least = {
          profile,
          event,
          ...(needs.has('cases') && { openCases }),
          ...(needs.has('orders') && { orders }),
          ...(needs.has('refunds') && { refunds }),
          ...(needs.has('mails') && { mails }),
          ...(needs.has('views') && { views }),
        };

        expect(holds(condition, least, SETTING)).toBe(holds(condition, subject, SETTING));
      }),
    );
  });

  test('what does not need the time has the same answer at any time', () => {
    fc.assert(
      fc.property(...both, fc.integer({ min: -999, max: 999 }), (condition, subject, days) => {
        fc.pre(!needsOf(condition).has('time'));
        const later = { ...SETTING, now: new Date(NOW.getTime() + days * 86_400_000) };

        expect(holds(condition, subject, later)).toBe(holds(condition, subject, SETTING));
      }),
    );
  });

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
