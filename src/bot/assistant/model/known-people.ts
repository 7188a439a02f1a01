// Where in a text somebody who is known is named, however it is written there.
import { type Known, type Spelling, spellingsOf, wordsIn } from './person.ts';
import type { Span } from './shapes.ts';

/** A part of a text that names somebody. */
export type Naming<Owner> = Span & { readonly owner: Owner; readonly isTown: boolean };

export interface People<Owner> {
  /** Notes how somebody may be named. */
  add(known: Known, owner: Owner): void;
  /** Every part of a text that names one of them; they may overlap. */
  find(text: string): readonly Naming<Owner>[];
}

/** Between two words that belong together stands no more than this: "Lopez, Maria". */
const GAP = 3;
/** The end of a number by which it is known, with or without what is dialled before it. */
const NUMBER_END = 8;
const SHORTEST_NUMBER = 6;

const DIGITS = /[+(]?\d(?:[ ()/.–-]{0,3}\d){5,}/gu;

/** Scripts that put no space between words. */
const UNSPACED =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Script=Thai}/u;

/** People by their names in words, by the digits of their numbers, and by names that no space parts from what follows. */
export function createPeople<Owner>(): People<Owner> {
  const finders = [createWords<Owner>(), createNumbers<Owner>(), createUnspaced<Owner>()];
  return {
    add: (known, owner) => {
      for (const finder of finders) finder.add(known, owner);
    },
    find: (text) => finders.flatMap((finder) => finder.find(text)),
  };
}

function createWords<Owner>(): People<Owner> {
  const byWord = new Map<string, (Spelling & { readonly owner: Owner })[]>();

  function add(spelling: Spelling, owner: Owner): void {
    const [first = ''] = spelling.words;
    const before = byWord.get(first) ?? [];
    const key = spelling.words.join(' ');
    if (before.some(({ words }) => words.join(' ') === key)) return;
    // Of several that begin alike the longest is looked for first.
    const all = [...before, { ...spelling, owner }];
    byWord.set(
      first,
      all.sort((a, b) => b.words.length - a.words.length),
    );
  }

  /** A genitive's s is no part of the name: "Marias". */
  function spelledWith(word: string) {
    const bare = word.length > 3 && word.endsWith('s') ? (byWord.get(word.slice(0, -1)) ?? []) : [];
    return [...(byWord.get(word) ?? []), ...bare.filter(({ words }) => words.length === 1)];
  }

  function findWords(text: string): readonly Naming<Owner>[] {
    const words = wordsIn(text);
    return words.flatMap(({ word, start }, at) => {
      const found = spelledWith(word).find((one) => fits(text, words.slice(at), one));
      const last = words[at + (found?.words.length ?? 0) - 1];
      return found === undefined || last === undefined
        ? []
        : [{ start, end: last.end, owner: found.owner, isTown: found.isTown === true }];
    });
  }

  /** "M A R I A", "m.a.r.i.a": letters in a row that are a name together. */
  function findSpelledOut(text: string): readonly Naming<Owner>[] {
    return [...text.matchAll(SPELLED_OUT)].flatMap(({ 0: found, index }) => {
      const joined = wordsIn(found)
        .map(({ word }) => word)
        .join('');
      const named = byWord.get(joined)?.find(({ words }) => words.length === 1);
      return named === undefined ? [] : [namingAt(index, found, named.owner)];
    });
  }

  return {
    add: (known, owner) => {
      for (const spelling of spellingsOf(known)) add(spelling, owner);
    },
    find: (text) => [...findWords(text), ...findSpelledOut(text)],
  };
}

const SPELLED_OUT = /(?<![\p{L}\p{N}])\p{L}(?:[ ._*-]{1,2}\p{L}(?![\p{L}\p{N}]))+/gu;

function createNumbers<Owner>(): People<Owner> {
  const owners = new Map<string, Owner>();
  return {
    add: ({ phone }, owner) => {
      const digits = (phone ?? '').replace(/\D/g, '');
      if (digits.length >= SHORTEST_NUMBER) owners.set(digits, owner);
    },
    find: (text) =>
      owners.size === 0
        ? []
        : [...text.matchAll(DIGITS)].flatMap(({ 0: found, index }) => {
            const digits = found.replace(/\D/g, '');
            const whose = [...owners].find(
              ([known]) => digits.includes(known.slice(-NUMBER_END)) || known.endsWith(digits),
            );
            return whose === undefined ? [] : [namingAt(index, found, whose[1])];
          }),
  };
}

function createUnspaced<Owner>(): People<Owner> {
  const owners = new Map<string, Owner>();
  return {
    add: ({ firstName, lastName, name, city }, owner) => {
      const both = `${lastName ?? ''}${firstName ?? ''}`;
      for (const one of [both, firstName, lastName, name, city])
        if (one != null && one.length > 1 && UNSPACED.test(one)) owners.set(one, owner);
    },
    find: (text) =>
      [...owners].flatMap(([name, owner]) =>
        placesOf(text, name).map((start) => namingAt(start, name, owner)),
      ),
  };
}

function namingAt<Owner>(start: number, found: string, owner: Owner): Naming<Owner> {
  return { start, end: start + found.length, owner, isTown: false };
}

function placesOf(text: string, part: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length))
    places.push(at);
  return places;
}

/** Whether the words that follow are these, near enough to each other. */
function fits(
  text: string,
  words: ReturnType<typeof wordsIn>,
  { words: wanted, asName }: Spelling,
): boolean {
  const [first] = words;
  if (asName && !/^\p{Lu}/u.test(text.slice(first?.start))) return false;
  return wanted.every((one, at) => {
    const [word, before] = [words[at], words[at - 1]];
    if (word === undefined || (before !== undefined && word.start - before.end > GAP)) return false;
    return word.word === one || (at === wanted.length - 1 && word.word === `${one}s`);
  });
}
