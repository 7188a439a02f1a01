// What has a name of its own, as people speak of it: automations, segments, templates, tiers, people, channels, fields, places.
import type { Deps } from '#engine/deps.ts';
import { listSegments } from '#engine/flows/segments.ts';
import { CHANNELS } from '#engine/playbook/team.ts';
import { tierNames } from '#engine/playbook/tiers.ts';
import { cutSentence, foldWord } from './cut.ts';
import { LEXICONS, speaksOf } from './lexicon/phrases.ts';
import { fold, type PlaybookName, runsOf, spell } from './name.ts';
import { EVERYWHERE, loadCities } from './places.ts';

/** Between the ids of products that have one title. */
export const PRODUCTS_APART = '\n';

/** Longer titles are given in quotes. */
const LONGEST_TITLE = 6;

/** Every name that a sentence may speak of now; cities are looked for among those where customers live. */
export async function loadNames(
  deps: Pick<Deps, 'storage' | 'playbook'>,
  sentence: string,
): Promise<readonly PlaybookName[]> {
  const { automations, templates, team } = deps.playbook;
  const segments = await listSegments(deps);
  return [
    ...automations.flatMap(({ name, title }) => spell('automation', name, title)),
    ...segments.flatMap(({ name }) => spell('segment', name)),
    ...templates.flatMap(({ name }) => spell('template', name)),
    ...tierNames(team).flatMap(spellTier),
    ...team.people.flatMap(({ name }) => spell('person', name, name.split(' ')[0])),
    ...CHANNELS.flatMap((name) => spell('channel', name)),
    ...EVERYWHERE,
    ...(await loadCities(deps, sentence)),
    ...(await loadProducts(deps, sentence)),
    ...(await loadTags(deps, sentence)),
  ];
}

/** Tags that customers have, but for those whose name means something else by itself. */
async function loadTags(
  deps: Pick<Deps, 'storage'>,
  sentence: string,
): Promise<readonly PlaybookName[]> {
  const isPlain = (run: string) => !LEXICONS.some(({ byWord }) => byWord.has(foldWord(run)));
  const runs = runsOf(sentence, 3).filter(isPlain);
  // A plural may stand for what each of them is tagged: "resellers".
  const candidates = runs.flatMap((run) => [run, unfold(run), run.replace(/(?:s|n|innen)$/, '')]);
  if (candidates.length === 0) return [];
  const found = await deps.storage.customers.tagsNamed([...new Set(candidates)]);
  return found.flatMap((tag) => spell('tag', tag, `${tag}s`));
}

/** "grosshandel" is also written "großhandel"; a tag is looked for in both. */
function unfold(text: string): string {
  return text
    .replaceAll('ss', 'ß')
    .replace(/ae|oe|ue/g, (pair) => ({ ae: 'ä', oe: 'ö', ue: 'ü' })[pair] ?? pair);
}

/** What opens a sentence that goes on about what was bought: "and Kind of Blue?" */
const GOES_ON = /^(?:and|und|what about|how about|was ist mit|same)\b/i;

/** Products of which a sentence gives the title; asked for only where something is bought or looked at. */
async function loadProducts(
  deps: Pick<Deps, 'storage'>,
  sentence: string,
): Promise<readonly PlaybookName[]> {
  const tokens = cutSentence(sentence);
  const isAsked = tokens.some((token) => token.kind === 'word' && speaksOfProducts(token.word));
  if (!isAsked && !GOES_ON.test(sentence)) return [];
  const candidates = tokens.flatMap(({ kind, start, text }, at) =>
    kind === 'quoted'
      ? [text]
      : tokens.slice(at, at + LONGEST_TITLE).map(({ end }) => sentence.slice(start, end)),
  );
  const found = await deps.storage.purchases.productsNamed([...new Set(candidates)]);
  return [...Map.groupBy(found, ({ title }) => fold(title))].map(([spelled, products]) => ({
    of: 'product',
    spelled,
    value: products.map(({ id }) => id).join(PRODUCTS_APART),
  }));
}

/** Shops write metals in English, and people speak of them in their own language. */
const METALS: ReadonlyMap<string, string> = new Map([
  ['silver', 'silber'],
  ['platinum', 'platin'],
  ['diamond', 'diamant'],
]);

function spellTier(name: string): readonly PlaybookName[] {
  const names = [name, METALS.get(name.toLowerCase()) ?? name];
  const people = names.flatMap((one) => [`${one}kunden`, `${one}kunde`, `${one}kundin`]);
  return spell('tier', name, ...names, ...people);
}

function speaksOfProducts(word: string): boolean {
  return LEXICONS.some(
    (lexicon) => speaksOf(lexicon, 'order', word) || speaksOf(lexicon, 'viewed', word),
  );
}
