// All that the words of a sentence may be in one language: phrases, names, amounts, times, and plain words of people's own.
import { countSlips } from '#engine/nearest.ts';
import { readCalendar } from './calendar.ts';
import { foldWord, type Token } from './cut.ts';
import type { PlaybookName } from './names.ts';
import type { Edge, Part } from './part.ts';
import { fits, LEXICONS, type Lexicon, type Phrase } from './phrases.ts';
import type { Concept } from './phrases-en.ts';

export type Lattice = {
  readonly lexicon: Lexicon;
  readonly length: number;
  readonly edges: readonly (readonly Edge[])[];
  /** All that is spoken of anywhere: what cannot be meant need not be tried. */
  readonly spoken: ReadonlySet<string>;
};

/** What reading a stretch as each kind of part costs; the cheapest reading of the whole sentence is taken for meant. */
const COST = {
  phrase: 0.05,
  filler: 0.15,
  slip: 0.8,
  unknown: 0.5,
  known: 2.5,
  mark: 0.02,
  text: 0.3,
  textAtOnce: 0.6,
  apart: 0.3,
};

/** Their names have hyphens; the same words side by side may mean just what they say. */
const APART: ReadonlySet<string> = new Set(['segment', 'automation', 'template', 'field']);

const LONGEST_PHRASE = 6;

/** Every reading of every stretch of the sentence. */
export function buildLattice(
  sentence: string,
  tokens: readonly Token[],
  tools: {
    readonly lexicon: Lexicon;
    readonly names: readonly PlaybookName[];
    readonly today: string;
  },
): Lattice {
  const { lexicon } = tools;
  const edges = tokens.map((token, at): Edge[] => {
    const phrases = phrasesAt(lexicon, tokens, at);
    const known = phrases.length > 0 || isKnownElsewhere(lexicon, token);
    return [
      ...phrases,
      ...namesAt(tools.names, tokens, at),
      ...readCalendar(lexicon.language, tokens, at, tools.today),
      ...literalAt(token, at),
      ...(phrases.length > 0 ? [] : slipsAt(lexicon, token, at)),
      ...wordAt(token, at, known),
      ...restAt(sentence, lexicon, tokens, at),
    ];
  });
  return latticeOf(lexicon, edges);
}

/** A lattice of these edges. */
export function latticeOf(lexicon: Lexicon, edges: readonly (readonly Edge[])[]): Lattice {
  const parts = edges.flat().map(({ part }) => part);
  const spoken = new Set(
    parts.flatMap((part): readonly string[] => {
      if (part.kind === 'phrase') return [...part.concepts];
      return [`:${part.kind === 'name' ? part.of : part.kind}`];
    }),
  );
  return { lexicon, length: edges.length, edges, spoken };
}

/** Whether a phrase carries nothing by itself. */
export function isFiller(part: Part): boolean {
  return part.kind === 'phrase' && part.concepts.has('filler');
}

function phrasesAt(lexicon: Lexicon, tokens: readonly Token[], at: number): readonly Edge[] {
  const first = wordOf(tokens[at]);
  if (first === null) return [];
  const begun = [
    ...(lexicon.byWord.get(first) ?? []),
    ...lexicon.open.filter(({ words }) => fits(words[0] ?? '', first)),
  ];
  const found = begun.filter(({ words }) =>
    words.every((word, index) => fits(word, wordOf(tokens[at + index]) ?? '')),
  );
  return [...mergeAlike(found)].map(([length, concepts]) => ({
    from: at,
    to: at + length,
    cost: concepts.has('filler') && concepts.size === 1 ? COST.filler * length : COST.phrase,
    part: { kind: 'phrase', concepts },
  }));
}

/** A word of the other language is hardly a name in this one. */
function isKnownElsewhere({ language }: Lexicon, token: Token): boolean {
  if (token.kind !== 'word') return false;
  return LEXICONS.some((other) => other.language !== language && other.byWord.has(token.word));
}

function mergeAlike(found: readonly Phrase[]): ReadonlyMap<number, ReadonlySet<Concept>> {
  const byLength = new Map<number, Set<Concept>>();
  for (const { words, concepts } of found) {
    const all = byLength.get(words.length) ?? new Set<Concept>();
    for (const concept of concepts) all.add(concept);
    byLength.set(words.length, all);
  }
  return byLength;
}

/** Longer words may have a slip of the keyboard in them, long ones two. */
function slipsAt(lexicon: Lexicon, token: Token, at: number): readonly Edge[] {
  if (token.kind !== 'word') return [];
  const allowed = slipsAllowed(token.word);
  if (allowed === 0) return [];
  const near = lexicon.single.filter(({ words }) => isNear(words[0] ?? '', token.word, allowed));
  const concepts = new Set(near.flatMap((phrase) => [...phrase.concepts]));
  if (concepts.size === 0) return [];
  return [{ from: at, to: at + 1, cost: COST.slip, part: { kind: 'phrase', concepts } }];
}

