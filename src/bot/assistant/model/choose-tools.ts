// Which tools a question needs, chosen without a model: it reads every tool that it is offered, in every round anew.
import { cutSentence, foldWord } from '../grammar/cut.ts';
import { COUNT, type Intent } from '../grammar/intents/intent.ts';
import { INTENTS } from '../grammar/intents/intents.ts';
import { buildLattice } from '../grammar/lattice.ts';
import { LEXICONS } from '../grammar/lexicon/phrases.ts';
import { stemOf } from '../grammar/lexicon/stem.ts';
import type { PlaybookName } from '../grammar/name.ts';
import type { Tool } from './tools.ts';

/** Offered whatever is asked, and always first, so that a server may keep what it has read of them. */
const ALWAYS = [
  'customer show',
  'customer timeline',
  'customer top',
  'segment estimate',
  'segment fields',
  'segment save',
];

/** So many more are offered. */
const MOST = 8;

/** From here on a tool may be what is meant: half of what must be said for it is. */
const LIKELY = 0.5;

/** Something that was said, and what can be meant in it. */
type Scene = {
  readonly sentences: readonly string[];
  readonly names: readonly PlaybookName[];
  readonly today: string;
};

/** The tools to begin with: those that are always of use, then those that the sentences speak of. */
export function chooseTools(tools: readonly Tool[], scene: Scene): readonly Tool[] {
  const always = ALWAYS.flatMap((name) => tools.find(({ command }) => command.name === name) ?? []);
  const spoken = scene.sentences.map((sentence) => spokenIn(sentence, scene));
  const scored = tools
    .filter((tool) => !always.includes(tool))
    .map((tool) => ({ tool, score: Math.max(...spoken.map((one) => scoreOf(tool, one))) }))
    .filter(({ score }) => score >= LIKELY)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ tool }) => tool);
  return [...always, ...tools.filter((tool) => scored.includes(tool))];
}

type Spoken = { readonly concepts: ReadonlySet<string>; readonly stems: ReadonlySet<string> };

/** What a sentence speaks of in either language, and its words. */
function spokenIn(sentence: string, { names, today }: Scene): Spoken {
  const tokens = cutSentence(sentence);
  const lattices = LEXICONS.map((lexicon) =>
    buildLattice(sentence, tokens, { lexicon, names, today }),
  );
  const words = tokens.flatMap((token) => (token.kind === 'word' ? [token.word] : []));
  return {
    concepts: new Set(lattices.flatMap(({ spoken }) => [...spoken])),
    stems: new Set(words.map((word) => stemOf('en', word))),
  };
}

/** How much of what must be said for a command was said, or how many words of its name. */
function scoreOf({ command }: Tool, { concepts, stems }: Spoken): number {
  const ways = INTENTS.filter((intent) => intent.command === command.name);
  const named = command.name.split(' ').filter((word) => stems.has(stemOf('en', foldWord(word))));
  return Math.max(0, ...ways.map((way) => shareOf(way, concepts))) + named.length / 2;
}

function shareOf({ needs }: Intent, concepts: ReadonlySet<string>): number {
  const met = needs.map((need) => {
    const said = (typeof need === 'string' ? [need] : need).filter((one) => concepts.has(one));
    if (said.length === 0) return 0;
    return said.every((one) => ANYWHERE.has(one)) ? LITTLE : 1;
  });
  return needs.length === 0 ? 0 : met.reduce<number>((sum, one) => sum + one, 0) / needs.length;
}

/** What is said in many a question says little of what is meant. */
const ANYWHERE: ReadonlySet<string> = new Set([...COUNT, 'why', 'when', 'of', 'person', 'she']);
const LITTLE = 0.25;
