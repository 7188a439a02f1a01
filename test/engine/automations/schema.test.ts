// The rules by which an automation is read.
import { describe, expect, test } from 'vitest';
import { definitionVersion, readAutomation } from '#engine/automations/schema.ts';
import { saidOf } from '../../support/said.ts';

const PLAIN = { name: 'a', on: 'order.paid', do: [{ tag: 'VIP' }] };

function automationOf(said: object) {
  const read = readAutomation({ ...PLAIN, ...said });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.automation;
}

function faultsOf(data: unknown) {
  const read = readAutomation(data);
  return read.ok ? [] : read.faults.map(saidOf);
}

describe('readAutomation', () => {
  test('what is not said is safe: shadow, never again, called by its name, for everyone', () => {
    expect(automationOf({})).toMatchObject({
      title: 'a',
      mode: 'shadow',
      reentry: { kind: 'never' },
      when: null,
      actions: [{ kind: 'tag', summary: { kind: 'tag', tag: 'VIP' } }],
    });
  });

  test.each([
    ['order.paid', { kind: 'event', types: ['order.paid'] }],
    [['order.paid', 'custom.signup'], { kind: 'event', types: ['order.paid', 'custom.signup'] }],
    [{ 'segment.entered': 'Best' }, { kind: 'segment', change: 'entered', segment: 'Best' }],
    [{ date: 'birthday' }, { kind: 'date', attribute: 'birthday', offsetDays: 0, at: '09:00' }],
    [
      { date: 'attributes.renewal', offset: '-1w', at: '18:30' },
      { kind: 'date', attribute: 'renewal', offsetDays: -7, at: '18:30' },
    ],
    [{ schedule: '0 9 * * 1' }, { kind: 'schedule', cron: '0 9 * * 1' }],
  ])('on: %j is a trigger', (on, trigger) => {
    expect(automationOf({ on }).trigger).toEqual(trigger);
  });

  test.each([
    ['always', { kind: 'always' }],
    ['after 90d', { kind: 'after', duration: { amount: 90, unit: 'd' } }],
  ])('reentry: %s is read', (reentry, expected) => {
    expect(automationOf({ reentry }).reentry).toEqual(expected);
  });

  test.each([
    [
      { on: 'order.payed' },
      "on: 'order.payed' is no event that is known here. Did you mean 'order.paid'?",
    ],
    [
      { on: ['order.paid', 'ordr.placed'] },
      "on.1: 'ordr.placed' is no event that is known here. Did you mean 'order.placed'?",
    ],
    [{ on: [] }, 'on: must name at least one event'],
    [{ on: undefined }, 'on: is missing: name the event that starts it'],
    [
      { on: { 'segment.enter': 'x' } },
      "on.segment.enter: is no trigger that is known here. Did you mean 'segment.entered'?",
    ],
    [
      { on: { schedule: 'daily' } },
      'on.schedule: must be a cron expression of five fields, such as "0 9 * * 1"',
    ],
    [{ whn: 'x' }, "whn: is no key that is known here. Did you mean 'when'?"],
    [
      { name: 'VIP Promotion' },
      'name: must be lower-case letters, digits and hyphens, such as vip-promotion',
    ],
    [{ mode: 'lives' }, "mode: is not known. Did you mean 'live'?"],
    [
      { reentry: 'after a while' },
      'reentry: must be always, never, or after and a duration, such as after 90d',
    ],
    [{ do: [] }, 'do: must name an action'],
    [
      { do: [{ tag: 'x' }, { notify: {} }] },
      'do.1.notify.channel: must be one of refunds, vips, approvals, sales, reports',
    ],
    [
      { when: 'amount_spend > 5' },
      "when: line 1, column 0: 'amount_spend' filter cannot be found. Did you mean 'amount_spent'?",
    ],
    [
      { when: 'event.totl > 5' },
      "when: line 1, column 0: 'event.totl' filter cannot be found. Did you mean 'event.total'?",
    ],
    [
      { when: 'companies IS NULL' },
      'when: companies cannot be evaluated here: no business customers are kept',
    ],
    [
      { on: { date: 'birthday' }, when: 'event.total > 5' },
      "when: line 1, column 0: 'event.total' is known only inside automations that an event starts.",
    ],
  ])('%j is refused with its path', (said, fault) => {
    expect(faultsOf({ ...PLAIN, ...said })).toEqual([fault]);
  });

  test('every fault is found at once', () => {
    expect(faultsOf({ name: 'a', onn: 'x', when: '(', do: [{ tagg: 'x' }] })).toHaveLength(4);
    expect(faultsOf(null)).toEqual([': must be a list of keys with values']);
  });

  test('an event of any name may be asked for its fields when a custom event starts it', () => {
    expect(faultsOf({ ...PLAIN, on: 'custom.signup', when: "event.plan = 'pro'" })).toEqual([]);
  });
});

describe('definitionVersion', () => {
  test('the same definition has the same version whatever the order of its keys or its mode', () => {
    expect(definitionVersion({ a: 1, b: [2] })).toBe(definitionVersion({ b: [2], a: 1 }));
    expect(automationOf({ mode: 'live' }).version).toBe(automationOf({ mode: 'off' }).version);
  });

  test('another condition or another parameter is another version', () => {
    const versions = [
      automationOf({}),
      automationOf({ when: 'amount_spent > 1' }),
      automationOf({ when: 'amount_spent > 2' }),
      automationOf({ do: [{ tag: 'VIP2' }] }),
    ].map((automation) => automation.version);

    expect(new Set(versions).size).toBe(4);
    expect(versions.every((version) => version >= 0 && version < 2 ** 31)).toBe(true);
  });
});
