// What is to be written down once a teammate has done a step in the shop by hand.
import type { Before, Effect } from '../actions/effect.ts';
import type { Deps } from '../deps.ts';
import { worthText } from '../discounts/discount.ts';
import type { Records } from '../ports/storage.ts';
import { type Attempt, stepEntry } from './attempt.ts';
import { noteGroup } from './change-profile.ts';

/** What stood there before, and what the step's outcome is written with. */
type ByHand = {
  readonly before?: Before;
  readonly record: (records: Records) => Promise<void>;
};

/** The same lines as when the shop could have been asked. */
export async function doneByHand(
  deps: Pick<Deps, 'now'>,
  effect: Effect,
  attempt: Pick<Attempt, 'plan' | 'approval' | 'position' | 'profile'>,
): Promise<ByHand> {
  switch (effect.kind) {
    case 'create-discount': {
      const { code, terms } = effect;
      return noted(deps, attempt, 'discount-created', {
        worth: worthText(terms),
        last4: code.slice(-4),
        expiresAt: terms.expiresAt,
      });
    }
    case 'withdraw-discount':
      return noted(deps, attempt, 'discount-withdrawn', { last4: effect.code.slice(-4) });
    case 'set-shop-group': {
      const { before, record = noRecord } = await noteGroup(deps, effect, attempt);
      return before === undefined ? { record } : { before, record };
    }
    default:
      return { record: noRecord };
  }
}

function noted(
  deps: Pick<Deps, 'now'>,
  attempt: Pick<Attempt, 'plan' | 'approval' | 'position'>,
  kind: 'discount-created' | 'discount-withdrawn',
  data: Readonly<Record<string, unknown>>,
): ByHand {
  return { record: (records) => records.timeline.add([stepEntry(deps, attempt, kind, data)]) };
}

async function noRecord(): Promise<void> {}
