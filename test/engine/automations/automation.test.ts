// The rules by which an automation fires.
import { describe, expect, test } from 'vitest';
import { fires } from '#engine/automations/automation.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import { anOrderEvent, aProfile, NOW, usd } from '../../support/subjects.ts';

const SETTING = { now: NOW, zone: 'UTC', currency: 'USD' };

function anAutomation(said: object) {
  const read = readAutomation({ name: 'a', on: 'order.paid', do: [{ tag: 'VIP' }], ...said });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.automation;
}

describe('fires', () => {
  const rich = { profile: aProfile({ totals: { spent: usd(620_000) } }), event: anOrderEvent(100) };

  test('another event than its own starts nothing, nor does no event', () => {
    const automation = anAutomation({ on: ['order.placed', 'return.requested'] });
    const no = { fires: false, trace: null, reason: 'other-trigger' };

    expect(fires(automation, rich, SETTING)).toEqual(no);
    expect(fires(automation, { ...rich, event: null }, SETTING)).toEqual(no);
  });

  test('what starts on a date or a clock is not started by an event', () => {
    expect(fires(anAutomation({ on: { date: 'birthday' } }), rich, SETTING).fires).toBe(false);
  });

  test('without a condition it is for everyone', () => {
    expect(fires(anAutomation({}), rich, SETTING)).toEqual({ fires: true, trace: null });
  });

  test('it fires or not by its condition, and says what it saw either way', () => {
    const automation = anAutomation({ when: 'amount_spent > 5000' });
    const poor = { ...rich, profile: aProfile() };

    expect(fires(automation, rich, SETTING)).toMatchObject({
      fires: true,
      trace: { result: true, actual: '6200.00' },
    });
    expect(fires(automation, poor, SETTING)).toMatchObject({
      fires: false,
      reason: 'condition',
      trace: { result: false, shortfall: { kind: 'value', seen: { value: 0, decimals: 2 } } },
    });
  });
});
