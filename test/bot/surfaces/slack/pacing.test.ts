// A flood keeps its order and never asks more of a channel than it takes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPacing } from '#bot/surfaces/slack/pacing.ts';

const SECOND = 1_000;

/** Posts that ask again when they were told to, whoever of those that are due is asked first. */
function flood(asks: readonly { readonly after: number; readonly channel: string }[]) {
  const clock = { at: 0 };
  const pacing = createPacing(() => new Date(clock.at));
  let due = asks.map(({ channel }, index) => ({
    key: String(index),
    channel,
    at: asks.slice(0, index + 1).reduce((sum, { after }) => sum + after, 0),
  }));
  const gone: { readonly key: string; readonly channel: string; readonly at: number }[] = [];
  while (due.length > 0) {
    const [next, ...rest] = due.toSorted((a, b) => a.at - b.at || Number(a.key) - Number(b.key));
    if (next === undefined) break;
    clock.at = next.at;
    const wait = pacing.waitOf(next.channel, next.key);
    if (wait === 0) {
      pacing.done(next.key);
      gone.push(next);
      due = rest;
    } else due = [...rest, { ...next, at: next.at + wait }];
  }
  return gone;
}

const ASKS = fc.array(
  fc.record({ after: fc.nat({ max: 1_500 }), channel: fc.constantFrom('C1', 'C2') }),
  { maxLength: 40 },
);

describe('createPacing', () => {
  it('lets each channel’s posts go in the order they came, at most five at once and one a second', () => {
    fc.assert(
      fc.property(ASKS, (asks) => {
        const gone = flood(asks);
        for (const channel of ['C1', 'C2']) {
          const own = gone.filter((post) => post.channel === channel);
          const keys = own.map(({ key }) => Number(key));
          expect(keys).toEqual(keys.toSorted((a, b) => a - b));
          for (const [index, { at }] of own.entries()) {
            const sixthBefore = own[index - 5];
            if (sixthBefore !== undefined)
              expect(at - sixthBefore.at).toBeGreaterThanOrEqual(SECOND);
          }
        }
        expect(gone).toHaveLength(asks.length);
      }),
    );
  });

  it('holds nobody up in another channel, and all behind a post that Slack refused', () => {
    const clock = { at: 0 };
    const pacing = createPacing(() => new Date(clock.at));
    for (const key of ['1', '2', '3', '4']) {
      expect(pacing.waitOf('C1', key)).toBe(0);
      pacing.done(key);
    }
    expect(pacing.waitOf('C1', '5')).toBe(0);
    const sixth = pacing.waitOf('C1', '6');
    pacing.done('5');
    pacing.hold('C1', '5', 30 * SECOND);

    expect(pacing.waitOf('C2', 'a')).toBe(0);
    expect(pacing.waitOf('C1', '5')).toBe(30 * SECOND);
    expect(pacing.waitOf('C1', '6')).toBe(sixth + 30 * SECOND);
    expect(pacing.waitOf('C1', '7')).toBeGreaterThan(sixth + 30 * SECOND);
    clock.at = 30 * SECOND;
    expect(pacing.waitOf('C1', '5')).toBe(0);
  });
});
