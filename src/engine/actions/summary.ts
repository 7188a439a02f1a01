// What an entry of an automation's `do` does, as data: the catalogue has the sentences.

import type { CaseKind } from '../cases/case-kind.ts';
import type { AttributeValue } from '../events/shop-event.ts';
import type { Channel } from '../playbook/team.ts';
import type { Duration } from '../time.ts';
import type { Control } from './control.ts';

/** One entry in few values, for cards and lists. */
export type StepSummary =
  | { readonly kind: 'tag' | 'untag'; readonly tag: string }
  /** `before`: the one they come from; `auto`: what their spend says. */
  | { readonly kind: 'tier'; readonly to: string }
  | {
      readonly kind: 'set';
      readonly values: Readonly<Record<string, AttributeValue | null>>;
    }
  /** null: out of every group. */
  | { readonly kind: 'shop-group'; readonly group: string | null }
  /** Where it may go, the usual place first. */
  | { readonly kind: 'notify'; readonly channels: readonly Channel[] }
  | {
      readonly kind: 'open-case';
      readonly channel: Channel;
      readonly about: CaseKind;
      readonly due: Duration;
    }
  | {
      readonly kind: 'task';
      readonly title: string;
      readonly assignee: string | null;
      readonly due: Duration;
    }
  | { readonly kind: 'email'; readonly template: string; readonly discount: Promised | null }
  | { readonly kind: 'discount'; readonly discount: Promised }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'request'; readonly method: string; readonly host: string }
  | Control;

/** What a code takes off, as the playbook writes it, and for how long. An amount is in the shop's currency. */
export type Promised = {
  readonly worth:
    | { readonly percent: number }
    | { readonly amount: number }
    /** That of the level which the customer is on. */
    | 'of-tier';
  readonly valid: Duration;
};
