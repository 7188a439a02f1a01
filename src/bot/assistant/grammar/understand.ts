// What a sentence means: the reading that explains all of it best, in whichever language it is; or nothing.

import { findPeople } from './clauses/conditions.ts';
import { coverAll, kindOf, type Reading, type Step, type Wanted } from './cover.ts';
import { cutSentence, type Token } from './cut.ts';
import type { Caveat, Facet, Intent } from './intents/intent.ts';
import { INTENTS } from './intents/intents.ts';
import type { Asked, Slot, Spoken } from './intents/slot.ts';
import { SLOTS } from './intents/slots.ts';
import { buildLattice, type Lattice, latticeOf } from './lattice.ts';
import { takeApart } from './lexicon/compounds.ts';
import { LEXICONS, type Lexicon } from './lexicon/phrases.ts';
import { goesOn, isQuestion } from './mood.ts';
import type { PlaybookName } from './name.ts';

/** A command with its arguments, as it was understood. */
export type Meaning = {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
  readonly language: Lexicon['language'];
  readonly facet: Facet | null;
  /** What of the sentence the command leaves out. */
  readonly caveat: Caveat | null;
  /** Arguments that are people rather than one customer. */
  readonly groups: readonly string[];
  /** The lower, the more certain. */
  readonly cost: number;
};

/** What a sentence may go on from. */
type Before = Pick<Asked, 'spoken' | 'goesOn'>;

/** Of two that explain as much, what asks for more of what was said is meant. */
const TELLING = 0.03;

/** A word is rather what it is as a whole. */
const TAKEN_APART = 0.3;

/** Above this a reading is a guess. */
const CERTAIN = 2.9;

/** What a sentence may mean, the likeliest first; empty when it is not understood. */
export function understand(
  sentence: string,
  scene: {
    readonly names: readonly PlaybookName[];
    /** What can be meant; of it what changes something is not meant by a question. */
    readonly commands: ReadonlySet<string>;
    readonly changes: ReadonlySet<string>;
    readonly spoken: Spoken;
    readonly today: string;
  },
): readonly Meaning[] {
  const tokens = cutSentence(sentence);
  const asks = isQuestion(tokens);
  const before = { spoken: scene.spoken, goesOn: goesOn(tokens) };
  const last = scene.spoken.things['command'] ?? '';
  const mayBeMeant = ({ command, asked, after }: Intent) =>
    scene.commands.has(command) &&
    (after === undefined || after.includes(last)) &&
    (asks ? !scene.changes.has(command) : asked !== true);
  const intents = INTENTS.filter(mayBeMeant);
  const readIn = (words: readonly Token[], lexicon: Lexicon) => {
    const plain = buildLattice(sentence, words, { lexicon, ...scene });
    const lattice = withPeople(plain);
    return intents.flatMap((intent) => readAs(lattice, intent, before));
  };
  const whole = LEXICONS.flatMap((lexicon) => readIn(tokens, lexicon));
  const parts = takeApart(tokens);
  const apart = LEXICONS.filter(({ language }) => language === 'de' && parts !== null)
    .flatMap((lexicon) => readIn(parts ?? [], lexicon))
    .map((meaning) => ({ ...meaning, cost: meaning.cost + TAKEN_APART }));
  const meanings = [...whole, ...apart];
  return meanings.filter(({ cost }) => cost <= CERTAIN).toSorted((a, b) => a.cost - b.cost);
}

/** People by what is said of them are one more part of the sentence. */
function withPeople(lattice: Lattice): Lattice {
  const people = findPeople(lattice);
  if (people.length === 0) return lattice;
  const edges = lattice.edges.map((known, at) => [
    ...known,
    ...people.filter(({ from }) => from === at),
  ]);
  return latticeOf(lattice.lexicon, edges);
}

function readAs(lattice: Lattice, intent: Intent, before: Before): readonly Meaning[] {
  const reading = coverAll(lattice, wantedOf(intent));
  if (reading === null) return [];
  const filled = fill(intent, reading, before);
  if (filled === null) return [];
  return [
    {
      command: intent.command,
      args: filled.args,
      language: lattice.lexicon.language,
      facet: intent.facet ?? null,
      caveat: intent.caveat ?? null,
      groups: groupsOf(intent),
      cost: reading.cost + filled.cost - TELLING * tellingOf(intent),
    },
  ];
}

function groupsOf(intent: Intent): readonly string[] {
  return slotsOf(intent).flatMap(([name, { takes }]) => (takes.includes('people') ? [name] : []));
}

function tellingOf({ needs, args = {} }: Intent): number {
  return needs.length + Object.keys(args).length;
}

function slotsOf({
  args = {},
  options = {},
}: Intent): readonly (readonly [string, Slot, boolean])[] {
  return [
    ...Object.entries(args).map(([name, kind]) => [name, SLOTS[kind], true] as const),
    ...Object.entries(options).map(([name, kind]) => [name, SLOTS[kind], false] as const),
  ];
}

function wantedOf(intent: Intent): Wanted {
  const slots = slotsOf(intent).map(([, slot]) => slot);
  const required = slotsOf(intent).flatMap(([, { needs }, isRequired]) =>
    isRequired && needs !== undefined ? [needs] : [],
  );
  return {
    needs: [...intent.needs.map((need) => (typeof need === 'string' ? [need] : need)), ...required],
    may: [
      ...(intent.may ?? []),
      ...(intent.said ?? []).map(([concept]) => concept),
      ...slots.flatMap((slot) => slot.may ?? []),
    ],
    passes: intent.passes ?? [],
    takes: [...slots.flatMap((slot) => slot.takes), ...(intent.mentions ?? [])],
  };
}

/** The arguments; null when one is missing, or when something was said that is none. */
function fill(
  intent: Intent,
  { steps }: Reading,
  before: Before,
): { readonly args: Readonly<Record<string, string>>; readonly cost: number } | null {
  const args: Record<string, string> = { ...intent.fixed };
  const used = new Set<number>();
  let cost = 0;
  for (const [name, slot, isRequired] of slotsOf(intent)) {
    const found = slot.find({ steps, used, ...before, saysWhat: intent.needs.length > 0 });
    if (found === null) {
      if (isRequired) return null;
      continue;
    }
    args[name] = found.value;
    cost += found.cost ?? 0;
    for (const at of found.used) used.add(at);
  }
  for (const [concept, name, value] of intent.said ?? [])
    if (steps.some((step) => step.concepts.includes(concept))) args[name] ??= value;
  const isMentioned = ({ part }: Step) =>
    part.kind !== 'phrase' && intent.mentions?.includes(kindOf(part)) === true;
  const isLeft = (step: Step, at: number) =>
    !isExplained(step) && !used.has(at) && !isMentioned(step);
  return steps.some(isLeft) ? null : { args, cost };
}

function isExplained({ part }: Step): boolean {
  return part.kind === 'phrase' || part.kind === 'mark';
}
