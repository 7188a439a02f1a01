// Whether two records may be one person: what speaks for it and against it, each with its weight.
import type { Profile } from './profile.ts';

/** A kind of mark that both records bear, as storage compares them. */
export type SharedMark = 'name' | 'phone' | 'mailbox' | 'local' | 'born' | 'home';

/** What speaks for two records being one person, or against it; the weightiest first. */
const CLUES = [
  'same-email',
  'same-mailbox',
  'same-phone',
  'same-name',
  'same-birthday',
  'same-local-part',
  'same-place',
  'like-local-part',
  'other-last-name',
  'other-birthday',
  'other-first-name',
] as const;
export type Clue = (typeof CLUES)[number];

/** Two records that have something in common. */
export type Pair = {
  readonly one: Profile;
  readonly other: Profile;
  readonly shared: ReadonlySet<SharedMark>;
};

export type Likeness = { readonly clues: readonly Clue[]; readonly score: number };

/**
 * A mailbox is one person's or one household's; phones are shared by families and companies; names by strangers. Another
 * first name outweighs all that a household shares: twins have the day of birth in common as well.
 */
const WEIGHT: Readonly<Record<Clue, number>> = {
  'same-email': 6,
  'same-mailbox': 5,
  'same-phone': 4,
  'same-name': 2,
  'same-birthday': 2,
  'same-local-part': 2,
  'same-place': 2,
  'like-local-part': 1,
  'other-last-name': -2,
  'other-birthday': -8,
  'other-first-name': -20,
};

/** From here on it is worth a person's look: a mailbox or a phone alone, or two lesser things together. */
const ENOUGH = 4;

/** From here on two strong clues agree, and nothing speaks against it. */
const STRONG = 8;

/** What speaks for and against it, the weightiest first; the same whichever of the two comes first. */
export function likenessOf(pair: Pair): Likeness {
  const clues = CLUES.filter((clue) => SPEAKS[clue](pair));
  return { clues, score: clues.reduce((sum, clue) => sum + WEIGHT[clue], 0) };
}

/** Whether a person should be asked. */
export function isSuggested({ score }: Pick<Likeness, 'score'>): boolean {
  return score >= ENOUGH;
}

/** How sure it looks, in the words that a card has for it. */
export function surenessOf({ score }: Pick<Likeness, 'score'>): 'strong' | 'likely' | 'weak' {
  if (score >= STRONG) return 'strong';
  return isSuggested({ score }) ? 'likely' : 'weak';
}

/** Whether a clue speaks against it. */
export function speaksAgainst(clue: Clue): boolean {
  return WEIGHT[clue] < 0;
}

const SPEAKS: Readonly<Record<Clue, (pair: Pair) => boolean>> = {
  'same-email': (pair) => pair.shared.has('mailbox') && isSameEmail(pair),
  'same-mailbox': (pair) => pair.shared.has('mailbox') && !isSameEmail(pair),
  'same-phone': (pair) => pair.shared.has('phone') && isSamePhone(pair),
  'same-name': ({ shared, one, other }) => shared.has('name') && hasBoth(one) && hasBoth(other),
  'same-birthday': ({ one, other }) =>
    fullBirthday(one) !== null && one.birthday === other.birthday,
  'same-local-part': (pair) => isSameLocalPart(pair) && saysMoreThanName(pair),
  'same-place': ({ one, other }) => placeOf(one) !== null && placeOf(one) === placeOf(other),
  'like-local-part': (pair) => isSameLocalPart(pair) && !saysMoreThanName(pair),
  'other-last-name': ({ one, other }) => areOtherNames(one.lastName, other.lastName),
  'other-birthday': ({ one, other }) =>
    fullBirthday(one) !== null && fullBirthday(other) !== null && one.birthday !== other.birthday,
  'other-first-name': ({ one, other }) => areOtherNames(one.firstName, other.firstName),
};

function isSameEmail({ one, other }: Pair): boolean {
  return one.email !== null && lower(one.email) === lower(other.email ?? '');
}

/** The mark is the last eight digits: the rest must agree as far as both were written down. */
function isSamePhone({ one, other }: Pair): boolean {
  const [a, b] = [nationalDigits(one.phone), nationalDigits(other.phone)];
  return Math.min(a.length, b.length) >= WITH_AREA && (a.endsWith(b) || b.endsWith(a));
}

/** A shorter number has no area: it is somebody else's in each town. */
const WITH_AREA = 8;

function nationalDigits(phone: string | null): string {
  return (phone ?? '').replace(/\D/g, '').replace(/^0+/, '');
}

function isSameLocalPart({ shared }: Pair): boolean {
  return shared.has('local') && !shared.has('mailbox');
}

function hasBoth({ firstName, lastName }: Profile): boolean {
  return plain(firstName) !== '' && plain(lastName) !== '';
}

function fullBirthday({ birthday }: Profile): string | null {
  return birthday?.length === 'YYYY-MM-DD'.length ? birthday : null;
}

/** "maria.silva" is the name once more; "maria.silva84" and "vinylqueen" say something of their own. */
function saysMoreThanName({ one, other }: Pair): boolean {
  const local = plain(one.email?.split('@')[0] ?? '').replace(/[^a-z0-9]/g, '');
  return /\d/.test(local) || !(isMadeOf(local, one) || isMadeOf(local, other));
}

function isMadeOf(local: string, { firstName, lastName }: Profile): boolean {
  const first = plain(firstName).replace(/[^a-z]/g, '');
  const last = plain(lastName).replace(/[^a-z]/g, '');
  const forms = [first + last, last + first, first.slice(0, 1) + last, first, last];
  return forms.includes(local);
}

function placeOf({ city, country }: Profile): string | null {
  return plain(city) === '' ? null : `${plain(city)}|${plain(country)}`;
}

/** An initial, the beginning of a name, or one name of several is no other name. */
function areOtherNames(one: string | null, other: string | null): boolean {
  const [some, others] = [wordsOf(one), wordsOf(other)];
  if (some.length === 0 || others.length === 0) return false;
  return !some.some((a) => others.some((b) => a.startsWith(b) || b.startsWith(a)));
}

function wordsOf(name: string | null): readonly string[] {
  return plain(name)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

function lower(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}

/** Lower case, without accents and what stands around; "Jürgen" and "Juergen" are spelt alike. */
function plain(text: string | null): string {
  const bare = (text ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
  return bare
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replace(/([aou])e/g, '$1');
}
