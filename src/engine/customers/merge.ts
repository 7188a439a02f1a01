// Two records that become one customer, and one that becomes two again: what each is then, without a database.
import type { Fact, ShopEvent } from '../events/shop-event.ts';
import type { MergeId } from '../ids.ts';
import { joinKnown, sayTag } from './facts.ts';
import { type Identity, identitiesOf, identityKey } from './identity.ts';
import type { KnownFacts } from './known.ts';
import type { Clue } from './likeness.ts';
import type { Consent, Profile } from './profile.ts';
import { customerFactsOf } from './project.ts';
import { isLogged, keepUnlogged } from './rebuild.ts';

/** The keys of rows, by table: what went from one customer to another. */
export type Moved = Readonly<Record<string, readonly (readonly string[])[]>>;

/** A merge with what it takes to undo it. */
export type Merge = {
  readonly id: MergeId;
  /** Both as they were before. */
  readonly kept: Profile;
  readonly absorbed: Profile;
  readonly keptIdentities: readonly Identity[];
  readonly absorbedIdentities: readonly Identity[];
  readonly moved: Moved;
  readonly clues: readonly Clue[];
  readonly at: Date;
  readonly by: string;
  readonly undoneAt: Date | null;
  /** What an undo gave back, and what it had to leave. */
  readonly parted: Parted | null;
};

/** How many rows went back with an undo and how many stayed with who kept the id, by table. */
export type Parted = {
  readonly back: Readonly<Record<string, number>>;
  readonly stayed: Readonly<Record<string, number>>;
};

/** What a consent says whose source is a merge. */
const BY_MERGE = 'merge';

/** Who keeps the id: who ordered more, else the older record, else the smaller id. The same whichever comes first. */
export function chooseSurvivor(
  one: Profile,
  other: Profile,
): { readonly kept: Profile; readonly absorbed: Profile } {
  const order =
    other.totals.orders - one.totals.orders ||
    one.addedAt.getTime() - other.addedAt.getTime() ||
    (one.id < other.id ? -1 : 1);
  return order <= 0 ? { kept: one, absorbed: other } : { kept: other, absorbed: one };
}

/** Where the fold of both logs starts: all that the team said of either; `tiers` are the levels, lowest first. */
export function joinRecords(kept: Profile, absorbed: Profile, tiers: readonly string[]): Profile {
  const known = joinKnown(kept.known, absorbed.known);
  const addedAt = kept.addedAt < absorbed.addedAt ? kept.addedAt : absorbed.addedAt;
  return { ...kept, known, addedAt, ...jointTier(kept, absorbed, tiers) };
}

/** A level set by hand stays; of two the higher one. */
function jointTier(
  kept: Profile,
  absorbed: Profile,
  tiers: readonly string[],
): Pick<Profile, 'tier' | 'tierPinned'> {
  const pinned = [kept, absorbed].filter(({ tierPinned }) => tierPinned);
  const [best] = (pinned.length > 0 ? pinned : [kept, absorbed])
    .map(({ tier }) => tier)
    .toSorted((a, b) => tiers.indexOf(b ?? '') - tiers.indexOf(a ?? ''));
  return { tier: best ?? null, tierPinned: pinned.length > 0 };
}

/**
 * The consent of two records that are one person: a no, or a yes that is not confirmed yet, stands against the other's
 * yes, whenever either was given; who was never asked has said nothing.
 */
export function strictConsents(
  rebuilt: Profile,
  { kept, absorbed, at }: Pick<Merge, 'kept' | 'absorbed' | 'at'>,
): Profile {
  return {
    ...rebuilt,
    emailConsent: strictOf(kept.emailConsent, absorbed.emailConsent, rebuilt.emailConsent, at),
    smsConsent: strictOf(kept.smsConsent, absorbed.smsConsent, rebuilt.smsConsent, at),
  };
}

const STRICTNESS = ['unknown', 'subscribed', 'pending', 'unsubscribed'] as const;

/** A shop's list names the tags of one record; what the other had by its own list stays with both as the team's word. */
export function keepTags(
  rebuilt: Profile,
  { kept, absorbed, at }: Pick<Merge, 'kept' | 'absorbed' | 'at'>,
): Profile {
  const has = new Set(rebuilt.tags.map((tag) => tag.toLowerCase()));
  const lost = [...kept.tags, ...absorbed.tags].filter((tag) => !has.has(tag.toLowerCase()));
  return lost.reduce((profile, tag) => sayTag(profile, tag, true, at), rebuilt);
}

/** The stricter of two consents; of two alike the first. */
export function stricterOf(one: Consent, other: Consent): Consent {
  return STRICTNESS.indexOf(one.state) >= STRICTNESS.indexOf(other.state) ? one : other;
}

function strictOf(one: Consent, other: Consent, rebuilt: Consent, at: Date): Consent {
  const strict = stricterOf(one, other);
  const mild = strict === one ? other : one;
  if (rebuilt.state === strict.state) return rebuilt;
  const isNewest = strict.at !== null && (mild.at === null || strict.at >= mild.at);
  if (isNewest && !isLogged(strict)) return strict;
  // The log would let the newer yes win: that the no was to stand is kept in the record itself.
  return { state: strict.state, at, source: BY_MERGE };
}

