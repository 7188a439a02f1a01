// What takes a step back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect, Step } from '#engine/actions/effect.ts';
import { inverseOf, stands } from '#engine/actions/inverse.ts';
import { sayAttribute, sayTag } from '#engine/customers/facts.ts';
import { attributeOf, type Profile } from '#engine/customers/profile.ts';
import { heldTier, holdTier } from '#engine/customers/tier.ts';
import { aProfile, NOW } from '../../support/subjects.ts';

type Ours = Extract<Effect, { kind: 'add-tag' | 'remove-tag' | 'set-tier' | 'set-attribute' }>;

/** Everybody's spend is worth Silver. */
const BANDS = [{ name: 'Silver', from: 0, upto: null }];
const MEASURES = {
  currency: 'USD',
  ladder: { by: 'amount_spent', currency: 'USD', bands: BANDS },
} as const;

/** The profile after an effect, as carrying it out leaves it. */
function carryOut(profile: Profile, effect: Effect): Profile {
  switch (effect.kind) {
    case 'add-tag':
    case 'remove-tag':
      return sayTag(profile, effect.tag, effect.kind === 'add-tag', NOW);
    case 'set-tier':
      return holdTier(profile, effect.tier, MEASURES);
    case 'set-attribute':
      return sayAttribute(profile, effect.name, effect.value, NOW);
    default:
      return profile;
  }
}

function noted(profile: Profile, effect: Ours): Step['before'] {
  if (effect.kind === 'set-tier') return { value: heldTier(profile) };
  if (effect.kind === 'set-attribute') return { value: attributeOf(profile, effect.name) };
  return { value: profile.tags.includes(effect.tag) };
}

function done(effect: Effect, given: Partial<Step> = {}): Step {
  const rest = {
    position: 0,
    attempts: 1,
    reason: null,
    outcome: null,
    changedAt: NOW,
    notBefore: null,
  };
  return { effect, status: 'done', before: null, ...rest, ...given };
}

const TAG = fc.constantFrom('VIP', 'wholesale');
const TIER = fc.constantFrom('Silver', 'Gold', null);
const VALUE = fc.constantFrom<string | number | boolean | null>('M', 42, true, null);
const EFFECT: fc.Arbitrary<Ours> = fc.oneof(
  TAG.map((tag): Ours => ({ kind: 'add-tag', tag })),
  TAG.map((tag): Ours => ({ kind: 'remove-tag', tag })),
  TIER.map((tier): Ours => ({ kind: 'set-tier', tier })),
  VALUE.map((value): Ours => ({ kind: 'set-attribute', name: 'size', value })),
);

function plain({ tags, tier, tierPinned, attributes }: Profile) {
  return { tags, tier, tierPinned, attributes };
}

describe('inverseOf', () => {
  it('leads back to the profile from before, whatever was done to whom', () => {
    fc.assert(
      fc.property(fc.array(EFFECT, { maxLength: 4 }), EFFECT, (earlier, effect) => {
        const start = earlier.reduce(carryOut, aProfile({ tier: 'Silver' }));
        const inverse = inverseOf(done(effect, { before: noted(start, effect) }));
        const changed = carryOut(start, effect);
        const back = inverse.kind === 'effect' ? carryOut(changed, inverse.effect) : changed;

        expect(stands(effect, changed)).toBe(true);
        expect(plain(back)).toEqual(plain(start));
      }),
    );
  });

  it.each<[string, Step]>([
    ['not-done', done({ kind: 'add-tag', tag: 'VIP' }, { status: 'failed' })],
    ['not-recorded', done({ kind: 'add-tag', tag: 'VIP' })],
    ['was-so', done({ kind: 'set-tier', tier: 'Gold' }, { before: { value: 'Gold' } })],
    ['notice-posted', done({ kind: 'post-notice', channel: 'vips', text: null, mention: null })],
  ])('says %s where there is nothing to take back', (reason, step) => {
    expect(inverseOf(step)).toEqual({ kind: 'none', reason });
  });
});
