// German makes one word of several: "Newsletterabonnentenliste" is read as the words it is made of.
import type { Token } from '../cut.ts';
import { fits, LEXICONS, type Lexicon } from './phrases.ts';
import { stemOf } from './stem.ts';

/** The same with what nothing is known by taken apart, where every part is a word by itself; null where none is. */
export function takeApart(tokens: readonly Token[]): readonly Token[] | null {
  const apart = tokens.flatMap((token): readonly Token[] => {
    if (token.kind !== 'word' || LEXICONS.some((lexicon) => knows(lexicon, token.word)))
      return [token];
    const parts = partsOf(token.word);
    return parts === null ? [token] : parts.map((word) => ({ ...token, word, text: word }));
  });
  return apart.length === tokens.length ? null : apart;
}

const SHORTEST_COMPOUND = 9;
const SHORTEST_PART = 4;

/** What may stand between two parts and belongs to neither. */
const JOINTS = ['', 's', 'es', 'n', 'en'];

/** What somebody is: before it may stand whatever a shop calls its customers. */
const PEOPLE = /^(.{4,}?)[s-]?(kunden|kunde|kundin|kundinnen)$/;

function partsOf(word: string): readonly string[] | null {
  if (word.length < SHORTEST_COMPOUND) return null;
  const [, kind, people] = PEOPLE.exec(word) ?? [];
  return kind === undefined || people === undefined ? knownParts(word) : [kind, people];
}

/** A word as parts that are each known, the first as long as it can be; null where it is none of that. */
function knownParts(word: string): readonly string[] | null {
  for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at -= 1) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    const first = JOINTS.map((joint) => withoutEnd(head, joint)).find(
      (part) => part !== null && part.length >= SHORTEST_PART && isPart(part),
    );
    if (first === undefined || first === null) continue;
    if (isPart(tail)) return [first, tail];
    const rest = knownParts(tail);
    if (rest !== null) return [first, ...rest];
  }
  return null;
}

function withoutEnd(word: string, end: string): string | null {
  if (end === '') return word;
  return word.endsWith(end) ? word.slice(0, -end.length) : null;
}

function isPart(word: string): boolean {
  return LEXICONS.some((lexicon) => lexicon.language === 'de' && hasWord(lexicon, word));
}

function knows(lexicon: Lexicon, word: string): boolean {
  return hasWord(lexicon, word) || lexicon.byStem.has(stemOf(lexicon.language, word));
}

/** As it stands, or by an open ending that is short: "bestellungen", not "bestellungsabbruch". */
function hasWord({ words, open }: Lexicon, word: string): boolean {
  return (
    words.has(word) ||
    open.some(({ words: [first = ''] }) => fits(first, word) && word.length < first.length + 5)
  );
}
