// Customers by chance, what the team or a shop says of one, and changes of many: texts and names that meet each other.
import fc, { type Arbitrary } from 'fast-check';
import type { FactChange } from '#engine/batches/batch.ts';
import { applyFacts, sayAttribute, sayTag } from '#engine/customers/facts.ts';
import type { Profile } from '#engine/customers/profile.ts';
import { holdTier, type Measures } from '#engine/customers/tier.ts';
import { aProfile, NOW } from './subjects.ts';

/** No ladder: levels are set by hand only. */
export const MEASURES: Measures = { currency: 'USD', ladder: null };

/** So many hours from now. */
export function atHour(hour: number): Date {
  return new Date(NOW.getTime() + hour * 3_600_000);
}

const tag = fc.constantFrom('VIP', 'vip', `'; DROP TABLE`, '__proto__', 'İ');
const name = fc.constantFrom('size', 'constructor');
const value = fc.constantFrom('M', 42, 0.1, true, null);
const tier = fc.constantFrom('Gold', 'Silver', null);

export const arbitraryChange: Arbitrary<FactChange> = fc.oneof(
  fc.record({ kind: fc.constant('tag' as const), tag }),
  fc.record({ kind: fc.constant('untag' as const), tag }),
  fc.record({ kind: fc.constant('tier' as const), tier }),
  fc.record({ kind: fc.constant('set' as const), name, value }),
);

/** Something said of a customer at an hour. */
export type Word = (profile: Profile, hour: number) => Profile;

export const arbitraryWord: Arbitrary<Word> = fc.oneof(
  fc.tuple(tag, fc.boolean()).map(([said, present]): Word => {
    return (profile, hour) => sayTag(profile, said, present, atHour(hour));
  }),
  fc.tuple(name, value).map(([said, given]): Word => {
    return (profile, hour) => sayAttribute(profile, said, given, atHour(hour));
  }),
  tier.map(
    (level): Word =>
      (profile) =>
        holdTier(profile, level, MEASURES),
  ),
  fc.array(tag, { maxLength: 2 }).map((tags): Word => {
    return (profile, hour) =>
      applyFacts(profile, { tags }, { at: atHour(hour), by: 'shopify', source: 'evt_1' });
  }),
);

/** A customer of whom this and that was said in the hours before now. */
export const arbitraryCustomer: Arbitrary<Profile> = fc
  .array(arbitraryWord, { maxLength: 6 })
  .map((words) => words.reduce((profile, say, hour) => say(profile, hour - 9), aProfile()));
