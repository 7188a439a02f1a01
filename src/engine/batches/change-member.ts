// What a batch does to one customer: the change, or for an undo what stood there before, unless somebody has had a word since.
import { findTag } from '../actions/tag-name.ts';
import { sayAttribute, sayTag } from '../customers/facts.ts';
import { attributeOf, type Profile } from '../customers/profile.ts';
import { heldTier, holdTier, type Measures } from '../customers/tier.ts';
import type { AttributeValue } from '../events/shop-event.ts';
import type { CustomerId } from '../ids.ts';
import type { BatchChange, FactChange, MemberOutcome } from './batch.ts';

/** What stands where a batch changes something: a tag as it is written, a tier held by hand, a value; null for none. */
export type Standing = AttributeValue | null;

/** A customer of a batch. `undoes`: what the batch that is undone found and left there, and when. */
export type Member = {
  readonly customerId: CustomerId;
  readonly undoes: {
    readonly before: Standing;
    readonly after: Standing;
    readonly at: Date;
  } | null;
};

/** What becomes of a member; `profile` is how it stands after a change. */
export type MemberChange =
  | { readonly outcome: Exclude<MemberOutcome, 'waiting' | 'changed'> }
  | {
      readonly outcome: 'changed';
      readonly before: Standing;
      readonly after: Standing;
      readonly profile: Profile;
    };

/** When a change is made, and what then decides the tier of who is not held on one. */
export type Moment = { readonly at: Date; readonly measures: Measures };

/** Changes one member; `profile` is null for a customer who is not there any more. */
export function changeMember(
  change: FactChange,
  { undoes }: Pick<Member, 'undoes'>,
  profile: Profile | null,
  moment: Moment,
): MemberChange {
  if (profile === null) return { outcome: 'gone' };
  if (undoes !== null && !stillStands(change, undoes, profile)) return { outcome: 'moved-on' };
  const before = standing(change, profile);
  const after = undoes === null ? wantedBy(change) : undoes.before;
  if (isSame(change, before, after)) return { outcome: 'already' };
  return { outcome: 'changed', before, after, profile: say(change, after, profile, moment) };
}

/** Whether a change is about tags, which shops have as well. */
export function changesTags(
  change: BatchChange,
): change is Extract<BatchChange, { kind: 'tag' | 'untag' }> {
  return change.kind === 'tag' || change.kind === 'untag';
}

/** What a batch that undoes nothing wants to stand there. */
export function wantedBy(change: FactChange): Standing {
  switch (change.kind) {
    case 'tag':
      return change.tag;
    case 'untag':
      return null;
    case 'tier':
      return change.tier;
    case 'set':
      return change.value;
  }
}

/** Where a change's word is kept among what was said of a customer; null for the tier, of which only the newest stands. */
export function placeOf(
  change: FactChange,
): { readonly of: 'tags' | 'fields'; readonly key: string } | null {
  switch (change.kind) {
    case 'tag':
    case 'untag':
      return { of: 'tags', key: change.tag.toLowerCase() };
    case 'tier':
      return null;
    case 'set':
      return { of: 'fields', key: `attributes.${change.name}` };
  }
}

function standing(change: FactChange, profile: Profile): Standing {
  switch (change.kind) {
    case 'tag':
    case 'untag':
      return findTag(profile, change.tag);
    case 'tier':
      return heldTier(profile);
    case 'set':
      return attributeOf(profile, change.name);
  }
}

/** Tags are compared without case, as shops do. */
function isSame(change: FactChange, a: Standing, b: Standing): boolean {
  return changesTags(change) ? (a === null) === (b === null) : a === b;
}

/** Whether the newest word is the very one that is undone: the same value said anew by somebody is theirs. */
function stillStands(
  change: FactChange,
  undone: NonNullable<Member['undoes']>,
  profile: Profile,
): boolean {
  if (!isSame(change, standing(change, profile), undone.after)) return false;
  const place = placeOf(change);
  if (place === null) return true;
  const word = profile.known[place.of][place.key];
  return word?.by === 'team' && word.at.getTime() === undone.at.getTime();
}

function say(
  change: FactChange,
  value: Standing,
  profile: Profile,
  { at, measures }: Moment,
): Profile {
  switch (change.kind) {
    case 'tag':
    case 'untag':
      return sayTag(profile, value === null ? change.tag : String(value), value !== null, at);
    case 'tier':
      return holdTier(profile, value === null ? null : String(value), measures);
    case 'set':
      return sayAttribute(profile, change.name, value, at);
  }
}
