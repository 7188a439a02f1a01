import { describe, expect, it } from 'vitest';
import type { Approval, Decider } from '#engine/approvals/approval.ts';
import { type DecideCommand, decide, needsTwoApprovers } from '#engine/approvals/decide.ts';
import { canonicalJson } from '#engine/approvals/plan.ts';
import { asId } from '#engine/ids.ts';

const NOW = new Date('2026-05-01T10:00:00Z');
const LATER = new Date('2026-05-04T10:00:00Z');

function person(name: string, surface = 'slack'): Decider {
  return { person: name, name, surface };
}

function pending(changes: Partial<Approval> = {}): Approval {
  return {
    id: asId('approval', 'apr_1'),
    kind: 'vip-promotion',
    status: 'pending',
    version: 2,
    hash: 'f'.repeat(64),
    planId: asId('plan', 'pln_1'),
    customerId: asId('customer', 'cus_1'),
    summary: 'VIP promotion',
    createdAt: NOW,
    expiresAt: LATER,
    requestedBy: null,
    editedBy: null,
    decisions: [],
    remindedAt: null,
    escalatedAt: null,
    channel: 'approvals',
    mention: null,
    revision: 0,
    ...changes,
  };
}

function command(changes: Partial<DecideCommand> = {}): DecideCommand {
  return {
    decision: 'approved',
    by: person('Maria'),
    now: NOW,
    seenVersion: 2,
    needsTwo: false,
    ...changes,
  };
}

describe('decide', () => {
  it('approves with who, when, from where and which version', () => {
    const decided = decide(pending(), command());

    expect(decided).toMatchObject({
      kind: 'settled',
      next: {
        status: 'approved',
        decisions: [{ by: person('Maria'), at: NOW, decision: 'approved', version: 2 }],
      },
    });
  });

  it.each([
    ['a version that is not the newest', pending(), command({ seenVersion: 1 }), 'stale-version'],
    ['one that was approved', pending({ status: 'approved' }), command(), 'already-settled'],
    ['one that was rejected', pending({ status: 'rejected' }), command(), 'already-settled'],
    [
      'one that is being carried out',
      pending({ status: 'executing' }),
      command(),
      'already-settled',
    ],
    ['one at the instant it expires', pending(), command({ now: LATER }), 'expired'],
    ['one that has expired', pending({ status: 'expired' }), command(), 'expired'],
    [
      'one’s own request above the limit',
      pending({ requestedBy: person('Maria') }),
      command({ needsTwo: true }),
      'own-request',
    ],
    [
      'one’s own edit above the limit',
      pending({ editedBy: person('Maria') }),
      command({ needsTwo: true }),
      'own-request',
    ],
  ])('refuses %s', (_what, approval, given, reason) => {
    expect(decide(approval, given)).toEqual({ kind: 'refused', reason });
  });

  it('lets one person decide what they edited themselves up to the limit', () => {
    expect(decide(pending({ editedBy: person('Maria') }), command()).kind).toBe('settled');
  });

  it('counts one person once, from whichever surface they come', () => {
    const first = decide(pending(), command({ needsTwo: true }));
    if (first.kind !== 'needs-second') throw new Error('one must not be enough');

    expect(
      decide(first.next, command({ needsTwo: true, by: person('Maria', 'workspace') })),
    ).toEqual({ kind: 'refused', reason: 'same-person' });
    expect(decide(first.next, command({ needsTwo: true, by: person('Tom') }))).toMatchObject({
      kind: 'settled',
      next: { status: 'approved' },
    });
  });

  it('forgets the first approval when the plan was edited in between', () => {
    const first = decide(pending({ version: 1 }), command({ needsTwo: true, seenVersion: 1 }));
    if (first.kind !== 'needs-second') throw new Error('one must not be enough');
    const edited = { ...first.next, version: 2, editedBy: person('Ann') };

    expect(decide(edited, command({ needsTwo: true, by: person('Tom') })).kind).toBe(
      'needs-second',
    );
  });

  it('lets one person reject, above the limit too', () => {
    expect(decide(pending(), command({ decision: 'rejected', needsTwo: true }))).toMatchObject({
      kind: 'settled',
      next: { status: 'rejected' },
    });
  });
});

describe('needsTwoApprovers', () => {
  const discount = (percent: number) => [
    { kind: 'create-discount', code: 'X', terms: { percent, expiresAt: LATER, uses: 1 } } as const,
  ];

  it('asks for a second person above the limit only, and never without one', () => {
    expect(needsTwoApprovers(discount(40), { second_approver_above: 40 })).toBe(false);
    expect(needsTwoApprovers(discount(41), { second_approver_above: 40 })).toBe(true);
    expect(needsTwoApprovers(discount(100), {})).toBe(false);
  });

  it('measures a code that takes an amount off with the limit on amounts', () => {
    const amount = { minor: 2_001, currency: 'USD' };
    const terms = { amount, expiresAt: LATER, uses: 1 };
    const effects = [{ kind: 'create-discount', code: 'X', terms } as const];

    expect(needsTwoApprovers(effects, { second_approver_above: 1 })).toBe(false);
    expect(needsTwoApprovers(effects, { second_approver_above_amount: 20 })).toBe(true);
    expect(needsTwoApprovers(effects, { second_approver_above_amount: 20.01 })).toBe(false);
  });
});

describe('canonicalJson', () => {
  it('gives the same bytes for the same data in any order of keys', () => {
    expect(canonicalJson({ b: 1, a: [true, null, { d: NOW, c: 'é' }] })).toBe(
      canonicalJson({ a: [true, null, { c: 'é', d: NOW }], b: 1 }),
    );
  });

  it('tells an absent key from none at all the same way', () => {
    expect(canonicalJson({ a: undefined })).toBe('{}');
  });
});
