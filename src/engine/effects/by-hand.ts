// What is to be written down once a teammate has done a step in the shop by hand.
import type { Before, Effect } from '../actions/effect.ts';
import type { Deps } from '../deps.ts';
import { worthText } from '../discounts/discount.ts';
import type { Records } from '../ports/storage.ts';
import { type Attempt, stepEntry } from './attempt.ts';
import { noteGroup } from './change-profile.ts';
import { noteCredit } from './give-credit.ts';
import { noteGrant } from './note-grant.ts';
import { noteRefund } from './refund-order.ts';

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
      const entry = stepEntry(deps, attempt, 'discount-created', {
        worth: worthText(terms),
        last4: code.slice(-4),
        expiresAt: terms.expiresAt,
      });
      return {
        record: async (records) => {
          await noteGrant(deps, records, effect, attempt);
          await records.timeline.add([entry]);
        },
      };
    }
    case 'withdraw-discount': {
      const entry = stepEntry(deps, attempt, 'discount-withdrawn', {
        last4: effect.code.slice(-4),
      });
      return {
        record: async (records) => {
          await records.grants.withdraw(effect.code, deps.now());
          await records.timeline.add([entry]);
        },
      };
    }
    case 'refund-order':
      return { record: (records) => noteRefund(deps, records, effect, attempt) };
    case 'give-credit':
      return { record: (records) => noteCredit(deps, records, effect, attempt) };
    case 'set-shop-group': {
      const { before, record = noRecord } = await noteGroup(deps, effect, attempt);
      return before === undefined ? { record } : { before, record };
    }
    default:
      return { record: noRecord };
  }
}

async function noRecord(): Promise<void> {}
