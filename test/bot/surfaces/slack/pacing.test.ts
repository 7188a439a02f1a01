// A flood keeps its order and never asks more of a channel than it takes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacing } from '#bot/surfaces/slack/pacing.ts';

const SECOND = 1_000;

type Ask = {
  readonly after: number;
  readonly channel: string;
  /** How much later than told it comes back, each time; null: it never does. */
  readonly late: number | null;
};

/** Posts that ask again some time after they were told to. */
function flood(asks: readonly Ask[]) {
  const clock = { at: 0 };
  const pacing = createPacing(() => new Date(clock.at));
  let due = asks.map(({ channel, late }, index) => ({
    ...{ key: index, channel, late },
    at: asks.slice(0, index + 1).reduce((sum, { after }) => sum + after, 0),
  }));
  const gone: { readonly key: number; readonly channel: string; readonly at: number }[] = [];
  while (due.length > 0) {
    const [next, ...rest] = due.toSorted((a, b) => a.at - b.at || a.key - b.key);
    if (next === undefined) break;
    clock.at = next.at;
    const wait = pacing.ask(next.channel, String(next.key));
    due = rest;
    if (wait === 0) {
      pacing.leave(next.channel, String(next.key));
      gone.push(next);
    } else if (next.late !== null) due = [...rest, { ...next, at: next.at + wait + next.late }];
  }
  return gone;
}

function asks(late: fc.Arbitrary<number | null>) {
  const ask = { after: fc.nat({ max: 1_500 }), channel: fc.constantFrom('C1', 'C2'), late };
  return fc.array(fc.record(ask), { maxLength: 40 });
}

const inChannel = (posts: ReturnType<typeof flood>, channel: string) =>
  posts.filter((post) => post.channel === channel);

describe('createPacing', () => {
  it('lets each channel’s posts go in the order they came, at most five at once and one a second', () => {
    fc.assert(
      fc.property(asks(fc.nat({ max: 5_000 })), (all) => {
        const gone = flood(all);
        for (const channel of ['C1', 'C2']) {
          const own = inChannel(gone, channel);
          const keys = own.map(({ key }) => key);
          expect(keys).toEqual(keys.toSorted((a, b) => a - b));
          for (const [index, { at }] of own.entries()) {
            const sixthBefore = own[index - 5];
            if (sixthBefore !== undefined)
              expect(at - sixthBefore.at).toBeGreaterThanOrEqual(SECOND);
          }
        }
        expect(gone).toHaveLength(all.length);
      }),
    );
  });

  it('lets everybody else go when some never come back', () => {
    fc.assert(
      fc.property(asks(fc.option(fc.nat({ max: 5_000 }))), (all) => {
        const gone = flood(all);
        const faithful = all.flatMap(({ late }, key) => (late === null ? [] : [key]));
        expect(gone.map(({ key }) => key)).toEqual(expect.arrayContaining(faithful));
        for (const channel of ['C1', 'C2']) {
          const keys = inChannel(gone, channel).map(({ key }) => key);
          expect(keys).toEqual(keys.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('holds nobody up in another channel, and all behind a post that Slack refused', () => {
    const clock = { at: 0 };
    const pacing = createPacing(() => new Date(clock.at));
    for (const key of ['1', '2', '3', '4']) {
      expect(pacing.ask('C1', key)).toBe(0);
      pacing.leave('C1', key);
    }
    expect(pacing.ask('C1', '5')).toBe(0);
    expect(pacing.ask('C1', '6')).toBeGreaterThan(0);
    pacing.hold('C1', '5', 30 * SECOND);

    expect(pacing.ask('C2', 'a')).toBe(0);
    expect(pacing.ask('C1', '5')).toBe(30 * SECOND);
    expect(pacing.ask('C1', '6')).toBeGreaterThan(30 * SECOND);
    clock.at = 30 * SECOND;
    expect(pacing.ask('C1', '6')).toBeGreaterThan(0);
    expect(pacing.ask('C1', '5')).toBe(0);
  });

  it('waits ten seconds for a post that is expected, and no longer', () => {
    const clock = { at: 0 };
    const pacing = createPacing(() => new Date(clock.at));
    // It is on its way, and Slack may not have taken it: it may come again.
    expect(pacing.ask('C1', 'first')).toBe(0);
    expect(pacing.ask('C1', 'second')).toBeGreaterThan(0);
    clock.at = 10 * SECOND;
    expect(pacing.ask('C1', 'second')).toBeGreaterThan(0);
    clock.at = 10 * SECOND + 1;
    expect(pacing.ask('C1', 'second')).toBe(0);
  });
});
