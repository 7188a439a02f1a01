// How a typed word may be one of the lexicon's: by the letter, in another of its forms, or by a slip of the keyboard.
import { countSlips } from '#engine/nearest.ts';
import { fits, type Lexicon } from './phrases.ts';
import { stemOf } from './stem.ts';

/** The lexicon's words that a typed one may be, with how far-fetched each is. */
export type Spellings = ReadonlyMap<string, number>;

const COST = { form: 0.12, swap: 0.35, slip: 0.8 };

/** All that a word may be besides itself; a word that is known as it stands is no slip of another. */
export function spellingsOf(lexicon: Lexicon, word: string): Spellings {
  const forms = new Map([...formsOf(lexicon, word), ...spokenOf(lexicon, word)]);
  return isKnown(lexicon, word) ? forms : new Map([...slipsOf(lexicon, word), ...forms]);
}

/** What it costs to read a typed word as a phrase's word; null where it cannot be. */
export function costOf(pattern: string, word: string, spellings: Spellings): number | null {
  return fits(pattern, word) ? 0 : (spellings.get(pattern) ?? null);
}

/** German as it is spoken; the same letters may be a name or a word of the other language. */
const SPOKEN_DE: ReadonlyMap<string, string> = new Map([
  ['is', 'ist'],
  ['ma', 'mal'],
  ['sin', 'sind'],
  ['ham', 'haben'],
  ['wat', 'was'],
  ['dat', 'das'],
  ['zeich', 'zeig'],
  ['heut', 'heute'],
  ['nich', 'nicht'],
  ['nischt', 'nichts'],
  ['brauchat', 'brauche'],
  ['braeucht', 'brauche'],
]);

function spokenOf({ language, open }: Lexicon, word: string): Spellings {
  const meant = language === 'de' ? SPOKEN_DE.get(word) : undefined;
  if (meant === undefined) return new Map();
  const patterns = open.flatMap(({ words: [first = ''] }) => (fits(first, meant) ? [first] : []));
  return new Map([meant, ...patterns].map((one) => [one, 0]));
}

function formsOf(lexicon: Lexicon, word: string): Spellings {
  const forms = lexicon.byStem.get(stemOf(lexicon.language, word)) ?? [];
  const alike = forms.filter((one) => one !== word && isSameState(one, word));
  const open = lexicon.open.flatMap(({ words: [first = ''] }) =>
    alike.some((one) => fits(first, one)) ? [first] : [],
  );
  return new Map([...alike, ...open].map((one) => [one, COST.form]));
}

/** What is being approved is not approved. */
function isSameState(one: string, other: string): boolean {
  const isDone = (word: string) => /ed$/.test(word);
  const isBeingDone = (word: string) => /ing$/.test(word);
  return !(isDone(one) && isBeingDone(other)) && !(isDone(other) && isBeingDone(one));
}

function isKnown({ words, open }: Lexicon, word: string): boolean {
  return words.has(word) || open.some((phrase) => fits(phrase.words[0] ?? '', word));
}

/** Longer words may have a slip of the keyboard in them, long ones two. */
function slipsOf({ words }: Lexicon, word: string): Spellings {
  const allowed = slipsAllowed(word);
  const near = [...words].filter(
    (pattern) => (allowed > 0 && isNear(pattern, word, allowed)) || isSwapOf(word, pattern),
  );
  return new Map(near.map((pattern) => [pattern, isSwapOf(word, pattern) ? COST.swap : COST.slip]));
}

/** Whether two letters that stand side by side were typed in the wrong order, the first ones too: "hwo", "waht". */
export function isSwapOf(typed: string, meant: string): boolean {
  if (typed.length < 3 || typed.length !== meant.length || typed === meant) return false;
  const at = [...typed].findIndex((letter, index) => letter !== meant[index]);
  return (
    typed[at] === meant[at + 1] &&
    typed[at + 1] === meant[at] &&
    typed.slice(at + 2) === meant.slice(at + 2)
  );
}

function slipsAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 9 ? 1 : 2;
}

function isNear(pattern: string, word: string, allowed: number): boolean {
  const isOpen = pattern.endsWith('*');
  const meant = isOpen ? pattern.slice(0, -1) : pattern;
  if (meant.length < 4 || meant[0] !== word[0]) return false;
  if (!isOpen) return isSlip(word, meant, allowed);
  // The beginning of a word is soon like another's.
  if (meant.length < 5) return false;
  const ends = [meant.length - 1, meant.length, meant.length + 1];
  return ends.some((end) => end > 4 && end <= word.length && isSlip(word.slice(0, end), meant, 1));
}

function isSlip(typed: string, meant: string, allowed: number): boolean {
  if (Math.abs(meant.length - typed.length) > allowed) return false;
  const slips = countSlips(typed, meant);
  if (slips > 2) return false;
  const isSwapped = slips > 0 && sorted(typed) === sorted(meant);
  // In so short a word only two swapped letters are a slip, or a vowel that haste has left out.
  if (typed.length < 5) return (isSwapped && slips === 1) || isWithoutVowel(typed, meant);
  return slips <= (isSwapped ? 2 : allowed);
}

function isWithoutVowel(typed: string, meant: string): boolean {
  return [...meant].some(
    (letter, at) => 'aeiou'.includes(letter) && meant.slice(0, at) + meant.slice(at + 1) === typed,
  );
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
