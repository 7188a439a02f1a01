// What of a person may stand in a text, however it is written: names, an address, a number to call, a birthday, a town.

import { foldWord } from '../grammar/cut.ts';
import { LEXICONS } from '../grammar/lexicon/phrases.ts';

/** What is known of somebody; a profile is that, and so is a row of a result. */
export type Known = {
  readonly id?: string | null;
  readonly email?: string | null;
  readonly phone?: string | null;
  readonly firstName?: string | null;
  readonly lastName?: string | null;
  /** The whole name, where its parts are not known. */
  readonly name?: string | null;
  readonly birthday?: string | null;
  readonly city?: string | null;
};

/** Words in a row as `foldName` has them; `asName`: the language has such a word, so only a capital letter makes a name of it. */
export type Spelling = {
  readonly words: readonly string[];
  readonly asName: boolean;
  readonly isTown?: true;
};

/** A longer name is no name but a sentence: only the whole of it is known. */
const MOST_PARTS = 3;

/** A row's stand-in for the name of somebody without one. */
const NAMELESS = /^Customer [0-9A-Z]{6}$/;

/** Of a name of several words these are no name by themselves. */
const PARTICLES = new Set(
  'de|da|do|dos|das|del|della|der|den|des|di|du|el|la|le|les|los|al|bin|ibn|ter|ten|van|von|vom|zu|zum|zur|und|and|y|e'.split(
    '|',
  ),
);

/** A word in the letters that any spelling of it has: no accents, no capitals, no ligatures. */
function foldName(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßøłđæœðþı]/g, (letter) => PLAIN[letter] ?? letter);
}

const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The words of a text: letters and digits in a row, with their place. */
export function wordsIn(text: string) {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    word: foldName(word),
    start: index,
    end: index + word.length,
  }));
}

/** Every way in which words may say who somebody is. */
export function spellingsOf(known: Known): readonly Spelling[] {
  const { email, firstName, lastName, name, birthday, city } = known;
  const whole = name == null || name === email || NAMELESS.test(name) ? null : name;
  const full = [firstName, lastName].filter((one) => one != null && one !== '').join(' ');
  const names = [firstName, lastName, whole, full].flatMap((one) => spellName(one ?? ''));
  return [
    ...names,
    ...spellAddress(email ?? ''),
    ...spellDay(birthday ?? ''),
    ...spellTown(city ?? ''),
  ].filter(({ words }) => words.length > 0);
}

/** The whole, what a space or a hyphen parts of it, and each of their words; of several words also without what is between them. */
function spellName(name: string): readonly Spelling[] {
  return [name, unfold(name), fold(name)].flatMap((spelled) => {
    const words = split(spelled);
    const isShort = words.length <= MOST_PARTS;
    const parts = isShort ? spelled.split(/[\s-]+/).map(split) : [];
    const single = isShort ? words.filter((word) => !isSmall(word, words)) : [];
    return [words, ...parts.filter(({ length }) => length > 1)]
      .flatMap((row) => (row.length > 1 ? [row, [row.join('')]] : []))
      .concat(single.map((word) => [word]))
      .map((row) => ({ words: row, asName: row.length === 1 && isWord(row[0] ?? '') }));
  });
}

/** A town is named by the whole of its name only. */
function spellTown(city: string): readonly Spelling[] {
  return [city, unfold(city), fold(city)].map(split).map((words) => ({
    words,
    asName: words.length === 1 && isWord(words[0] ?? ''),
    isTown: true,
  }));
}

/** Letters that are not written out, and those that are: "Müller" is "Mueller". */
function unfold(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[äöüÄÖÜ]/g, (letter) => `${letter.normalize('NFD').charAt(0)}e`);
}

function fold(name: string): string {
  return name.replace(/([aou])e/gi, '$1');
}

function split(text: string): readonly string[] {
  return wordsIn(text).map(({ word }) => word);
}

function isSmall(word: string, words: readonly string[]): boolean {
  return word.length < 2 || (words.length > 1 && PARTICLES.has(word));
}

/** Whether people say it without meaning anybody. */
function isWord(word: string): boolean {
  return PARTICLES.has(word) || LEXICONS.some(({ words }) => words.has(foldWord(word)));
}

/** "maria (at) example dot com"; the address itself is found by its look. */
function spellAddress(email: string): readonly Spelling[] {
  const [local = '', host = ''] = email.split('@');
  const [before, behind] = [split(local), split(host)];
  if (before.length === 0 || behind.length === 0) return [];
  const hosts = ['dot', 'punkt'].map((dot) => behind.flatMap((one, at) => (at ? [dot, one] : one)));
  return [behind, ...hosts].flatMap((one) =>
    [[], ['at'], ['ät']].map((at) => ({
      words: [...before, ...at.map(foldName), ...one],
      asName: false,
    })),
  );
}

const MONTHS = ['en', 'de'].map((locale) => {
  const month = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2000, at, 1)));
});

/** A day with its year, in figures and with the month's name; without a year it is a day of every year. */
function spellDay(birthday: string): readonly Spelling[] {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(birthday) ?? [];
  if (year === undefined || month === undefined || day === undefined) return [];
  const months = [
    month,
    String(Number(month)),
    ...MONTHS.map((names) => foldName(names[Number(month) - 1] ?? month)),
  ];
  const days = [
    day,
    String(Number(day)),
    ...['st', 'nd', 'rd', 'th'].map((th) => Number(day) + th),
  ];
  return months.flatMap((one) =>
    days.flatMap((other) =>
      [
        [other, one, year],
        [one, other, year],
        [year, one, other],
      ].map((words) => ({ words, asName: false })),
    ),
  );
}
