// The newest word on everything that was said of a customer.
import type { AttributeValue, ShopKey } from '../events/shop-event.ts';

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
  /** Shops still to be asked what this customer did there before; automations wait for it. Absent when there is none. */
  readonly awaited?: readonly ShopKey[];
};

/** What is known, with a shop still to be asked. */
export function awaitHistory(known: KnownFacts, shop: ShopKey): KnownFacts {
  return { ...known, awaited: [...new Set([...(known.awaited ?? []), shop])].sort() };
}

/** What is known, once these shops have told what they can. */
export function historyCame(known: KnownFacts, from: readonly ShopKey[]): KnownFacts {
  const { awaited = [], ...rest } = known;
  const left = awaited.filter((shop) => !from.includes(shop));
  return left.length === 0 ? rest : { ...rest, awaited: left };
}
