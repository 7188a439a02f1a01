// What a field is: a named value of a customer, or of the event that woke an automation, and how to read it.
import type { Profile } from '../customers/profile.ts';
import type { Order, Refund } from '../customers/purchases.ts';
import type { MailStatus, Purpose } from '../email/message.ts';
import { InvariantError } from '../errors.ts';
import type { AttributeValue, ShopEvent } from '../events/shop-event.ts';
import type { Money } from '../money.ts';
import type { ValueType } from './check.ts';

/**
 * Of whom a condition is asked: a customer, in an automation also the event that woke it. The optional parts are loaded
 * only where `needsOf` the condition names them; asking for one that was not loaded throws InvariantError.
 */
export type Subject = {
  readonly profile: Profile;
  readonly event: ShopEvent | null;
  /** How many of the customer's cases are unresolved; absent counts as none. */
  readonly openCases?: number;
  /** Every order as we keep it; those that do not count are left out here. */
  readonly orders?: readonly Order[];
  /** Every refund, of whatever order. */
  readonly refunds?: readonly Refund[];
  /** How many codes of ours the customer may still use. */
  readonly unusedCodes?: number;
  /** Every mail that we tried to send to the customer. */
  readonly mails?: readonly SubjectMail[];
  /** Every product the customer looked at. */
  readonly views?: readonly SubjectView[];
  /**
   * The percentage of the other customers who have less, 0 to 100: by `amount_spent`, and by the instant of the latest
   * order, which is missing (null) without one.
   */
  readonly ranks?: { readonly spend: number | null; readonly recency: number | null };
  /** When the latest checkout was started that was left and not bought since; null without one. */
  readonly abandonedCheckoutAt?: Date | null;
  /** The latest answer to a survey, 1 to 5; null without one. */
  readonly csat?: number | null;
};

/** One of our own mails, as conditions ask of it. */
export type SubjectMail = {
  readonly purpose: Purpose;
  readonly status: MailStatus;
  readonly at: Date;
  readonly template: string;
};

/** A product that somebody looked at, by the shop's own id. */
export type SubjectView = { readonly productId: string; readonly at: Date };

/** What a condition needs beyond the profile and the event. */
export type Need =
  | 'orders'
  | 'refunds'
  | 'codes'
  | 'mails'
  | 'views'
  | 'ranks'
  | 'checkouts'
  | 'surveys'
  | 'cases';

/** Takes a part of the subject that its condition needs. Throws InvariantError where it was not loaded. */
export function loaded<Part>(part: Part | undefined, need: Need): Part {
  if (part === undefined)
    throw new InvariantError(`a condition asks for ${need}, which were not loaded: see needsOf`);
  return part;
}

/** A field and how to read it. Reading gives null (a list: nothing in it) where the value is missing. */
export type Field = {
  readonly name: string;
  /** One line for help and for the people who write queries. */
  readonly meaning: string;
  /** Our addition: Shopify does not know it. */
  readonly ours?: true;
  /** What has to be loaded before it can be read. */
  readonly needs?: Need;
} & (
  | { readonly type: 'money'; readonly read: (subject: Subject) => Money | null }
  | { readonly type: 'integer'; readonly read: (subject: Subject) => number | null }
  | {
      readonly type: 'date';
      /** The zone is the shop's: a calendar day begins on its clock. */
      readonly read: (subject: Subject, zone: string) => Date | null;
      /** "MM-DD", where it may be known without a year. */
      readonly readMonthDay?: (subject: Subject) => string | null;
    }
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
  | {
      readonly type: 'not-held';
      readonly as: ValueType;
      readonly values?: readonly string[];
      /** Why not, after "cannot be evaluated here:". */
      readonly why?: string;
    }
);

/** Which names may stand in a query. Events are known only inside automations, custom fields only for custom events. */
export type FieldScope = { readonly event: boolean; readonly custom: boolean };
