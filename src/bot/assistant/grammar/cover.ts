// The cheapest way to explain every word of a stretch by what somebody might want: nothing that was said is left over.
import { isFiller, type Lattice } from './lattice.ts';
import type { Concept } from './lexicon/phrases-en.ts';
import type { PlaybookName } from './name.ts';
import type { Edge, Part } from './part.ts';

/** What a part is of: a name's kind, or its own. */
export type Kind = Exclude<Part['kind'], 'phrase' | 'name'> | PlaybookName['of'];

/** The kind of a part that is no phrase. */
export function kindOf(part: Exclude<Part, { kind: 'phrase' }>): Kind {
  return part.kind === 'name' ? part.of : part.kind;
}

/** What may be said, and what must be. */
export type Wanted = {
  /** One of each must be said: a phrase of a concept, or a part of a kind, written with a colon before it. */
  readonly needs: readonly (readonly (Concept | `:${Kind}`)[])[];
  /** These may be said besides. */
  readonly may: readonly Concept[];
  /** These may be said as well, and are passed over: what is shown says it anyway. */
  readonly passes?: readonly Concept[];
  /** Parts that are not phrases, and names by what they are of. */
  readonly takes: readonly Kind[];
};

/** A part as it was read: of a phrase what it stands for here. */
export type Step = Edge & { readonly concepts: readonly Concept[] };

/** One reading of a stretch, up to the token `to`. */
export type Reading = {
  readonly to: number;
  readonly cost: number;
  readonly steps: readonly Step[];
};

/** What may stand anywhere without saying anything by itself. */
const LITTLE_WORDS: readonly Concept[] = ['of', 'to', 'as', 'from'];

/** What changes nothing in most sentences, and is passed over where it does not count. */
const HARDLY_ANYTHING: readonly Concept[] = ['that', 'exactly', 'whether'];

/** A phrase that means something else elsewhere is passed over less readily than one that never means anything. */
const PASSED_OVER = 0.35;

type State = { readonly cost: number; readonly before: State | null; readonly step: Step | null };

/** The cheapest reading of each stretch that begins at `from` and in which all that is needed is said. */
export function coverFrom(
  lattice: Lattice,
  from: number,
  wanted: Wanted,
  farthest: number = lattice.length,
): readonly Reading[] {
  if (!mayBeMeant(lattice, wanted)) return [];
  const full = 2 ** wanted.needs.length - 1;
  const states = Array.from({ length: farthest + 1 }, () => new Map<number, State>());
  states[from]?.set(0, { cost: 0, before: null, step: null });
  for (let at = from; at < farthest; at += 1)
    for (const [mask, state] of states[at] ?? [])
      for (const edge of lattice.edges[at] ?? [])
        if (edge.to <= farthest)
          for (const move of movesOf(edge, wanted, mask))
            relax(states[edge.to], move.mask, state, move);
  return states.flatMap((found, to) => {
    const state = to > from ? found.get(full) : undefined;
    return state === undefined ? [] : [{ to, cost: state.cost, steps: stepsOf(state) }];
  });
}

/** The cheapest reading of the whole sentence; null when something in it is not explained. */
export function coverAll(lattice: Lattice, wanted: Wanted): Reading | null {
  return coverFrom(lattice, 0, wanted).find(({ to }) => to === lattice.length) ?? null;
}

/** Whether all that is needed is spoken of somewhere; without needs one of the parts must be there. */
function mayBeMeant({ spoken }: Lattice, { needs, takes }: Wanted): boolean {
  if (needs.length === 0) return takes.some((kind) => spoken.has(`:${kind}`));
  return needs.every((anyOf) => anyOf.some((need) => spoken.has(need)));
}

type Move = { readonly mask: number; readonly cost: number; readonly step: Step };

function movesOf(edge: Edge, wanted: Wanted, mask: number): readonly Move[] {
  const { part } = edge;
  if (part.kind !== 'phrase') {
    const kind = kindOf(part);
    if (kind !== 'mark' && !wanted.takes.includes(kind)) return [];
    const step = { ...edge, concepts: [] };
    return [
      mask,
      ...wanted.needs.flatMap((anyOf, index) =>
        anyOf.includes(`:${kind}`) ? [mask | (1 << index)] : [],
      ),
    ].map((next) => ({ mask: next, cost: edge.cost, step }));
  }
  const needed = wanted.needs.flatMap((anyOf, index): readonly Move[] => {
    const concepts = anyOf.filter(isConcept).filter((concept) => part.concepts.has(concept));
    if (concepts.length === 0 || (mask & (1 << index)) !== 0) return [];
    return [{ mask: mask | (1 << index), cost: edge.cost, step: { ...edge, concepts } }];
  });
  const besides = besidesOf(edge, wanted).filter((concept) => part.concepts.has(concept));
  if (besides.length > 0)
    return [...needed, { mask, cost: edge.cost, step: { ...edge, concepts: besides } }];
  const passes = [...HARDLY_ANYTHING, ...(wanted.passes ?? [])];
  if (!isFiller(part) && !passes.some((concept) => part.concepts.has(concept))) return needed;
  const isPlain = isFiller(part) && part.concepts.size === 1;
  const cost = edge.cost + (isPlain ? 0 : PASSED_OVER);
  return [...needed, { mask, cost, step: { ...edge, concepts: [] } }];
}

function besidesOf(edge: Edge, { may, needs }: Wanted): readonly Concept[] {
  const again = needs.flat().filter(isConcept);
  const first: readonly Concept[] = edge.from === 0 ? ['and'] : [];
  return [...may, ...again, ...LITTLE_WORDS, ...first];
}

function isConcept(need: Concept | `:${Kind}`): need is Concept {
  return !need.startsWith(':');
}

function relax(
  found: Map<number, State> | undefined,
  mask: number,
  before: State,
  { cost, step }: Move,
): void {
  const total = before.cost + cost;
  const known = found?.get(mask);
  if (known === undefined || total < known.cost - 1e-9)
    found?.set(mask, { cost: total, before, step });
}

function stepsOf(last: State): readonly Step[] {
  const steps: Step[] = [];
  for (let state: State | null = last; state !== null; state = state.before)
    if (state.step !== null) steps.push(state.step);
  return steps.reverse();
}
