// The law of a batch and its undo: everything is as it was, but where somebody else has had a word since.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FactChange } from '#engine/batches/batch.ts';
import { changeMember, type Member } from '#engine/batches/change-member.ts';
import type { Profile } from '#engine/customers/profile.ts';
import {
  arbitraryChange,
  arbitraryCustomer,
  arbitraryWord,
  atHour,
  MEASURES,
} from '../../support/batch-arbitraries.ts';

const moment = (hour: number) => ({ at: atHour(hour), measures: MEASURES });

/** What people see of a customer. */
function seen({ tags, attributes, tier: level, tierPinned }: Profile) {
  return { tags, attributes, tier: level, tierPinned };
}

/** Makes the change and, after what others say in between, takes it back. */
function changeAndUndo(wanted: FactChange, profile: Profile, between: (now: Profile) => Profile) {
  const made = changeMember(wanted, { undoes: null }, profile, moment(0));
  if (made.outcome !== 'changed') return { made, meanwhile: profile, after: profile };
  const meanwhile = between(made.profile);
  const undoes: Member['undoes'] = { before: made.before, after: made.after, at: atHour(0) };
  const undone = changeMember(wanted, { undoes }, meanwhile, moment(48));
  const after = undone.outcome === 'changed' ? undone.profile : meanwhile;
  return { made, undone, meanwhile, after };
}

describe('changeMember', () => {
  it('undone, leaves a customer as they were', () => {
    fc.assert(
      fc.property(arbitraryCustomer, arbitraryChange, (profile, wanted) => {
        const { after } = changeAndUndo(wanted, profile, (now) => now);

        expect(seen(after)).toEqual(seen(profile));
      }),
    );
  });

  it('undone, takes back no word that somebody else has said since', () => {
    fc.assert(
      fc.property(arbitraryCustomer, arbitraryChange, arbitraryWord, (profile, wanted, say) => {
        const undisturbed = changeAndUndo(wanted, profile, (now) => now);
        const { after, meanwhile } = changeAndUndo(wanted, profile, (now) => say(now, 24));
        const alone = say(undisturbed.after, 24);
        // Of a tier only the newest level stands: who is held where they are held already has said nothing.
        fc.pre(wanted.kind !== 'tier' || meanwhile.tier !== undisturbed.meanwhile.tier);

        // Either the undo came through beside their word, or their word is on the very same thing and stays.
        expect([seen(alone), seen(meanwhile)]).toContainEqual(seen(after));
      }),
    );
  });

  it('makes a change that is there when it is asked for again', () => {
    fc.assert(
      fc.property(arbitraryCustomer, arbitraryChange, (profile, wanted) => {
        const made = changeMember(wanted, { undoes: null }, profile, moment(0));
        const next = made.outcome === 'changed' ? made.profile : profile;

        expect(changeMember(wanted, { undoes: null }, next, moment(1)).outcome).toBe('already');
      }),
    );
  });

  it('leaves out who is not there any more', () => {
    expect(changeMember({ kind: 'tag', tag: 'VIP' }, { undoes: null }, null, moment(0))).toEqual({
      outcome: 'gone',
    });
  });
});
