// The promises of the playbook that ships.
import { beforeAll, describe, expect, test } from 'vitest';
import { type Automation, fires } from '#engine/automations/automation.ts';
import type { Profile } from '#engine/customers/profile.ts';
import type { ShopEvent } from '#engine/events/shop-event.ts';
import type { Playbook } from '#engine/playbook/playbook.ts';
import { whyUnanswerable } from '#engine/segments/condition.ts';
import { loadPlaybook } from '#integrations/playbook/load.ts';
import { anActionSubject, planTools } from '../../support/plan-tools.ts';
import { anEvent, anOrderEvent, aProfile, NOW, usd } from '../../support/subjects.ts';

let playbook: Playbook;

beforeAll(async () => {
  playbook = await loadPlaybook('playbook');
});

/** The names of the automations that fire, of those that ship live; what needs no history has none. */
function firing(profile: Profile, event: ShopEvent): readonly string[] {
  const setting = { now: NOW, zone: playbook.team.timezone, currency: playbook.team.currency };
  const subject = { profile, event, orders: [] };
  return playbook.automations
    .filter(({ mode }) => mode === 'live')
    .filter((automation) => fires(automation, subject, setting).fires)
    .map((automation) => automation.name);
}

/** Whether it does something to customers that nobody was asked about. */
function writesByItself({ actions }: Automation): boolean {
  return actions.some(({ kind, needsApproval }) => kind === 'email' && !needsApproval);
}

function spender(minor: number): Profile {
  return aProfile({ totals: { spent: usd(minor), orders: 3 } });
}

const TOOLS = planTools();

describe('the shipped playbook', () => {
  test('has no fault, its sender may send marketing, and three automations run live', () => {
    expect(playbook.faults).toEqual([]);
    expect(playbook.team.sender.postal_address).toMatch(/\w/);
    expect(
      playbook.automations.filter(({ mode }) => mode === 'live').map(({ name }) => name),
    ).toEqual(['high-value-order', 'refund-request', 'vip-promotion']);
  });

  test('keeps off what would write to customers by itself, and has a use for every template', () => {
    const byThemselves = playbook.automations.filter(writesByItself);
    expect(byThemselves.filter(({ mode }) => mode !== 'off').map(({ name }) => name)).toEqual([]);

    const used = playbook.automations.flatMap(({ actions }) =>
      actions.flatMap(({ references = [] }) =>
        references.flatMap(({ kind, name }) => (kind === 'template' ? [name] : [])),
      ),
    );
    // Of offers for a refund, not of automations.
    const ofCases = [
      'offer-code',
      'refund-alternatives',
      'refund-declined',
      'case-reply',
      'personal-note',
      'refund-credited',
      'refund-exchanged',
    ];
    expect([...new Set(used), ...ofCases].sort()).toEqual(
      playbook.templates.map(({ name }) => name).sort(),
    );
  });

  test('has segments that can be answered, each under a title of its own', () => {
    expect(playbook.segments.length).toBeGreaterThanOrEqual(8);
    expect(playbook.segments.map(({ condition }) => whyUnanswerable(condition))).toEqual(
      playbook.segments.map(() => null),
    );
    expect(new Set(playbook.segments.map(({ title }) => title)).size).toBe(
      playbook.segments.length,
    );
  });

  test('promotes who passes 5,000 or has been here for two years, once', () => {
    const old = aProfile({ addedAt: new Date('2024-11-25T12:00:00Z') });

    expect(firing(spender(500_001), anOrderEvent(100))).toEqual(['vip-promotion']);
    expect(firing(spender(500_000), anOrderEvent(100))).toEqual([]);
    expect(firing(old, anOrderEvent(100))).toEqual(['vip-promotion']);
    expect(playbook.automations.find(({ name }) => name === 'vip-promotion')?.reentry).toEqual({
      kind: 'never',
    });
  });

  test('asks for one approval, of the code and the mail together', async () => {
    const emailConsent = { state: 'subscribed', at: NOW, source: 'form' } as const;
    const subject = anActionSubject({ ...spender(500_001), emailConsent });
    const waiting = (
      playbook.automations.find(({ name }) => name === 'vip-promotion')?.actions ?? []
    ).filter((a) => a.needsApproval);
    const plans = await Promise.all(
      waiting.flatMap((action) => (action.control === null ? [action.plan(subject, TOOLS)] : [])),
    );

    expect(plans).toMatchObject([
      {
        kind: 'planned',
        effects: [
          { kind: 'create-discount', terms: { percent: 50, uses: 1 } },
          { kind: 'send-email', mail: { template: 'vip-thanks' } },
        ],
      },
    ]);
  });

  test('alerts sales once for an order over 500 that is placed and then paid', () => {
    const events = [
      anOrderEvent(50_001, 'USD', 'order.placed'),
      anOrderEvent(50_001, 'USD', 'order.paid'),
    ];

    expect(events.flatMap((event) => firing(spender(50_001), event))).toEqual(['high-value-order']);
    expect(firing(spender(0), anOrderEvent(50_000, 'USD', 'order.placed'))).toEqual([]);
    expect(firing(aProfile({ tags: ['vip'] }), anOrderEvent(1, 'USD', 'order.placed'))).toEqual([
      'high-value-order',
    ]);
  });

  test('opens a case for every return request', () => {
    const request = { ref: 'r1', orderRef: null, items: [], requestedAt: NOW };
    const event = anEvent({ type: 'return.requested', customer: null, return: request });

    expect(firing(aProfile(), event)).toEqual(['refund-request']);
  });
});
