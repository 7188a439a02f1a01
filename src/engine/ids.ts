// Identifiers: branded strings, and the one place where text becomes one.

/** The kinds of things Regulars names itself; shops' own ids stay plain text. */
export type IdKind =
  | 'customer'
  | 'event'
  | 'run'
  | 'plan'
  | 'approval'
  | 'case'
  | 'mail'
  | 'post'
  | 'merge'
  | 'suggestion'
  | 'digest'
  | 'news'
  | 'batch'
  | 'task'
  | 'draft'
  | 'autonomy'
  | 'proposal'
  | 'turn'
  | 'entry';

declare const brand: unique symbol;

/** A string that is known to name one kind of thing. */
export type Id<Kind extends IdKind> = string & { readonly [brand]: Kind };

export type CustomerId = Id<'customer'>;
export type EventId = Id<'event'>;
export type RunId = Id<'run'>;
export type PlanId = Id<'plan'>;
export type ApprovalId = Id<'approval'>;
export type CaseId = Id<'case'>;
export type MailId = Id<'mail'>;
export type PostId = Id<'post'>;
export type MergeId = Id<'merge'>;
export type SuggestionId = Id<'suggestion'>;
export type DigestId = Id<'digest'>;
export type NewsId = Id<'news'>;
export type TaskId = Id<'task'>;
export type BatchId = Id<'batch'>;
export type DraftId = Id<'draft'>;
export type AutonomyId = Id<'autonomy'>;
export type ProposalId = Id<'proposal'>;
export type TurnId = Id<'turn'>;

const PREFIX = {
  customer: 'cus',
  event: 'evt',
  run: 'run',
  plan: 'pln',
  approval: 'apr',
  case: 'case',
  mail: 'mail',
  post: 'post',
  merge: 'mrg',
  suggestion: 'sug',
  digest: 'dig',
  news: 'news',
  batch: 'bat',
  task: 'task',
  draft: 'dft',
  autonomy: 'aut',
  proposal: 'pro',
  turn: 'trn',
  entry: 'ent',
} as const satisfies Record<IdKind, string>;

/** Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O, U, so it survives being read aloud. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Makes a new id of a kind, e.g. `apr_7ZK3…`. */
export type NewId = <Kind extends IdKind>(kind: Kind) => Id<Kind>;

/** Gives `count` bytes of cryptographic chance; tests give counted ones. */
export type RandomBytes = (count: number) => Uint8Array;

/** An id source over a source of chance: a kind's prefix and 12 Crockford characters (60 bits). */
export function createIdSource(randomBytes: RandomBytes): NewId {
  return (kind) => asId(kind, `${PREFIX[kind]}_${crockford(12, randomBytes)}`);
}

/** Takes text that is already known to be an id (from our own database or a parsed button) as one. */
export function asId<Kind extends IdKind>(_kind: Kind, text: string): Id<Kind> {
  return text as Id<Kind>;
}

/** Whether a text has the form of an id of this kind. */
export function looksLikeId(kind: IdKind, text: string): boolean {
  return new RegExp(`^${PREFIX[kind]}_[${ALPHABET}]{6,24}$`).test(text);
}

/** Every id of this kind that stands in a text, each once. */
export function idsIn<Kind extends IdKind>(kind: Kind, text: string): readonly Id<Kind>[] {
  const found = text.match(new RegExp(`\\b${PREFIX[kind]}_[${ALPHABET}]{6,24}\\b`, 'g')) ?? [];
  return [...new Set(found)].map((id) => asId(kind, id));
}

/** `length` characters of Crockford's alphabet; 5 bits of chance each. */
export function crockford(length: number, randomBytes: RandomBytes): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % 32]).join('');
}