/** Where the survivor's own log starts again: what the team said of it before, and since. */
export function keptAgain(
  merge: Pick<Merge, 'kept' | 'absorbed' | 'at'>,
  joint: Profile,
  tiers: readonly string[],
): Profile {
  const { kept, absorbed, at } = merge;
  const known = joinKnown(kept.known, saidSince(joint.known, at));
  const then = jointTier(kept, absorbed, tiers);
  const isSetSince =
    joint.tierPinned !== then.tierPinned || (joint.tierPinned && joint.tier !== then.tier);
  const { tier, tierPinned } = isSetSince ? joint : kept;
  return { ...kept, known, tier, tierPinned };
}

function saidSince(known: KnownFacts, at: Date): KnownFacts {
  return { fields: teamSince(known.fields, at), tags: teamSince(known.tags, at), lists: {} };
}

function teamSince<Word extends { readonly at: Date; readonly by: string }>(
  words: Readonly<Record<string, Word>>,
  at: Date,
): Record<string, Word> {
  return Object.fromEntries(
    Object.entries(words).filter(([, said]) => said.by === 'team' && said.at > at),
  );
}

/** A consent that was given without an event while they were one holds for both; else each has what it had. */
export function consentAgain(
  rebuilt: Profile,
  before: Profile,
  joint: Profile,
  mergedAt: Date,
): Profile {
  const since = (now: Consent, then: Consent) =>
    !isLogged(now) && now.source !== BY_MERGE && now.at !== null && now.at > mergedAt ? now : then;
  return keepUnlogged(
    {
      emailConsent: since(joint.emailConsent, before.emailConsent),
      smsConsent: since(joint.smsConsent, before.smsConsent),
    },
    rebuilt,
  );
}

type Names = Pick<Merge, 'keptIdentities' | 'absorbedIdentities' | 'moved'>;

/** What belongs to the absorbed record of what came since the merge. */
export type Since = {
  readonly events: readonly ShopEvent[];
  readonly identities: readonly Identity[];
  /** Orders as `shop|ref`. */
  readonly orders: ReadonlySet<string>;
};

/**
 * Parts what came under the common name: an event belongs to whom it names, or to whose order it is about. Names that
 * were heard for the first time since go to whom they were said with.
 */
export function partEvents(
  { keptIdentities, absorbedIdentities, moved }: Names,
  events: readonly ShopEvent[],
): Since {
  const owners = new Map<string, 'kept' | 'absorbed'>([
    ...keptIdentities.map((identity) => [identityKey(identity), 'kept'] as const),
    ...absorbedIdentities.map((identity) => [identityKey(identity), 'absorbed'] as const),
  ]);
  const orders = new Set((moved['orders'] ?? []).map((key) => key.join('|')));
  const theirs: ShopEvent[] = [];
  const identities: Identity[] = [];
  for (const event of events) {
    const names = namesIn(event);
    const order = orderIn(event);
    const named = names.map((name) => owners.get(identityKey(name))).find((owner) => owner);
    const owner = named ?? (order !== null && orders.has(order) ? 'absorbed' : 'kept');
    if (owner === 'absorbed') theirs.push(event);
    if (owner === 'absorbed' && 'order' in event.fact && order !== null) orders.add(order);
    for (const name of names) {
      if (owners.has(identityKey(name))) continue;
      owners.set(identityKey(name), owner);
      if (owner === 'absorbed') identities.push(name);
    }
  }
  return { events: theirs, identities, orders };
}

type CaseKey = { readonly id: string; readonly shop: string; readonly orderRef: string | null };

/** The rows that these events made, and cases about these orders, by the keys of their tables. */
export function rowsOf(since: Since, cases: readonly CaseKey[]): Moved {
  const { events, identities, orders } = since;
  const keyed = (ref: (fact: Fact) => string | null) =>
    events.flatMap(({ shop, fact }): readonly string[][] => {
      const found = ref(fact);
      return found === null ? [] : [[shop, found]];
    });
  return {
    events: events.map(({ id }) => [id]),
    identities: identities.map(({ shop, kind, value }) => [shop, kind, value]),
    orders: keyed((fact) => ('order' in fact ? fact.order.ref : null)),
    refunds: keyed((fact) => ('refund' in fact ? fact.refund.ref : null)),
    checkouts: keyed((fact) => ('checkout' in fact ? fact.checkout.ref : null)),
    product_views: events.map(({ id }) => [id]),
    timeline: events.map(({ id }) => [`event:${id}`]),
    cases: cases
      .filter(({ shop, orderRef }) => orders.has(`${shop}|${orderRef ?? ''}`))
      .map(({ id }) => [id]),
  };
}

function namesIn({ shop, fact }: ShopEvent): readonly Identity[] {
  const facts = customerFactsOf(fact);
  return facts === null ? [] : identitiesOf(shop, facts);
}

function orderIn({ shop, fact }: ShopEvent): string | null {
  if ('order' in fact) return `${shop}|${fact.order.ref}`;
  if ('refund' in fact) return `${shop}|${fact.refund.orderRef}`;
  return 'return' in fact ? `${shop}|${fact.return.orderRef}` : null;
}
