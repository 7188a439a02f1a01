// What a field is: a named value of a customer, or of the event that woke an automation, and how to read it.
import type { Profile } from '../customers/profile.ts';
import type { AttributeValue, ShopEvent } from '../events/shop-event.ts';
import type { Money } from '../money.ts';
import type { ValueType } from './check.ts';

/** Of whom a condition is asked: a customer, in an automation also the event that woke it. */
export type Subject = {
  readonly profile: Profile;
  readonly event: ShopEvent | null;
  /** How many of the customer's cases are unresolved; absent counts as none. */
  readonly openCases?: number;
};

/** A field and how to read it. Reading gives null (a list: nothing in it) where the value is missing. */
export type Field = {
  readonly name: string;
  /** One line for help and for the people who write queries. */
  readonly meaning: string;
} & (
  | { readonly type: 'money'; readonly read: (subject: Subject) => Money | null }
  | { readonly type: 'integer'; readonly read: (subject: Subject) => number | null }
  | { readonly type: 'date'; readonly read: (subject: Subject) => Date | null }
  | {
      readonly type: 'text';
      readonly read: (subject: Subject) => string | null;
      readonly searchable?: boolean;
    }
  | {
      readonly type: 'enum';
      readonly values: readonly string[];
      readonly read: (subject: Subject) => string;
    }
  | {
      readonly type: 'list';
      readonly ignoresCase: boolean;
      readonly read: (subject: Subject) => readonly string[];
    }
  | { readonly type: 'any'; readonly read: (subject: Subject) => AttributeValue | null }
  /** Known to Shopify; we hold no such data: understood, but never answered. */
  | { readonly type: 'not-held'; readonly as: ValueType; readonly values?: readonly string[] }
);

/** Which names may stand in a query. Events are known only inside automations, custom fields only for custom events. */
export type FieldScope = { readonly event: boolean; readonly custom: boolean };
