// A sentence cut into words and into what stands for itself: addresses, ids, numbers, amounts, days, what is quoted.

/** A piece of a sentence, and where it stands in it. `name` is as typed, `word` as the lexicon knows words. */
export type Token = { readonly start: number; readonly end: number; readonly text: string } & (
  | { readonly kind: 'word'; readonly word: string }
  /** Names one customer by itself. */
  | { readonly kind: 'key' }
  | { readonly kind: 'id'; readonly prefix: string }
  | { readonly kind: 'number'; readonly value: number; readonly unit: 'none' | 'money' | 'percent' }
  | { readonly kind: 'date'; readonly day: string }
  | { readonly kind: 'quoted' }
  | { readonly kind: 'mark' }
);

/** The longest sentence that is read; what is longer is no order to an assistant. */
const LONGEST_SENTENCE = 1000;

const PIECES = [
  [
    'quoted',
    /"([^"]+)"|“([^“”]+)”|„([^“”"]+)[“”"]|«([^»]+)»|(?<![\p{L}\d])'([^']+)'(?![\p{L}\d])/u,
  ],
  ['email', /[^\s@<>()",;:]+@[^\s@<>()",;:]+\.\p{L}{2,}/u],
  ['id', /([a-z]{3,4})_[0-9A-HJKMNP-TV-Z]{6,24}(?!\w)/],
  ['order', /#[\p{L}\d][\p{L}\d-]*/u],
  ['phone', /\+\d[\d\s()/-]{6,}\d/],
  ['iso', /\d{4}-\d{2}-\d{2}(?!\d)/],
  ['dotted', /\d{1,2}\.\d{1,2}\.\d{4}(?!\d)/],
  ['ordinal', /\d{1,2}(?:st|nd|rd|th)(?![\p{L}\d])/u],
  ['number', /(?:[$€£¥]\s?)?\d+(?:[.,]\d+)*(?:\s?[kK](?![\p{L}\d]))?(?:\s?[%€$£¥])?/u],
  ['sign', /[<>]=?|(?<=[\d€$£]\s?)\+/],
  ['word', /[\p{L}_][\p{L}\p{M}\d_]*(?:[.'’-][\p{L}\p{M}\d_]+)*/u],
  ['mark', /[,:;?!()]|(?<=\s)[-–—](?=\s)/],
] as const;

type Piece = (typeof PIECES)[number][0];

const ANY = new RegExp(PIECES.map(([name, { source }]) => `(?<${name}>${source})`).join('|'), 'gu');

/** Cuts a sentence; what is neither word nor number nor a mark that parts is left out. */
export function cutSentence(sentence: string): readonly Token[] {
  const tokens = [...sentence.slice(0, LONGEST_SENTENCE).matchAll(ANY)].flatMap((match) => {
    const found = PIECES.find(([name]) => match.groups?.[name] !== undefined);
    return found === undefined ? [] : toTokens(found[0], match[0], match.index);
  });
  return tokens.map((token, at) =>
    isYou(tokens, at) ? { ...token, kind: 'word', word: 'du' } : token,
  );
}

/** What a capital makes of "sie" in the middle of a sentence: not she but you. */
const POLITE: ReadonlySet<string> = new Set([
  'Sie',
  'Ihnen',
  'Ihr',
  'Ihre',
  'Ihrer',
  'Ihren',
  'Ihrem',
]);

/** Behind these "sie" and "ihr" are who is asked. */
const TO_YOU =
  /^(?:k(?:ö|oe)nn(?:t?en|t?et|t)|w(?:ü|ue)rde[nt]|m(?:ö|oe)gt|wollt|habt|seid|hättet)$/i;

/** Whether a word is whom the sentence is said to, whatever else it could be. */
function isYou(tokens: readonly Token[], at: number): boolean {
  const [before, here] = [tokens[at - 1], tokens[at]];
  if (here?.kind !== 'word') return false;
  if (at > 0 && before?.kind !== 'mark' && POLITE.has(here.text)) return true;
  return /^(?:sie|ihr)$/i.test(here.text) && before !== undefined && TO_YOU.test(before.text);
}

/** A word as the lexicon has it: small letters, no accents, ä as ae and ß as ss. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => FOLDED[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('’', "'");
}

const FOLDED: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

function toTokens(piece: Piece, text: string, start: number): readonly Token[] {
  const at = { start, end: start + text.length, text };
  switch (piece) {
    case 'quoted':
      return [{ ...at, kind: 'quoted', text: text.slice(1, -1).trim() }];
    case 'email':
    case 'order':
    case 'phone':
      return [{ ...at, kind: 'key', text: text.replace(/[.?!]+$/, '') }];
    case 'id':
      return [{ ...at, kind: 'id', prefix: text.slice(0, text.indexOf('_')) }];
    case 'iso':
      return [{ ...at, kind: 'date', day: text }];
    case 'dotted':
      return [{ ...at, kind: 'date', day: fromDotted(text) }];
    case 'number':
      return [{ ...at, kind: 'number', value: readNumber(text), unit: unitOf(text) }];
    case 'word':
      return splitShort(at);
    case 'ordinal':
    case 'sign':
      return [{ ...at, kind: 'word', word: text }];
    case 'mark':
      return [{ ...at, kind: 'mark' }];
  }
}

const SHORT = /^(.+?)(n['’]t|['’]s|['’](?:re|ve|d|ll|m))$/i;

/** People who are in a hurry leave the apostrophe out. */
const SHORT_NOT = /^(ha[sd]|have|do|did|does|is|are|was|were|would|could|should)(nt)$/i;

/** What is short for one word, whatever stands before it. */
const WHOLE: Readonly<Record<string, string>> = {
  "n't": 'not',
  nt: 'not',
  "'ll": 'will',
  "'ve": 'have',
  "'re": 'are',
  "'m": 'am',
  "'d": 'would',
};

/** What is left of these is another word. */
const STEMS: Readonly<Record<string, string>> = {
  "can't": 'can',
  "won't": 'will',
  "shan't": 'shall',
};

/** "hasn't" is "has not", "Maria's" is "Maria" and a mark of whose it is. */
function splitShort(at: { start: number; end: number; text: string }): readonly Token[] {
  const [, stem, short] = SHORT_NOT.exec(at.text) ?? SHORT.exec(at.text) ?? [];
  if (stem === undefined || short === undefined) return [toWord(at)];
  const whole = STEMS[foldWord(at.text)];
  const middle = at.start + stem.length;
  const isVerb =
    /^(?:what|who|where|how|when|that|there|it|here)$/i.test(stem) && /s$/i.test(short);
  const tail = isVerb ? 'is' : (WHOLE[foldWord(short)] ?? foldWord(short));
  return [
    {
      ...toWord({ ...at, end: middle, text: stem }),
      ...(whole === undefined ? {} : { word: whole }),
    },
    { kind: 'word', start: middle, end: at.end, text: short, word: tail },
  ];
}

function toWord(at: { start: number; end: number; text: string }): Token {
  const word = foldWord(at.text);
  return { ...at, kind: 'word', word: SPOKEN.get(word) ?? word };
}

/** What people type as they speak, where nobody is called so. */
const SPOKEN: ReadonlyMap<string, string> = new Map([
  ['ppl', 'people'],
  ['peeps', 'people'],
  ['til', 'until'],
]);

function fromDotted(text: string): string {
  const [day = '', month = '', year = ''] = text.split('.');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Groups of three digits are thousands, whichever sign parts them; what follows the last other sign is a fraction. */
function readNumber(text: string): number {
  const digits = text.replace(/[^\d.,]/g, '');
  const plain = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$/.test(digits)
    ? digits.replace(/[.,]/g, '')
    : digits.replace(/[.,](?=.*[.,])/g, '').replace(',', '.');
  return Number(plain) * (/k/i.test(text) ? 1000 : 1);
}

function unitOf(text: string): 'none' | 'money' | 'percent' {
  if (text.includes('%')) return 'percent';
  return /[$€£¥]/.test(text) ? 'money' : 'none';
}
