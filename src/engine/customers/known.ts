// The newest word on everything that was said of a customer.
import type { AttributeValue } from '../events/shop-event.ts';

/** The newest word on one field. `by` is a shop's key or `team`. */
export type Said = {
  readonly value: AttributeValue | null;
  readonly at: Date;
  readonly by: string;
};

/** The newest word on one tag, by its lower-case form. `by` is a shop's key or `team`. */
export type TagSaid = {
  readonly tag: string;
  readonly present: boolean;
  readonly at: Date;
  readonly by: string;
};

/** Everything said so far; the plain fields of a profile are read off it. */
export type KnownFacts = {
  readonly fields: Readonly<Record<string, Said>>;
  readonly tags: Readonly<Record<string, TagSaid>>;
  /** When each shop last gave its whole list of tags: what it does not name was removed then. */
  readonly lists: Readonly<Record<string, { readonly at: Date; readonly tags: readonly string[] }>>;
};