function slipsAllowed(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 9 ? 1 : 2;
}

function isNear(pattern: string, word: string, allowed: number): boolean {
  const open = pattern.endsWith('*');
  const stem = open ? pattern.slice(0, -1) : pattern;
  if (stem.length < 4 || stem[0] !== word[0]) return false;
  // The beginning of a word is soon like another's.
  if (open && stem.length < 6) return false;
  const typed = open ? word.slice(0, stem.length) : word;
  if (word.length < 5) return sorted(typed) === sorted(stem) && countSlips(typed, stem) <= 1;
  return Math.abs(stem.length - typed.length) <= allowed && countSlips(typed, stem) <= allowed;
}

/** In so short a word only two swapped letters are a slip. */
function sorted(word: string): string {
  return [...word].sort().join('');
}

function namesAt(
  names: readonly PlaybookName[],
  tokens: readonly Token[],
  at: number,
): readonly Edge[] {
  const edges: Edge[] = [];
  let typed = '';
  for (let to = at; to < Math.min(tokens.length, at + LONGEST_PHRASE); to += 1) {
    const token = tokens[to];
    if (token?.kind !== 'word' && !(token?.kind === 'quoted' && to === at)) break;
    const word = token.kind === 'word' ? token.word : foldWord(token.text);
    typed = `${typed} ${word.replace(/[-_]+/g, ' ')}`.trim();
    for (const name of names) {
      const slips = nameSlips(name, typed);
      if (slips === null) continue;
      const { of, value } = name;
      const apart = APART.has(of) && to > at ? COST.apart : 0;
      const cost = COST.phrase / 2 + slips * COST.slip + apart;
      edges.push({ from: at, to: to + 1, cost, part: { kind: 'name', of, value } });
    }
    if (token.kind === 'quoted') break;
  }
  return edges;
}

const AS_WRITTEN: ReadonlySet<string> = new Set(['country', 'language', 'city', 'product']);

/** Of what the team has named itself a slip is forgiven; a country is written as it is. */
function nameSlips({ of, spelled }: PlaybookName, typed: string): number | null {
  if (spelled === typed) return 0;
  if (AS_WRITTEN.has(of) || spelled[0] !== typed[0]) return null;
  if (typed.length < 6 || Math.abs(spelled.length - typed.length) > 2) return null;
  const slips = countSlips(typed, spelled);
  return slips <= (typed.length < 10 ? 1 : 2) ? slips : null;
}

function literalAt(token: Token, at: number): readonly Edge[] {
  const edge = (part: Part, cost = 0): readonly Edge[] => [{ from: at, to: at + 1, cost, part }];
  switch (token.kind) {
    case 'key':
      return edge({ kind: 'key', text: token.text });
    case 'quoted':
      // What has a name is meant by it, also in quotes.
      return edge({ kind: 'quoted', text: token.text }, COST.phrase);
    case 'id':
      return edge({ kind: 'id', prefix: token.prefix, text: token.text });
    case 'number':
      return token.unit === 'none'
        ? []
        : edge({ kind: 'number', value: token.value, unit: token.unit });
    case 'mark':
      return [{ from: at, to: at + 1, cost: COST.mark, part: { kind: 'mark' } }];
    default:
      return [];
  }
}

function wordAt(token: Token, at: number, known: boolean): readonly Edge[] {
  if (token.kind !== 'word' || token.word.startsWith("'")) return [];
  const cost = known ? COST.known : COST.unknown;
  return [{ from: at, to: at + 1, cost, part: { kind: 'word', text: token.text } }];
}

/** Marks after which words to be kept may follow. */
const OPENS_TEXT: ReadonlySet<string> = new Set([':', ',', '-', '–', '—']);

/** After a colon, after "that", and after what names a customer, all that follows may be words to be kept. */
function restAt(
  sentence: string,
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
): readonly Edge[] {
  const before = tokens[at - 1];
  const here = tokens[at];
  if (before === undefined || here === undefined) return [];
  const opens =
    OPENS_TEXT.has(before.text) ||
    ['key', 'id'].includes(before.kind) ||
    announcesText(lexicon, before);
  if (!opens || ['mark', 'key', 'id'].includes(here.kind) || announcesText(lexicon, here))
    return [];
  const cost = before.kind === 'key' || before.kind === 'id' ? COST.textAtOnce : COST.text;
  const text = sentence
    .slice(here.start)
    .trim()
    .replace(/^["“„](.*)["”“]$/s, '$1');
  return [{ from: at, to: tokens.length, cost, part: { kind: 'text', text } }];
}

function announcesText(lexicon: Lexicon, token: Token): boolean {
  if (token.kind !== 'word') return false;
  return (lexicon.byWord.get(token.word) ?? []).some(({ concepts }) => concepts.has('text'));
}

function wordOf(token: Token | undefined): string | null {
  return token?.kind === 'word' ? token.word : null;
}
