// All that the words of a sentence may be in one language: phrases, names, amounts, times, and plain words of people's own.
import { countSlips } from '#engine/nearest.ts';
import { foldWord, type Token } from './cut.ts';
import { means, textsAt } from './kept-text.ts';
import { PHRASE_COST, phrasesAt } from './lexicon/phrase-edges.ts';
import { LEXICONS, type Lexicon } from './lexicon/phrases.ts';
import type { Concept } from './lexicon/phrases-en.ts';
import { isSwapOf, spellingsOf } from './lexicon/spelling.ts';
import type { PlaybookName } from './name.ts';
import type { Edge, Part } from './part.ts';
import { readCalendar } from './times/calendar.ts';

export type Lattice = {
  readonly lexicon: Lexicon;
  readonly length: number;
  readonly edges: readonly (readonly Edge[])[];
  /** All that is spoken of anywhere: what cannot be meant need not be tried. */
  readonly spoken: ReadonlySet<string>;
};

/** What reading a stretch as each kind of part costs; the cheapest reading of the whole sentence is taken for meant. */
const COST = {
  phrase: PHRASE_COST,
  slip: 0.8,
  letter: 0.3,
  unknown: 0.5,
  known: 2.5,
  tag: 0.55,
  mark: 0.02,
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
  const spellings = tokens.map((token) =>
    token.kind === 'word' ? spellingsOf(lexicon, token.word) : new Map<string, number>(),
  );
  const phrasesFrom = tokens.map((_, at) => phrasesAt(lexicon, tokens, spellings, at));
  const phrases = phrasesFrom.flat();
  const announcing = phrases.filter(({ part }) => means(part, 'text', 'reason'));
  const reminding = phrases.filter(({ part }) => means(part, 'remind'));
  const timed = tokens.map(unswapped);
  const times = tokens.map((_, at) => readCalendar(lexicon, timed, at, tools.today));
  const edges = tokens.map((token, at): Edge[] => {
    const phrases = phrasesFrom[at] ?? [];
    const isByTheLetter = phrases.some(({ cost }) => cost < COST.letter);
    const known = isByTheLetter || isKnownElsewhere(lexicon, token);
    return [
      ...phrases,
      ...namesAt(tools.names, tokens, at),
      ...(times[at] ?? []),
      ...literalAt(token, at),
      ...wordAt(token, at, costOfWord(tokens, phrasesFrom, at, known)),
      ...textsAt({ sentence, tokens, announcing, reminding, times }, at),
    ];
  });
  return latticeOf(lexicon, edges);
}

/** Days that two letters may be swapped in. */
const DAYS: readonly string[] = ['today', 'yesterday', 'tomorrow', 'gestern', 'heute', 'morgen'];

function unswapped(token: Token): Token {
  const meant = token.kind === 'word' ? DAYS.find((day) => isSwapOf(token.word, day)) : undefined;
  return token.kind === 'word' && meant !== undefined ? { ...token, word: meant } : token;
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

/** A word of the other language is hardly a name in this one. */
function isKnownElsewhere({ language }: Lexicon, token: Token): boolean {
  if (token.kind !== 'word') return false;
  return LEXICONS.some((other) => other.language !== language && other.byWord.has(token.word));
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

function wordAt(token: Token, at: number, cost: number): readonly Edge[] {
  if (token.kind !== 'word' || token.word.startsWith("'")) return [];
  return [{ from: at, to: at + 1, cost, part: { kind: 'word', text: token.text } }];
}

/** How far-fetched it is that a word is one of people's own. */
function costOfWord(
  tokens: readonly Token[],
  phrases: readonly (readonly Edge[])[],
  at: number,
  known: boolean,
): number {
  if (isNewName(tokens, phrases, at)) return 0;
  if (follows(phrases, at, 'tag')) return COST.tag;
  return known ? COST.known : COST.unknown;
}

/** What is saved gets whatever name it is given at the end. */
function isNewName(
  tokens: readonly Token[],
  phrases: readonly (readonly Edge[])[],
  at: number,
): boolean {
  const saves = phrases.some((edges) => edges.some(({ part }) => means(part, 'save')));
  return saves && at === tokens.length - 1 && follows(phrases, at, 'as');
}

/** Whether a phrase of a concept ends here: what follows "the tag" is one, whatever else it means. */
function follows(phrases: readonly (readonly Edge[])[], at: number, concept: Concept): boolean {
  return (phrases[at - 1] ?? []).some(
    ({ to, part }) => to === at && part.kind === 'phrase' && part.concepts.has(concept),
  );
}
