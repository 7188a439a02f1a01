// Who is held out, and when two groups can be told apart.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGroups, isHeldOut } from '#engine/automations/holdout.ts';
import { readAutomation } from '#engine/automations/schema.ts';
import { asId } from '#engine/ids.ts';

const PERCENTS = fc.integer({ min: 1, max: 50 });

function group(customers: number, buyers: number) {
  return { customers, buyers, revenue: { minor: 0, currency: 'USD' } };
}

describe('isHeldOut', () => {
  it('answers the same for one customer, and holds nobody in who was out at a smaller share', () => {
    fc.assert(
      fc.property(fc.string(), PERCENTS, PERCENTS, (id, one, other) => {
        const [fewer, more] = [Math.min(one, other), Math.max(one, other)];
        const ask = (percent: number) => isHeldOut('series', asId('customer', id), percent);

        expect(ask(one)).toBe(ask(one));
        expect(!ask(fewer) || ask(more)).toBe(true);
      }),
    );
  });

  it('takes about the share it is told, and other people for another automation', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => asId('customer', `cus_${index}`));
    const out = ids.filter((id) => isHeldOut('series', id, 10));
    const both = out.filter((id) => isHeldOut('other', id, 10));

    expect(Math.abs(out.length - 1_000)).toBeLessThan(150);
    expect(both.length).toBeLessThan(out.length / 4);
  });
});

describe('compareGroups', () => {
  it.each([
    ['too few held out', group(900, 90), group(99, 9), 'too-few'],
    ['too few buyers expected', group(900, 45), group(100, 0), 'too-few'],
    ['nobody at all', group(0, 0), group(0, 0), 'too-few'],
    ['the same share', group(900, 90), group(100, 10), 'chance'],
    ['a little more, of few', group(900, 110), group(100, 8), 'chance'],
    ['clearly more', group(900, 180), group(100, 5), 'more'],
    ['clearly fewer', group(900, 45), group(100, 20), 'fewer'],
  ])('%s', (_what, treated, heldOut, verdict) => {
    expect(compareGroups({ treated, heldOut })).toBe(verdict);
  });
});

describe('holdout of an automation', () => {
  const written = (holdout?: unknown) =>
    readAutomation({
      name: 'series',
      on: 'order.paid',
      do: [{ tag: 'a' }],
      ...(holdout === undefined ? {} : { holdout }),
    });

  it.each([0, 51, 10.5, '10'])('refuses %j', (holdout) => {
    const read = written(holdout);

    expect(read.ok ? [] : read.faults).toEqual([
      { path: ['holdout'], flaw: { reason: 'holdout' } },
    ]);
  });

  it('is a new version where it is set, and none where it is not', () => {
    const versions = [undefined, 10, 20].map((holdout) => {
      const read = written(holdout);
      return read.ok ? read.automation.version : null;
    });

    expect(new Set(versions).size).toBe(3);
  });
});
