// What a clause says, by kind: its numbers, its times, its names, its plain words.
import type { Step } from '../cover.ts';
import type { Concept } from '../lexicon/phrases-en.ts';
import type { Part } from '../part.ts';

/** What a clause says, to be asked for by kind. */
export type Said = {
  readonly has: (...concepts: readonly Concept[]) => boolean;
  readonly isNegated: boolean;
  readonly numbers: readonly Extract<Part, { kind: 'number' }>[];
  readonly durations: readonly string[];
  readonly days: readonly Extract<Part, { kind: 'days' }>[];
  readonly names: (of: Extract<Part, { kind: 'name' }>['of']) => readonly string[];
  /** Plain words, those that stand together as one; and what stands in quotes. */
  readonly texts: readonly string[];
};

/** What the steps of a clause say. */
export function said(steps: readonly Step[]): Said {
  const parts = steps.map(({ part }) => part);
  const has = (...concepts: readonly Concept[]) =>
    steps.some((step) => step.concepts.some((concept) => concepts.includes(concept)));
  return {
    has,
    isNegated:
      steps.filter((step) => step.concepts.some((one) => one === 'not' || one === 'without'))
        .length %
        2 ===
      1,
    numbers: parts.filter((part) => part.kind === 'number'),
    durations: parts.flatMap((part) =>
      part.kind === 'duration' && part.isShort !== true ? [part.text] : [],
    ),
    days: spanned(
      parts.filter((part) => part.kind === 'days'),
      has('between'),
    ),
    names: (of) =>
      parts.flatMap((part) => (part.kind === 'name' && part.of === of ? [part.value] : [])),
    texts: textsOf(parts),
  };
}

/** "Between 1 March and 5 March" is one stretch of days. */
function spanned(
  days: readonly Extract<Part, { kind: 'days' }>[],
  isBetween: boolean,
): readonly Extract<Part, { kind: 'days' }>[] {
  const [first, second, third] = days;
  if (!isBetween || first === undefined || second === undefined || third !== undefined) return days;
  return [{ kind: 'days', from: first.from, to: second.to }];
}

/** Words that stand beside each other are one text. */
function textsOf(parts: readonly Part[]): readonly string[] {
  const texts: string[] = [];
  let isOpen = false;
  for (const part of parts) {
    if (part.kind === 'word') {
      const last = isOpen ? texts.pop() : undefined;
      texts.push(last === undefined ? part.text : `${last} ${part.text}`);
    } else if (part.kind === 'quoted') texts.push(part.text);
    isOpen = part.kind === 'word';
  }
  return texts;
}
